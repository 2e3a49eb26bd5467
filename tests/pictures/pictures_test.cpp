// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/open_window.h"
#include "tests/pictures/reference.h"
#include "tests/pictures/scenes.h"
#include "tests/pictures/text_faults.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <span>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 3'000; // ms: what has just come is laid out when the events are through
constexpr double kLeastProjected = 14; // px of a font: what is small at the desk is 11
constexpr double kLeastOfMap = 10; // where it need not be scrolled then
// Every panel once.
constexpr const char* kEachPanel[] = { "deadlock", "channel", "code", "console", "lanes", "calls",
    "plots", "whole-panel", "before-run", "catalog", "workbench", "held", "shortcuts", "traffic" };
// Those too that have nothing to show yet, and what stands over the window.
constexpr const char* kWithLargeLetters[] = { "deadlock", "channel", "code", "console", "notice",
    "lanes", "calls", "plots", "whole-panel", "before-run", "no-lanes", "no-calls", "no-plots",
    "source", "no-console", "catalog", "workbench", "held", "inspected", "traffic", "traffic-text",
    "traffic-hex", "spoken-with", "compared", "machine", "bookmarks", "trust", "attach",
    "shortcuts", "about", "new-bookmark", "name", "forget", "tour-welcome", "tour-time" };
constexpr int kStill = 120; // ms: longer than a reader's rate, at which words change

QString nameOf(const Scene& scene, const Dress& dress, const QWidget& part)
{
    const bool twice = part.devicePixelRatioF() > 1;
    return QStringLiteral("%1-%2%3").arg(QLatin1String(scene.name), QLatin1String(dress.name),
        twice ? QStringLiteral("-2x") : QString());
}

bool comparing()
{
    return qEnvironmentVariableIsSet("IPCLAB_COMPARE_PICTURES");
}

bool isOfEachPanel(const Scene& scene)
{
    return std::ranges::any_of(
        kEachPanel, [&](const char* name) { return qstrcmp(scene.name, name) == 0; });
}

std::vector<Scene> allScenes()
{
    std::vector<Scene> all = windowScenes();
    for (auto* const more : { panelScenes, sheetScenes }) {
        for (Scene& scene : more())
            all.push_back(std::move(scene));
    }
    return all;
}

// It has been the same for some time.
QImage settled(QWidget& part)
{
    QImage last;
    QElapsedTimer since;
    const auto still = [&] {
        const QImage now = part.grab().toImage();
        if (now != last) {
            last = now;
            since.start();
        }
        return since.elapsed() > kStill;
    };
    return QTest::qWaitFor(still, kPatience) ? last : QImage();
}

} // namespace

// Every panel and sheet: no text is cut, over another, elided without a tooltip or hard to read,
// whoever paints it. IPCLAB_COMPARE_PICTURES=1: and it is like the picture that is kept of it,
// where letters are drawn as they were for that; in each dress, rather than in each language and
// each theme once, and at twice the size all of them, rather than every panel once.
// IPCLAB_PICTURES=FOLDER keeps what was seen, for a person to look at.
class PicturesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void itCanBeReadAndLooksAsItDid_data() { scenes(); }
    void itCanBeReadAndLooksAsItDid();
    void projectedEveryTextIsWholeAndLarge_data() { scenesNamed(kEachPanel); }
    void projectedEveryTextIsWholeAndLarge();
    void withLargeLettersEveryTextIsWhole_data() { scenesNamed(kWithLargeLetters); }
    void withLargeLettersEveryTextIsWhole();
    void cleanupTestCase();

private:
    static void scenes();
    static void scenesNamed(std::span<const char* const> names);
    QStringList faultsInAll(std::span<const Dress> dresses);
    QWidget& shown(const Scene& scene, const Dress& dress);
    QStringList faultsIn(QWidget& part, const Dress& dress);
    QStringList unlikeIn(QWidget& part, const QString& name);
    static void keep(QWidget& part, const QString& name);
    const Scene& sceneNow();

    std::vector<Scene> m_scenes = allScenes();
    std::unique_ptr<Stage> m_stage;
    bool m_comparing = false;
};

void PicturesTest::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    if (renewing())
        QVERIFY(noteDrawnWith());
    const bool wanted = renewing() || comparing();
    m_comparing = wanted && (renewing() || drawnWith() == referencesDrawnWith());
    if (wanted && !m_comparing)
        qWarning("nothing is compared: the references were drawn with %s, and here is %s",
            qPrintable(referencesDrawnWith()), qPrintable(drawnWith()));
}

void PicturesTest::cleanupTestCase()
{
    m_stage.reset();
    QCOMPARE(livingChildren(), QStringList());
}

void PicturesTest::scenes()
{
    QTest::addColumn<int>("number");
    const bool all = renewing() || comparing() || qApp->devicePixelRatio() == 1;
    int number = 0;
    for (const Scene& scene : allScenes()) {
        if ((scene.kept || !renewing()) && (all || isOfEachPanel(scene)))
            QTest::newRow(scene.name) << number;
        ++number;
    }
}

const Scene& PicturesTest::sceneNow()
{
    QFETCH(int, number);
    m_stage.reset(); // one window at a time
    m_stage = std::make_unique<Stage>(); // nothing is left of the scene before
    return m_scenes.at(static_cast<std::size_t>(number));
}

void PicturesTest::keep(QWidget& part, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("IPCLAB_PICTURES"); !folder.isEmpty())
        part.grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
}

QWidget& PicturesTest::shown(const Scene& scene, const Dress& dress)
{
    m_stage->wear(dress);
    return scene.show(*m_stage);
}

QStringList PicturesTest::faultsIn(QWidget& part, const Dress& dress)
{
    QStringList here;
    const auto good = [&] {
        here = widgetFaults(part) + paintedFaults(part);
        if (dress.projector)
            here += smallTexts(part, kLeastProjected, kLeastOfMap);
        return here.isEmpty();
    };
    if (!good() && !settled(part).isNull())
        good();
    return here;
}

// Or it is kept, to be compared with.
QStringList PicturesTest::unlikeIn(QWidget& part, const QString& name)
{
    // A window gives the focus to somebody when it becomes the active one: to whom, depends on
    // when.
    if (QTest::qWaitForWindowActive(part.window()) && QApplication::focusWidget())
        QApplication::focusWidget()->clearFocus();
    if (renewing())
        return keepAsReference(settled(part), name)
            ? QStringList()
            : QStringList(name + QStringLiteral(" does not come to rest, or cannot be written"));
    QString unlike = unlikeReference(part.grab().toImage(), name);
    if (!unlike.isEmpty())
        unlike = unlikeReference(settled(part), name);
    return unlike.isEmpty() ? QStringList() : QStringList(unlike);
}

void PicturesTest::itCanBeReadAndLooksAsItDid()
{
    const Scene& scene = sceneNow();
    const bool all = renewing() || comparing();
    QStringList wrong;
    for (const Dress& dress : std::span(kDresses, all ? std::size(kDresses) : kDressesThatDiffer)) {
        QWidget& part = shown(scene, dress);
        const QString name = ::nameOf(scene, dress, part);
        for (const QString& fault : renewing() ? QStringList() : faultsIn(part, dress))
            wrong << QLatin1String(dress.name) + QStringLiteral(": ") + fault;
        keep(part, name);
        if (scene.kept && m_comparing)
            wrong << unlikeIn(part, name);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void PicturesTest::scenesNamed(std::span<const char* const> names)
{
    QTest::addColumn<int>("number");
    const std::vector<Scene> all = allScenes();
    for (const char* const name : names) {
        const auto scene = std::ranges::find_if(
            all, [&](const Scene& one) { return qstrcmp(one.name, name) == 0; });
        QTest::newRow(name) << static_cast<int>(scene - all.begin());
    }
}

QStringList PicturesTest::faultsInAll(std::span<const Dress> dresses)
{
    const Scene& scene = sceneNow();
    QStringList wrong;
    for (const Dress& dress : dresses) {
        QWidget& part = shown(scene, dress);
        for (const QString& fault : faultsIn(part, dress))
            wrong << QLatin1String(dress.name) + QStringLiteral(": ") + fault;
        keep(part, ::nameOf(scene, dress, part));
    }
    return wrong;
}

void PicturesTest::projectedEveryTextIsWholeAndLarge()
{
    if (renewing())
        QSKIP("nothing is kept of it");
    const QStringList wrong = faultsInAll(kRooms);
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void PicturesTest::withLargeLettersEveryTextIsWhole()
{
    if (renewing())
        QSKIP("nothing is kept of it");
    const QStringList wrong = faultsInAll(kLargeTexts);
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

WINDOW_TEST_MAIN(PicturesTest)

#include "pictures_test.moc"
