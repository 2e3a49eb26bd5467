// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survey/looked.h"

#include "app/why_judge.h"

#include <QElapsedTimer>

#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace ipclab::test {

namespace {

constexpr int kPatience = 20'000; // ms
constexpr unsigned kLookEvery = 5'000; // µs

} // namespace

const ChainLink* Looked::link(Pid pid) const
{
    const auto found = std::ranges::find(chain.links, pid, &ChainLink::pid);
    return found == chain.links.end() ? nullptr : &*found;
}

const Channel* Looked::channel() const
{
    return first().waits.empty() ? nullptr : world.channel(first().waits.front().channel);
}

Looked lookAt(Pid pid)
{
    Looked looked;
    const Result<SurveyedLog> survey = lookTwice(pid, judge);
    if (!survey) {
        looked.error = survey.error();
        looked.chain.links.push_back({ pid, 0, {}, {}, {}, {} });
        return looked;
    }
    looked.world = worldOf(LogView(*survey->log));
    looked.chain = chainFrom(looked.world, survey->pid);
    return looked;
}

Bystander::Bystander(const QString& program, const QStringList& words, bool newSession)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([newSession] {
        if (newSession)
            setsid();
        else
            setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that crashes leaves nobody
    });
    m_process.start(program, words);
    m_process.waitForStarted();
}

Bystander::~Bystander()
{
    ::kill(-pid().value, SIGKILL); // and all that it started
    m_process.waitForFinished();
}

Pid Bystander::pid() const
{
    return Pid { static_cast<std::int32_t>(m_process.processId()) };
}

QByteArray Bystander::line()
{
    while (!m_process.canReadLine() && m_process.waitForReadyRead(kPatience)) { }
    return m_process.readLine().trimmed();
}

Looked Bystander::looksLike(const std::function<bool(const Looked&)>& wanted, Pid at)
{
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        Looked looked = lookAt(at ? at : pid());
        if (wanted(looked) || clock.elapsed() > kPatience)
            return looked;
        usleep(kLookEvery);
    }
}

Looked Bystander::waiting(Pid at)
{
    return looksLike(
        [](const Looked& looked) {
            const Process* const process = looked.world.process(looked.first().pid);
            return process && process->state() == ProcessState::Waiting;
        },
        at);
}

QString tracee(const QString& name)
{
    return QStringLiteral(TRACEES "/") + name;
}

} // namespace ipclab::test
