// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progress_store.h"
#include "ipc-core/base/signal_name.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "views/common/wording.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/map/map_view.h"

#include <QLabel>
#include <QListView>
#include <QScrollArea>

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

// A lab to its last step in Spanish, with the mouse alone: real programs, in Python.
class WindowMouseTest : public QObject {
    Q_OBJECT

private slots:
    void endlessDialogIsDoneByMouseInSpanish();

private:
    void open();
    void checkTheDeadlock();
    using Fits = std::function<bool(const QAbstractButton&)>;
    bool clickInto(QScrollArea* area, const Fits& fits);
    bool predict(const LabStep& step);
    bool act(const Action& action);
    bool sendSignal(const DoSignal& action);
    [[nodiscard]] const World& world() const { return m_window->cursor().world(); }

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void WindowMouseTest::open()
{
    m_window = std::make_unique<MainWindow>(WindowOptions { {}, {}, false, {}, labFolders() });
    m_person = std::make_unique<Person>(*m_window);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_person->clickMenu(*m_window->menuBar(), QStringLiteral("Español")));
    auto* const list = m_window->findChild<QListView*>();
    const QString title = QStringLiteral("endless-dialog");
    QModelIndex wanted;
    const LabCatalog catalog(labFolders());
    const QString spanish = words(catalog.find(title)->guideIn("es").title);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data(Qt::AccessibleTextRole).toString().contains(spanish)
            || index.data().toString().contains(spanish))
            wanted = index;
    }
    QVERIFY2(wanted.isValid(), qPrintable(spanish));
    const QPoint middle = list->visualRect(wanted).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, middle);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, middle);
    QTRY_VERIFY(m_window->presenter().runner());
    QCOMPARE(words(m_window->presenter().runner()->lab().id), title);
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
    const auto named = world().named(action.to);
    const auto alive
        = std::ranges::find_if(named, [](const Process* process) { return process->alive(); });
    if (alive == named.end())
        return false;
    const Pid pid = (*alive)->pid;
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->rectOf(nodeOf(pid)).center());
    auto* const inspector = m_window->findChild<InspectorPanel*>();
    if (!QTest::qWaitFor([&] { return inspector->shownProcess() == pid; }))
        return false;
    const QString signal = words(std::string(signalName(action.signal)));
    return clickInto(inspector,
        [&](const QAbstractButton& one) { return one.accessibleName().contains(signal); });
}

bool WindowMouseTest::act(const Action& action)
{
    if (std::holds_alternative<DoRun>(action))
        return m_person->clickButton(QStringLiteral("run"));
    if (const auto* const set = std::get_if<DoSet>(&action))
        return m_person->clickButton(words(set->name + " " + set->value));
    if (const auto* const signal = std::get_if<DoSignal>(&action))
        return sendSignal(*signal);
    return false;
}

// Both wait for each other, and the window says so: who, and which bytes are missing.
void WindowMouseTest::checkTheDeadlock()
{
    const Finding* const deadlock = world().finding(FindingKind::Deadlock);
    QVERIFY(deadlock);
    const Process& child = *world().named("child").back();
    const auto* const inspector = m_window->findChild<InspectorPanel*>();
    const QString kept = bytesInWords(child.streamOn(1)->pending);
    const auto says = [&](const QString& what) {
        return m_person->find<QLabel>([&](const QLabel& one) {
            return inspector->isAncestorOf(&one) && one.text().contains(what);
        }) != nullptr;
    };
    QTRY_VERIFY2(says(kept), qPrintable(kept));
    QVERIFY(says(processLabel(child)));
}

void WindowMouseTest::endlessDialogIsDoneByMouseInSpanish()
{
    open();
    if (QTest::currentTestFailed())
        return;
    const LabRunner& runner = *m_window->presenter().runner();
    for (std::size_t i = 0; i < runner.lab().steps.size(); ++i) {
        const LabStep& step = runner.lab().steps[i];
        QVERIFY2(predict(step), step.id.c_str());
        for (const Action& action : step.actions)
            QVERIFY2(act(action), step.id.c_str());
        QTRY_VERIFY2_WITH_TIMEOUT(runner.step(i).done, step.id.c_str(), kPatience);
        if (step.id == "where")
            checkTheDeadlock();
    }
    const auto* const guide = m_window->findChild<GuidePanel*>();
    QTRY_VERIFY(guide->findChild<QLabel*>(QStringLiteral("explanation"))->isVisible());
    QCOMPARE(guide->content().explanation, words(runner.lab().guideIn("es").explanation));
    QVERIFY(m_person->clickButton(QStringLiteral("catalog")));
    QTRY_VERIFY(livingChildren().isEmpty());
    // It is remembered how far one got.
    m_window.reset();
    const Settings settings;
    QCOMPARE(ProgressStore().of(QStringLiteral("endless-dialog")).done(), 5);
    QCOMPARE(settings.variant(QStringLiteral("endless-dialog")), QStringLiteral("python"));
    QCOMPARE(settings.language(), QStringLiteral("es"));
}

WINDOW_TEST_MAIN(WindowMouseTest)
#include "window_mouse_test.moc"
