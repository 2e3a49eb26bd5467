// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "app/tour.h"
#include "views/catalog/catalog_view.h"
#include "views/common/wording_tr.h"
#include "views/machine/machine_sheet.h"
#include "views/machine/machine_words.h"

#include <QAction>
#include <QStackedWidget>
#include <QTimer>

// What comes first: a look at the machine, and the tour for who is new here.

namespace ipclab {

namespace {

constexpr int kAfterTheFirstPicture = 200; // ms
const QString kTourLab = QStringLiteral("first-pipe");

} // namespace

void MainWindow::connectStart()
{
    const WindowActions& actions = *m_actions;
    m_tour = new Tour(m_look, *this,
        { [this](TourStop stop) { arriveAt(stop); },
            [this](TourStop stop) { return placeOf(stop); },
            [this] {
                constexpr int kGuide = 0;
                if (onPage())
                    m_page->focusPanel(kGuide);
            } });
    connect(actions[Command::Tour], &QAction::triggered, this, &MainWindow::showTour);
    connect(actions[Command::Machine], &QAction::triggered, this, &MainWindow::showMachine);
    connect(m_catalogView, &CatalogView::machineWanted, this, &MainWindow::showMachine);
    connect(m_catalogView, &CatalogView::topicPicked, this,
        [this](const QString& topic) { m_settings.setCatalogTopic(topic); });
    connect(&m_machine, &MachineCheck::done, this, &MainWindow::showWhatTheMachineIs);
    if (m_options.greets)
        QTimer::singleShot(kAfterTheFirstPicture, this, &MainWindow::greet);
}

void MainWindow::greet()
{
    checkMachine();
    // Who asked for something gets that.
    const bool asked = !m_options.lab.isEmpty() || !m_options.session.isEmpty()
        || !m_options.recordTo.empty() || onPage();
    if (!m_settings.tourSeen() && !asked)
        showTour();
}

void MainWindow::checkMachine()
{
    m_machine.start({ { MachinePart::Python, m_catalog.labsWith("python3") },
        { MachinePart::Compiler, m_catalog.labsWith("cc") },
        { MachinePart::Redis, m_catalog.labsWith("redis-server") },
        { MachinePart::OpenSsl, m_catalog.labsWith("openssl") } });
    if (m_machineSheet)
        m_machineSheet->setLooking();
}

void MainWindow::showMachine()
{
    if (!m_machineSheet) {
        m_machineSheet = new MachineSheet(m_look, this);
        connect(m_machineSheet, &MachineSheet::checkWanted, this, &MainWindow::checkMachine);
        m_machineSheet->setFacts(m_machine.facts());
    }
    checkMachine();
    m_machineSheet->show();
    m_machineSheet->raise();
    m_machineSheet->activateWindow();
}

void MainWindow::showWhatTheMachineIs()
{
    const MachineFacts& facts = m_machine.facts();
    const bool seen = m_machineSheet && m_machineSheet->isVisible();
    if (m_machineSheet)
        m_machineSheet->setFacts(facts);
    listLabs(); // what was missing may be here now
    if (facts.watchingFails() && !seen)
        noticeHere().warn(
            [obstacle = facts.find(MachinePart::Watching)->obstacle] {
                return watchingFailure(obstacle);
            },
            [] { return tr("What to do…"); }, [this] { showMachine(); });
}

void MainWindow::showTour()
{
    m_settings.setTourSeen();
    m_tour->begin();
}

void MainWindow::arriveAt(TourStop stop)
{
    const LabRunner* const runner = m_presenter.runner();
    const bool inItsLab = onPage() && runner && text(runner->lab().id) == kTourLab;
    if (stop == TourStop::Welcome) {
        if (inItsLab) // gone back to; what else is open goes on until the tour is wanted
            showCatalog();
        return;
    }
    if (!inItsLab)
        openLab(kTourLab);
    if (!onPage()) // there is no such lab
        return;
    m_page->arriveAt(stop);
    if (stop == TourStop::Cards && !m_presenter.busy())
        m_presenter.run();
    else if (stop == TourStop::Bytes)
        m_presenter.send(QStringLiteral("parent"), QByteArrayLiteral("hello\n"));
}

TourPlace MainWindow::placeOf(TourStop stop)
{
    const QWidget* const part = onPage() ? static_cast<QWidget*>(m_page) : m_catalogView->labs();
    const TourPlace place = onPage() ? m_page->placeOf(stop) : TourPlace { part->rect(), {} };
    return place.place.isEmpty() ? TourPlace {} : place.translated(part->mapTo(this, QPoint()));
}

} // namespace ipclab
