// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window_actions.h"

#include "views/common/obstacle.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <iterator>
#include <utility>

namespace ipclab {

namespace {

enum class Kind { Plain, Switch, Choice };

struct Entry {
    const char* text; // nullptr: a name that no language changes
    const char* name;
    const char* keys;
    int menu;
    Kind kind = Kind::Plain;
    bool separated = false; // a line before it
};

constexpr const char* kMenus[] = {
    QT_TRANSLATE_NOOP("ipclab::WindowActions", "&File"),
    QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Run"),
    QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Time"),
    QT_TRANSLATE_NOOP("ipclab::WindowActions", "&View"),
    QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Help"),
    QT_TRANSLATE_NOOP("ipclab::WindowActions", "M&ap"), // in that of the view
};
constexpr int kViewMenu = 3;
constexpr int kMapMenu = 5;

// In the order of Command.
const Entry kEntries[] = {
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Catalog"), "catalog", "Ctrl+L", 0 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Open session…"), "open-session", "Ctrl+O", 0,
        Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Save session as…"), "save", "Ctrl+S", 0 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Export progress…"), "export-progress", "", 0,
        Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Forget progress…"), "forget-progress", "", 0 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Quit"), "quit", "Ctrl+Q", 0, Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Run"), "run", "Ctrl+R", 1 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Stop"), "stop", "Ctrl+.", 1 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "R&eset"), "reset", "Ctrl+Shift+R", 1 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Pause"), "pause", "Ctrl+P", 1, Kind::Switch,
        true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Let one &call go"), "step-call", "F9", 1 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Hold the chosen process, or let it go on"),
        "hold-one", "Shift+F9", 1 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Attach to a process of mine…"), "attach",
        "Ctrl+Shift+A", 1, Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Detach: let it go on unwatched"), "detach",
        "Ctrl+Shift+D", 1 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Sho&w this step"), "show-step", "F2", 1,
        Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Live"), "live", "Ctrl+End", 2 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "One event &back"), "event-back", "F7", 2,
        Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "One event &on"), "event-on", "F8", 2 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Back to an event of what is selected"),
        "own-event-back", "Shift+F7", 2 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "On to an event of what is selected"),
        "own-event-on", "Shift+F8", 2 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Back to a finding"), "finding-back", "Ctrl+F7",
        2 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "On to a finding"), "finding-on", "Ctrl+F8", 2 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "To the other &end of the bytes"), "other-end",
        "F6", 2, Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "To the &print that made the bytes"), "print-of",
        "Shift+F6", 2 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "To the &line in the code"), "code-of", "F4", 2 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Bookmark this &moment…"), "bookmark", "Ctrl+B", 2,
        Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "All boo&kmarks…"), "bookmarks", "Ctrl+Shift+B",
        2 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Projector"), "projector", "F11", 3,
        Kind::Switch },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Ring round the mouse poin&ter"), "pointer-ring",
        "F12", 3, Kind::Switch },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Maximise the panel"), "maximise", "F10", 3,
        Kind::Switch },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Closer"), "map-closer", "Ctrl++", kMapMenu },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "F&urther"), "map-further", "Ctrl+-", kMapMenu },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&All of it"), "map-whole", "Ctrl+0", kMapMenu },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Real si&ze (100 %)"), "map-real-size",
        "Ctrl+Alt+0", kMapMenu },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Find a process…"), "map-find", "", kMapMenu,
        Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Show those that descend from it"), "map-unfold",
        "", kMapMenu, Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Fold all that &descends from it"), "map-fold", "",
        kMapMenu },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Place a&new"), "map-place-anew", "", kMapMenu,
        Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Go to the guide"), "go-guide", "Ctrl+1", 3,
        Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Go to the map"), "go-map", "Ctrl+2", 3 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Go to the tabs"), "go-tabs", "Ctrl+3", 3 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Go to the inspector"), "go-inspector", "Ctrl+4",
        3 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Go to the time bar"), "go-time", "Ctrl+5", 3 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Colours of the s&ystem"), "theme-system", "", 3,
        Kind::Choice, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Light"), "theme-light", "", 3, Kind::Choice },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Dark"), "theme-dark", "", 3, Kind::Choice },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "High &contrast"), "high-contrast", "", 3,
        Kind::Switch, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Less m&otion"), "less-motion", "", 3,
        Kind::Switch },
    { nullptr, "English", "", 3, Kind::Choice, true },
    { nullptr, "Español", "", 3, Kind::Choice },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Keyboard shortcuts"), "shortcuts", "F1", 4 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Tour"), "tour", "", 4 },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&Check this machine…"), "machine", "", 4,
        Kind::Plain, true },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "&About IPC Lab"), "about", "", 4, Kind::Plain,
        true },
};
static_assert(std::size(kEntries) == static_cast<std::size_t>(Command::Count));

// Qt's own words for them are longer, and not those of the rows below.
[[maybe_unused]] constexpr const char* kModifiers[] = {
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
};

// Keys that no menu has.
constexpr const char* kOthers[][2] = {
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Space"),
        QT_TRANSLATE_NOOP(
            "ipclab::WindowActions", "Pause and go on, where Space does nothing else") },
    { "Esc",
        QT_TRANSLATE_NOOP(
            "ipclab::WindowActions", "Back to all panels; dismiss a message; leave the code") },
    { "Tab", QT_TRANSLATE_NOOP("ipclab::WindowActions", "To the next field, card or button") },
    { "← ↑ → ↓",
        QT_TRANSLATE_NOOP("ipclab::WindowActions",
            "Map: the next card. Lanes: the next lane or state. Time: an event "
            "back or on") },
    { "+ − 0",
        QT_TRANSLATE_NOOP("ipclab::WindowActions", "Lanes, plots: closer, further, all of it") },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "+ −, Ctrl+Shift+→"),
        QT_TRANSLATE_NOOP(
            "ipclab::WindowActions", "Map: unfold or fold what is under the card; move the card") },
    { "1 – 5", QT_TRANSLATE_NOOP("ipclab::WindowActions", "Plots: what is plotted") },
    { "Ctrl+← →", QT_TRANSLATE_NOOP("ipclab::WindowActions", "Lanes: along the time") },
    { "Ctrl+F", QT_TRANSLATE_NOOP("ipclab::WindowActions", "Traffic and calls: find") },
    { "Ctrl+D, Alt+↑ ↓",
        QT_TRANSLATE_NOOP(
            "ipclab::WindowActions", "Code: what I changed; the change before or after") },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Enter"),
        QT_TRANSLATE_NOOP(
            "ipclab::WindowActions", "Map: choose the card. Lanes, calls: to that moment") },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Tab, Ctrl+Space"),
        QT_TRANSLATE_NOOP("ipclab::WindowActions", "Command: complete; show all it can be") },
    { "↑ ↓", QT_TRANSLATE_NOOP("ipclab::WindowActions", "Command: what was run before") },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Shift+Enter"),
        QT_TRANSLATE_NOOP("ipclab::WindowActions", "Calls: to when it returned") },
    { "F",
        QT_TRANSLATE_NOOP(
            "ipclab::WindowActions", "Lanes: fold the threads of a process. Map: find a process") },
    { QT_TRANSLATE_NOOP("ipclab::WindowActions", "Ctrl+PgUp, Ctrl+PgDown"),
        QT_TRANSLATE_NOOP("ipclab::WindowActions", "The other tabs") },
};

// What a teacher wants at hand.
constexpr Command kClassroom[] = { Command::Projector, Command::Maximise, Command::PointerRing,
    Command::ShowStep, Command::Pause, Command::StepCall, Command::EventBack, Command::EventOn,
    Command::FindingBack, Command::FindingOn, Command::Live };

bool isForTheClassroom(const QAction& action)
{
    return std::ranges::any_of(kClassroom, [&](Command command) {
        return action.objectName()
            == QLatin1String(kEntries[static_cast<std::size_t>(command)].name);
    });
}

std::pair<QString, QString> rowOf(const QAction& action)
{
    return { action.shortcut().toString(QKeySequence::NativeText),
        action.text().remove(QLatin1Char('&')) };
}

} // namespace

WindowActions::WindowActions(QMainWindow& window)
    : QObject(&window)
{
    createActions(window);
    fillMenus(window);
    retranslate();
}

void WindowActions::createActions(QMainWindow& window)
{
    QActionGroup* group = nullptr;
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        const Entry& entry = kEntries[i];
        auto* action = new QAction(&window);
        action->setObjectName(QString::fromUtf8(entry.name));
        action->setShortcut(QKeySequence(QString::fromLatin1(entry.keys)));
        action->setCheckable(entry.kind != Kind::Plain);
        if (entry.kind == Kind::Choice) {
            if (entry.separated || !group)
                group = new QActionGroup(this);
            group->addAction(action);
        }
        m_actions.at(i) = action;
        window.addAction(action);
    }
}

void WindowActions::fillMenus(QMainWindow& window)
{
    std::ranges::generate_n(std::back_inserter(m_menus), kMapMenu,
        [&window] { return window.menuBar()->addMenu(QString()); });
    m_menus.push_back(new QMenu(&window));
    for (QMenu* const menu : m_menus)
        menu->setToolTipsVisible(true);
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        QMenu* const menu = m_menus.at(static_cast<std::size_t>(kEntries[i].menu));
        if (menu == &map() && menu->isEmpty())
            m_menus.at(kViewMenu)->addMenu(menu);
        if (kEntries[i].separated)
            menu->addSeparator();
        menu->addAction(m_actions.at(i));
        if (i == static_cast<std::size_t>(Command::OpenSession))
            m_recent = menu->addMenu(QString());
    }
}

QMenu& WindowActions::map() const
{
    return *m_menus.at(kMapMenu);
}

void WindowActions::allow(Command command, const QString& obstacle) const
{
    allowUnless(obstacle, *(*this)[command]);
}

void WindowActions::retranslate()
{
    for (std::size_t menu = 0; menu < m_menus.size(); ++menu)
        m_menus[menu]->setTitle(tr(kMenus[menu]));
    m_recent->setTitle(tr("Open &recent session"));
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        const Entry& entry = kEntries[i];
        m_actions.at(i)->setText(entry.text ? tr(entry.text) : QString::fromUtf8(entry.name));
    }
}

ShortcutGroup WindowActions::classroom() const
{
    ShortcutGroup group { tr("In the classroom"), {} };
    for (const Command command : kClassroom)
        group.rows.push_back(rowOf(*(*this)[command]));
    return group;
}

std::vector<ShortcutGroup> WindowActions::shortcuts() const
{
    std::vector<ShortcutGroup> groups { classroom() };
    for (const QMenu* const menu : m_menus) {
        ShortcutGroup group { menu->title().remove(QLatin1Char('&')), {} };
        for (const QAction* action : menu->actions()) {
            if (!action->shortcut().isEmpty() && !isForTheClassroom(*action))
                group.rows.push_back(rowOf(*action));
        }
        groups.push_back(std::move(group));
    }
    ShortcutGroup others { tr("Everywhere"), {} };
    for (const auto& [keys, what] : kOthers)
        others.rows.emplace_back(tr(keys), tr(what));
    groups.push_back(std::move(others));
    return groups;
}

} // namespace ipclab
