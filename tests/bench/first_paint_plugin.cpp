// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QEvent>
#include <QGenericPlugin>
#include <QObject>

#include <cstdio>
#include <ctime>

namespace ipclab::bench {

// Says on stderr when the first window has been painted, "first-paint NANOSECONDS" of
// CLOCK_MONOTONIC, and ends the program. Any Qt program loads it unchanged, where
// QT_QPA_GENERIC_PLUGINS names it.
class FirstPaint : public QObject {
    Q_OBJECT

public:
    FirstPaint() { QCoreApplication::instance()->installEventFilter(this); }

    // What makes a window paint is handed on from here, to know when all of it is done: the
    // widgets have painted, and the picture is with the display.
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType())
            m_painted = true;
        if (m_within || !watched->isWindowType() || !paints(event->type()))
            return false;
        m_within = true;
        watched->event(event);
        m_within = false;
        if (m_painted)
            finish();
        return true;
    }

private:
    static bool paints(QEvent::Type type)
    {
        return type == QEvent::Expose || type == QEvent::UpdateRequest || type == QEvent::Paint;
    }
    void finish()
    {
        timespec time {};
        clock_gettime(CLOCK_MONOTONIC, &time);
        std::fprintf(
            stderr, "first-paint %lld%09ld\n", static_cast<long long>(time.tv_sec), time.tv_nsec);
        QCoreApplication::instance()->removeEventFilter(this);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    }

    bool m_within = false;
    bool m_painted = false;
};

class FirstPaintPlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "first_paint_plugin.json")

public:
    QObject* create(const QString&, const QString&) override { return new FirstPaint; }
};

} // namespace ipclab::bench

#include "first_paint_plugin.moc"
