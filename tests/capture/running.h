// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QProcess>
#include <QStringList>

#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace ipclab::test {

// A program that nobody watches: the child of a shell, which waits for it and says how it ended.
class Running {
public:
    explicit Running(const QStringList& argv)
    {
        m_shell.setChildProcessModifier([] { // SIGCHLD is blocked in us, and a shell waits by it
            sigset_t none;
            sigemptyset(&none);
            sigprocmask(SIG_SETMASK, &none, nullptr);
        });
        m_shell.start(QStringLiteral("/usr/bin/setsid"),
            QStringList { QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                QStringLiteral("exec 3<&0; \"$0\" \"$@\" <&3 3<&- 2>/dev/null & exec 3<&-;"
                               "echo $! >&2; exec </dev/null >/dev/null; wait $!; echo $? >&2") }
                + argv);
        const QByteArray line = until(true, "\n");
        m_pid = Pid { line.trimmed().toInt() };
        // The shell tells the number at the fork, before it is the program.
        const QByteArray wanted = argv.join(QChar(0)).toLocal8Bit() + '\0';
        for (int i = 0; i < 10'000 && commandLine() != wanted && state() != 'Z'; ++i)
            ::usleep(1000);
    }
    ~Running()
    {
        if (m_pid && m_shell.state() == QProcess::Running) // else its number may be another's
            ::kill(m_pid.value, SIGKILL);
        m_shell.closeWriteChannel();
        m_shell.waitForFinished(5000);
    }

    [[nodiscard]] Pid pid() const { return m_pid; }
    void send(const QByteArray& bytes)
    {
        m_shell.write(bytes);
        m_shell.waitForBytesWritten(1000);
    }
    // Waits for what it writes to end like this.
    bool says(const QByteArray& end) { return until(false, end).endsWith(end); }
    // Waits for it to write anything more, which is taken.
    bool saysMore()
    {
        const bool more = m_shell.waitForReadyRead(10000);
        m_said += m_shell.readAllStandardOutput();
        return more;
    }
    QByteArray output() { return m_said; }
    void closeInput() { m_shell.closeWriteChannel(); }
    // As a shell says it: 128 and the signal. -1: it has not ended.
    int endsWith()
    {
        m_shell.waitForFinished(20000);
        // Before it, a shell says what signal it was.
        const QByteArray last = m_shell.readAllStandardError().trimmed().split('\n').last();
        return last.isEmpty() ? -1 : last.toInt();
    }
    [[nodiscard]] char state() const // of its first thread, proc(5)
    {
        std::ifstream file("/proc/" + std::to_string(m_pid.value) + "/stat");
        std::string stat;
        std::getline(file, stat);
        const std::size_t at = stat.rfind(')');
        return at == std::string::npos || at + 2 >= stat.size() ? '?' : stat[at + 2];
    }

private:
    [[nodiscard]] QByteArray commandLine() const
    {
        std::ifstream file("/proc/" + std::to_string(m_pid.value) + "/cmdline");
        const std::string text { std::istreambuf_iterator<char>(file), {} };
        return QByteArray::fromStdString(text);
    }
    QByteArray until(bool error, const QByteArray& end)
    {
        QByteArray taken;
        QByteArray& said = error ? taken : m_said;
        QElapsedTimer timer;
        timer.start();
        while (!said.endsWith(end) && timer.elapsed() < 10000
            && m_shell.state() != QProcess::NotRunning) {
            m_shell.waitForReadyRead(20);
            said += error ? m_shell.readAllStandardError() : m_shell.readAllStandardOutput();
        }
        said += error ? m_shell.readAllStandardError() : m_shell.readAllStandardOutput();
        return said;
    }

    QProcess m_shell;
    Pid m_pid;
    QByteArray m_said;
};

} // namespace ipclab::test
