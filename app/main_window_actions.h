// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shortcuts_sheet.h"

#include <QObject>

#include <array>
#include <cstddef>
#include <vector>

class QAction;
class QMainWindow;
class QMenu;

namespace ipclab {

// What can be asked for from the menus and by keys.
enum class Command {
    Catalog,
    OpenSession,
    SaveSession,
    ExportProgress,
    ForgetProgress,
    Quit,
    Run,
    Stop,
    Reset,
    Pause,
    StepCall,
    HoldOne,
    Attach,
    Detach,
    ShowStep,
    Live,
    EventBack,
    EventOn,
    OwnEventBack,
    OwnEventOn,
    FindingBack,
    FindingOn,
    OtherEnd,
    PrintOf,
    CodeOf,
    Bookmark,
    Bookmarks,
    Projector,
    PointerRing,
    Maximise,
    MapCloser,
    MapFurther,
    MapWhole,
    MapRealSize,
    MapFind,
    MapUnfold,
    MapFold,
    MapPlaceAnew,
    GoToGuide,
    GoToMap,
    GoToTabs,
    GoToInspector,
    GoToTime,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    HighContrast,
    LessMotion,
    English,
    Spanish,
    Shortcuts,
    Tour,
    Machine,
    About,
    Count
};

// The window's menus, each entry with its shortcut; words follow the language. GUI thread.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow& window);

    [[nodiscard]] QAction* operator[](Command command) const
    {
        return m_actions.at(static_cast<std::size_t>(command));
    }
    [[nodiscard]] QMenu& recentSessions() const { return *m_recent; } // filled by who knows them
    [[nodiscard]] QMenu& map() const; // some of it is for what is chosen
    // Enabled where nothing is in the way; else the menu says on its tooltip what is.
    void allow(Command command, const QString& obstacle) const;
    void retranslate();
    [[nodiscard]] std::vector<ShortcutGroup>
    shortcuts() const; // those for the classroom, then all the others, in the menus' order

private:
    void createActions(QMainWindow& window);
    void fillMenus(QMainWindow& window);
    [[nodiscard]] ShortcutGroup classroom() const;

    std::array<QAction*, static_cast<std::size_t>(Command::Count)> m_actions {};
    std::vector<QMenu*> m_menus;
    QMenu* m_recent = nullptr;
};

} // namespace ipclab
