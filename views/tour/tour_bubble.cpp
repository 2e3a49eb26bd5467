// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tour/tour_bubble.h"

#include "views/common/contrast.h"
#include "views/common/css.h"
#include "views/common/look.h"
#include "views/tour/tour_words.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kBubbleWidth = 330; // px
constexpr int kTip = 10; // px, how far it stands out

// A line around what is meant; the mouse goes through it.
class PointedOut : public QWidget {
public:
    PointedOut(const Look& look, QWidget* parent)
        : QWidget(parent)
        , m_look(look)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal line = m_look.px(3);
        painter.setPen(QPen(m_look.colour(Ink::Accent), line));
        painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
            m_look.px(8), m_look.px(8));
    }

private:
    const Look& m_look;
};

} // namespace

TourBubble::TourBubble(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_frame(new PointedOut(look, parent))
{
    createParts();
    connect(m_next, &QPushButton::clicked, this, &TourBubble::nextWanted);
    connect(m_back, &QPushButton::clicked, this, &TourBubble::backWanted);
    connect(m_skip, &QPushButton::clicked, this, &TourBubble::skipWanted);
    connect(&look, &Look::changed, this, &TourBubble::applyLook);
    applyLook();
    fill();
    hide();
    m_frame->hide();
}

void TourBubble::createParts()
{
    setObjectName(QStringLiteral("tour"));
    m_title = new QLabel(this);
    m_text = new QLabel(this);
    m_count = new QLabel(this);
    for (QLabel* const label : { m_title, m_text, m_count }) {
        label->setTextFormat(Qt::PlainText);
        label->setIndent(0);
    }
    for (QLabel* const label : { m_title, m_text })
        label->setWordWrap(true);
    m_skip = new QPushButton(this);
    m_back = new QPushButton(this);
    m_next = new QPushButton(this);
    m_skip->setObjectName(QStringLiteral("tour-skip"));
    m_back->setObjectName(QStringLiteral("tour-back"));
    m_next->setObjectName(QStringLiteral("tour-next"));
    m_next->setProperty("primary", true);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_count);
    buttons->addStretch();
    for (QPushButton* const button : { m_skip, m_back, m_next }) {
        button->installEventFilter(this);
        buttons->addWidget(button);
    }
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(buttons);
}

void TourBubble::showStop(TourStop stop)
{
    m_stop = stop;
    fill();
    layOver();
    show();
    raise();
    m_next->setFocus(Qt::OtherFocusReason);
    announce();
}

void TourBubble::fill()
{
    const int at = static_cast<int>(m_stop);
    const bool last = at + 1 == kTourStops;
    m_title->setText(tourTitle(m_stop));
    m_text->setText(tourText(m_stop));
    m_count->setText(tr("%1 of %2").arg(at + 1).arg(kTourStops));
    m_skip->setText(tr("Skip"));
    m_skip->setToolTip(tr("End the tour (Esc)"));
    m_skip->setVisible(!last);
    m_back->setText(tr("Back"));
    m_back->setVisible(at > 0);
    m_next->setText(last ? tr("Done") : at == 0 ? tr("Start the tour") : tr("Next"));
    setAccessibleName(tr("Tour, %1 of %2: %3. %4")
                          .arg(at + 1)
                          .arg(kTourStops)
                          .arg(m_title->text(), m_text->text()));
}

void TourBubble::announce()
{
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void TourBubble::pointAt(const TourPlace& to)
{
    if (to == m_to && m_frame->isVisible() == !place().isEmpty())
        return;
    m_to = to;
    layOver();
}

// Beside its place where there is room, at best to the right; else in its corner, where it covers
// the least. Always whole within the parent.
void TourBubble::layOver()
{
    const QRect room
        = parentWidget()->rect().adjusted(m_look.px(6), m_look.px(6), -m_look.px(6), -m_look.px(6));
    const int width = std::min(m_look.px(kBubbleWidth), room.width());
    const QSize size(width, std::max(heightForWidth(width), 1));
    const int gap = m_look.px(4);
    const QRect place = m_to.place;
    const QRect clear = m_to.clear.united(place);
    const QRect around = clear.adjusted(-gap, -gap, gap, gap);
    const QPoint aim = place.center();
    QPoint corner = room.center() - QPoint(size.width() / 2, size.height() / 2);
    m_side = Qt::LeftEdge;
    if (!place.isEmpty()) {
        corner = { around.right(), aim.y() - size.height() / 2 };
        if (around.right() + size.width() > room.right()) {
            corner.setX(around.left() - size.width());
            m_side = Qt::RightEdge;
        }
        if (corner.x() < room.left()) {
            corner = { aim.x() - size.width() / 2, around.top() - size.height() };
            m_side = Qt::BottomEdge;
            if (corner.y() < room.top()) {
                corner.setY(around.bottom());
                m_side = Qt::TopEdge;
            }
        }
    }
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width)));
    corner.setY(
        std::clamp(corner.y(), room.top(), std::max(room.top(), room.bottom() - size.height())));
    setGeometry(QRect(corner, size));
    m_frame->setGeometry(place.adjusted(-gap, -gap, gap, gap) & parentWidget()->rect());
    m_frame->setVisible(!place.isEmpty() && isVisible());
    m_frame->raise();
    raise();
    update();
}

void TourBubble::paintEvent(QPaintEvent*)
{
    const int tip = m_look.px(kTip);
    const QRectF box = QRectF(rect()).adjusted(tip + 1, tip + 1, -tip - 1, -tip - 1);
    QPainterPath path;
    path.addRoundedRect(box, m_look.px(9), m_look.px(9));
    if (!place().isEmpty()) {
        const QPointF aim = mapFromParent(place().center());
        const qreal inside = m_look.px(16);
        const qreal x = std::clamp(aim.x(), box.left() + inside, box.right() - inside);
        const qreal y = std::clamp(aim.y(), box.top() + inside, box.bottom() - inside);
        QPolygonF beak;
        switch (m_side) {
        case Qt::LeftEdge:
            beak << QPointF(0, y) << QPointF(box.left(), y - tip) << QPointF(box.left(), y + tip);
            break;
        case Qt::RightEdge:
            beak << QPointF(width(), y) << QPointF(box.right(), y - tip)
                 << QPointF(box.right(), y + tip);
            break;
        case Qt::TopEdge:
            beak << QPointF(x, 0) << QPointF(x - tip, box.top()) << QPointF(x + tip, box.top());
            break;
        case Qt::BottomEdge:
            beak << QPointF(x, height()) << QPointF(x - tip, box.bottom())
                 << QPointF(x + tip, box.bottom());
            break;
        }
        QPainterPath pointed;
        pointed.addPolygon(beak);
        pointed.closeSubpath();
        path = path.united(pointed);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_look.colour(Ink::Accent), m_look.px(2)));
    painter.setBrush(m_look.colour(Ink::Surface));
    painter.drawPath(path);
}

// A button would take the arrows for itself, to go to the next button.
bool TourBubble::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
        (m_skip->isHidden() ? m_next : m_skip)->click();
        return true;
    case Qt::Key_Right:
        m_next->click();
        return true;
    case Qt::Key_Left:
        if (!m_back->isHidden())
            m_back->click();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        static_cast<QPushButton*>(watched)->click();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void TourBubble::hideEvent(QHideEvent* event)
{
    m_frame->hide();
    QWidget::hideEvent(event);
}

void TourBubble::applyLook()
{
    const int side = m_look.px(kTip + 14);
    layout()->setContentsMargins(side, m_look.px(kTip + 10), side, m_look.px(kTip + 12));
    layout()->setSpacing(m_look.px(8));
    const QColor surface = m_look.colour(Ink::Surface);
    m_title->setStyleSheet(css(m_look.strong(), m_look.colour(Ink::Text)));
    m_text->setStyleSheet(css(m_look.body(), m_look.colour(Ink::Text)));
    m_count->setStyleSheet(css(m_look.small(), readable(m_look.colour(Ink::QuietText), surface)));
    layOver();
}

void TourBubble::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        fill();
        layOver();
    }
    QWidget::changeEvent(event);
}

} // namespace ipclab
