// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event_json.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <QTest>

#include <string>

namespace ipclab::test {

// A log told as the lines of a session file, without the index and the time: 10 ms pass between
// two events. Process 1 is the lab itself.
class Story {
public:
    Story()
    {
        tell(R"("pid":1,"tid":1,"event":"process_started","ppid":0,"by":"launch","self":true)");
    }

    void tell(const std::string& fields)
    {
        const int ms = static_cast<int>(m_log.size()) * 10;
        char time[32];
        std::snprintf(time, sizeof time, "%d.%03d000000", ms / 1000, ms % 1000);
        const std::string line
            = "{\"i\":" + std::to_string(m_log.size()) + ",\"t\":" + time + "," + fields + "}";
        const auto event = m_reader.read(line);
        if (!event)
            qFatal("no event: %s (%s %s)", line.c_str(), event.error().step.c_str(),
                event.error().subject.c_str());
        m_log.append(*event);
    }
    // "pid":N,"tid":N,"event":NAME, and the rest
    void tell(int pid, const std::string& event, const std::string& rest = {})
    {
        const std::string number = std::to_string(pid);
        tell("\"pid\":" + number + ",\"tid\":" + number + ",\"event\":\"" + event + "\""
            + (rest.empty() ? "" : "," + rest));
    }

    // A launched program whose stdout goes to the lab over `channel` (of that kind).
    void launch(int pid, const std::string& program, int channel, const std::string& kind)
    {
        const std::string id = std::to_string(channel);
        tell(pid, "process_started", R"("ppid":1,"by":"launch")");
        tell(1, "channel_created",
            "\"channel\":" + id + ",\"kind\":\"" + kind + "\",\"name\":\"x\"");
        tell(1, "descriptor_opened",
            "\"fd\":20,\"channel\":" + id + ",\"access\":\"r\",\"end\":\"first\"");
        tell(pid, "descriptor_opened",
            "\"fd\":1,\"channel\":" + id + ",\"access\":\"w\",\"end\":\"second\"");
        tell(pid, "program_executed",
            "\"path\":\"/x/" + program + "\",\"argv\":[\"./" + program + "\"]");
    }
    void stdio(int pid, const std::string& stream, int fd, const std::string& mode, int pending,
        int unread = 0)
    {
        tell(pid, "stdio_level",
            "\"stream\":\"" + stream + "\",\"fd\":" + std::to_string(fd) + ",\"mode\":\"" + mode
                + "\",\"pending\":" + std::to_string(pending)
                + ",\"unread\":" + std::to_string(unread) + ",\"capacity\":4096");
    }
    void moved(int pid, const std::string& event, int fd, int channel, const std::string& text,
        const std::string& end)
    {
        const std::string count = std::to_string(text.size());
        std::string escaped;
        for (const char c : text)
            escaped += c == '\n' ? std::string("\\n") : std::string(1, c);
        tell(pid, event,
            "\"fd\":" + std::to_string(fd) + ",\"channel\":" + std::to_string(channel)
                + ",\"end\":\"" + end + "\",\"call\":\""
                + (event == "bytes_read" ? "read" : "write") + "\",\"requested\":" + count
                + ",\"count\":" + count + ",\"text\":\"" + escaped + "\"");
    }

    [[nodiscard]] const EventLog& log() const { return m_log; }

private:
    EventReader m_reader;
    EventLog m_log;
};

} // namespace ipclab::test
