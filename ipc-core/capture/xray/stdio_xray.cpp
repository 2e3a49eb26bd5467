// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/stdio_xray.h"

#include "ipc-core/capture/xray/probe_words.h"

namespace ipclab {

StdioXray::StdioXray(Pid pid)
    : m_pid(pid)
{
}

StdioXray StdioXray::forked(Pid child) const
{
    StdioXray copy(*this);
    copy.m_pid = child;
    return copy;
}

void StdioXray::executed()
{
    *this = StdioXray(m_pid);
}

std::vector<StdioReading> StdioXray::sample()
{
    m_glibc.look(m_pid);
    m_batch.clear();
    m_glibc.ask(m_batch);
    m_python.ask(m_batch);
    m_batch.read(m_pid);

    std::vector<StdioReading> readings;
    m_glibc.take(m_pid, m_batch, readings);
    if (m_glibc.isKnown())
        m_cpp.look(m_pid);
    m_cpp.take(m_pid, readings);
    m_python.take(m_pid, m_batch, readings);
    return readings;
}

bool StdioXray::probeSpoke(std::string_view path)
{
    const auto words = parseProbeWords(path);
    if (!words)
        return isProbePath(path);
    if (words->topic == ProbeTopic::Calibrate)
        m_python.calibrate(m_pid, words->objects);
    else if (words->topic == ProbeTopic::Frames)
        m_frames.calibrate(m_pid, words->objects, m_python.layout());
    else
        m_python.addStream(m_pid, words->objects);
    return true;
}

} // namespace ipclab
