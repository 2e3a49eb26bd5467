// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program_builder.h"

#include "app/usual_signals.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

#include <csignal>
#include <ranges>

namespace ipclab {

namespace {

constexpr int kPatience = 60'000; // ms
constexpr qsizetype kMostMessages = 32 << 10;

} // namespace

// A compiler that still runs is killed when it goes, and would tell its end.
ProgramBuilder::~ProgramBuilder()
{
    if (m_compiler)
        m_compiler->disconnect(this);
}

void ProgramBuilder::build(const std::vector<BuildStep>& steps)
{
    m_steps.clear();
    for (const BuildStep& step : std::views::reverse(steps)) {
        if (needsBuild(step))
            m_steps.push_back(step);
    }
    next();
}

void ProgramBuilder::next()
{
    m_compiler.reset();
    if (m_steps.empty()) {
        emit finished(true, {});
        return;
    }
    const BuildStep step = m_steps.back();
    m_steps.pop_back();
    QDir().mkpath(QFileInfo(QString::fromStdString(step.output)).path());
    QStringList words;
    for (const std::string& word : step.argv)
        words << QString::fromStdString(word);
    const QString compiler = words.takeFirst();

    m_compiler = std::make_unique<QProcess>();
    m_compiler->setProcessChannelMode(QProcess::MergedChannels);
    m_compiler->setChildProcessModifier(setUsualSignals);
    connect(
        m_compiler.get(), &QProcess::finished, this, [this](int code, QProcess::ExitStatus how) {
            ended(how == QProcess::NormalExit && code == 0);
        });
    connect(m_compiler.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            ended(false);
    });
    QTimer::singleShot(kPatience, m_compiler.get(), &QProcess::kill);
    m_compiler->start(compiler, words);
}

void ProgramBuilder::ended(bool ok)
{
    if (ok) {
        // Out of its own signal's reach: next() deletes the process object.
        QTimer::singleShot(0, this, &ProgramBuilder::next);
        return;
    }
    m_steps.clear();
    QString messages = QString::fromLocal8Bit(m_compiler->readAll().left(kMostMessages));
    if (messages.isEmpty())
        messages = m_compiler->errorString();
    emit finished(false, messages);
}

} // namespace ipclab
