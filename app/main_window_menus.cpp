// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/main_window.h"
#include "app/shortcuts_sheet.h"
#include "views/map/map_view.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMessageBox>

#include <optional>
#include <utility>

namespace ipclab {

namespace {

// Who chooses what their desktop has anyway goes on as that does.
std::optional<bool> unlessWished(bool choice, bool wish)
{
    return choice == wish ? std::nullopt : std::optional(choice);
}

} // namespace

// What each entry of the menus does.
void MainWindow::connectActions()
{
    const WindowActions& actions = *m_actions;
    LabPresenter* const presenter = &m_presenter;
    connect(actions[Command::Catalog], &QAction::triggered, this, &MainWindow::showCatalog);
    connect(actions[Command::OpenSession], &QAction::triggered, this, &MainWindow::chooseSession);
    connect(&actions.recentSessions(), &QMenu::aboutToShow, this, &MainWindow::listSessions);
    connect(actions[Command::SaveSession], &QAction::triggered, this, &MainWindow::saveSession);
    connect(
        actions[Command::ExportProgress], &QAction::triggered, this, &MainWindow::exportProgress);
    connect(
        actions[Command::ForgetProgress], &QAction::triggered, this, &MainWindow::forgetProgress);
    connect(actions[Command::Quit], &QAction::triggered, this, &QWidget::close);
    connect(actions[Command::Run], &QAction::triggered, presenter, &LabPresenter::run);
    connect(actions[Command::Stop], &QAction::triggered, presenter, &LabPresenter::stop);
    connect(actions[Command::Reset], &QAction::triggered, presenter, &LabPresenter::reset);
    connect(actions[Command::Pause], &QAction::triggered, presenter, &LabPresenter::setPaused);
    connect(presenter, &LabPresenter::pausedChanged, actions[Command::Pause], &QAction::setChecked);
    connect(actions[Command::StepCall], &QAction::triggered, this, [this] { page().stepOne(); });
    connect(actions[Command::HoldOne], &QAction::triggered, this, [this] { page().holdOne(); });
    connect(actions[Command::ShowStep], &QAction::triggered, presenter, &LabPresenter::showStep);
    connect(actions[Command::Shortcuts], &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(actions[Command::About], &QAction::triggered, this, &MainWindow::showAbout);
    connectMapActions();
    constexpr std::pair<Command, int> kPanels[]
        = { { Command::GoToGuide, 0 }, { Command::GoToMap, 1 }, { Command::GoToTabs, 2 },
              { Command::GoToInspector, 3 }, { Command::GoToTime, 4 } };
    for (const auto& [command, panel] : kPanels)
        connect(actions[command], &QAction::triggered, this,
            [this, index = panel] { page().focusPanel(index); });
}

void MainWindow::connectMapActions()
{
    const WindowActions& actions = *m_actions;
    constexpr std::pair<Command, void (MapView::*)()> kActs[] = {
        { Command::MapCloser, &MapView::closer }, { Command::MapFurther, &MapView::further },
        { Command::MapWhole, &MapView::fit }, { Command::MapRealSize, &MapView::showRealSize },
        { Command::MapFind, &MapView::findProcess }, { Command::MapPlaceAnew, &MapView::placeAnew }
    };
    for (const auto& [command, act] : kActs)
        connect(actions[command], &QAction::triggered, this,
            [this, does = act] { (page().map().*does)(); });
    connect(actions[Command::MapUnfold], &QAction::triggered, this,
        [this] { page().map().foldChosen(false); });
    connect(actions[Command::MapFold], &QAction::triggered, this,
        [this] { page().map().foldChosen(true); });
    connect(&actions.map(), &QMenu::aboutToShow, this, &MainWindow::enableFolding);
}

void MainWindow::connectViewActions()
{
    const WindowActions& actions = *m_actions;
    connect(&m_look, &Look::changed, this, &MainWindow::applyLook);
    connect(&m_desktop, &DesktopPortal::changed, this, &MainWindow::applyChoices);
    connect(actions[Command::Projector], &QAction::triggered, this, [this](bool on) {
        m_settings.setProjector(on);
        m_look.setProjector(on);
    });
    connect(actions[Command::PointerRing], &QAction::triggered, this, [this](bool on) {
        m_settings.setPointerRing(m_look.projector(), on);
        showPointer();
        m_pointer.showNow();
    });
    connect(actions[Command::HighContrast], &QAction::triggered, this, [this](bool on) {
        m_settings.setHighContrast(unlessWished(on, m_desktop.wishes().moreContrast));
        applyChoices();
    });
    connect(actions[Command::LessMotion], &QAction::triggered, this, [this](bool on) {
        m_settings.setLessMotion(unlessWished(on, m_desktop.wishes().lessMotion));
        applyChoices();
    });
    connect(
        actions[Command::Maximise], &QAction::triggered, this, [this] { page().zoom().toggle(); });
    constexpr std::pair<Command, Theme> kThemes[] = { { Command::ThemeSystem, Theme::System },
        { Command::ThemeLight, Theme::Light }, { Command::ThemeDark, Theme::Dark } };
    for (const auto& [command, theme] : kThemes) {
        actions[command]->setChecked(m_settings.theme() == theme);
        connect(actions[command], &QAction::triggered, this, [this, wanted = theme] {
            m_settings.setTheme(wanted);
            applyChoices();
        });
    }
    const std::pair<Command, QString> languages[] = { { Command::English, QStringLiteral("en") },
        { Command::Spanish, QStringLiteral("es") } };
    for (const auto& [command, language] : languages)
        connect(actions[command], &QAction::triggered, this, [this, wanted = language] {
            m_settings.setLanguage(wanted);
            speak(wanted);
        });
}

void MainWindow::showShortcuts()
{
    if (!m_sheet) {
        m_sheet = new ShortcutsSheet(m_look, this);
        m_sheet->setGroups(m_actions->shortcuts());
    }
    m_sheet->show();
    m_sheet->raise();
    m_sheet->activateWindow();
}

void MainWindow::showAbout()
{
    auto* const box = new QMessageBox(QMessageBox::NoIcon, tr("About IPC Lab"),
        QStringLiteral("<h3>IPC Lab %1</h3><p>%2</p><p>%3</p>")
            .arg(QCoreApplication::applicationVersion().toHtmlEscaped(),
                tr("Run real programs and see what the kernel does with them: where each byte is, "
                   "and why nothing moves."),
                tr("Free software under the GNU General Public License, version 3 or later.")),
        QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::RichText);
    box->open();
}

} // namespace ipclab
