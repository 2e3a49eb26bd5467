// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pointer_mark.h"

#include "views/common/look.h"

#include <QApplication>
#include <QCursor>
#include <QMouseEvent>
#include <QPainter>
#include <QWidget>
#include <QWindow>

#include <algorithm>
#include <chrono>

namespace ipclab {

namespace {

using namespace std::chrono_literals;

constexpr int kAcross = 58; // px
constexpr auto kPress = 300ms;

// Light and dark side by side: one of them is seen on whatever is below.
class Ring : public QWidget {
public:
    Ring(const Look& look, QWidget& window)
        : QWidget(&window)
        , m_look(look)
    {
        setObjectName(QStringLiteral("pointerMark"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        resize(look.px(kAcross), look.px(kAcross));
    }

    void setPressed(bool pressed)
    {
        m_isPressed = pressed;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal line = m_look.px(4);
        const QRectF ring = QRectF(rect()).adjusted(line, line, -line, -line);
        QColor fill = m_look.colour(Ink::Accent);
        fill.setAlphaF(m_isPressed ? 0.55F : 0.12F);
        painter.setPen(QPen(m_look.colour(Ink::Surface), 2 * line));
        painter.drawEllipse(ring);
        painter.setPen(QPen(m_look.colour(Ink::Accent), line));
        painter.setBrush(fill);
        painter.drawEllipse(ring);
    }

private:
    const Look& m_look;
    bool m_isPressed = false;
};

Ring* ringOf(const QPointer<QWidget>& widget)
{
    return static_cast<Ring*>(widget.data());
}

QWidget* windowOf(const QObject* handle)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto found = std::ranges::find_if(
        windows, [handle](const QWidget* one) { return one->windowHandle() == handle; });
    return found == windows.end() ? nullptr : *found;
}

} // namespace

PointerMark::PointerMark(const Look& look, QObject* parent)
    : QObject(parent)
    , m_look(look)
{
    m_pressed.setSingleShot(true);
    m_pressed.setInterval(kPress);
    connect(&m_pressed, &QTimer::timeout, this, [this] {
        if (m_ring)
            ringOf(m_ring)->setPressed(false);
    });
    connect(&look, &Look::changed, this, [this] { delete m_ring; }); // the next has the new size
}

PointerMark::~PointerMark()
{
    delete m_ring;
}

void PointerMark::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    if (shown) {
        qApp->installEventFilter(this);
        return;
    }
    qApp->removeEventFilter(this);
    delete m_ring;
}

void PointerMark::showNow()
{
    const QPoint place = QCursor::pos();
    QWidget* const below = m_shown ? QApplication::topLevelAt(place) : nullptr;
    if (below)
        follow(*below, below->mapFromGlobal(place));
}

// A window is told of every move, a widget only of those that it wants to know.
bool PointerMark::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    const bool moved = type == QEvent::MouseMove || type == QEvent::MouseButtonPress;
    if ((!moved && type != QEvent::Leave) || !watched->isWindowType())
        return false;
    const bool here = m_ring && m_ring->window()->windowHandle() == watched;
    if (!moved) {
        if (here)
            delete m_ring;
        return false;
    }
    if (QWidget* const window = here ? m_ring->window() : windowOf(watched))
        follow(*window, static_cast<const QMouseEvent*>(event)->position().toPoint());
    if (type == QEvent::MouseButtonPress)
        press();
    return false;
}

void PointerMark::follow(QWidget& window, const QPoint& place)
{
    if (m_ring && m_ring->parentWidget() != &window)
        delete m_ring;
    if (!m_ring)
        m_ring = new Ring(m_look, window);
    m_ring->move(place - m_ring->rect().center());
    m_ring->raise(); // over what was opened since
    m_ring->show();
}

void PointerMark::press()
{
    if (!m_ring)
        return;
    ringOf(m_ring)->setPressed(true);
    m_pressed.start();
}

} // namespace ipclab
