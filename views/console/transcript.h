// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace ipclab {

enum class Source : std::uint8_t { Output, Errors, Sent, Note };

// One line of what went through the lab's own end, nothing in it hidden.
struct TranscriptLine {
    Source source = Source::Output;
    QString who; // the program it came from or went to, where there are several
    QString text;
    std::size_t bytes = 0; // that it stands for
    bool open = true; // more of the same may follow on it
};

// What went through, as lines; the oldest beyond kMostBytes, kMostCharacters or kMostLines are
// dropped and counted. A line without a newline is broken where it gets too long to lay
// out, without a mark. One thread.
class Transcript {
public:
    static constexpr std::size_t kMostBytes = 256 * 1024;
    static constexpr qsizetype kMostCharacters = 128 * 1024; // a byte may take six: “‹NUL›”
    static constexpr std::size_t kMostLines = 2000; // short lines cost more to lay out than bytes
    static constexpr std::size_t kMostInLine = 512;

    // What comes is a terminal's, which puts a CR before each newline (ONLCR, termios(3)): the two
    // are shown as one. A CR that nothing follows yet waits for what does.
    void setTerminal(bool terminal) { m_terminal = terminal; }
    void add(Source source, std::string_view bytes, const QString& who = {});
    void addNote(const QString& text, const QString& who = {});
    void rewordNotes(const QString& text); // in another language, all of them
    void skip(std::uint64_t bytes); // they went through, and are only counted
    void clear();

    [[nodiscard]] const std::deque<TranscriptLine>& lines() const { return m_lines; }
    [[nodiscard]] std::uint64_t firstLine() const { return m_firstLine; } // dropped before it
    [[nodiscard]] std::uint64_t droppedBytes() const { return m_dropped; }

private:
    TranscriptLine& lineFor(Source source, const QString& who);
    void addTail(Source source, const QString& who);
    void append(Source source, std::string_view bytes, const QString& who);
    void bound();

    std::deque<TranscriptLine> m_lines;
    bool m_terminal = false;
    // Of each source: a character that is not complete yet.
    std::map<std::pair<Source, QString>, std::string> m_tails;
    std::size_t m_bytes = 0;
    qsizetype m_characters = 0;
    std::uint64_t m_firstLine = 0;
    std::uint64_t m_dropped = 0;
};

} // namespace ipclab
