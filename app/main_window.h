// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/active_time.h"
#include "app/desktop_wishes.h"
#include "app/lab_catalog.h"
#include "app/lab_presenter.h"
#include "app/lab_watch.h"
#include "app/languages.h"
#include "app/machine_check.h"
#include "app/main_window_actions.h"
#include "app/pointer_mark.h"
#include "app/progress_store.h"
#include "app/settings.h"
#include "views/common/event_search.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/tour/tour_stop.h"

#include <QMainWindow>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QAction;
class QStackedWidget;

namespace ipclab {

class AttachSheet;
class CatalogView;
class LabPage;
class MachineSheet;
class NoticeBar;
class SessionOpening;
class ShortcutsSheet;
class Tour;
struct ExportableRun;
struct OpenedSession;
struct RunningProcess;
struct SavedSession;

// What the command line says about the window.
struct WindowOptions {
    QString lab; // opens that one, by its name or its folder; empty: the catalog
    QString language; // for this time only; empty: as remembered
    bool projector = false; // for this time only
    std::string recordTo; // a session file; empty: none
    std::vector<std::string> labFolders; // those that hold labs
    QString session {}; // a session file to be opened; empty: none
    bool greets = false; // looks at the machine, and shows who is new here around
};

// The window: the catalog, or what is open from it. Owns what all panels share. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WindowOptions options, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] LabPresenter& presenter() { return m_presenter; }
    [[nodiscard]] const TimeCursor& cursor() const { return m_cursor; }
    [[nodiscard]] Selection& selection() { return m_selection; }
    [[nodiscard]] Look& look() { return m_look; }

    void openLab(const QString& wanted); // its id, as it is now
    void openCommand(CommandWish wish);
    void openSession(const QString& path); // when it is read; nothing of it runs
    void showCatalog(); // ends what still runs
    void showRunning(); // a sheet: which process is to be watched
    void showMachine(); // a sheet; looked at anew
    void showTour();
    void speak(const QString& language);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void createCatalog();
    void restoreCommand();
    void listRuns();
    void connectActions();
    void connectMapActions();
    void connectViewActions();
    void connectAttaching();
    void attachTo(const RunningProcess& process);
    void showAttached();
    void connectTimeActions();
    void goBy(std::int64_t events);
    void goToEventOfSelection(Towards towards);
    void goToFinding(Towards towards);
    void goTo(std::optional<EventIndex> moment, std::function<QString()> orSay = {});
    void unsayNoMoment(); // what goTo() said last of a moment that is not there
    void editBookmark(EventIndex moment);
    void setBookmark(EventIndex moment, const QString& text);
    void showBookmarks();
    void connectPresenter();
    LabPage& page(); // made when it is first wanted
    void showPage();
    void applyLook();
    void showPointer();
    void applyChoices();
    void restore();
    void retranslate();
    void listLabs();
    void enableActions();
    void enableRunning(const QString& closed);
    void enableFolding();
    // What was edited is saved; else the person is told, and asked whether to leave it.
    [[nodiscard]] bool mayLeave(const std::function<void()>& leave);
    void leaveLab();
    void noteProgress();
    void noteRun();
    void noteTime(qint64 ms);
    void saveProgress();
    void sayKeptAside();
    void showSummary();
    void exportProgress();
    void exportProgressTo(const QString& path);
    void forgetProgress();
    NoticeBar& noticeHere(); // where the person sees it
    void openNextLab();
    [[nodiscard]] QString labMeant(const QString& nameOrFolder);
    void followLab(const Lab* lab); // nullptr: none any more
    void reloadLab();
    void askToRun(const std::function<void()>& then, const QByteArray& asItIs);
    void editCopy();
    void openKept();
    void openOriginal();
    void saveSession();
    void sayNotRecorded(const Error& error);
    void createExportMenu();
    [[nodiscard]] ExportableRun runToExport() const;
    void askForName();
    void chooseSession();
    void listSessions();
    void offerRecovered();
    void showOpening(int percent);
    void giveUpOpening();
    void showOpened(const std::shared_ptr<OpenedSession>& session);
    void sayWhatIsMissing(const SavedSession& saved);
    [[nodiscard]] QString sessionWords(const QString& lab, const QString& command) const;
    void connectStart();
    void greet();
    void checkMachine();
    void showWhatTheMachineIs();
    void arriveAt(TourStop stop);
    [[nodiscard]] TourPlace placeOf(TourStop stop);
    void showShortcuts();
    void showAbout();
    void nameNextLab(const std::string& lab);
    void nameWindow();
    [[nodiscard]] bool onPage() const;

    const WindowOptions m_options;
    const bool m_systemDark; // by its palette
    DesktopPortal m_desktop;
    Settings m_settings;
    Languages m_languages;
    Look m_look;
    PointerMark m_pointer { m_look };
    TimeCursor m_cursor;
    Selection m_selection;
    LabCatalog m_catalog;
    LabPresenter m_presenter;
    LabWatch m_labWatch; // of the lab that is open
    QByteArray m_stepsSeen; // its lab.toml
    ProgressStore m_progress;
    ActiveTime m_time;
    qint64 m_restOfTime = 0; // ms that are no whole second yet
    qint64 m_unsavedTime = 0; // s
    bool m_saidUnsaved = false;
    bool m_saidAside = false;
    std::function<QString()> m_noMoment; // what was said when there was none further
    bool m_saidBroken = false; // the notice is about what was saved
    QPointer<SessionOpening> m_opening;
    WindowActions* m_actions;
    QAction* m_name = nullptr; // asks for the learner's
    QStackedWidget* m_pages;
    QWidget* m_start = nullptr; // the catalog's page
    NoticeBar* m_notice = nullptr; // above the catalog
    CatalogView* m_catalogView = nullptr;
    LabPage* m_page = nullptr;
    ShortcutsSheet* m_sheet = nullptr;
    MachineCheck m_machine { this };
    AttachSheet* m_attachSheet = nullptr;
    MachineSheet* m_machineSheet = nullptr;
    Tour* m_tour = nullptr;
};

} // namespace ipclab
