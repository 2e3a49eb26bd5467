// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/text_faults.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QHash>
#include <QLabel>

#include <algorithm>

namespace ipclab::test {

namespace {

constexpr int kFewestColours = 6; // a panel that shows anything has its text's shades at least
constexpr double kLeastInk = 0.003; // share of its pixels that are not background

// What is cut on purpose has a whole text elsewhere: what scrolls, and what says it in a tooltip.
bool mayBeCut(const QWidget& widget)
{
    for (const QWidget* one = &widget; one; one = one->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(one))
            return true;
    }
    return !widget.toolTip().isEmpty();
}

bool saysSomething(const QWidget& widget)
{
    const auto* const label = qobject_cast<const QLabel*>(&widget);
    const auto* const button = qobject_cast<const QAbstractButton*>(&widget);
    return (label && !label->text().isEmpty()) || (button && !button->text().isEmpty());
}

} // namespace

QString nameOf(const QWidget& widget)
{
    const auto* const label = qobject_cast<const QLabel*>(&widget);
    const auto* const button = qobject_cast<const QAbstractButton*>(&widget);
    const QString text = label ? label->text() : button ? button->text() : QString();
    return QStringLiteral("%1 “%2” %3×%4")
        .arg(QString::fromLatin1(widget.metaObject()->className()), text.left(40))
        .arg(widget.width())
        .arg(widget.height());
}

bool holdsItsText(const QWidget& widget)
{
    const auto* const label = qobject_cast<const QLabel*>(&widget);
    if (label && label->wordWrap())
        return widget.height() + 1 >= label->heightForWidth(widget.width());
    const QSize wanted = label ? label->sizeHint() : widget.minimumSizeHint();
    return widget.width() + 1 >= wanted.width() && widget.height() + 1 >= wanted.height();
}

QStringList widgetFaults(const QWidget& window)
{
    QStringList found;
    QList<QWidget*> texts;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool isOfIt = widget->window() == window.window();
        if (isOfIt && saysSomething(*widget) && widget->isVisible()
            && !widget->visibleRegion().isEmpty())
            texts << widget;
    }
    for (const QWidget* widget : texts) {
        const auto* const label = qobject_cast<const QLabel*>(widget);
        const bool wraps = label && label->wordWrap();
        if ((wraps || !mayBeCut(*widget)) && !holdsItsText(*widget))
            found << QStringLiteral("cut: ") + nameOf(*widget);
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        if (!mayBeCut(*widget) && !window.rect().contains(place))
            found << QStringLiteral("outside: ") + nameOf(*widget);
        for (const QWidget* other : texts) {
            if (other > widget && other->parentWidget() == widget->parentWidget()
                && other->geometry().intersects(widget->geometry()))
                found << QStringLiteral("over each other: ") + nameOf(*widget)
                        + QStringLiteral(", ") + nameOf(*other);
        }
    }
    return found;
}

QString emptiness(QWidget& panel)
{
    const QImage image = panel.grab().toImage().convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto* const line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            ++counts[line[x]];
    }
    const int most = counts.isEmpty() ? 0 : *std::max_element(counts.cbegin(), counts.cend());
    const double ink
        = 1.0 - static_cast<double>(most) / std::max(1, image.width() * image.height());
    if (counts.size() >= kFewestColours && ink >= kLeastInk)
        return {};
    return QStringLiteral("%1 is empty: %2 colours, ink %3")
        .arg(QString::fromLatin1(panel.metaObject()->className()))
        .arg(counts.size())
        .arg(ink);
}

} // namespace ipclab::test
