// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/byte_places.h"
#include "tests/app/open_window.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/map/map_view.h"
#include "views/timebar/time_bar.h"
#include "views/traffic/traffic_panel.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr QSize kClassroom(1280, 720);
constexpr int kPatience = 30'000; // ms
constexpr int kFewestColours = 6; // a panel that shows anything has its text's shades at least
constexpr double kLeastInk = 0.003; // share of its pixels that are not background

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

// What is cut on purpose has a whole text elsewhere: what scrolls, and what says it in a tooltip.
bool mayBeCut(const QWidget& widget)
{
    for (const QWidget* one = &widget; one; one = one->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(one))
            return true;
    }
    return !widget.toolTip().isEmpty();
}

bool holdsItsText(const QWidget& widget)
{
    const auto* const label = qobject_cast<const QLabel*>(&widget);
    if (label && label->wordWrap())
        return widget.height() + 1 >= label->heightForWidth(widget.width());
    const QSize wanted = label ? label->sizeHint() : widget.minimumSizeHint();
    return widget.width() + 1 >= wanted.width() && widget.height() + 1 >= wanted.height();
}

// The texts that are cut or lie over each other, by geometry.
QStringList faults(const QWidget& window)
{
    QStringList found;
    QList<QWidget*> texts;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const auto* const label = qobject_cast<QLabel*>(widget);
        const auto* const button = qobject_cast<QAbstractButton*>(widget);
        const bool says
            = (label && !label->text().isEmpty()) || (button && !button->text().isEmpty());
        if (says && widget->isVisible() && !widget->visibleRegion().isEmpty())
            texts << widget;
    }
    for (const QWidget* widget : texts) {
        const bool wraps = qobject_cast<const QLabel*>(widget)
            && qobject_cast<const QLabel*>(widget)->wordWrap();
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

// Nothing, or what is wrong with a panel's picture: it is empty.
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
    void anEmptyPanelIsFoundOut();
    void aCutTextIsFoundOut();

private:
    static void looks();
    std::unique_ptr<MainWindow> open(const QString& lab);
    void check(MainWindow& window);
};

void PictureTest::looks()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("projector");
    for (const char* const language : { "en", "es" }) {
        for (const bool dark : { false, true }) {
            for (const bool projector : { false, true }) {
                QTest::addRow(
                    "%s-%s-%s", language, dark ? "dark" : "light", projector ? "room" : "desk")
                    << QString::fromLatin1(language) << dark << projector;
            }
        }
    }
}

std::unique_ptr<MainWindow> PictureTest::open(const QString& lab)
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(bool, projector);
    auto window = std::make_unique<MainWindow>(
        WindowOptions { lab, language, projector, {}, labFolders() });
    window->look().setDark(dark);
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
        wrong = faults(window) + emptyPanels(window);
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

void PictureTest::anEmptyPanelIsFoundOut()
{
    QWidget empty;
    empty.resize(200, 100);
    QVERIFY(!emptiness(empty).isEmpty());
}

void PictureTest::aCutTextIsFoundOut()
{
    QWidget window;
    window.resize(300, 100);
    QLabel label(QStringLiteral("a sentence that needs more room than it has"), &window);
    label.setGeometry(0, 0, 60, 20);
    QLabel other(QStringLiteral("over it"), &window);
    other.setGeometry(30, 0, 80, 20);
    QPushButton outside(QStringLiteral("half outside"), &window);
    outside.setGeometry(280, 50, 120, 40);
    window.show();
    QTRY_VERIFY(window.isVisible());
    const QString wrong = faults(window).join(u'\n');
    QVERIFY2(wrong.contains(QStringLiteral("cut:")), qPrintable(wrong));
    QVERIFY2(wrong.contains(QStringLiteral("over each other:")), qPrintable(wrong));
    QVERIFY2(wrong.contains(QStringLiteral("outside:")), qPrintable(wrong));
}

WINDOW_TEST_MAIN(PictureTest)

#include "picture_test.moc"
