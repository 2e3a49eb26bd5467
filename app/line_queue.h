// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <deque>
#include <optional>

namespace ipclab {

// Lines in their order, of which some are not known yet: each comes out when all before it are
// known. Bounded: the oldest that are not known are given up when too much waits behind them. One
// thread.
class LineQueue {
public:
    using Place = std::uint64_t;

    void add(const QString& line) { m_lines.push_back({ line, true }); }
    Place reserve() // a place for a line that may come
    {
        m_lines.push_back({ {}, false });
        return m_first + m_lines.size() - 1;
    }
    // Empty: no line comes there. One whose place was given up goes behind all others.
    void fill(Place place, const QString& line)
    {
        if (place >= m_first)
            m_lines.at(place - m_first) = { line, true };
        else if (!line.isEmpty())
            add(line);
    }
    void knowAll() // what is not known does not come any more
    {
        for (Line& line : m_lines)
            line.isKnown = true;
    }
    // The next line that is known, with all before it.
    std::optional<QString> take()
    {
        while (!m_lines.empty() && (m_lines.front().isKnown || m_lines.size() > kMost)) {
            const QString line = m_lines.front().text;
            m_lines.pop_front();
            ++m_first;
            if (!line.isEmpty())
                return line;
        }
        return std::nullopt;
    }

private:
    static constexpr std::size_t kMost = 10'000;

    struct Line {
        QString text;
        bool isKnown = false;
    };
    std::deque<Line> m_lines;
    Place m_first = 0; // of the first that is there
};

} // namespace ipclab
