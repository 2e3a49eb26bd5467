// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/text_faults.h"

#include "views/common/contrast.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QGraphicsView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QToolTip>

#include <algorithm>

namespace ipclab::test {

namespace {

constexpr double kSlack = 1.5; // points: glyphs lean over their edges
constexpr double kTouched = 0.15; // share of a text's pixels: a line that crosses it
constexpr double kHidden = 0.97; // it is under something that is meant to hide it
constexpr QChar kEllipsis = u'…';

QString said(const PaintedText& text)
{
    return QStringLiteral("“%1” at %2,%3 %4×%5")
        .arg(text.words.left(50))
        .arg(text.place.x(), 0, 'f', 1)
        .arg(text.place.y(), 0, 'f', 1)
        .arg(text.place.width(), 0, 'f', 1)
        .arg(text.place.height(), 0, 'f', 1);
}

bool canBeSeen(const PaintedText& text)
{
    return !text.words.trimmed().isEmpty() && !text.seen.isEmpty() && text.covered < kHidden;
}

QWidget* widgetAt(const QWidget& window, const QPointF& place)
{
    // Not rounded: a place at the edge of a widget is in it.
    const QPoint point(static_cast<int>(place.x()), static_cast<int>(place.y()));
    QWidget* const child = window.childAt(point);
    return child ? child : const_cast<QWidget*>(&window);
}

bool holds(const QRectF& outer, const QRectF& inner)
{
    return outer.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(inner);
}

// It goes on below or beside the edge of an area that can be scrolled that way.
bool isScrolled(const QWidget& window, const PaintedText& text)
{
    for (QWidget* one = widgetAt(window, text.seen.center()); one; one = one->parentWidget()) {
        const auto* const area = qobject_cast<const QAbstractScrollArea*>(one);
        if (!area || !area->viewport())
            continue;
        const QWidget* const port = area->viewport();
        QRectF edge(QPointF(port->mapTo(&window, QPoint())), QSizeF(port->size()));
        if (!edge.contains(text.seen.center())) { // beside it: the numbers of its lines
            const QPoint corner = area->mapTo(&window, QPoint());
            edge.setLeft(corner.x());
            edge.setRight(corner.x() + area->width());
        }
        const auto scrolls = [](const QScrollBar* bar, Qt::ScrollBarPolicy policy) {
            return bar->maximum() > bar->minimum() && policy != Qt::ScrollBarAlwaysOff;
        };
        const bool below = text.place.top() < edge.top() || text.place.bottom() > edge.bottom();
        const bool beside = text.place.left() < edge.left() || text.place.right() > edge.right();
        const QRectF there = text.place & edge;
        if (holds(text.seen, there)
            && (!below || scrolls(area->verticalScrollBar(), area->verticalScrollBarPolicy()))
            && (!beside || scrolls(area->horizontalScrollBar(), area->horizontalScrollBarPolicy())))
            return true;
    }
    return false;
}

// Tabs that have no room are reached by the arrows beside them.
bool isScrolledTab(const QWidget& widget)
{
    const auto* const bar = qobject_cast<const QTabBar*>(&widget);
    return bar && bar->usesScrollButtons();
}

// Its own words end so: "Save as…".
bool isMeant(const QWidget& window, const QWidget& widget, const PaintedText& text)
{
    const QString& words = text.words;
    if (const auto* const view = qobject_cast<const QAbstractItemView*>(widget.parentWidget())) {
        const QPoint here = widget.mapFrom(&window, text.seen.center().toPoint());
        return view->indexAt(here).data().toString().contains(words);
    }
    if (widget.accessibleName().contains(words))
        return true;
    const auto* const button = qobject_cast<const QAbstractButton*>(&widget);
    const auto* const label = qobject_cast<const QLabel*>(&widget);
    const auto* const edit = qobject_cast<const QLineEdit*>(&widget);
    const QString whole = button ? button->text().remove(u'&')
        : label                  ? label->text()
        : edit                   ? edit->placeholderText() + edit->text()
                                 : QString();
    return label ? whole.contains(words) && label->toolTip().isEmpty() : whole.contains(words);
}

QString tipAt(const QWidget& window, const QPointF& place)
{
    QWidget* const widget = widgetAt(window, place);
    const QPoint here = widget->mapFrom(&window, place.toPoint());
    QToolTip::showText({}, QString());
    QHelpEvent event(QEvent::ToolTip, here, widget->mapToGlobal(here));
    QApplication::sendEvent(widget, &event);
    QString tip = QToolTip::text();
    QToolTip::hideText();
    return tip;
}

// The tooltip has what is before the dots, and what is after them.
bool isWholeInTip(const QString& words, const QString& tip)
{
    qsizetype from = 0;
    for (const QString& part : words.split(kEllipsis)) {
        for (const QString& word : part.split(u' ', Qt::SkipEmptyParts)) {
            if (std::ranges::none_of(word, [](QChar sign) { return sign.isLetterOrNumber(); }))
                continue;
            const QString escaped = word.toHtmlEscaped();
            qsizetype at = tip.indexOf(word, from);
            if (at < 0)
                at = tip.indexOf(escaped, from);
            if (at < 0)
                return false;
            from = at;
        }
    }
    return !tip.isEmpty();
}

// In the lanes: arrows cross words, and what is later than the moment is pale.
// A focus is painted over the word of its tab, and lets it through.
bool isVeiled(const QWidget& widget)
{
    if (qobject_cast<const QTabBar*>(&widget) && widget.hasFocus())
        return true;
    return widget.parentWidget()
        && qstrcmp(widget.parentWidget()->metaObject()->className(), "ipclab::LanesView") == 0;
}

// A shape that is painted as a letter is none: it has to be seen, not read (WCAG 2.1, 1.4.11).
bool isMark(const QString& words)
{
    return words.size() == 1 && words.front().category() == QChar::Symbol_Other;
}

// What a field says while it is empty: Qt 6.4 paints it in half of the field's ink, whatever the
// palette says. It is to be seen at least.
double leastContrastOf(const QWidget& widget, const QString& words)
{
    const auto* const line = qobject_cast<const QLineEdit*>(&widget);
    const auto* const lines = qobject_cast<const QPlainTextEdit*>(widget.parentWidget());
    const bool empty = (line && line->text().isEmpty()) || (lines && lines->document()->isEmpty());
    return empty || isMark(words) ? kMarkContrast : kTextContrast;
}

QString faultIn(const QWidget& window, const PaintedText& text)
{
    const QWidget* const widget = widgetAt(window, text.seen.center());
    const QString whose = said(text) + QStringLiteral(" of ")
        + QString::fromLatin1(widget->metaObject()->className());
    if (!holds(text.seen, text.place) && !isScrolled(window, text) && !isScrolledTab(*widget))
        return QStringLiteral("cut: ") + whose;
    if (text.words.contains(kEllipsis) && !isMeant(window, *widget, text)) {
        const QString tip = tipAt(window, text.seen.center());
        if (!isWholeInTip(text.words, tip))
            return QStringLiteral("elided, and its tip is “%1”: ").arg(tip) + whose;
    }
    if (widget->isEnabled() && text.contrast < leastContrastOf(*widget, text.words))
        return QStringLiteral("%1 : 1, %2 on %3: ")
                   .arg(text.contrast, 0, 'f', 2)
                   .arg(text.ink.name(QColor::HexArgb), text.worstGround.name())
            + whose;
    return {};
}

} // namespace

QStringList faultsOf(const std::vector<PaintedText>& texts)
{
    // A style paints the words of a tab anew to underline them.
    const auto isPaintedAgain = [](const std::vector<PaintedText>& all, std::size_t one) {
        return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(one) + 1, all.end(),
            [&](const PaintedText& other) {
                return other.words == all[one].words && other.place.intersects(all[one].place);
            });
    };
    QStringList found;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const PaintedText& text = texts[i];
        if (!canBeSeen(text))
            continue;
        if (text.covered > kTouched && !isPaintedAgain(texts, i))
            found << QStringLiteral("painted over by %1 %: ").arg(text.covered * 100, 0, 'f', 0)
                    + said(text);
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const QRectF both = text.seen & texts[j].seen;
            if (canBeSeen(texts[j]) && both.width() > kSlack && both.height() > kSlack)
                found << QStringLiteral("over each other: ") + said(text) + QStringLiteral(", ")
                        + said(texts[j]);
        }
    }
    return found;
}

QStringList paintedFaults(QWidget& window)
{
    Witnessed now = witnessed(window);
    for (PaintedText& text : now.texts) {
        if (text.covered < kHidden && isVeiled(*widgetAt(window, text.seen.center())))
            text.covered = 0;
    }
    QStringList found = faultsOf(now.texts);
    for (const PaintedText& text : now.texts) {
        if (!canBeSeen(text))
            continue;
        if (const QString fault = faultIn(window, text); !fault.isEmpty())
            found << fault;
    }
    return found;
}

QStringList smallTexts(QWidget& window, double least, double leastOfMap)
{
    constexpr double kRounded = 0.5; // px
    QStringList found;
    for (const PaintedText& text : witnessed(window).texts) {
        const QWidget* const area = widgetAt(window, text.seen.center())->parentWidget();
        const double wanted = qobject_cast<const QGraphicsView*>(area) ? leastOfMap : least;
        if (canBeSeen(text) && text.size + kRounded < wanted)
            found << QStringLiteral("%1 px: ").arg(text.size) + said(text);
    }
    return found;
}

} // namespace ipclab::test
