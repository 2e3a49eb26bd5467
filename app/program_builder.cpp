// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program_builder.h"

#include "app/usual_signals.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <ranges>
#include <utility>

namespace ipclab {

namespace {

constexpr int kBuildPatience = 60'000; // ms
constexpr qsizetype kMostMessages = 32 << 10;

constexpr char kWarnings[] = ".warnings";

// What the compiler said of a program lies beside it, and holds as long as that does. Hidden: it is
// none of what the program finds in its folder.
QString wordsPath(const std::string& output)
{
    const QFileInfo program(QString::fromStdString(output));
    return program.path() + QStringLiteral("/.") + program.fileName() + QLatin1String(kWarnings);
}

QString keptWords(const std::string& output)
{
    QFile file(wordsPath(output));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(kMostMessages)) : QString();
}

void keepWords(const std::string& output, const QString& words)
{
    QFile file(wordsPath(output));
    if (words.isEmpty())
        file.remove();
    else if (file.open(QIODevice::WriteOnly))
        file.write(words.toUtf8());
}

// In a process group of its own, setpgid(2), so that all of it can be ended.
void beginCompiler()
{
    ::setpgid(0, 0);
    setUsualSignals();
}

// What a driver that is gone has started is ours, PR_SET_CHILD_SUBREAPER of prctl(2).
void endPassesOf(pid_t group)
{
    if (::waitpid(-group, nullptr, WNOHANG) < 0)
        return; // there are none, and the number may be another's
    ::kill(-group, SIGKILL);
    while (::waitpid(-group, nullptr, 0) > 0) { }
}

} // namespace

bool isKeptWarnings(const std::filesystem::path& file)
{
    return file.extension() == kWarnings && file.stem().native().starts_with('.');
}

ProgramBuilder::~ProgramBuilder()
{
    drop();
}

void ProgramBuilder::drop()
{
    if (m_compiler) {
        m_compiler->disconnect(this); // it is told of its own end, which nobody waits for any more
        killGroup();
    }
    m_compiler.reset(); // which waits for the driver
    if (const pid_t group = std::exchange(m_group, 0); group > 0)
        endPassesOf(group);
}

// While the driver lives or is not waited for, the number is its own. 0 would be our own group.
void ProgramBuilder::killGroup() const
{
    if (m_group > 0 && m_compiler->state() != QProcess::NotRunning)
        ::kill(-m_group, SIGKILL);
}

void ProgramBuilder::build(const std::vector<BuildStep>& steps)
{
    m_steps.clear();
    m_warnings.clear();
    for (const BuildStep& step : std::views::reverse(steps)) {
        if (needsBuild(step))
            m_steps.push_back(step);
        else
            m_warnings.prepend(keptWords(step.output));
    }
    next();
}

void ProgramBuilder::next()
{
    drop();
    if (m_steps.empty()) {
        emit finished(true, m_warnings.left(kMostMessages));
        return;
    }
    const BuildStep step = m_steps.back();
    m_steps.pop_back();
    m_output = step.output;
    QDir().mkpath(QFileInfo(QString::fromStdString(step.output)).path());
    QStringList words;
    for (const std::string& word : step.argv)
        words << QString::fromStdString(word);
    const QString compiler = words.takeFirst();

    m_compiler = std::make_unique<QProcess>();
    m_compiler->setProcessChannelMode(QProcess::MergedChannels);
    m_compiler->setChildProcessModifier(beginCompiler);
    connect(
        m_compiler.get(), &QProcess::finished, this, [this](int code, QProcess::ExitStatus how) {
            ended(how == QProcess::NormalExit && code == 0);
        });
    connect(m_compiler.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            ended(false);
    });
    QTimer::singleShot(kBuildPatience, m_compiler.get(), [this] { killGroup(); });
    m_compiler->start(compiler, words);
    m_group = static_cast<pid_t>(m_compiler->processId());
}

void ProgramBuilder::ended(bool ok)
{
    QString messages = QString::fromLocal8Bit(m_compiler->readAll().left(kMostMessages));
    if (ok) {
        keepWords(m_output, messages);
        m_warnings += messages;
        // Out of its own signal's reach: next() deletes the process object.
        QTimer::singleShot(0, this, &ProgramBuilder::next);
        return;
    }
    m_steps.clear();
    if (const pid_t group = std::exchange(m_group, 0); group > 0)
        endPassesOf(group);
    if (messages.isEmpty())
        messages = m_compiler->errorString();
    emit finished(false, messages);
}

} // namespace ipclab
