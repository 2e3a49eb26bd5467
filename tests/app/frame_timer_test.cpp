// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frame_timer.h"

#include <QElapsedTimer>
#include <QThread>
#include <QWidget>
#include <QtTest>

using namespace ipclab;

namespace {

constexpr int kPainting = 40; // ms
constexpr int kFrames = 5;

class SlowPainted : public QWidget {
public:
    int painted = 0;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QThread::msleep(kPainting);
        ++painted;
    }
};

} // namespace

class FrameTimerTest : public QObject {
    Q_OBJECT

private slots:
    void asLongAsAFrameWasPaintedTheThreadIsLeftToOthers();
    void framesEndWhenNothingCanCome();
};

void FrameTimerTest::asLongAsAFrameWasPaintedTheThreadIsLeftToOthers()
{
    SlowPainted widget;
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    widget.painted = 0;

    int frames = 0;
    FrameTimer timer([&] {
        widget.update();
        return FrameTimer::Taken { true, ++frames < kFrames };
    });
    QElapsedTimer took;
    took.start();
    timer.wake();
    QTRY_COMPARE(frames, kFrames);

    // Each but the last was painted, and rested from: at least so long, on any machine.
    QVERIFY2(took.elapsed() >= (kFrames - 1) * 2 * kPainting,
        qPrintable(QString::number(took.elapsed())));
    QTRY_COMPARE(widget.painted, kFrames);
}

void FrameTimerTest::framesEndWhenNothingCanCome()
{
    int frames = 0;
    FrameTimer timer([&] { return FrameTimer::Taken { false, ++frames < 3 }; });
    timer.wake();
    QTRY_COMPARE(frames, 3);
    QTest::qWait(100); // long enough for two more
    QCOMPARE(frames, 3);

    timer.wake();
    QTRY_COMPARE(frames, 4);
}

QTEST_MAIN(FrameTimerTest)
#include "frame_timer_test.moc"
