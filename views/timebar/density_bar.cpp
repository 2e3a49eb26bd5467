// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timebar/density_bar.h"

#include "views/common/contrast.h"
#include "views/common/look.h"
#include "views/common/numbers.h"
#include "views/common/plain_tip.h"
#include "views/common/time_cursor.h"
#include "views/common/time_scale.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>
#include <QPolygon>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace ipclab {

namespace {

constexpr int kHandle = 7; // px, radius
constexpr int kTallest = 20; // px, of the density
constexpr int kBarTicksApart = 90; // px
constexpr int kFinding = 4; // px, half the width of its mark

// A stroke with a diamond on it: to be told from the density without its colour.
QPixmap findingMark(const Look& look, int height, qreal ratio)
{
    const int half = look.px(kFinding);
    QPixmap mark((QSizeF(2 * half, height) * ratio).toSize());
    mark.setDevicePixelRatio(ratio);
    mark.fill(Qt::transparent);
    QPainter painter(&mark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.colour(Ink::Deadlock));
    painter.drawRect(half - look.px(1), half, look.px(2), height - half);
    painter.drawPolygon(QPolygon(
        { QPoint(half, 0), QPoint(2 * half, half), QPoint(half, 2 * half), QPoint(0, half) }));
    return mark;
}

} // namespace

DensityBar::DensityBar(ViewContext context, QWidget* parent)
    : QAbstractSlider(parent)
    , m_context(context)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&context.cursor, &TimeCursor::logChanged, this, [this] {
        m_density.forget();
        m_strokes = m_findings = {};
        m_until = 0;
        follow();
    });
    connect(&context.cursor, &TimeCursor::moved, this, &DensityBar::follow);
    connect(&context.look, &Look::changed, this, [this] {
        m_strokes = m_findings = {};
        updateGeometry();
        update();
    });
    // A screen reader sets the value; our own changes come with signals blocked.
    connect(this, &QAbstractSlider::valueChanged, this,
        [this](int moment) { m_context.cursor.goToOrLive(static_cast<EventIndex>(moment)); });
    follow();
}

QSize DensityBar::sizeHint() const
{
    const Look& look = m_context.look;
    const int text = QFontMetrics(look.small()).height();
    return { look.px(500), look.px(kTallest + kHandle + 4) + text };
}

QSize DensityBar::minimumSizeHint() const
{
    return { m_context.look.px(120), sizeHint().height() };
}

void DensityBar::follow()
{
    const TimeCursor& cursor = m_context.cursor;
    if (const EventLog* log = cursor.wholeLog())
        m_density.take(*log, cursor.end());
    const QSignalBlocker quiet(this);
    constexpr EventIndex kMost = std::numeric_limits<int>::max();
    setRange(0, static_cast<int>(std::min(cursor.end(), kMost)));
    setValue(static_cast<int>(std::min(cursor.moment(), kMost)));
    update();
}

DensityBar::Geometry DensityBar::geometryNow() const
{
    const Look& look = m_context.look;
    const int margin = look.px(kHandle + 3);
    return { margin, std::max(width() - margin, margin + 1), look.px(kTallest + 1) };
}

void DensityBar::setNow(Nanoseconds now)
{
    if (!m_context.cursor.live() || now <= m_until)
        return;
    m_until = now;
    update();
}

// Up to what the clock says, for ticks and handle are read with it: that goes on where nothing
// happens, and where much does it is behind by a reader's rate. What was passed stays in its place
// when one goes back.
Nanoseconds DensityBar::range() const
{
    const TimeCursor& cursor = m_context.cursor;
    const Nanoseconds happened = cursor.endTime();
    const bool told = cursor.growing() && m_until > 0;
    const Nanoseconds end = told && cursor.live() ? m_until
        : told                                    ? std::max(m_until, happened)
                                                  : happened;
    return std::max(end, kMillisecond);
}

int DensityBar::xOf(Nanoseconds time) const
{
    const Geometry at = geometryNow();
    const double share = static_cast<double>(time) / static_cast<double>(range());
    return at.left
        + static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * (at.right - at.left)));
}

Nanoseconds DensityBar::timeAt(int x) const
{
    const Geometry at = geometryNow();
    const double share = static_cast<double>(x - at.left) / (at.right - at.left);
    return static_cast<Nanoseconds>(std::clamp(share, 0.0, 1.0) * static_cast<double>(range()));
}

void DensityBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Geometry at = geometryNow();
    paintStill(painter, m_strokes, m_density.taken(),
        [&](QPainter& still, const QSize&) { paintDensity(still, at); });
    paintTicks(painter, at);
    paintLine(painter, at);
    paintStill(painter, m_findings, m_density.findings().size(),
        [&](QPainter& still, const QSize& size) { paintFindings(still, size); });
    paintBookmarks(painter, at);
}

template <typename Paint>
void DensityBar::paintStill(QPainter& painter, Still& still, std::uint64_t count, Paint paint)
{
    if (count == 0)
        return;
    const Still::Of wanted { count, range(), { width(), geometryNow().line + m_context.look.px(4) },
        devicePixelRatioF() };
    if (wanted != still.of) {
        still.picture = QPixmap((QSizeF(wanted.size) * wanted.ratio).toSize());
        still.picture.setDevicePixelRatio(wanted.ratio);
        still.picture.fill(Qt::transparent);
        QPainter into(&still.picture);
        paint(into, wanted.size);
        still.of = wanted;
    }
    painter.drawPixmap(0, 0, still.picture);
}

// One stroke a pixel column, as tall as the logarithm of its events.
void DensityBar::paintDensity(QPainter& painter, const Geometry& at) const
{
    const Look& look = m_context.look;
    const QColor ink
        = blended(look.colour(Ink::Surface), look.colour(Ink::QuietText), look.dark() ? 0.6 : 0.5);
    const int step = std::max(look.px(2), 2);
    const double tallest = look.px(kTallest - 4);
    for (int x = at.left; x < at.right; x += step) {
        const std::uint64_t count = m_density.between(timeAt(x), timeAt(x + step));
        if (count == 0)
            continue;
        const double share = std::min(std::log2(static_cast<double>(count) + 1) / 12.0, 1.0);
        const int height
            = static_cast<int>(std::lround(look.px(4) + share * (tallest - look.px(4))));
        painter.fillRect(x, at.line - height, std::max(step - 1, 1), height, ink);
    }
}

void DensityBar::paintTicks(QPainter& painter, const Geometry& at) const
{
    const Look& look = m_context.look;
    painter.setFont(look.small());
    painter.setPen(look.colour(Ink::QuietText));
    if (m_context.cursor.end() == 0)
        return;
    const int top = at.line + look.px(kHandle + 1);
    const Nanoseconds step = tickStep(range(), at.right - at.left, look.px(kBarTicksApart));
    for (Nanoseconds time = 0; time <= range(); time += step) {
        const QString text = tickText(time, step);
        const int wide = painter.fontMetrics().horizontalAdvance(text);
        const int x = std::clamp(xOf(time) - wide / 2, 0, std::max(width() - wide, 0));
        painter.drawText(x, top + painter.fontMetrics().ascent(), text);
    }
}

void DensityBar::paintLine(QPainter& painter, const Geometry& at) const
{
    const Look& look = m_context.look;
    const bool empty = m_context.cursor.end() == 0;
    const qreal thick = look.px(4);
    const TimeCursor& cursor = m_context.cursor;
    const int x = empty ? at.left : cursor.live() ? at.right : xOf(cursor.time());
    const QRectF whole(at.left, at.line - thick / 2, at.right - at.left, thick);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.colour(Ink::Line));
    painter.drawRoundedRect(whole, thick / 2, thick / 2);
    if (empty)
        return;
    painter.setBrush(look.colour(Ink::Accent));
    painter.drawRoundedRect(
        QRectF(whole.left(), whole.top(), x - at.left, thick), thick / 2, thick / 2);
    const QPointF centre(x, at.line);
    if (hasFocus()) {
        painter.setBrush(look.wash(Ink::Accent));
        painter.setPen(QPen(look.colour(Ink::Accent), look.px(1)));
        painter.drawEllipse(centre, look.px(kHandle + 2), look.px(kHandle + 2));
        painter.setPen(Qt::NoPen);
    }
    painter.setBrush(look.colour(Ink::Accent));
    painter.drawEllipse(centre, look.px(kHandle), look.px(kHandle));
}

// There are hundreds, in order: many at one place are one, and each looks the same.
void DensityBar::paintFindings(QPainter& painter, const QSize& size) const
{
    const Look& look = m_context.look;
    const QPixmap mark = findingMark(look, size.height(), devicePixelRatioF());
    const int half = look.px(kFinding);
    std::optional<int> last;
    for (const Nanoseconds time : m_density.findings()) {
        const int x = xOf(time);
        if (std::exchange(last, x) != x)
            painter.drawPixmap(x - half, 0, mark);
    }
}

bool DensityBar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const auto moment = bookmarkAt(help->pos());
        const auto* const mark = moment ? m_context.cursor.bookmarks().at(*moment) : nullptr;
        if (mark) { // as plain text, whatever stands in it
            QToolTip::showText(
                help->globalPos(), plainTip(QString::fromStdString(mark->text)), this);
            return true;
        }
    }
    return QAbstractSlider::event(event);
}

void DensityBar::goToX(int x)
{
    if (m_context.cursor.end() == 0)
        return;
    if (x >= geometryNow().right)
        m_context.cursor.goLive();
    else
        m_context.cursor.goToTime(timeAt(x + 1)); // with all that is drawn in this column
}

void DensityBar::goByTime(Nanoseconds time)
{
    const EventIndex before = m_context.cursor.moment();
    m_context.cursor.goToTime(std::max<Nanoseconds>(m_context.cursor.time() + time, 0));
    if (time > 0 && m_context.cursor.moment() == before)
        m_context.cursor.goBy(1); // nothing happened for longer than that
}

void DensityBar::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint place = event->position().toPoint();
    const auto moment = bookmarkAt(place);
    m_pressedFlag = moment ? std::optional(place) : std::nullopt;
    if (moment)
        m_context.cursor.goTo(*moment);
    else
        goToX(place.x());
}

// A hand shakes: what was pressed stays pressed until it is meant to be dragged.
void DensityBar::mouseMoveEvent(QMouseEvent* event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    const QPoint place = event->position().toPoint();
    if (m_pressedFlag
        && (place - *m_pressedFlag).manhattanLength() < QApplication::startDragDistance())
        return;
    m_pressedFlag.reset();
    goToX(place.x());
}

void DensityBar::wheelEvent(QWheelEvent* event)
{
    const int turned
        = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (turned != 0)
        goByTime(turned < 0 ? range() / 50 : -range() / 50);
    event->accept();
}

void DensityBar::keyPressEvent(QKeyEvent* event)
{
    const int few = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return m_context.cursor.goBy(-few);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return m_context.cursor.goBy(few);
    case Qt::Key_PageUp:
        return goByTime(-range() / 10);
    case Qt::Key_PageDown:
        return goByTime(range() / 10);
    case Qt::Key_Home:
        return m_context.cursor.goTo(0);
    case Qt::Key_End:
        return m_context.cursor.goLive();
    default:
        QAbstractSlider::keyPressEvent(event);
    }
}

} // namespace ipclab
