// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/loop_watch.h"

#include "tests/bench/figures.h"

#include <QAbstractEventDispatcher>

#include <algorithm>

namespace ipclab::bench {

namespace {

constexpr std::int64_t kFrame = 1'000'000'000 / 60;

} // namespace

LoopWatch::LoopWatch(int& argc, char** argv)
    : QApplication(argc, argv)
{
    const auto* const dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &LoopWatch::endStretch);
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &LoopWatch::endStretch);
}

bool LoopWatch::notify(QObject* receiver, QEvent* event)
{
    if (!m_busy) {
        m_busy = true;
        m_current.from = now();
        m_processorBefore = threadTime();
    }
    return QApplication::notify(receiver, event);
}

void LoopWatch::endStretch()
{
    if (!m_busy)
        return;
    m_busy = false;
    m_current.to = now();
    m_current.processor = threadTime() - m_processorBefore;
    m_stretches.push_back(m_current);
}

std::vector<double> LoopWatch::longestPerFrame(
    std::int64_t from, std::int64_t to, bool processorOnly) const
{
    std::vector<double> longest(
        static_cast<std::size_t>(std::max<std::int64_t>(to - from, 0) / kFrame));
    for (const Stretch& one : m_stretches) {
        const double busy
            = static_cast<double>(processorOnly ? one.processor : one.to - one.from) / 1e6;
        for (std::int64_t frame = std::max<std::int64_t>(one.from - from, 0) / kFrame;
             frame <= (one.to - from) / kFrame && frame < std::ssize(longest); ++frame) {
            double& most = longest[static_cast<std::size_t>(frame)];
            most = std::max(most, busy);
        }
    }
    return longest;
}

} // namespace ipclab::bench
