// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour.h"

#include "views/tour/tour_bubble.h"

#include <QApplication>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr int kFollow = 200; // ms

} // namespace

Tour::Tour(const Look& look, QWidget& window, Guide guide)
    : QObject(&window)
    , m_look(look)
    , m_window(window)
    , m_guide(std::move(guide))
{
    m_follow.setInterval(kFollow);
    connect(&m_follow, &QTimer::timeout, this, &Tour::follow);
}

bool Tour::goesOn() const
{
    return !m_bubble.isNull();
}

void Tour::begin()
{
    if (!m_bubble) {
        m_focus = QApplication::focusWidget();
        m_bubble = new TourBubble(m_look, &m_window);
        connect(m_bubble, &TourBubble::nextWanted, this, [this] { go(+1); });
        connect(m_bubble, &TourBubble::backWanted, this, [this] { go(-1); });
        connect(m_bubble, &TourBubble::skipWanted, this, &Tour::end);
    }
    m_stop = TourStop::Welcome;
    go(0);
    m_follow.start();
}

void Tour::go(int by)
{
    const int to = static_cast<int>(m_stop) + by;
    if (to >= kTourStops)
        return end();
    m_stop = static_cast<TourStop>(std::max(to, 0));
    m_guide.arrive(m_stop);
    follow();
    m_bubble->showStop(m_stop);
    follow();
}

void Tour::follow()
{
    if (m_bubble)
        m_bubble->pointAt(m_guide.place(m_stop));
}

void Tour::end()
{
    if (!m_bubble)
        return;
    const bool focused = m_bubble->isAncestorOf(QApplication::focusWidget());
    m_follow.stop();
    m_bubble->hide();
    m_bubble->deleteLater();
    m_bubble = nullptr;
    if (focused && m_focus && m_focus->isVisible())
        m_focus->setFocus(Qt::OtherFocusReason);
    else if (focused)
        m_guide.leave();
}

} // namespace ipclab
