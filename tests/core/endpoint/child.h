// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QByteArray>
#include <QFile>

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "ipc-core/endpoint/endpoints.h"

namespace ipclab::test {

constexpr rlim_t kMostInAFile = 256UL * 1024 * 1024; // bytes

// A real child process whose stdio are the child's ends of `endpoints`, which are then closed here.
class Child {
public:
    Child(Endpoints& endpoints, std::vector<std::string> argv)
        : Child(endpoints, std::function<int()>([&argv] {
            std::vector<char*> words;
            for (std::string& word : argv)
                words.push_back(word.data());
            words.push_back(nullptr);
            ::execvp(words[0], words.data());
            return 127;
        }))
    {
    }
    Child(Endpoints& endpoints, const std::function<int()>& body)
    {
        const std::array<int, 3> ends = endpoints.childDescriptors();
        m_pid = ::fork();
        if (m_pid == 0) {
            // A test that is killed leaves no child, and no child fills the disk.
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            const rlimit most { kMostInAFile, kMostInAFile };
            ::setrlimit(RLIMIT_FSIZE, &most);
            ::setsid();
            ::signal(SIGPIPE, SIG_DFL);
            for (int stream = 0; stream < 3; ++stream)
                ::dup2(ends[static_cast<std::size_t>(stream)], stream);
            if (const auto terminal = endpoints.terminalStream())
                ::ioctl(*terminal, TIOCSCTTY, 0);
            ::closefrom(3); // what exec would do; some bodies do not exec
            ::_exit(body());
        }
        endpoints.closeChildEnds();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child()
    {
        if (m_pid > 0 && !hasExited()) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
    }

    // Reaps it when it is dead.
    bool hasExited()
    {
        if (m_pid > 0 && ::waitpid(m_pid, &m_status, WNOHANG) == m_pid)
            m_pid = -1;
        return m_pid < 0;
    }
    // As a shell would say it; meaningful once hasExited().
    int code() const
    {
        return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : 128 + WTERMSIG(m_status);
    }
    // The state letter of /proc/PID/stat.
    char state() const
    {
        QFile file(QStringLiteral("/proc/%1/stat").arg(m_pid));
        if (!file.open(QIODevice::ReadOnly))
            return '?';
        const QByteArray line = file.readAll();
        return line.at(line.lastIndexOf(')') + 2);
    }

private:
    pid_t m_pid = -1;
    int m_status = 0;
};

} // namespace ipclab::test
