// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/byte_places.h"
#include "ipc-core/events/words.h"
#include "ipc-core/lab/condition.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ipclab {

// A lab, as its folder says it: values, no behaviour. Made by loadLab.

enum class Variant : std::uint8_t { C, Python };
std::string_view name(Variant variant); // "c", "python"
std::optional<Variant> variantNamed(std::string_view name);

// How one standard stream is wired: by a word (terminal, pipe, fifo, socket, unix, file, null,
// inherit), or by whatever value a switch has.
struct WiringChoice {
    std::string word = "terminal";
    std::string bySwitch; // empty: `word` holds
};

struct LabRun {
    std::string name;
    std::array<std::vector<std::string>, 2> argv; // by Variant
    std::array<WiringChoice, 3> stdio; // stdin, stdout, stderr
    bool takesSwitches = true; // false for a `command` of the machine: it gets no --name=value
    bool later = false; // not launched with the others, but when a step asks for it
};

struct LabSwitch {
    std::string name;
    std::vector<std::string> values; // the first is the default
    bool wiresOnly = false; // it chooses a wiring, and programs are not told
    std::map<std::string, std::string> pythonFlags; // value to the interpreter's own flag, "-u"
};

// What to predict before the run of a step.
struct AskPlace { // where are the bytes?
    StreamRef of;
    Place answer = Place::Writer;
};
struct AskMode { // how is it buffered?
    StreamRef of;
    BufferMode answer = BufferMode::Full;
};
struct AskChoice { // the guide words the choices
    std::vector<std::string> choices;
    std::string answer;
    std::map<std::string, Condition> shows; // by choice: what is true when the step is seen
};
using Ask = std::variant<AskPlace, AskMode, AskChoice>;
std::vector<std::string> choices(const Ask& ask); // the words that may be predicted
std::string answer(const Ask& ask); // the right one

// What the learner is asked to do; the solver does it too.
struct DoRun {
    std::string only; // a run that is launched beside what lives; empty: all that are not `later`
};
struct DoStop { };
struct DoSignal {
    std::string to;
    int signal = 0;
};
struct DoType {
    std::string to; // a run
    std::string text;
};
struct DoClose { // the lab's side of its stdin
    std::string to;
};
struct DoSet {
    std::string name; // of the switch
    std::string value;
};
struct DoRead { // whether the lab reads its ends
    bool reads = true;
};
struct DoWait {
    Condition until;
};
struct DoHold { // or let go on
    std::string process; // empty: all, and who is yet to come
    bool hold = true;
};
struct DoStep { // one call of who is held, as soon as it stands before one
    std::string process;
    std::vector<Call> before; // not empty: as many as it takes to stand before any of these
    std::string mark; // the same, at this mark of the program
};
struct DoSlow {
    unsigned slow = 1; // 1, 10, 100
};
using Action = std::variant<DoRun, DoStop, DoSignal, DoType, DoClose, DoSet, DoRead, DoWait, DoHold,
    DoStep, DoSlow>;

struct Hint {
    std::optional<Condition> when; // always, if absent
    std::string say; // its name in the guide
    std::vector<Action> by; // a wrong path that leads to it, for the proof
    int line = 0; // in lab.toml
};

struct LabStep {
    std::string id;
    std::optional<Ask> ask;
    std::vector<Action> actions;
    std::vector<Condition> expect; // all true at the same moment
    std::vector<Hint> hints;
    int line = 0; // in lab.toml

    [[nodiscard]] bool asksToRun() const; // all from the beginning
};

// The words in one language; texts are Markdown.
struct StepText {
    std::string text;
    std::map<std::string, std::string> hints;
    std::map<std::string, std::string> choices;
};
struct Guide {
    std::string title;
    std::string question;
    std::map<std::string, StepText> steps;
    std::string explanation;
};

// May a lab be called so, or what is in it (a run, a step, a switch)? From 1 to 64 lower-case
// letters, digits, '-' and '_': so it is never a path, whoever says it.
bool isLabId(std::string_view text);

struct Lab {
    std::string folder;
    std::string id;
    std::string topic;
    int order = 0; // within its topic; 0: after those that have one, by id
    bool parallel = false; // its programs may use all processors
    std::vector<LabRun> runs;
    std::vector<LabSwitch> switches;
    std::vector<LabStep> steps;
    std::map<std::string, Guide> guides; // by language: "en", "es"
    std::vector<std::string> cSources; // in the folder, sorted: "child.c"; each is a program
    std::vector<std::string> pythonSources; // "child.py"

    [[nodiscard]] const LabSwitch* switchNamed(std::string_view wanted) const;
    [[nodiscard]] const LabRun* runNamed(std::string_view wanted) const;
    [[nodiscard]] const Guide& guideIn(std::string_view language) const; // else English
    [[nodiscard]] const std::vector<std::string>& sources(Variant variant) const;
};

using SwitchValues = std::map<std::string, std::string>;
SwitchValues defaultSwitches(const Lab& lab);

} // namespace ipclab
