// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab_page_zoom.h"
#include "app/showing_state.h"
#include "ipc-core/lab/lab.h"
#include "views/common/view_context.h"
#include "views/tour/tour_stop.h"

#include <QByteArray>
#include <QString>
#include <QWidget>

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class QMenu;
class QSplitter;
class QTabWidget;

namespace ipclab {

class CallsPanel;
class CodePanel;
class ConsolePanel;
struct Error;
class GuidePanel;
class HoldStrip;
class InspectorPanel;
class LabPresenter;
class LanesPanel;
class MapView;
class NoticeBar;
class PlotsPanel;
struct Process;
class Settings;
class TimeBar;
class TopBar;
class TrafficPanel;

// What is open, with every panel: the guide, the map, the tabs under it, the inspector, the time.
// Shows what the presenter says and hands on what the person wants. GUI thread.
class LabPage : public QWidget {
    Q_OBJECT

public:
    LabPage(ViewContext context, LabPresenter& presenter, QWidget* parent = nullptr);

    void setLanguage(const QString& language); // of the guide: "es"
    void setNextLab(const QString& title); // empty: there is none
    void setSummary(const QString& words); // of the learner's way, at the lab's end
    void restoreLayout(const Settings& settings);
    void saveLayout(Settings& settings);
    [[nodiscard]] QString title() const; // of what is open
    [[nodiscard]] QString where() const; // its topic; of a session, when it was recorded

    [[nodiscard]] NoticeBar& notice() const { return *m_notice; }
    [[nodiscard]] PanelZoom& zoom() { return m_zoom; }
    [[nodiscard]] MapView& map() const { return *m_map; }
    // What was edited and is not saved yet. False: it cannot be, which is told, and stays; with
    // `leave` the person is offered to do that without it.
    bool saveCode(const std::function<void()>& leave = {});
    void goToOtherEnd(); // of what is in the chosen row
    void goToCode(); // the line that made the chosen call
    void editCode();
    void goToPrint(); // that made them
    void stepOne(); // lets one call of who is held go
    void holdOne(); // the process that is chosen; again: lets it go on
    [[nodiscard]] TourPlace placeOf(TourStop stop) const; // in this page
    void arriveAt(TourStop stop); // shows what it points at
    void focusPanel(int index); // as they stand, from 0: guide, map, tabs, inspector, time
    void greet(); // a lab that has just been opened

signals:
    void catalogWanted();
    void nextLabWanted();
    void projectorWanted(bool on);
    void copyWanted(); // of the lab, to edit
    void originalWanted(); // instead of the copy
    void keptWanted(); // the copy that was put aside
    void machineWanted(); // what it lacks

protected:
    void changeEvent(QEvent* event) override;

private:
    struct KeptLayout; // from one start of the program to the next
    std::vector<KeptLayout> keptLayouts();
    static QString showingWords(ShowingState failed);
    [[nodiscard]] Pid chosenOrShown() const;
    void createPanels();
    void arrange();
    void connectBar();
    void connectPanels();
    void connectPresenter();
    void connectConsole();
    void connectTroubles(); // what went wrong, said
    void retranslate();
    void applyLook();
    void share();
    void noteLayout();
    void beginAgain();
    void showOpened();
    void showState();
    void showGuide();
    void showGuideAtMoment();
    void showVariants();
    void showCode();
    void showFailure(const Error& error);
    void showWarnings(const QString& messages);
    void offerChanged(const QString& path);
    void sayDetached();
    void showMenu(const QPoint& place); // of what is selected
    void showMapMenu(const QPoint& place); // and with what the map can do
    QMenu* actsMenu();
    void addProcessMenu(QMenu& menu, const Process& process);
    void addInput(QMenu& menu, ChannelId channel);
    void nameTabs();

    ViewContext m_context;
    LabPresenter& m_presenter;
    QString m_language;
    QString m_nextLab;
    QString m_summary;
    QString m_warned; // what the compiler last did
    TopBar* m_bar;
    NoticeBar* m_notice;
    GuidePanel* m_guide;
    MapView* m_map;
    QTabWidget* m_tabs;
    TrafficPanel* m_traffic;
    LanesPanel* m_lanes;
    CallsPanel* m_calls;
    PlotsPanel* m_plots;
    CodePanel* m_code;
    ConsolePanel* m_console;
    InspectorPanel* m_inspector;
    HoldStrip* m_held;
    TimeBar* m_time;
    QSplitter* m_columns;
    QSplitter* m_rows;
    PanelZoom m_zoom;
    std::pair<QByteArray, QByteArray> m_atDesk; // how columns and rows share the room there
    bool m_pastShown = false; // by the guide
    bool m_saidDetached = false;
    bool m_projected = false; // the room is shared for the projector
    std::string m_filteredIn; // the lab in which calls and traffic were filtered
    std::optional<Variant> m_codeOf; // the variant that the code panel shows
};

} // namespace ipclab
