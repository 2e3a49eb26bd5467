// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_dialog.h"
#include "app/lab_page.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "app/session.h"
#include "views/attach/attach_sheet.h"
#include "views/catalog/catalog_view.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QAction>
#include <QDir>
#include <QLocale>
#include <QStackedWidget>
#include <QTimer>

namespace ipclab {

namespace {

// The one chosen last, if it can run here; Python before C.
Variant variantFor(const Lab& lab, const Settings& settings)
{
    const QString last = settings.variant(QString::fromStdString(lab.id));
    const Variant wanted = variantNamed(last.toStdString()).value_or(Variant::Python);
    const Variant other = wanted == Variant::C ? Variant::Python : Variant::C;
    const bool onlyOther = !obstacleTo(lab, wanted).isEmpty() && obstacleTo(lab, other).isEmpty();
    return onlyOther ? other : wanted;
}

} // namespace

void MainWindow::listLabs()
{
    m_catalogView->setTopics(m_catalog.topics(m_languages.code(), m_progress.all()));
}

void MainWindow::openLab(const QString& wanted)
{
    const QString id = m_catalog.read(wanted);
    const Lab* const lab = m_catalog.find(id);
    if (!lab) {
        const QString problems = m_catalog.problems(id);
        noticeHere().show(
            NoticeBar::Kind::Error,
            [id, unknown = problems.isEmpty()] {
                return unknown ? tr("There is no lab “%1”.").arg(id)
                               : tr("The lab “%1” cannot be opened. Its files say:").arg(id);
            },
            problems);
        listLabs();
        return;
    }
    if (!mayLeave([this, wanted] { openLab(wanted); }))
        return;
    leaveLab();
    nameNextLab(lab->id);
    m_settings.setLastLab(id);
    showPage();
    followLab(lab);
    m_time.start();
    m_presenter.openLab(*lab, variantFor(*lab, m_settings));
    enableActions();
    showSummary();
    nameWindow();
    if (isVisible())
        m_page->greet();
    else // shown, it would give the focus to its first button
        QTimer::singleShot(0, m_page, [this] { m_page->greet(); });
}

void MainWindow::openNextLab()
{
    const LabRunner* const runner = m_presenter.runner();
    const Lab* const next = runner ? m_catalog.next(runner->lab().id) : nullptr;
    if (next)
        openLab(text(next->id));
}

// In the language of the moment.
void MainWindow::nameNextLab(const std::string& lab)
{
    const Lab* const next = m_catalog.next(lab);
    page().setNextLab(
        next ? text(next->guideIn(m_languages.code().toStdString()).title) : QString());
}

void MainWindow::showPage()
{
    m_notice->dismiss();
    m_pages->setCurrentWidget(m_page);
    enableActions();
}

bool MainWindow::mayLeave(const std::function<void()>& leave)
{
    return !m_page || m_page->saveCode(leave);
}

// What was done in it is kept.
void MainWindow::leaveLab()
{
    giveUpOpening(); // the person wants something else
    if (m_attachSheet && m_attachSheet->isVisible())
        m_attachSheet->reject();
    m_time.stop();
    saveProgress();
    followLab(nullptr);
    m_presenter.close();
}

void MainWindow::showCatalog()
{
    if (!mayLeave([this] { showCatalog(); }))
        return;
    if (m_page) {
        m_page->zoom().leave();
        m_page->saveLayout(m_settings);
    }
    m_pages->setCurrentWidget(m_start); // so that what cannot be kept is said there
    leaveLab();
    m_catalog.lookAgain();
    listLabs();
    listRuns();
    m_catalogView->setFocus(Qt::OtherFocusReason);
    enableActions();
    nameWindow();
}

void MainWindow::connectPresenter()
{
    const LabPresenter* const presenter = &m_presenter;
    connect(presenter, &LabPresenter::activityChanged, this, &MainWindow::enableActions);
    connect(presenter, &LabPresenter::progressed, this, &MainWindow::noteProgress);
    connect(presenter, &LabPresenter::logRenewed, this, &MainWindow::enableActions);
    connect(presenter, &LabPresenter::recordingFailed, this, &MainWindow::sayNotRecorded);
    connect(presenter, &LabPresenter::sessionKept, this, &MainWindow::listRuns);
    connect(presenter, &LabPresenter::launching, this, &MainWindow::noteRun);
    connect(&m_time, &ActiveTime::passed, this, &MainWindow::noteTime);
    connect(presenter, &LabPresenter::trustWanted, this, &MainWindow::askToRun);
    connect(&m_labWatch, &LabWatch::changed, this, &MainWindow::reloadLab);
    const SessionCopy* const copy = &m_presenter.copy();
    connect(copy, &SessionCopy::activeChanged, this, &MainWindow::enableActions);
    connect(copy, &SessionCopy::advanced, this, [this](int percent) {
        noticeHere().progress([] { return tr("The session is being saved"); }, percent,
            [] { return tr("Cancel"); }, [this] { m_presenter.copy().cancel(); });
    });
    connect(copy, &SessionCopy::done, this, [this](const QString& path) {
        noticeHere().show(
            NoticeBar::Kind::Progress, [path] { return tr("The session is saved: %1").arg(path); });
    });
    connect(copy, &SessionCopy::failed, this,
        [this](const Error& error) { noticeHere().show(NoticeBar::Kind::Error, error); });
}

void MainWindow::sayNotRecorded(const Error& error)
{
    noticeHere().show(NoticeBar::Kind::Error, [error, goesOn = m_presenter.session() != nullptr] {
        const QString why = errorSentence(error);
        return goesOn ? tr("This run is no longer recorded, and goes on. %1 “Save session as…” "
                           "writes all of it to another place.")
                            .arg(why)
                      : tr("The end of the last run is not recorded. %1").arg(why);
    });
}

void MainWindow::saveSession()
{
    const LabRunner* const runner = m_presenter.runner();
    const QString name = runner ? text(runner->lab().id) : tr("session");
    auto* const dialog = newFileDialog(this, tr("Save the session"), QFileDialog::AcceptSave,
        tr("Sessions (*.jsonl);;All files (*)"), QDir::currentPath());
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    dialog->selectFile(name + QStringLiteral(".jsonl"));
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &LabPresenter::save);
    dialog->open();
}

} // namespace ipclab
