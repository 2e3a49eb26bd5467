// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page_zoom.h"

#include "views/common/css.h"
#include "views/common/look.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>

namespace ipclab {

PanelZoom::PanelZoom(const Look& look, QWidget& page)
    : m_look(look)
    , m_page(page)
    , m_strip(new QWidget(&page))
    , m_label(new QLabel(m_strip))
    , m_back(new QPushButton(m_strip))
{
    auto* row = new QHBoxLayout(m_strip);
    row->addWidget(m_label, 1);
    row->addWidget(m_back);
    m_strip->hide();
    m_strip->installEventFilter(this);
    connect(m_back, &QPushButton::clicked, this, &PanelZoom::leave);
    connect(&look, &Look::changed, this, &PanelZoom::applyLook);
    applyLook();
    retranslate();
}

void PanelZoom::addPanel(QWidget* panel)
{
    m_panels.push_back({ panel, {} });
}

void PanelZoom::addFrame(QWidget* widget)
{
    m_frames.push_back(widget);
}

void PanelZoom::setName(const QWidget* panel, const QString& name)
{
    const auto found = std::ranges::find(m_panels, panel, &Panel::widget);
    if (found != m_panels.end())
        found->name = name;
    if (panel == m_whole)
        m_label->setText(name);
}

void PanelZoom::setPresent(QWidget* panel, bool present)
{
    if (panel == m_whole && !present)
        leave();
    if (!zoomed() || panel == m_whole) {
        panel->setVisible(present);
        return;
    }
    std::erase_if(m_hidden, [panel](const auto& widget) { return widget == panel; });
    if (present)
        m_hidden.emplace_back(panel);
}

void PanelZoom::toggle()
{
    if (zoomed()) {
        leave();
        return;
    }
    const QWidget* const focused = QApplication::focusWidget();
    const auto found = std::ranges::find_if(m_panels, [&](const Panel& panel) {
        return focused && (panel.widget == focused || panel.widget->isAncestorOf(focused));
    });
    if (found != m_panels.end())
        return enter(*found);
    // A command has no guide.
    const auto first = std::ranges::find_if(
        m_panels, [](const Panel& panel) { return !panel.widget->isHidden(); });
    if (first != m_panels.end())
        enter(*first);
}

void PanelZoom::enter(const Panel& panel)
{
    m_focus = QApplication::focusWidget();
    for (QWidget* frame : m_frames)
        hide(frame);
    // All that stands beside the panel, or beside what holds it.
    for (QWidget* widget = panel.widget; widget != &m_page; widget = widget->parentWidget()) {
        const auto* const splitter = qobject_cast<QSplitter*>(widget->parentWidget());
        for (int i = 0; splitter && i < splitter->count(); ++i) {
            if (splitter->widget(i) != widget)
                hide(splitter->widget(i));
        }
    }
    m_whole = panel.widget;
    m_label->setText(panel.name);
    m_strip->show();
    if (!panel.widget->isAncestorOf(QApplication::focusWidget()))
        panel.widget->setFocus(Qt::OtherFocusReason);
    emit changed(true);
}

void PanelZoom::hide(QWidget* widget)
{
    if (widget->isHidden())
        return;
    m_hidden.emplace_back(widget);
    widget->hide();
}

void PanelZoom::leave()
{
    if (!zoomed())
        return;
    for (const QPointer<QWidget>& widget : m_hidden) {
        if (widget)
            widget->show();
    }
    m_hidden.clear();
    m_whole = nullptr;
    m_strip->hide();
    QWidget* to = m_focus;
    while (to && !to->isVisible()) // it was put away meanwhile: what it was in
        to = to->parentWidget();
    if (to)
        to->setFocus(Qt::OtherFocusReason);
    emit changed(false);
}

void PanelZoom::retranslate()
{
    m_back->setText(tr("All panels") + QStringLiteral("  F10"));
    m_back->setToolTip(tr("Back to all panels (F10, Esc)"));
}

void PanelZoom::applyLook()
{
    m_strip->layout()->setContentsMargins(m_look.px(14), m_look.px(6), m_look.px(12), m_look.px(6));
    m_label->setStyleSheet(css(m_look.strong(), m_look.colour(Ink::Text)));
}

bool PanelZoom::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace ipclab
