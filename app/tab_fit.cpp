// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tab_fit.h"

#include "views/common/look.h"

#include <QEvent>
#include <QFontMetrics>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kAbove = 7; // px, as of all tabs
constexpr int kUsual = 14;
constexpr int kLeast = 4;

} // namespace

TabFit::TabFit(QTabWidget& tabs, const Look& look)
    : QObject(&tabs)
    , m_tabs(tabs)
    , m_look(look)
{
    tabs.installEventFilter(this);
    connect(&look, &Look::changed, this, &TabFit::refit);
}

int TabFit::paddingFor(int width) const
{
    constexpr int kAround = 4; // px that a style adds to a name
    const QFontMetrics metrics = m_tabs.tabBar()->fontMetrics();
    int names = 0;
    for (int i = 0; i < m_tabs.count(); ++i)
        names += metrics.horizontalAdvance(m_tabs.tabText(i)) + kAround;
    const int left = (width - names) / (2 * std::max(m_tabs.count(), 1));
    return std::clamp(left, m_look.px(kLeast), m_look.px(kUsual));
}

void TabFit::refit()
{
    const int padding = paddingFor(m_tabs.width());
    const QString sheet = padding == m_look.px(kUsual)
        ? QString()
        : QStringLiteral("QTabBar::tab { padding: %1px %2px; }")
              .arg(m_look.px(kAbove))
              .arg(padding);
    if (sheet != m_tabs.tabBar()->styleSheet())
        m_tabs.tabBar()->setStyleSheet(sheet);
}

bool TabFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LanguageChange) // whose names they are is told before
        refit();
    return QObject::eventFilter(watched, event);
}

} // namespace ipclab
