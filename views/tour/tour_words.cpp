// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tour/tour_words.h"

#include <QCoreApplication>

#include <array>

namespace ipclab {

namespace {

struct TourWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::TourWords)
};

struct Words {
    const char* title;
    const char* text;
};

// In the order of TourStop.
constexpr std::array<Words, kTourStops> kWords { {
    { QT_TRANSLATE_NOOP("ipclab::TourWords", "Welcome to IPC Lab"),
        QT_TRANSLATE_NOOP("ipclab::TourWords",
            "Here real programs run, and you see what the kernel does with them. Each card is a "
            "lab: a question about processes. This tour opens one of them and takes a minute.") },
    { QT_TRANSLATE_NOOP("ipclab::TourWords", "One question, step by step"),
        QT_TRANSLATE_NOOP("ipclab::TourWords",
            "A lab asks something. Each step says what to do; some ask first what you expect. A "
            "step is done when it has really happened, not when you say so.") },
    { QT_TRANSLATE_NOOP("ipclab::TourWords", "Run starts the real programs"),
        QT_TRANSLATE_NOOP("ipclab::TourWords",
            "In Python or in C, as you choose on the left. In any lab, the key is Ctrl+R. “Next” "
            "presses it for you now.") },
    { QT_TRANSLATE_NOOP("ipclab::TourWords", "Processes are cards"),
        QT_TRANSLATE_NOOP("ipclab::TourWords",
            "Each card is a process: its pid, whether it runs or waits, and its own buffers. The "
            "lines go from parent to child. Click a card to choose it. “Next” types “hello” for "
            "you.") },
    { QT_TRANSLATE_NOOP("ipclab::TourWords", "Pipes are tubes: here the bytes lie"),
        QT_TRANSLATE_NOOP("ipclab::TourWords",
            "A tube fills with the bytes that were written and not read yet. The legend counts "
            "all of them: still in the writer, in the kernel, in the reader, or read.") },
    { QT_TRANSLATE_NOOP("ipclab::TourWords", "Everything that was sent"),
        QT_TRANSLATE_NOOP("ipclab::TourWords",
            "Who wrote what, who read it, and when. The other tabs show the same run as lanes of "
            "time, as system calls, as plots, and the programs’ code.") },
    { QT_TRANSLATE_NOOP("ipclab::TourWords", "Why does it wait?"),
        QT_TRANSLATE_NOOP("ipclab::TourWords",
            "For the chosen process it says in one sentence why it waits, and for whom. Below: "
            "its open files, and the signals that you can send it.") },
    { QT_TRANSLATE_NOOP("ipclab::TourWords", "Time goes back too"),
        QT_TRANSLATE_NOOP("ipclab::TourWords",
            "Drag along the bar and every panel shows that moment; “Live” comes back. Pause and "
            "slow down as you like. The tour is in the menu Help. Now the lab is yours.") },
} };

const Words& wordsOf(TourStop stop)
{
    return kWords.at(static_cast<std::size_t>(stop));
}

} // namespace

QString tourTitle(TourStop stop)
{
    return TourWords::tr(wordsOf(stop).title);
}

QString tourText(TourStop stop)
{
    return TourWords::tr(wordsOf(stop).text);
}

} // namespace ipclab
