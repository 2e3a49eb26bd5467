// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/open_window.h"
#include "tests/pictures/scenes.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QMenu>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <map>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kMostItems = 30; // of one list: the others are told as these are

using Told = QAccessibleInterface;

// All that a screen reader finds in there and that is seen.
void walk(Told* one, const std::function<void(Told&)>& see)
{
    if (!one || !one->isValid() || one->state().invisible)
        return;
    see(*one);
    for (int i = 0; i < std::min(one->childCount(), kMostItems); ++i)
        walk(one->child(i), see);
}

void walk(QWidget& part, const std::function<void(Told&)>& see)
{
    walk(QAccessible::queryAccessibleInterface(&part), see);
}

QString nameOf(const Told& one)
{
    return one.text(QAccessible::Name).trimmed();
}

QString said(const Told& one)
{
    QStringList way;
    for (const QObject* object = one.object(); object && way.size() < 3; object = object->parent())
        way.prepend(QString::fromLatin1(object->metaObject()->className()));
    return QStringLiteral("%1 “%2” of %3")
        .arg(QString::fromLatin1(qAccessibleRoleString(one.role())), nameOf(one).left(60),
            way.join(u'/'));
}

// The keys come to it and stay there.
bool takesFocus(const Told& one)
{
    const auto* const widget = qobject_cast<const QWidget*>(one.object());
    return widget && (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy();
}

bool isAmong(QAccessible::Role role, std::initializer_list<QAccessible::Role> some)
{
    return std::ranges::find(some, role) != some.end();
}

// What can be done with such a thing is not known from these.
bool tellsNothing(QAccessible::Role role)
{
    return isAmong(role,
        { QAccessible::NoRole, QAccessible::Client, QAccessible::Window, QAccessible::Pane,
            QAccessible::Border, QAccessible::UserRole });
}

bool isItem(QAccessible::Role role)
{
    return isAmong(role,
        { QAccessible::ListItem, QAccessible::TreeItem, QAccessible::PageTab,
            QAccessible::MenuItem });
}

bool hasWords(Told& table, int row)
{
    const QAccessibleTableInterface& cells = *table.tableInterface();
    for (int column = 0; column < cells.columnCount(); ++column) {
        if (const Told* const cell = cells.cellAt(row, column); cell && !nameOf(*cell).isEmpty())
            return true;
    }
    return false;
}

QString faultOf(Told& one)
{
    const auto* const button = qobject_cast<const QAbstractButton*>(one.object());
    if ((takesFocus(one) || isItem(one.role()) || button) && nameOf(one).isEmpty())
        return QStringLiteral("no name");
    if (takesFocus(one) && tellsNothing(one.role()))
        return QStringLiteral("no role");
    const QAccessible::State state = one.state();
    if (button && button->isCheckable()
        && (!state.checkable || state.checked != button->isChecked()))
        return QStringLiteral("its state is not said");
    if (const QAccessibleTableInterface* const table = one.tableInterface()) {
        for (int row = 0; row < std::min(table->rowCount(), kMostItems); ++row) {
            if (!hasWords(one, row))
                return QStringLiteral("row %1 says nothing").arg(row);
        }
    }
    return {};
}

// What each control is called now.
std::map<const QObject*, QString> namesIn(QWidget& part)
{
    std::map<const QObject*, QString> names;
    walk(part, [&](const Told& one) {
        if (takesFocus(one))
            names[one.object()] = nameOf(one);
    });
    return names;
}

// The word is one in both languages, or none of ours: a file, a switch as its lab has it.
bool isOfNoLanguage(const QString& name)
{
    static const QRegularExpression kSuch(QStringLiteral(
        "^(Inspector|terminal|hex|[0-9]×|\\S+\\.(c|py)|\\S+ (no|yes|auto|line|[0-9]+))$"));
    return kSuch.match(name).hasMatch();
}

// Every panel and sheet once.
constexpr const char* kScenes[] = { "deadlock", "channel", "code", "console", "shortcuts",
    "new-bookmark", "lanes", "calls", "plots", "traffic", "before-run", "catalog", "workbench",
    "held", "machine", "bookmarks" };

std::vector<Scene> theScenes()
{
    std::vector<Scene> all = windowScenes();
    for (auto* const more : { panelScenes, sheetScenes }) {
        for (Scene& scene : more())
            all.push_back(std::move(scene));
    }
    std::vector<Scene> wanted;
    for (const char* const name : kScenes) {
        const auto is = [&](const Scene& one) { return qstrcmp(one.name, name) == 0; };
        wanted.push_back(*std::ranges::find_if(all, is));
    }
    return wanted;
}

} // namespace

// What a screen reader is told of every panel and sheet, by Qt's accessibility interface.
class ScreenReaderTest : public QObject {
    Q_OBJECT

private slots:
    // A window for each: cells that were asked for stay as they are, where no screen reader is told
    // that the rows are others.
    void init() { m_stage = std::make_unique<Stage>(); }
    void whatTakesTheKeysIsNamedAndSaysItsState_data();
    void whatTakesTheKeysIsNamedAndSaysItsState();
    void everyEntryOfTheMenusIsSaid();
    void cleanup() { m_stage.reset(); }

private:
    std::vector<Scene> m_scenes = theScenes();
    std::unique_ptr<Stage> m_stage;
};

void ScreenReaderTest::whatTakesTheKeysIsNamedAndSaysItsState_data()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const Scene& scene : m_scenes)
        QTest::newRow(scene.name) << number++;
}

void ScreenReaderTest::whatTakesTheKeysIsNamedAndSaysItsState()
{
    QFETCH(int, number);
    const Scene& scene = m_scenes.at(static_cast<std::size_t>(number));
    m_stage->wear({ "", "en" });
    QStringList wrong;
    QWidget& part = scene.show(*m_stage);
    walk(part, [&](Told& one) {
        if (const QString fault = faultOf(one); !fault.isEmpty())
            wrong << fault + QStringLiteral(": ") + said(one);
    });
    const auto english = namesIn(part);
    QVERIFY(!english.empty());

    // In the other language it has another name.
    m_stage->wear({ "", "es" });
    QWidget& again = scene.show(*m_stage);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // what was replaced
    for (const auto& [object, name] : namesIn(again)) {
        const auto before = english.find(object);
        if (before != english.end() && before->second == name && !isOfNoLanguage(name))
            wrong << QStringLiteral("the same in both languages: ") + name;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void ScreenReaderTest::everyEntryOfTheMenusIsSaid()
{
    const MainWindow& window = m_stage->session(QStringLiteral("endless-dialog"));
    QStringList wrong;
    int entries = 0;
    for (QMenu* menu : window.findChildren<QMenu*>()) {
        Told* const told = QAccessible::queryAccessibleInterface(menu);
        QCOMPARE(told->childCount(), menu->actions().size());
        for (int i = 0; i < told->childCount(); ++i) {
            const QAction& action = *menu->actions().at(i);
            const Told& entry = *told->child(i);
            if (action.isSeparator())
                continue;
            ++entries;
            const QAccessible::State state = entry.state();
            if (nameOf(entry).isEmpty() || entry.role() != QAccessible::MenuItem
                || state.checkable != action.isCheckable() || state.checked != action.isChecked())
                wrong << said(entry);
        }
    }
    QVERIFY(entries > 40);
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

WINDOW_TEST_MAIN(ScreenReaderTest)

#include "screen_reader_test.moc"
