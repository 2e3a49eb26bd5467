// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_folder.h"
#include "tests/app/open_window.h"
#include "tests/app/traveller.h"
#include "tests/words.h"
#include "views/catalog/command_line_edit.h"
#include "views/catalog/recent_runs.h"
#include "views/map/map_view.h"
#include "views/timebar/density_bar.h"

#include <QListWidget>
#include <QSettings>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = Traveller::kPatience;

} // namespace

// Whole ways through the workbench and with sessions, by mouse and by keyboard, in both languages.
class JourneyCommandTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aCommandIsRunAndLookedAtAgain_data() { addTravellers(); }
    void aCommandIsRunAndLookedAtAgain();
    void aSessionIsSavedAndOpened_data() { addTravellers(); }
    void aSessionIsSavedAndOpened();

    void aPanelHasAllTheRoomAndGivesItBack_data() { addTravellers(); }
    void aPanelHasAllTheRoomAndGivesItBack();

private:
    bool run(const QString& line);
    bool openFirst(QListWidget* list);
    bool atRest();

    QTemporaryDir m_folder;
    std::unique_ptr<Traveller> m_person;
};

void JourneyCommandTest::init()
{
    QDir(sessionsFolder()).removeRecursively();
    QSettings(QSettings::IniFormat, QSettings::UserScope, q("ipclab"), q("ipclab")).clear();
    QFETCH(Hand, hand);
    QFETCH(QString, language);
    m_person = std::make_unique<Traveller>(hand, language);
    QVERIFY(m_person->ready());
}

void JourneyCommandTest::cleanup()
{
    m_person.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

bool JourneyCommandTest::atRest()
{
    return m_person->soon([&] {
        return m_person->window().cursor().end() > 5 && !m_person->window().presenter().busy();
    });
}

bool JourneyCommandTest::run(const QString& line)
{
    const auto field
        = [&]() -> QLineEdit* { return m_person->window().findChild<CommandLineEdit*>(); };
    return m_person->type(field, line)
        && (m_person->byMouse() ? m_person->use(m_person->words("Run", "Ejecutar"))
                                : (QTest::keyClick(field(), Qt::Key_Return), true))
        && atRest();
}

bool JourneyCommandTest::openFirst(QListWidget* list)
{
    if (m_person->byMouse()) {
        const QPoint place = list->visualItemRect(list->item(0)).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, place);
    } else {
        if (!Person(m_person->window()).tabTo(list))
            return false;
        QTest::keyClick(list, Qt::Key_Return);
    }
    return m_person->soon([&] { return m_person->window().presenter().opened() != nullptr; });
}

void JourneyCommandTest::aCommandIsRunAndLookedAtAgain()
{
    Traveller& one = *m_person;
    QVERIFY(run(q("printf 'second\\nfirst\\n' | sort; exit 3")));
    QTRY_VERIFY(one.mapSays(q("sort"))); // has ended, and is still there
    QVERIFY(one.goToTab(one.words("IPC Lab's end", "Extremo de IPC Lab")));
    QTRY_VERIFY(one.reads(q("first")) && one.reads(q("second")));
    QVERIFY(one.command(q("catalog")));
    auto* const list = one.window().findChild<RecentRuns*>()->findChild<QListWidget*>();
    const QString ended = one.words("ended with 3", "terminó con 3");
    const auto listed = [&] {
        return list->count() > 0
            && list->item(0)->data(Qt::AccessibleTextRole).toString().contains(ended);
    };
    QTRY_VERIFY_WITH_TIMEOUT(listed(), kPatience);
    QVERIFY(openFirst(list));
    // What was recorded: nothing can be run, and that is said.
    QTRY_VERIFY(one.reads(one.words("Session of", "Sesión del")));
    QTRY_VERIFY(one.reads(one.words("To the end", "Ir al final")));
    QVERIFY(!one.window().presenter().busy());
}

void JourneyCommandTest::aSessionIsSavedAndOpened()
{
    Traveller& one = *m_person;
    const QString path = m_folder.filePath(q("mine.jsonl"));
    QFile::remove(path);
    QVERIFY(run(q("sh -c 'echo said; exit 3'")));
    QVERIFY(one.command(q("save")));
    QVERIFY(one.nameFile(path));
    const QString saved = one.words("The session is saved: ", "Sesión guardada: ") + path;
    QVERIFY2(one.soon([&] { return shownNotice(one.window()) == saved; }),
        qPrintable(shownNotice(one.window())));
    QVERIFY(Person::focus()); // the dialog took it
    QVERIFY(one.command(q("catalog")));
    QVERIFY(one.command(q("open-session")));
    QVERIFY(one.nameFile(path));
    QTRY_VERIFY_WITH_TIMEOUT(one.window().presenter().opened(), kPatience);
    QTRY_VERIFY(one.reads(one.words("Session of", "Sesión del")));
    // It begins where there was somebody yet, and goes to the end.
    QVERIFY(!one.window().cursor().live());
    const QString ended = one.words("ended with 3", "terminó con el código 3");
    QVERIFY(!one.mapSays(ended));
    QVERIFY(
        one.byMouse() ? one.use(one.words("To the end", "Ir al final")) : one.command(q("live")));
    QTRY_VERIFY(one.window().cursor().live());
    QTRY_VERIFY(one.mapSays(ended) || one.reads(ended));
    QVERIFY(one.goToTab(one.words("IPC Lab's end", "Extremo de IPC Lab")));
    QTRY_VERIFY(one.reads(q("said")));
}

// A command has no guide: with the focus in no panel, the map gets the room.
void JourneyCommandTest::aPanelHasAllTheRoomAndGivesItBack()
{
    Traveller& one = *m_person;
    QVERIFY(run(q("true")));
    const auto* const map = one.window().findChild<MapView*>();
    const auto* const bar = one.window().findChild<DensityBar*>();
    QVERIFY(one.command(q("go-time")));
    QVERIFY(one.command(q("maximise")));
    QVERIFY(map->isVisible() && !bar->isVisible());
    // What is behind it is gone to: all have their room again.
    QVERIFY(one.command(q("go-time")));
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(Person::focus() && Person::focus()->isVisible());
}

WINDOW_TEST_MAIN(JourneyCommandTest)
#include "journey_command_test.moc"
