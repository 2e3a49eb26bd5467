// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progress_store.h"
#include "ipc-core/base/signal_name.h"
#include "ipc-core/lab/process_ref.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "views/common/kept_together.h"
#include "views/common/wording.h"
#include "views/console/console_panel.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/map/map_view.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>
#include <variant>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

QString words(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace

// Labs to their last step in Spanish, with the mouse (and the keyboard for what is typed into a
// program): real programs, in Python. One of each topic.
class WindowMouseTest : public QObject {
    Q_OBJECT

private slots:
    void aLabIsDoneByMouseInSpanish_data();
    void aLabIsDoneByMouseInSpanish();

private:
    void open(const QString& lab);
    void checkTheDeadlock();
    using Fits = std::function<bool(const QAbstractButton&)>;
    bool clickInto(QScrollArea* area, const Fits& fits);
    bool predict(const LabStep& step);
    bool act(const Action& action, std::size_t index);
    bool launch(const DoRun& action);
    bool type(const DoType& action);
    ConsolePanel* console();
    bool sendSignal(const DoSignal& action);
    [[nodiscard]] const World& world() const { return m_window->cursor().world(); }

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void WindowMouseTest::open(const QString& lab)
{
    m_window = std::make_unique<MainWindow>(WindowOptions { {}, {}, false, {}, labFolders() });
    m_person = std::make_unique<Person>(*m_window);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_person->clickMenu(*m_window->menuBar(), QStringLiteral("Español")));
    auto* const list = m_window->findChild<QListView*>();
    QModelIndex wanted;
    const LabCatalog catalog(labFolders());
    const QString spanish = words(catalog.find(lab)->guideIn("es").title);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data(Qt::AccessibleTextRole).toString().contains(spanish)
            || index.data().toString().contains(spanish))
            wanted = index;
    }
    QVERIFY2(wanted.isValid(), qPrintable(spanish));
    QVERIFY(Person::clickEntry(*list, wanted));
    QTRY_VERIFY(m_window->presenter().runner());
    QCOMPARE(words(m_window->presenter().runner()->lab().id), lab);
    QVERIFY(m_person->clickButton(QStringLiteral("python")));
    QCOMPARE(m_window->presenter().runner()->variant(), Variant::Python);
    QCOMPARE(m_window->findChild<GuidePanel*>()->content().labTitle, spanish);
}

// As a person does who first turns the wheel.
bool WindowMouseTest::clickInto(QScrollArea* area, const Fits& fits)
{
    const auto found = [&]() -> QWidget* {
        return m_person->find<QAbstractButton>([&](const QAbstractButton& one) {
            return area->isAncestorOf(&one) && one.isEnabled() && fits(one);
        });
    };
    return QTest::qWaitFor([&] {
        if (found())
            area->ensureWidgetVisible(found());
        return found() && Person::seen(*found());
    }) && m_person->click(found());
}

bool WindowMouseTest::predict(const LabStep& step)
{
    if (!step.ask)
        return true;
    auto* const guide = m_window->findChild<GuidePanel*>();
    auto* const area = guide->findChild<QScrollArea*>();
    const QString answer = words(ipclab::answer(*step.ask));
    const auto named = [](const QString& name) {
        return [name](const QAbstractButton& one) { return one.objectName() == name; };
    };
    return clickInto(area, named(answer)) && clickInto(area, named(QStringLiteral("predict")))
        && !m_window->presenter().runner()->needsPrediction();
}

bool WindowMouseTest::sendSignal(const DoSignal& action)
{
    auto* const map = m_window->findChild<MapView*>();
    const Process* const process = processNamed(world(), action.to);
    if (!process || !process->alive())
        return false;
    const Pid pid = process->pid;
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->rectOf(nodeOf(pid)).center());
    auto* const inspector = m_window->findChild<InspectorPanel*>();
    if (!QTest::qWaitFor([&] { return inspector->shownProcess() == pid; }))
        return false;
    const QString signal = words(std::string(signalName(action.signal)));
    return clickInto(inspector,
        [&](const QAbstractButton& one) { return one.accessibleName().contains(signal); });
}

// What follows is meant for the programs that are started here.
bool WindowMouseTest::launch(const DoRun& action)
{
    const LabRunner& runner = *m_window->presenter().runner();
    const auto together = std::ranges::count(runner.lab().runs, false, &LabRun::later);
    const std::size_t after
        = runner.launches() + (action.only.empty() ? static_cast<std::size_t>(together) : 1);
    const QString button = action.only.empty() ? QStringLiteral("run")
                                               : QStringLiteral("start-") + words(action.only);
    return m_person->clickButton(button)
        && QTest::qWaitFor([&] { return runner.launches() >= after; }, kPatience);
}

// The tab that shows it is clicked first.
ConsolePanel* WindowMouseTest::console()
{
    auto* const panel = m_window->findChild<ConsolePanel*>();
    for (auto* const tabs : m_window->findChildren<QTabWidget*>()) {
        const int at = tabs->indexOf(panel);
        if (at >= 0)
            QTest::mouseClick(
                tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(at).center());
    }
    return panel;
}

bool WindowMouseTest::type(const DoType& action)
{
    ConsolePanel* const panel = console();
    auto* const to = panel->findChild<QComboBox*>(QStringLiteral("to"));
    auto* const line = panel->findChild<QLineEdit*>(QStringLiteral("line"));
    if (!QTest::qWaitFor([&] { return to->findText(words(action.to)) >= 0; }))
        return false;
    if (to->isVisible()) // the wheel chooses as the list does
        to->setCurrentText(words(action.to));
    for (const QString& one :
        words(action.text).split(u'\n').mid(0, words(action.text).count(u'\n'))) {
        if (!m_person->click(line))
            return false;
        QTest::keyClicks(line, one);
        if (!m_person->click(panel->findChild<QWidget*>(QStringLiteral("send"))))
            return false;
    }
    return true;
}

bool WindowMouseTest::act(const Action& action, std::size_t index)
{
    if (const auto* const run = std::get_if<DoRun>(&action))
        return launch(*run);
    if (const auto* const set = std::get_if<DoSet>(&action))
        return m_person->clickButton(words(set->name + " " + set->value));
    if (const auto* const signal = std::get_if<DoSignal>(&action))
        return sendSignal(*signal);
    if (const auto* const typed = std::get_if<DoType>(&action))
        return type(*typed);
    if (std::holds_alternative<DoStop>(action))
        return m_person->clickButton(QStringLiteral("stop"));
    if (std::holds_alternative<DoClose>(action))
        return m_person->click(console()->findChild<QWidget*>(QStringLiteral("close")));
    if (std::holds_alternative<DoRead>(action))
        return m_person->click(console()->findChild<QWidget*>(QStringLiteral("reading")));
    const LabRunner& runner = *m_window->presenter().runner();
    const auto step = runner.current();
    return QTest::qWaitFor(
        [&] { return runner.current() != step || runner.waitIsOver(index); }, kPatience);
}

// Both wait for each other, and the window says so: who, and which bytes are missing.
void WindowMouseTest::checkTheDeadlock()
{
    // The guide has seen it; what the panels show is brought up to there in the next frame.
    QVERIFY(m_window->cursor().live());
    QTRY_VERIFY(world().finding(FindingKind::Deadlock));
    const Process& child = *world().named("child").back();
    const auto* const inspector = m_window->findChild<InspectorPanel*>();
    const QString kept = unitsKept(bytesInWords(child.streamOn(1)->pending));
    const auto says = [&](const QString& what) {
        return m_person->find<QLabel>([&](const QLabel& one) {
            return inspector->isAncestorOf(&one) && one.text().contains(what);
        }) != nullptr;
    };
    QTRY_VERIFY2(says(kept), qPrintable(kept));
    QVERIFY(says(processLabel(child)));
}

void WindowMouseTest::aLabIsDoneByMouseInSpanish_data()
{
    QTest::addColumn<QString>("lab");
    for (const char* const lab : { "zombies", "signal-actions", "unclosed-end", "endless-dialog",
             "fifo-meeting", "first-socket" })
        QTest::newRow(lab) << QString::fromLatin1(lab);
}

void WindowMouseTest::aLabIsDoneByMouseInSpanish()
{
    QFETCH(QString, lab);
    open(lab);
    if (QTest::currentTestFailed())
        return;
    const LabRunner& runner = *m_window->presenter().runner();
    const auto total = runner.lab().steps.size();
    for (std::size_t i = 0; i < total; ++i) {
        const LabStep& step = runner.lab().steps[i];
        QVERIFY2(predict(step), step.id.c_str());
        for (std::size_t at = 0; at < step.actions.size(); ++at)
            QVERIFY2(act(step.actions[at], at), qPrintable(words(step.id) + QString::number(at)));
        QTRY_VERIFY2_WITH_TIMEOUT(runner.step(i).done, step.id.c_str(), kPatience);
        if (step.id == "where" && lab == QStringLiteral("endless-dialog"))
            checkTheDeadlock();
        if (QTest::currentTestFailed())
            return;
    }
    const auto* const guide = m_window->findChild<GuidePanel*>();
    QTRY_VERIFY(guide->findChild<QLabel*>(QStringLiteral("explanation"))->isVisible());
    QCOMPARE(guide->content().explanation, words(runner.lab().guideIn("es").explanation));
    QVERIFY(m_person->clickButton(QStringLiteral("catalog")));
    QTRY_VERIFY(livingChildren().isEmpty());
    // It is remembered how far one got.
    m_window.reset();
    const Settings settings;
    QCOMPARE(ProgressStore().of(lab).done(), static_cast<int>(total));
    QCOMPARE(settings.variant(lab), QStringLiteral("python"));
    QCOMPARE(settings.language(), QStringLiteral("es"));
}

WINDOW_TEST_MAIN(WindowMouseTest)
#include "window_mouse_test.moc"
