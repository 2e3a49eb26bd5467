// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortcuts_sheet.h"
#include "ipc-core/analysis/byte_places.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "views/calls/calls_panel.h"
#include "views/common/kept_together.h"
#include "views/common/wording.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/lanes/lanes_panel.h"
#include "views/lanes/lanes_view.h"
#include "views/map/bytes_legend.h"
#include "views/map/map_view.h"
#include "views/traffic/traffic_panel.h"
#include "views/traffic/traffic_search.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListView>
#include <QMap>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
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

// A lab from the catalog to its last step, without a mouse: real programs, in C.
class WindowKeyboardTest : public QObject {
    Q_OBJECT

private slots:
    void delayedOutputIsDoneByKeyboardAlone();
    void whatIsSaidIsWhatIs();
    void nothingLivesOnInTheCatalog();
    void aTabThatIsClickedHasTheNextKeys();
    void theShortcutsFitOnASmallScreen();
    void theShortcutsDoNotScrollSidewaysWhenProjected();
    void noLetterIsThatOfTwoFields_data();
    void noLetterIsThatOfTwoFields();

private:
    void open();
    bool predict(const LabStep& step);
    bool act(const Action& action, std::size_t index);

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void WindowKeyboardTest::open()
{
    m_window = std::make_unique<MainWindow>(WindowOptions { {}, {}, false, {}, labFolders() });
    m_person = std::make_unique<Person>(*m_window);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto* const list = m_window->findChild<QListView*>();
    QVERIFY(m_person->tabTo(list));
    const LabCatalog catalog(labFolders());
    const QString title
        = words(catalog.find(QStringLiteral("delayed-output"))->guideIn("en").title);
    m_person->press(Qt::Key_Home);
    const auto chosen
        = [&] { return list->currentIndex().data(Qt::AccessibleTextRole).toString(); };
    for (int row = 0; row < list->model()->rowCount() && !chosen().contains(title); ++row)
        m_person->press(Qt::Key_Down);
    m_person->press(Qt::Key_Return);
    QTRY_VERIFY(m_window->presenter().runner());
    QCOMPARE(words(m_window->presenter().runner()->lab().id), QStringLiteral("delayed-output"));
    QVERIFY(m_person->pressButton(QStringLiteral("c")));
    QCOMPARE(m_window->presenter().runner()->variant(), Variant::C);
}

bool WindowKeyboardTest::predict(const LabStep& step)
{
    if (!step.ask)
        return true;
    const QString answer = words(ipclab::answer(*step.ask));
    const auto* const guide = m_window->findChild<GuidePanel*>();
    const auto find = [&] {
        return m_person->find<QAbstractButton>([&](const QAbstractButton& one) {
            return one.objectName() == answer && one.isCheckable() && guide->isAncestorOf(&one);
        });
    };
    if (!QTest::qWaitFor([&] { return find() != nullptr; }))
        return false;
    const QAbstractButton* const choice = find();
    if (!m_person->arrowTo(*choice))
        return false;
    if (!choice->isChecked())
        m_person->press(Qt::Key_Return); // marks
    m_person->press(Qt::Key_Return); // predicts
    return !m_window->presenter().runner()->needsPrediction();
}

bool WindowKeyboardTest::act(const Action& action, std::size_t index)
{
    const LabRunner& runner = *m_window->presenter().runner();
    if (const auto* const run = std::get_if<DoRun>(&action)) {
        const std::size_t before = runner.launches();
        if (!run->only.empty())
            return m_person->pressButton(QStringLiteral("start-") + words(run->only))
                && QTest::qWaitFor([&] { return runner.launches() > before; }, kPatience);
        m_person->press(Qt::Key_R, Qt::ControlModifier);
        return m_window->presenter().busy();
    }
    if (const auto* const set = std::get_if<DoSet>(&action)) {
        const QString name = words(set->name + " " + set->value);
        return m_person->pressButton(name) && runner.switches().at(set->name) == set->value;
    }
    if (!std::holds_alternative<DoWait>(action))
        return false; // the lab of this test asks for nothing else
    const auto step = runner.current();
    return QTest::qWaitFor(
        [&] { return runner.current() != step || runner.waitIsOver(index); }, kPatience);
}

void WindowKeyboardTest::delayedOutputIsDoneByKeyboardAlone()
{
    open();
    if (QTest::currentTestFailed())
        return;
    const LabRunner& runner = *m_window->presenter().runner();
    for (std::size_t i = 0; i < runner.lab().steps.size(); ++i) {
        const LabStep& step = runner.lab().steps[i];
        QVERIFY2(predict(step), step.id.c_str());
        for (std::size_t at = 0; at < step.actions.size(); ++at)
            QVERIFY2(act(step.actions[at], at), step.id.c_str());
        QTRY_VERIFY2_WITH_TIMEOUT(runner.step(i).done, step.id.c_str(), kPatience);
        if (step.ask)
            QCOMPARE(runner.step(i).prediction, ipclab::answer(*step.ask));
    }
    const auto* const guide = m_window->findChild<GuidePanel*>();
    QTRY_VERIFY(guide->findChild<QLabel*>(QStringLiteral("explanation"))->isVisible());
    // Each prediction was right, and the guide says so.
    const auto asked = std::ranges::count_if(
        runner.lab().steps, [](const LabStep& step) { return step.ask.has_value(); });
    const auto praised = [&] {
        return std::ranges::count_if(
            guide->findChildren<QLabel*>(QStringLiteral("comparison")), [](const QLabel* label) {
                return label->isVisible() && label->text().contains(QChar(u'✓'));
            });
    };
    QTRY_COMPARE(praised(), asked);
    m_person->press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(livingChildren().isEmpty());
}

void WindowKeyboardTest::whatIsSaidIsWhatIs()
{
    open();
    if (QTest::currentTestFailed())
        return;
    m_person->press(Qt::Key_R, Qt::ControlModifier);
    const auto pending = [&] {
        const auto writers = m_window->cursor().world().named("writer");
        const Stream* const out = writers.empty() ? nullptr : writers.front()->streamOn(1);
        return out ? out->pending : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(pending() >= 14, kPatience);
    m_person->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->cursor().world().paused, kPatience);
    const World& world = m_window->cursor().world();
    const Process& writer = *world.named("writer").front();

    // The legend counts what the World has, where it has it: the writer may still come to where it
    // stands.
    QVERIFY(bytePlaces(world).writer >= 14);
    const auto* const legend = m_window->findChild<BytesLegend*>();
    for (const Place place : { Place::Writer, Place::Kernel, Place::Reader, Place::Read }) {
        const auto wanted = [&] {
            const BytePlaces places = bytePlaces(m_window->cursor().world());
            return placeLabel(place) + QStringLiteral(": ") + bytesText(places.at(place));
        };
        const auto said = [&](const QAbstractButton& one) {
            return legend->isAncestorOf(&one) && one.accessibleName() == wanted();
        };
        QTRY_VERIFY2(m_person->find<QAbstractButton>(said), qPrintable(wanted()));
    }
    // The inspector names the process and how many bytes it keeps.
    const auto* const inspector = m_window->findChild<InspectorPanel*>();
    QTRY_COMPARE(inspector->shownProcess(), writer.pid);
    const auto says = [&](const QString& what) {
        return m_person->find<QLabel>([&](const QLabel& one) {
            return inspector->isAncestorOf(&one) && one.text().contains(what);
        }) != nullptr;
    };
    QTRY_VERIFY(says(unitsKept(bytesInWords(pending()))));
    QVERIFY(says(processLabel(writer)));
    // It ran before a prediction: the guide says what to do, and no step is done.
    const auto* const guide = m_window->findChild<GuidePanel*>();
    QTRY_VERIFY(guide->content().steps.front().hint.has_value());
    QVERIFY(!m_window->presenter().runner()->step(0).done);
}

void WindowKeyboardTest::nothingLivesOnInTheCatalog()
{
    open();
    if (QTest::currentTestFailed())
        return;
    m_person->press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->cursor().world().named("writer").empty(), kPatience);
    QVERIFY(!livingChildren().isEmpty());
    m_person->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!m_window->presenter().open());
    QVERIFY(livingChildren().isEmpty()); // at once: the writer would end by itself a little later
    m_window.reset();
}

void WindowKeyboardTest::aTabThatIsClickedHasTheNextKeys()
{
    open();
    if (QTest::currentTestFailed())
        return;
    m_person->press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->cursor().world().named("writer").empty(), kPatience);
    auto* const tabs
        = m_window->findChild<QTabWidget*>(QStringLiteral("panels"))->findChild<QTabBar*>();
    const auto click = [&](int tab) {
        m_window->findChild<GuidePanel*>()->setFocus();
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    };
    click(1);
    const LanesView& lanes = m_window->findChild<LanesPanel*>()->view();
    QTRY_COMPARE(Person::focus(), &lanes);
    const Nanoseconds shown = lanes.window().range();
    m_person->press(Qt::Key_Plus);
    QVERIFY(lanes.window().range() < shown);
    // The tabs themselves hand these keys on.
    tabs->setFocus();
    const Nanoseconds closer = lanes.window().range();
    m_person->press(Qt::Key_Plus);
    QVERIFY(lanes.window().range() < closer);
    // A search begins wherever the focus is.
    click(0);
    QTRY_VERIFY(m_window->findChild<TrafficPanel*>()->isVisible());
    m_window->findChild<MapView*>()->setFocus();
    m_person->press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<TrafficSearch*>()->isVisible());
    QVERIFY(m_window->findChild<TrafficSearch*>()->isAncestorOf(Person::focus()));
    click(2);
    m_window->findChild<MapView*>()->setFocus();
    m_person->press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<CallsPanel*>()->isAncestorOf(Person::focus()));
    m_window.reset();
}

void WindowKeyboardTest::theShortcutsFitOnASmallScreen()
{
    open();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_person->clickMenu(*m_window->menuBar(), QStringLiteral("Español")));
    m_person->press(Qt::Key_F1);
    const auto* const sheet = m_window->findChild<ShortcutsSheet*>();
    QVERIFY(sheet && sheet->isVisible());
    const QWidget* const page = sheet->findChild<QScrollArea*>()->widget();
    const int width = page->minimumSizeHint().width();
    QVERIFY2(width <= 1200, qPrintable(QString::number(width)));
    const int height = page->heightForWidth(width);
    QVERIFY2(height <= 590, qPrintable(QString::number(height)));
    QStringList keys;
    for (const QLabel* label : page->findChildren<QLabel*>()) {
        keys.append(label->text());
        const bool escape = label->accessibleName().startsWith(QLatin1String("Esc:"));
        QVERIFY2(!escape || label->height() < 2 * label->fontMetrics().height(), // at a glance
            qPrintable(label->text()));
    }
    QVERIFY(keys.contains(QStringLiteral("Ctrl+Mayús+R")));
    QVERIFY(keys.contains(QStringLiteral("Ctrl+F")));
    QCOMPARE(keys.count(QStringLiteral("Esc")), 1);
    m_window.reset();
}

void WindowKeyboardTest::theShortcutsDoNotScrollSidewaysWhenProjected()
{
    m_window = std::make_unique<MainWindow>(
        WindowOptions { {}, QStringLiteral("en"), false, {}, labFolders() });
    m_person = std::make_unique<Person>(*m_window);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_person->press(Qt::Key_F11);
    m_person->press(Qt::Key_F1);
    auto* const sheet = m_window->findChild<ShortcutsSheet*>();
    QVERIFY(sheet && sheet->isVisible());
    for (const char* const language : { "Español", "English" }) {
        QVERIFY(m_person->clickMenu(*m_window->menuBar(), QString::fromUtf8(language)));
        sheet->resize(1240, 680);
        const auto* const bar = sheet->findChild<QScrollArea*>()->horizontalScrollBar();
        QTRY_VERIFY2(sheet->width() == 1240 && bar->maximum() == 0, language);
    }
    m_person->press(Qt::Key_F11);
    m_window.reset();
}

void WindowKeyboardTest::noLetterIsThatOfTwoFields_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Spanish") << QStringLiteral("es");
}

// With Alt, in the catalog: the menus and the fields of a command.
void WindowKeyboardTest::noLetterIsThatOfTwoFields()
{
    QFETCH(QString, language);
    m_window
        = std::make_unique<MainWindow>(WindowOptions { {}, language, false, {}, labFolders() });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::mouseClick(
        m_window->findChild<QWidget*>(QStringLiteral("commandMore")), Qt::LeftButton); // all fields
    QStringList words;
    for (const QAction* const menu : m_window->menuBar()->actions())
        words += menu->text();
    for (const QLabel* const label : m_window->findChildren<QLabel*>()) {
        if (label->buddy() && label->isVisibleTo(m_window.get()))
            words += label->text();
    }
    for (const QAbstractButton* const button : m_window->findChildren<QAbstractButton*>()) {
        if (button->isVisibleTo(m_window.get()))
            words += button->text();
    }
    QMap<QString, QString> known;
    for (const QString& one : std::as_const(words)) {
        const QString key = QKeySequence::mnemonic(one).toString();
        if (key.isEmpty())
            continue;
        QVERIFY2(!known.contains(key), qPrintable(key + u' ' + one + u' ' + known[key]));
        known.insert(key, one);
    }
    QVERIFY(known.size() >= 10);
}

WINDOW_TEST_MAIN(WindowKeyboardTest)
#include "window_keyboard_test.moc"
