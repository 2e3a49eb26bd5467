// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/byte_places.h"
#include "tests/app/open_window.h"
#include "tests/pictures/text_faults.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/map/map_view.h"
#include "views/timebar/time_bar.h"
#include "views/traffic/traffic_panel.h"

#include <QAbstractButton>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr QSize kClassroom(1280, 720);
constexpr int kPatience = 30'000; // ms

QStringList emptyPanels(const MainWindow& window)
{
    QStringList wrong;
    const QList<QWidget*> panels { window.findChild<GuidePanel*>(), window.findChild<MapView*>(),
        window.findChild<InspectorPanel*>(), window.findChild<TrafficPanel*>(),
        window.findChild<TimeBar*>() };
    for (QWidget* const panel : panels) {
        const QString empty = panel ? emptiness(*panel) : QStringLiteral("a panel is missing");
        if (!empty.isEmpty())
            wrong << empty;
    }
    return wrong;
}

} // namespace

// The window with real programs in it, in every look and both languages: nothing is empty, cut, or
// over something else. IPCLAB_PICTURES=FOLDER keeps the pictures.
class PictureTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsCutOrEmptyWhileBytesWait_data() { looks(); }
    void nothingIsCutOrEmptyWhileBytesWait();
    void nothingIsCutOrEmptyInADeadlock_data() { looks(); }
    void nothingIsCutOrEmptyInADeadlock();

private:
    static void looks();
    std::unique_ptr<MainWindow> open(const QString& lab);
    void check(MainWindow& window);
};

void PictureTest::looks()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("projector");
    for (const char* const language : { "en", "es" }) {
        for (const bool projector : { false, true })
            QTest::addRow("%s-%s", language, projector ? "room" : "desk")
                << QString::fromLatin1(language) << projector;
    }
}

std::unique_ptr<MainWindow> PictureTest::open(const QString& lab)
{
    QFETCH(QString, language);
    QFETCH(bool, projector);
    auto window = std::make_unique<MainWindow>(
        WindowOptions { lab, language, projector, {}, labFolders() });
    window->look().setDark(false);
    window->look().setReducedMotion(true);
    window->resize(kClassroom);
    window->show();
    return window;
}

void PictureTest::check(MainWindow& window)
{
    QCOMPARE(window.size(), kClassroom);
    // What has just come is laid out when the events are through.
    QStringList wrong;
    const auto good = [&] {
        wrong = widgetFaults(window) + emptyPanels(window);
        return wrong.isEmpty();
    };
    const bool becameGood = QTest::qWaitFor(good, kPatience / 3);
    const QString folder = qEnvironmentVariable("IPCLAB_PICTURES");
    if (!folder.isEmpty())
        window.grab().save(QStringLiteral("%1/%2-%3.png")
                               .arg(folder, QString::fromLatin1(QTest::currentTestFunction()),
                                   QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY2(becameGood, qPrintable(wrong.join(u'\n')));
    // Why a tooltip says more does not allow this word to be cut.
    const auto* const oneCpu = window.findChild<QAbstractButton*>(QStringLiteral("oneCpu"));
    QVERIFY(oneCpu && oneCpu->isVisible());
    QVERIFY2(holdsItsText(*oneCpu), qPrintable(nameOf(*oneCpu)));
}

void PictureTest::nothingIsCutOrEmptyWhileBytesWait()
{
    const auto window = open(QStringLiteral("delayed-output"));
    QTRY_VERIFY(window->presenter().runner());
    window->presenter().run();
    QTRY_VERIFY_WITH_TIMEOUT(bytePlaces(window->cursor().world()).writer > 0, kPatience);
    check(*window);
    window->presenter().stop();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void PictureTest::nothingIsCutOrEmptyInADeadlock()
{
    const auto window = open(QStringLiteral("endless-dialog"));
    QTRY_VERIFY(window->presenter().runner());
    window->presenter().run();
    QTRY_VERIFY_WITH_TIMEOUT(window->cursor().world().finding(FindingKind::Deadlock), kPatience);
    check(*window);
    window->presenter().stop();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

WINDOW_TEST_MAIN(PictureTest)

#include "picture_test.moc"
