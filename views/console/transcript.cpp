// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/console/transcript.h"

#include "views/common/visible_bytes.h"

#include <algorithm>
#include <utility>

namespace ipclab {

void Transcript::add(Source source, std::string_view bytes, const QString& who)
{
    if (source == Source::Note || bytes.empty())
        return;
    std::string& tail = m_tails[{ source, who }];
    std::string all = std::exchange(tail, {});
    all += bytes;
    const bool waits = m_terminal && source != Source::Sent && all.ends_with('\r');
    const std::size_t unfinished = waits ? 1 : unfinishedTail(all);
    tail = all.substr(all.size() - unfinished);
    append(source, std::string_view(all).substr(0, all.size() - unfinished), who);
    bound();
}

void Transcript::append(Source source, std::string_view bytes, const QString& who)
{
    while (!bytes.empty()) {
        TranscriptLine& line = lineFor(source, who);
        const std::size_t newline = bytes.find('\n');
        std::size_t length = newline == std::string_view::npos ? bytes.size() : newline + 1;
        const std::size_t room = kMostInLine - std::min(line.bytes, kMostInLine - 1);
        bool full = false;
        if (length > room) {
            full = true;
            // Not in the middle of a character, as long as they are characters.
            length = room - std::min(unfinishedTail(bytes.substr(0, room)), room - 1);
        }
        const bool terminal = m_terminal && source != Source::Sent;
        if (terminal && full && length > 1 && bytes.substr(length - 1).starts_with("\r\n"))
            --length; // nor between the two that are one
        const bool one = terminal && bytes.substr(0, length).ends_with("\r\n");
        const QString text = visibleText(bytes.substr(0, one ? length - 2 : length))
            + visibleText(one ? "\n" : "");
        line.text += text;
        m_characters += text.size();
        line.bytes += length;
        line.open = !full && newline == std::string_view::npos;
        m_bytes += length;
        bytes.remove_prefix(length);
    }
}

// Nothing follows any more that the CR could be one with.
void Transcript::addTail(Source source, const QString& who)
{
    const auto tail = m_tails.find({ source, who });
    if (tail != m_tails.end() && tail->second == "\r")
        append(source, std::exchange(tail->second, {}), who);
}

void Transcript::addNote(const QString& text, const QString& who)
{
    addTail(Source::Output, who);
    addTail(Source::Errors, who);
    m_lines.push_back({ Source::Note, who, text, 0, false });
    m_characters += text.size();
    bound();
}

void Transcript::rewordNotes(const QString& text)
{
    for (TranscriptLine& line : m_lines) {
        if (line.source != Source::Note)
            continue;
        m_characters += text.size() - line.text.size();
        line.text = text;
    }
    bound();
}

void Transcript::skip(std::uint64_t bytes)
{
    if (bytes == 0)
        return;
    // What follows is not the rest of what came before.
    for (auto& [from, tail] : m_tails) {
        m_dropped += tail.size();
        tail.clear();
    }
    if (!m_lines.empty())
        m_lines.back().open = false;
    m_dropped += bytes;
}

void Transcript::clear()
{
    const bool terminal = m_terminal;
    *this = {};
    m_terminal = terminal;
}

TranscriptLine& Transcript::lineFor(Source source, const QString& who)
{
    if (m_lines.empty() || m_lines.back().source != source || m_lines.back().who != who
        || !m_lines.back().open || m_lines.back().bytes >= kMostInLine)
        m_lines.push_back({ source, who, {}, 0, true });
    return m_lines.back();
}

void Transcript::bound()
{
    const auto tooMuch = [this] { return m_bytes > kMostBytes || m_characters > kMostCharacters; };
    while (m_lines.size() > kMostLines || (tooMuch() && m_lines.size() > 1)) {
        m_characters -= m_lines.front().text.size();
        m_bytes -= m_lines.front().bytes;
        m_dropped += m_lines.front().bytes;
        m_lines.pop_front();
        ++m_firstLine;
    }
}

} // namespace ipclab
