// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machine_check.h"
#include "app/tour.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/words.h"
#include "views/catalog/catalog_view.h"
#include "views/guide/guide_panel.h"
#include "views/machine/machine_row.h"
#include "views/machine/machine_sheet.h"
#include "views/map/map_view.h"
#include "views/tour/tour_bubble.h"
#include "views/tour/tour_words.h"

#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

} // namespace

// Who opens IPC Lab for the first time: the tour over a lab that runs, and the machine looked at.
class FirstStartTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theTourLeadsThroughALabThatRuns_data();
    void theTourLeadsThroughALabThatRuns();
    void itIsSkippedAndDoesNotComeBack();
    void itIsLeftFromEachStop();
    void theWindowIsClosedInItsMiddle();
    void whoAsksForALabGetsTheLab();
    void theMenuShowsItAgain();
    void whatRunsGoesOnUntilTheTourIsWanted();
    void theMachineIsOnASheet_data();
    void theMachineIsOnASheet();
    void theTopicIsRemembered();
    void contrastAndMotionAreChosenAndRemembered();
    void theFocusComesBackToWhatIsSeen();

private:
    void open(const QString& language, bool greets = true, const QString& lab = {});
    TourBubble* bubble() const;
    bool shows(TourStop stop) const;
    bool greeted() const;
    void checkGeometry();
    std::ptrdiff_t watched() const; // processes

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void FirstStartTest::init()
{
    QSettings(QSettings::IniFormat, QSettings::UserScope, q("ipclab"), q("ipclab")).clear();
}

void FirstStartTest::cleanup()
{
    m_window.reset();
    QTRY_COMPARE(livingChildren(), QStringList());
}

void FirstStartTest::open(const QString& language, bool greets, const QString& lab)
{
    m_window = std::make_unique<MainWindow>(
        WindowOptions { lab, language, false, {}, labFolders(), {}, greets });
    m_person = std::make_unique<Person>(*m_window);
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

TourBubble* FirstStartTest::bubble() const
{
    return m_person->find<TourBubble>([](const TourBubble&) { return true; });
}

bool FirstStartTest::shows(TourStop stop) const
{
    return QTest::qWaitFor(
        [&] {
            const TourBubble* const one = bubble();
            return one && one->accessibleName().contains(tourTitle(stop));
        },
        kPatience);
}

// The greeting looks at the machine, and begins with that: what it had to say is said by then.
bool FirstStartTest::greeted() const
{
    const auto* const check = m_window->findChild<MachineCheck*>();
    return check
        && QTest::qWaitFor([&] { return check->facts().find(MachinePart::Python); }, kPatience);
}

std::ptrdiff_t FirstStartTest::watched() const
{
    return std::ranges::count_if(m_window->cursor().world().processes,
        [](const auto& one) { return one.second.isWatched(); });
}

// Whole in the window, with whole words, and not over what it points at, where that leaves room.
void FirstStartTest::checkGeometry()
{
    const TourBubble* const one = bubble();
    QVERIFY(m_window->rect().contains(one->geometry()));
    for (const auto* label : one->findChildren<QLabel*>()) {
        QVERIFY2(
            label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        QVERIFY(one->rect().contains(label->geometry()));
    }
    for (const auto* button : one->findChildren<QAbstractButton*>())
        QVERIFY(!button->isVisible() || button->width() >= button->sizeHint().width());
    const bool wide = one->place().width() > m_window->width() / 2
        && one->place().height() > m_window->height() / 2;
    QVERIFY2(wide || !one->geometry().intersects(one->place()), qPrintable(one->accessibleName()));
}

void FirstStartTest::theTourLeadsThroughALabThatRuns_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << q("en");
    QTest::newRow("Spanish") << q("es");
}

void FirstStartTest::theTourLeadsThroughALabThatRuns()
{
    QFETCH(QString, language);
    open(language);
    QVERIFY(shows(TourStop::Welcome));
    QCOMPARE(bubble()->accessibleName().contains(q("Welcome")), language == q("en"));
    checkGeometry();
    for (int stop = 1; stop < kTourStops; ++stop) {
        if (stop == static_cast<int>(TourStop::Bytes)) // who is slow sees the same
            QTRY_COMPARE_WITH_TIMEOUT(watched(), 2, kPatience);
        m_person->press(stop % 2 == 0 ? Qt::Key_Return : Qt::Key_Right);
        QVERIFY(shows(static_cast<TourStop>(stop)));
        if (stop == static_cast<int>(TourStop::Cards))
            QTRY_COMPARE_WITH_TIMEOUT(watched(), 2, kPatience);
        QTRY_VERIFY(!bubble()->place().isEmpty());
        QApplication::processEvents();
        checkGeometry();
    }
    QCOMPARE(m_window->findChild<QTabWidget*>(q("panels"))->currentIndex(), 0);
    // The lab really ran, and got what “Next” typed.
    const auto read = [&] {
        for (const auto& [id, channel] : m_window->cursor().world().channels) {
            if (channel.kind == ChannelKind::Pipe && channel.queueAt(End::First).read == 5)
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(read(), kPatience);
    m_person->press(Qt::Key_Left);
    QVERIFY(shows(TourStop::Why));
    m_person->press(Qt::Key_Return);
    QVERIFY(shows(TourStop::Time));
    m_person->press(Qt::Key_Return);
    QTRY_VERIFY(!bubble());
    const auto* const guide = m_window->findChild<GuidePanel*>();
    QVERIFY(guide->isAncestorOf(QApplication::focusWidget())); // the next key is for the lab
    QVERIFY(m_window->presenter().busy()); // which goes on
    QCOMPARE(m_window->presenter().runner()->current(), std::optional<std::size_t>(0));
}

void FirstStartTest::itIsSkippedAndDoesNotComeBack()
{
    open(q("en"));
    QVERIFY(shows(TourStop::Welcome));
    QVERIFY(m_person->clickButton(q("tour-skip")));
    QTRY_VERIFY(!bubble());
    QVERIFY(Settings().tourSeen());
    open(q("en"));
    QVERIFY(greeted());
    QVERIFY(!bubble());
}

void FirstStartTest::itIsLeftFromEachStop()
{
    open(q("en"), false);
    for (int stop = 0; stop < kTourStops; ++stop) {
        m_window->showTour();
        for (int i = 0; i < stop; ++i) {
            QVERIFY(shows(static_cast<TourStop>(i)));
            m_person->press(Qt::Key_Return);
        }
        QVERIFY(shows(static_cast<TourStop>(stop)));
        m_person->press(Qt::Key_Escape);
        QTRY_VERIFY(!bubble());
    }
    // Esc where nobody wants it ends it too: all else can be used meanwhile.
    m_window->showTour();
    QVERIFY(shows(TourStop::Welcome));
    m_window->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QTRY_VERIFY(!bubble());
}

void FirstStartTest::theWindowIsClosedInItsMiddle()
{
    for (const bool asked : { true, false }) {
        open(q("en"), false);
        m_window->showTour();
        for (const TourStop stop : { TourStop::Question, TourStop::Run, TourStop::Cards }) {
            m_person->press(Qt::Key_Return);
            QVERIFY(shows(stop));
        }
        QTRY_COMPARE_WITH_TIMEOUT(watched(), 2, kPatience);
        if (asked)
            QVERIFY(m_window->close());
        m_window.reset();
        QTRY_COMPARE(livingChildren(), QStringList());
    }
}

void FirstStartTest::whoAsksForALabGetsTheLab()
{
    open(q("en"), true, q("zombies"));
    QVERIFY(greeted());
    QVERIFY(!bubble());
    QVERIFY(!Settings().tourSeen()); // another time
    const auto* const guide = m_window->findChild<GuidePanel*>(); // there one begins, by keyboard
    QTRY_VERIFY(guide->isAncestorOf(QApplication::focusWidget()));
}

void FirstStartTest::theMenuShowsItAgain()
{
    Settings().setTourSeen();
    open(q("en"), false);
    QVERIFY(!bubble());
    QVERIFY(m_person->clickMenu(*m_window->menuBar(), q("tour")));
    QVERIFY(shows(TourStop::Welcome));
    m_window->speak(q("es"));
    QTRY_VERIFY(bubble()->accessibleName().contains(q("IPC Lab")));
    QVERIFY(shows(TourStop::Welcome)); // in the words of now
    checkGeometry();
}

void FirstStartTest::whatRunsGoesOnUntilTheTourIsWanted()
{
    open(q("en"), false);
    m_window->openCommand({ q("sleep 60"), q("pipe"), q("pipe"), q("/") });
    m_window->presenter().run();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->cursor().world().processes.empty(), kPatience);
    m_window->showTour();
    QVERIFY(shows(TourStop::Welcome));
    QVERIFY(m_window->presenter().busy());
    m_person->press(Qt::Key_Escape);
    QTRY_VERIFY(!bubble());
    QVERIFY(m_window->presenter().busy());
}

void FirstStartTest::theMachineIsOnASheet_data()
{
    theTourLeadsThroughALabThatRuns_data();
}

void FirstStartTest::theMachineIsOnASheet()
{
    QFETCH(QString, language);
    open(language, false);
    QVERIFY(m_person->clickMenu(*m_window->menuBar(), q("machine")));
    const auto* const sheet = m_window->findChild<MachineSheet*>();
    QVERIFY(sheet && sheet->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(sheet->findChildren<MachineRow*>().size(), 5, kPatience);
    QApplication::processEvents();
    QVERIFY(sheet->width() <= 1280 && sheet->height() <= 720);
    for (const auto* row : sheet->findChildren<MachineRow*>()) {
        QCOMPARE(row->accessibleName().contains(q("works"))
                || row->accessibleName().contains(q("missing")),
            language == q("en"));
        for (const auto* label : row->findChildren<QLabel*>())
            QVERIFY2(
                !label->isVisible() || label->height() >= label->heightForWidth(label->width()),
                qPrintable(label->text()));
    }
    const PartFact& python = sheet->findChildren<MachineRow*>().at(1)->fact();
    QVERIFY(python.part == MachinePart::Python && python.labs >= 30);
}

void FirstStartTest::theTopicIsRemembered()
{
    open(q("en"), false);
    QVERIFY(m_person->clickButton(q("topic-pipes")));
    m_window.reset();
    open(q("en"), false);
    QVERIFY(m_person->button(q("topic-pipes"))->isChecked());
    QVERIFY(m_person->clickButton(q("topic-")));
    QCOMPARE(Settings().catalogTopic(), QString());
}

void FirstStartTest::contrastAndMotionAreChosenAndRemembered()
{
    open(q("en"), false);
    const auto action
        = [this](const char* name) { return m_window->findChild<QAction*>(QLatin1String(name)); };
    QVERIFY(!m_window->look().highContrast() && !m_window->look().reducedMotion());
    action("high-contrast")->trigger();
    action("less-motion")->trigger();
    QVERIFY(m_window->look().highContrast() && m_window->look().reducedMotion());
    QCOMPARE(QApplication::palette().color(QPalette::Text),
        QColor(m_window->look().dark() ? Qt::white : Qt::black));
    m_window.reset();
    open(q("en"), false);
    QVERIFY(m_window->look().highContrast() && m_window->look().reducedMotion());
    QVERIFY(action("high-contrast")->isChecked() && action("less-motion")->isChecked());
    action("high-contrast")->trigger();
    QVERIFY(!m_window->look().highContrast());
    QVERIFY(!Settings().highContrast().value_or(false));
}

// From a panel that had all the room: what had the focus before may be put away by then.
void FirstStartTest::theFocusComesBackToWhatIsSeen()
{
    open(q("en"), false, q("zombies"));
    const auto* const guide = m_window->findChild<GuidePanel*>();
    QTRY_VERIFY(guide->isAncestorOf(QApplication::focusWidget()));
    QWidget* const before = QApplication::focusWidget();
    QTest::keyClick(before, Qt::Key_F10);
    const auto* const map = m_window->findChild<MapView*>();
    QTRY_VERIFY(!map->isVisible());
    before->hide();
    auto* const back = m_person->find<QPushButton>(
        [](const QPushButton& one) { return one.text().contains(q("F10")); });
    QVERIFY(back);
    back->setFocus();
    QTest::keyClick(back, Qt::Key_Space);
    QTRY_VERIFY(map->isVisible());
    const QWidget* const now = QApplication::focusWidget();
    QVERIFY(now && now != before && now->isVisible());
    QVERIFY2(now == guide || guide->isAncestorOf(now), now->metaObject()->className());
}

WINDOW_TEST_MAIN(FirstStartTest)
#include "first_start_test.moc"
