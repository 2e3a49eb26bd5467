// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/open_window.h"
#include "tests/app/traveller.h"
#include "tests/words.h"
#include "views/timebar/density_bar.h"
#include "views/tour/tour_stop.h"

#include <QLabel>
#include <QSettings>

#include <algorithm>
#include <variant>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = Traveller::kPatience;

QString words(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace

// Whole ways through labs, by mouse and by keyboard, in both languages.
class JourneyLabTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whoIsNewIsShownAround_data() { addTravellers(); }
    void whoIsNewIsShownAround();
    void aLabIsDoneToItsEnd_data() { addTravellers(); }
    void aLabIsDoneToItsEnd();
    void aDeadlockIsFoundAndRewound_data() { addTravellers(); }
    void aDeadlockIsFoundAndRewound();

private:
    void open(bool greeted = false);
    bool act(const Action& action);
    bool goBackBeforeTheDeadlock();
    bool goOnToTheDeadlock();
    [[nodiscard]] bool dead() const { return m_person->mapSays(m_deadlock); }

    QString m_deadlock; // as the map says it
    std::unique_ptr<Traveller> m_person;
};

void JourneyLabTest::init()
{
    QSettings(QSettings::IniFormat, QSettings::UserScope, q("ipclab"), q("ipclab")).clear();
}

void JourneyLabTest::cleanup()
{
    m_person.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void JourneyLabTest::open(bool greeted)
{
    QFETCH(Hand, hand);
    QFETCH(QString, language);
    m_person = std::make_unique<Traveller>(hand, language, greeted);
    QVERIFY(m_person->ready());
    m_deadlock = m_person->words("in a deadlock", "en un interbloqueo");
}

void JourneyLabTest::whoIsNewIsShownAround()
{
    open(true);
    if (QTest::currentTestFailed())
        return;
    Traveller& one = *m_person;
    const QString titles[kTourStops] = {
        one.words("Welcome to IPC Lab", "Te damos la bienvenida a IPC Lab"),
        one.words("One question, step by step", "Una pregunta, paso a paso"),
        one.words("Run starts the real programs", "Ejecutar pone en marcha los programas"),
        one.words("Processes are cards", "Los procesos son tarjetas"),
        one.words("Pipes are tubes: here the bytes lie", "Las tuberías son tubos"),
        one.words("Everything that was sent", "Todo lo que se envió"),
        one.words("Why does it wait?", "¿Por qué espera?"),
        one.words("Time goes back too", "El tiempo también retrocede"),
    };
    for (int stop = 0; stop < kTourStops; ++stop) {
        QVERIFY2(one.soon([&] { return one.reads(titles[stop]); }), qPrintable(titles[stop]));
        if (stop == static_cast<int>(TourStop::Bytes))
            QTRY_VERIFY_WITH_TIMEOUT(one.mapSays(one.words("parent", "parent")), kPatience);
        QVERIFY(one.use(stop == 0        ? one.words("Start the tour", "Empezar el recorrido")
                : stop + 1 == kTourStops ? one.words("Done", "Listo")
                                         : one.words("Next", "Siguiente")));
    }
    QTRY_VERIFY(!one.reads(titles[kTourStops - 1]));
    // The lab is theirs: the keys are where something can be done, and it still runs.
    QVERIFY(Person::focus());
    QVERIFY(one.window().presenter().busy());
    QVERIFY(one.command(q("stop")));
    QTRY_VERIFY_WITH_TIMEOUT(!one.window().presenter().busy(), kPatience);
}

bool JourneyLabTest::act(const Action& action)
{
    const LabRunner& runner = *m_person->window().presenter().runner();
    const std::size_t before = runner.launches();
    if (std::holds_alternative<DoRun>(action))
        return m_person->use(q("run"))
            && m_person->soon([&] { return runner.launches() > before; });
    if (const auto* const set = std::get_if<DoSet>(&action))
        return m_person->use(words(set->name + " " + set->value))
            && runner.switches().at(set->name) == set->value;
    return false; // the labs here ask for nothing else
}

void JourneyLabTest::aLabIsDoneToItsEnd()
{
    open();
    if (QTest::currentTestFailed())
        return;
    QFETCH(QString, language);
    QVERIFY(m_person->openLab(q("separate-memory")));
    QVERIFY(m_person->use(q("python")));
    const LabRunner& runner = *m_person->window().presenter().runner();
    const Guide& guide = runner.lab().guideIn(language.toStdString());
    for (std::size_t i = 0; i < runner.lab().steps.size(); ++i) {
        const LabStep& step = runner.lab().steps[i];
        QVERIFY2(!step.ask || m_person->predict(words(answer(*step.ask))), step.id.c_str());
        for (const Action& action : step.actions)
            QVERIFY2(act(action), step.id.c_str());
        QTRY_VERIFY2_WITH_TIMEOUT(runner.step(i).done, step.id.c_str(), kPatience);
    }
    // What was predicted came, and the explanation is there to be read.
    QTRY_VERIFY(m_person->reads(QChar(u'✓')));
    const auto* const explanation
        = m_person->window().findChild<QLabel*>(QStringLiteral("explanation"));
    QTRY_VERIFY(explanation->isVisible());
    QVERIFY(m_person->reads(words(guide.title)));
    QVERIFY(m_person->command(q("catalog")));
    QTRY_VERIFY(m_person->reads(m_person->words("Run any command", "Ejecuta cualquier comando")));
}

// By the mouse at the beginning of the bar of time, and on along it; by keys from finding to
// finding and from event to event.
bool JourneyLabTest::goBackBeforeTheDeadlock()
{
    Traveller& one = *m_person;
    if (one.byMouse()) {
        auto* const bar = one.window().findChild<DensityBar*>();
        QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(bar->xOf(0) + 1, bar->height() / 2));
        return one.soon([&] { return !dead(); });
    }
    if (!one.command(q("finding-back")))
        return false;
    for (int i = 0; i < 30 && dead(); ++i) {
        if (!one.command(q("event-back")))
            return false;
        QApplication::processEvents();
    }
    return one.soon([&] { return !dead(); });
}

bool JourneyLabTest::goOnToTheDeadlock()
{
    Traveller& one = *m_person;
    if (!one.byMouse())
        return one.command(q("finding-on")) && one.soon([&] { return dead(); });
    auto* const bar = one.window().findChild<DensityBar*>();
    for (int x = bar->xOf(0); x < bar->width() && !dead(); x += bar->width() / 40) {
        QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(x, bar->height() / 2));
        QApplication::processEvents();
    }
    return one.soon([&] { return dead(); });
}

void JourneyLabTest::aDeadlockIsFoundAndRewound()
{
    open();
    if (QTest::currentTestFailed())
        return;
    Traveller& one = *m_person;
    QVERIFY(one.openLab(q("endless-dialog")));
    QVERIFY(one.use(q("python")));
    QVERIFY(one.predict(q("writer")));
    QVERIFY(one.use(q("run")));
    const QString stuck = one.words("Nobody can go on, unless a signal comes.",
        "Nadie puede seguir, a menos que llegue una señal.");
    QTRY_VERIFY_WITH_TIMEOUT(dead(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(one.reads(stuck), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(one.window().presenter().runner()->step(0).done, kPatience);
    const TimeCursor& cursor = one.window().cursor();
    QVERIFY(cursor.world().finding(FindingKind::Deadlock));
    // Then it was not stuck yet, and nothing says so.
    QVERIFY(goBackBeforeTheDeadlock());
    QVERIFY(!cursor.live());
    QVERIFY(!cursor.world().finding(FindingKind::Deadlock));
    QTRY_VERIFY(!one.reads(stuck));
    QVERIFY(goOnToTheDeadlock());
    QTRY_VERIFY(one.reads(stuck));
    QVERIFY(one.byMouse() ? one.use(one.words("Live", "En vivo")) : one.command(q("live")));
    QVERIFY(cursor.live());
    QTRY_VERIFY(dead());
    QVERIFY(one.use(q("stop")));
    QTRY_VERIFY_WITH_TIMEOUT(!one.window().presenter().busy(), kPatience);
}

WINDOW_TEST_MAIN(JourneyLabTest)
#include "journey_lab_test.moc"
