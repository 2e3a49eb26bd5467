// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"

#include <random>

namespace ipclab {

namespace {

constexpr int kLab = 4000;

} // namespace

void tellDelayedOutput(Story& story)
{
    constexpr int kReader = 4711;
    constexpr int kWriter = 4712;
    story.lab(kLab);
    story.terminal(1, kLab, 9);
    story.launch(kReader, kLab, { "python3", "reader.py" });
    story.onTerminal(kReader, 1);
    story.at(0.004);
    story.pipe(2);
    story.open(kReader, 3, 2, Access::Read);
    story.launch(kWriter, kReader, { "python3", "writer.py" });
    story.channel(3, ChannelKind::File, "/dev/null");
    story.open(kWriter, 0, 3, Access::Read);
    story.open(kWriter, 1, 2, Access::Write, End::Second);
    story.open(kWriter, 2, 1, Access::ReadWrite, End::Second);
    story.at(0.006);
    story.waitInRead(kReader, 3, 2);
    story.at(0.031);
    story.tell(kWriter, SignalActionSet { { 2 }, SignalAction::Handler });
    story.tell(kWriter, SignalActionSet { { 1 }, SignalAction::Ignore });
    story.stdio(kWriter, 1, "sys.stdout", "Fri Nov 20 21:10:02 2026spam\n");
    story.sleep(kWriter, 2);
    story.at(2.033);
    story.leave(kWriter, Call::ClockNanosleep);
    story.stdio(
        kWriter, 1, "sys.stdout", "Fri Nov 20 21:10:02 2026spam\nFri Nov 20 21:10:04 2026spam\n");
    story.sleep(kWriter, 3.2);
    story.at(4.02);
    story.tell(kReader, UserAction { "look", {}, {} });
}

void tellEndlessDialog(Story& story)
{
    constexpr int kParent = 5210;
    constexpr int kChild = 5211;
    story.lab(kLab);
    story.terminal(1, kLab, 9);
    story.launch(kParent, kLab, { "python3", "parent.py" });
    story.onTerminal(kParent, 1);
    story.at(0.01);
    story.pipe(2);
    story.pipe(3);
    story.open(kParent, 4, 2, Access::Write, End::Second);
    story.open(kParent, 3, 3, Access::Read);
    story.launch(kChild, kParent, { "python3", "child.py" });
    story.open(kChild, 0, 2, Access::Read);
    story.open(kChild, 1, 3, Access::Write, End::Second);
    story.open(kChild, 2, 1, Access::ReadWrite, End::Second);
    story.at(0.1);
    story.write(kParent, 4, 2, "how are you, my dear child?\n");
    story.read(kChild, 0, 2, "how are you, my dear child?\n");
    story.stdio(kChild, 1, "sys.stdout", "I am fine, thank you, parent.\n\n");
    story.at(3.1);
    story.waitInRead(kParent, 3, 3);
    story.at(3.3);
    story.waitInRead(kChild, 0, 2);
    story.at(7.2);
    story.noteFindings();
}

void tellFamily(Story& story)
{
    constexpr int kParent = 4711;
    constexpr int kOne = 4712;
    constexpr int kTwo = 4713;
    constexpr int kZombie = 4714;
    story.lab(kLab);
    story.terminal(1, kLab, 9);
    story.launch(kParent, kLab, { "python3", "parent.py" });
    story.onTerminal(kParent, 1);
    story.at(0.01);
    story.launch(kOne, kParent, { "python3", "one.py" }, StartedBy::Fork);
    story.onTerminal(kOne, 1);
    story.tell(kOne, kOne + 100, ThreadStarted {});
    story.tell(kOne, kOne + 101, ThreadStarted {});
    story.launch(kTwo, kParent, { "python3", "two.py" }, StartedBy::Fork);
    story.onTerminal(kTwo, 1);
    story.launch(kZombie, kTwo, { "true" }, StartedBy::Fork);
    story.onTerminal(kZombie, 1);
    story.at(0.1);
    story.tell(kZombie, ProcessExited { 0, {}, false });
    story.sleep(kOne, 5);
    story.sleep(kTwo, 5);
    story.enter(kParent, Call::Wait4);
}

void tellCrowd(Story& story, int processes, unsigned seed)
{
    std::mt19937 random(seed);
    const auto upTo
        = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    story.lab(kLab);
    story.terminal(1, kLab, 9);
    story.launch(6000, kLab, { "sh", "-c", "many" });
    story.onTerminal(6000, 1);
    unsigned channel = 2;
    for (int i = 1; i < processes; ++i) {
        story.at(0.01 * i);
        const int pid = 6000 + i;
        story.launch(pid, 6000 + upTo(i), { "cat-" + std::to_string(i) });
        if (upTo(3) > 0) {
            story.pipe(channel);
            const int other = 6000 + upTo(i);
            story.open(other, 10 + i, channel, Access::Write, End::Second);
            story.open(pid, 0, channel++, Access::Read);
        }
        if (upTo(4) == 0)
            story.stdio(pid, 1, "stdout", "kept for later");
        if (upTo(2) == 0)
            story.waitInRead(pid, 0, channel - 1);
    }
}

} // namespace ipclab
