// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_presenter.h"
#include "app/session.h"
#include "views/common/time_cursor.h"

#include <algorithm>

// What the person does to the programs that run.

namespace ipclab {

void LabPresenter::signal(Pid to, int number)
{
    if (!m_session)
        return;
    takeOver();
    m_session->signal(to, number);
    wake();
}

void LabPresenter::send(const QString& to, const QByteArray& bytes)
{
    if (!m_session)
        return;
    takeOver();
    m_cursor.goLive(); // where it can be seen
    m_session->type(to.toStdString(), bytes.toStdString());
}

void LabPresenter::closeInput(const QString& to)
{
    takeOver();
    if (m_session)
        m_session->closeInput(to.toStdString());
}

QString LabPresenter::inputOf(ChannelId channel) const
{
    const World& world = m_cursor.world();
    const bool ours = std::ranges::any_of(world.processes, [&](const auto& one) {
        return one.second.self
            && std::ranges::any_of(one.second.descriptors,
                [&](const auto& held) { return held.second.channel == channel; });
    });
    const QStringList inputs = m_session && ours ? m_session->inputs() : QStringList();
    for (const auto& [pid, process] : world.processes) {
        const Descriptor* const in = world.descriptor(pid, 0);
        if (!process.isWatched() || !in || in->channel != channel)
            continue;
        const QString run = QString::fromStdString(process.run);
        if (!run.isEmpty() && inputs.contains(run))
            return run;
        if (process.run.empty() && inputs.size() == 1) // a command, which has no name of a lab's
            return inputs.front();
    }
    return {};
}

void LabPresenter::closeEnd(ChannelId channel)
{
    if (const QString run = inputOf(channel); !run.isEmpty())
        closeInput(run);
}

void LabPresenter::setReading(bool reading)
{
    takeOver();
    if (m_session)
        m_session->setReading(reading);
}

} // namespace ipclab
