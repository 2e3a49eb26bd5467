// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace ipclab {

// What is wrong with a lab's folder. Views make the sentence.
enum class ProblemKind : std::uint8_t {
    MissingFile, // subject: its name
    Unreadable, // expected: the errno's name
    TooLarge, // a file, a list or a text; subject: which; expected: the limit
    Syntax, // not TOML; subject: what the parser says
    MissingKey,
    WrongType, // expected: string, integer, boolean, array, table, or "1 key"
    UnknownKey,
    BadId, // an id may have a-z, 0-9, - and _
    DuplicateId,
    OutsideFolder, // a path that leaves the lab's folder
    UnknownProgram, // subject: the source file that is not there
    UnknownRun,
    UnknownSwitch,
    UnknownValue, // of a switch, or of a question; expected: those there are
    UnknownWiring, // from here on, expected: the words there are
    UnknownPlace,
    UnknownMode,
    UnknownFinding,
    UnknownSignal,
    UnknownStream,
    UnknownWord, // any other closed set: kinds of channels, reasons, calls, events
    UnknownAction,
    UnknownCondition,
    UnknownFact, // in double braces in a guide
    MissingText, // subject: the heading that a guide lacks
    UnknownText, // subject: a heading for what does not exist
};

struct Problem {
    ProblemKind kind = ProblemKind::Syntax;
    std::string file; // within the lab's folder
    int line = 0; // from 1; 0 means the file as a whole
    int column = 0;
    std::string subject;
    std::string expected;

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

} // namespace ipclab
