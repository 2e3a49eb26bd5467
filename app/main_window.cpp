// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"

#include "app/focus_keeper.h"
#include "app/lab_page.h"
#include "app/notice_bar.h"
#include "app/shortcuts_sheet.h"
#include "app/tour.h"
#include "views/catalog/catalog_view.h"
#include "views/common/system_text.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace ipclab {

namespace {

constexpr QSize kFirstSize { 1280, 720 };
// Wayland's compositors tell how large a window is that fills the screen; who takes more is ended
// (invalid_surface_state of xdg_wm_base, xdg-shell).
constexpr QSize kLeastSize { 640, 400 };

// As the Menu key does, which is the only one that Qt knows on X11; many keyboards have none.
void askForMenu(QWidget& widget)
{
    const QPoint place = widget.inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, place, widget.mapToGlobal(place));
    QApplication::sendEvent(&widget, &asked);
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace

MainWindow::MainWindow(WindowOptions options, QWidget* parent)
    : QMainWindow(parent)
    , m_options(std::move(options))
    , m_systemDark(isDark(QApplication::palette()))
    , m_catalog(m_options.labFolders)
    , m_presenter(m_cursor, m_options.recordTo)
    , m_time([this] { return isActiveWindow() || m_presenter.busy(); })
    , m_actions(new WindowActions(*this))
    , m_pages(new QStackedWidget(this))
{
    m_languages.speak(m_options.language.isEmpty() ? m_settings.language() : m_options.language);
    m_look.setTextScale(systemTextScale());
    m_look.setProjector(m_options.projector || m_settings.projector());
    applyChoices();
    applyLook(); // before there are widgets, each is styled once
    createCatalog();
    setCentralWidget(m_pages);
    if (QGuiApplication::platformName().startsWith(QLatin1String("wayland")))
        setMinimumSize(kLeastSize); // else it is as much as the panels ask for
    connectActions();
    connectViewActions();
    connectTimeActions();
    connectPresenter();
    connectAttaching();
    connectStart();
    createExportMenu();
    retranslate();
    restore();
    if (!m_options.lab.isEmpty())
        openLab(labMeant(m_options.lab));
    sayKeptAside();
    setAcceptDrops(true);
    new FocusKeeper(*this);
    if (!m_options.session.isEmpty())
        openSession(m_options.session);
    m_desktop.ask();
    QTimer::singleShot(0, this, &MainWindow::offerRecovered); // when the window is there
    QTimer::singleShot(0, this, &MainWindow::listRuns);
}

MainWindow::~MainWindow()
{
    // A save that goes on is finished; who would tell of it goes first.
    m_presenter.copy().disconnect(this);
    m_presenter.disconnect(this);
    // The panels go before what they look at.
    delete m_pages;
}

void MainWindow::createCatalog()
{
    m_start = new QWidget(m_pages);
    m_notice = new NoticeBar(m_look, m_start);
    m_catalogView = new CatalogView({ m_cursor, m_selection, m_look }, m_start);
    restoreCommand();
    m_catalogView->chooseTopic(m_settings.catalogTopic());
    auto* column = new QVBoxLayout(m_start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_catalogView, 1);
    m_pages->addWidget(m_start);
    connect(m_catalogView, &CatalogView::labChosen, this, &MainWindow::openLab);
    connect(m_catalogView, &CatalogView::commandWanted, this, &MainWindow::openCommand);
    connect(m_catalogView, &CatalogView::sessionWanted, this, &MainWindow::openSession);
}

LabPage& MainWindow::page()
{
    if (m_page)
        return *m_page;
    m_page = new LabPage({ m_cursor, m_selection, m_look }, m_presenter, m_pages);
    m_page->setLanguage(m_languages.code());
    m_pages->addWidget(m_page);
    connect(m_page, &LabPage::catalogWanted, this, &MainWindow::showCatalog);
    connect(m_page, &LabPage::copyWanted, this, &MainWindow::editCopy);
    connect(m_page, &LabPage::originalWanted, this, &MainWindow::openOriginal);
    connect(m_page, &LabPage::keptWanted, this, &MainWindow::openKept);
    connect(m_page, &LabPage::machineWanted, this, &MainWindow::showMachine);
    connect(m_page, &LabPage::nextLabWanted, this, &MainWindow::openNextLab);
    connect(m_page, &LabPage::projectorWanted, this,
        [this] { (*m_actions)[Command::Projector]->trigger(); });
    connect(&m_page->zoom(), &PanelZoom::changed, (*m_actions)[Command::Maximise],
        &QAction::setChecked);
    m_page->restoreLayout(m_settings);
    return *m_page;
}

bool MainWindow::onPage() const
{
    return m_page && m_pages->currentWidget() == m_page;
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_settings.layout(QStringLiteral("geometry"))))
        resize(kFirstSize);
    m_pages->setCurrentWidget(m_start);
    m_catalogView->goOnFrom(m_settings.lastLab());
    enableActions();
}

// The person's of this window first, then what they wish of their desktop.
void MainWindow::applyChoices()
{
    const DesktopWishes& wishes = m_desktop.wishes();
    const Theme theme = m_settings.theme();
    const bool systemDark = wishes.dark.value_or(m_systemDark);
    m_look.setDark(theme == Theme::Dark || (theme == Theme::System && systemDark));
    m_look.setHighContrast(m_settings.highContrast().value_or(wishes.moreContrast));
    m_look.setReducedMotion(m_settings.lessMotion().value_or(wishes.lessMotion));
}

void MainWindow::applyLook()
{
    QApplication::setPalette(m_look.palette());
    qApp->setStyleSheet(m_look.styleSheet());
    (*m_actions)[Command::Projector]->setChecked(m_look.projector());
    (*m_actions)[Command::HighContrast]->setChecked(m_look.highContrast());
    (*m_actions)[Command::LessMotion]->setChecked(m_look.reducedMotion());
    showPointer();
}

void MainWindow::showPointer()
{
    const bool shown = m_settings.pointerRing(m_look.projector());
    m_pointer.setShown(shown);
    (*m_actions)[Command::PointerRing]->setChecked(shown);
}

void MainWindow::speak(const QString& language)
{
    m_languages.speak(language);
    if (const LabRunner* const runner = m_presenter.runner(); runner && !m_presenter.opened())
        nameNextLab(runner->lab().id);
    retranslate(); // Qt tells the widgets, but not of a guide in a language without translator
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_name->setText(tr("Your &name…"));
    if (m_sheet)
        m_sheet->setGroups(m_actions->shortcuts());
    (*m_actions)[m_languages.code() == QLatin1String("es") ? Command::Spanish : Command::English]
        ->setChecked(true);
    listLabs();
    if (m_page)
        m_page->setLanguage(m_languages.code());
    showSummary();
    nameWindow();
    enableActions(); // or why not
}

void MainWindow::nameWindow()
{
    setWindowTitle(!onPage()       ? QStringLiteral("IPC Lab")
            : m_presenter.opened() ? m_page->title() + QStringLiteral(" — ") + m_page->where()
                + QStringLiteral(" — IPC Lab")
                                   : m_page->title() + QStringLiteral(" — IPC Lab"));
}

// The system's text has another size.
bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::ThemeChange)
        QMetaObject::invokeMethod( // all widgets are being told just now
            this, [this] { m_look.setTextScale(systemTextScale()); }, Qt::QueuedConnection);
    return QMainWindow::event(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

// Keys that nobody below wanted.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && (*m_actions)[Command::Pause]->isEnabled()) {
        (*m_actions)[Command::Pause]->trigger();
    } else if (event->key() == Qt::Key_Escape && m_tour->goesOn()) {
        m_tour->end();
    } else if (event->key() == Qt::Key_Escape && onPage()) {
        if (m_page->zoom().zoomed())
            m_page->zoom().leave();
        else
            m_page->notice().dismiss();
    } else if (event->keyCombination() == (Qt::SHIFT | Qt::Key_F10)
        && QApplication::focusWidget()) {
        askForMenu(*QApplication::focusWidget());
    } else {
        QMainWindow::keyPressEvent(event);
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayLeave([this] { close(); })) {
        event->ignore();
        return;
    }
    m_settings.setLayout(QStringLiteral("geometry"), saveGeometry());
    if (m_page)
        m_page->saveLayout(m_settings);
    m_settings.setCommandMore(m_catalogView->commandMore());
    leaveLab(); // nothing lives on
    QMainWindow::closeEvent(event);
}

} // namespace ipclab
