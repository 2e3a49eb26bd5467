// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/lab_presenter.h"
#include "app/notice_bar.h"
#include "app/top_bar.h"
#include "views/code/code_panel.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"
#include "views/console/console_panel.h"
#include "views/timebar/hold_strip.h"
#include "views/timebar/time_bar.h"

#include <QTabWidget>
#include <QTime>

#include <cerrno>
#include <utility>

// What the presenter says, shown.

namespace ipclab {

void LabPage::connectPresenter()
{
    m_presenter.setSaving([this] { return saveCode(); }); // what is shown is what runs
    const LabPresenter* const presenter = &m_presenter;
    connect(presenter, &LabPresenter::logRenewed, this, &LabPage::beginAgain);
    connect(presenter, &LabPresenter::logRenewed, this, [this] { m_saidDetached = false; });
    connect(&m_context.cursor, &TimeCursor::movedForReading, this, &LabPage::showGuideAtMoment);
    connect(&m_context.cursor, &TimeCursor::movedForReading, this, &LabPage::sayDetached);
    connect(presenter, &LabPresenter::labReplaced, this, &LabPage::showOpened);
    connect(presenter, &LabPresenter::logRenewed, this,
        [this] { m_time->setPauseEnabled(!m_presenter.opened()); });
    connect(presenter, &LabPresenter::progressed, this, &LabPage::showState);
    connect(presenter, &LabPresenter::activityChanged, this, [this](bool busy) {
        m_bar->setBusy(busy);
        m_held->setMayStep(busy);
        m_time->setOneCpu(m_presenter.oneCpu());
        showGuide(); // what is left to do, after all have ended
    });
    connect(presenter, &LabPresenter::pausedChanged, m_time, &TimeBar::setPaused);
    connect(presenter, &LabPresenter::wasReset, this, [this] {
        m_notice->offer(
            [] { return tr("The lab begins again: what was done and seen is put away."); },
            [] { return tr("Undo"); }, [this] { m_presenter.undoReset(); });
    });
    connect(presenter, &LabPresenter::launching, this, [this] {
        m_context.selection.clear(); // whom that means is over
        m_notice->dismiss();
        m_console->clear();
        m_code->beginRun(QTime::currentTime());
    });
    connectConsole();
    connectTroubles();
}

void LabPage::connectConsole()
{
    const LabPresenter* const presenter = &m_presenter;
    // Who is ended for the next run may still say something, and its end.
    connect(presenter, &LabPresenter::begins, m_console, &ConsolePanel::clear);
    connect(presenter, &LabPresenter::inputChanged, m_console, &ConsolePanel::setAvailable);
    connect(presenter, &LabPresenter::arrived, m_console, &ConsolePanel::arrived);
    connect(presenter, &LabPresenter::typedForLearner, m_console, &ConsolePanel::sent);
    connect(presenter, &LabPresenter::readingForLearner, m_console, &ConsolePanel::readingChanged);
    connect(presenter, &LabPresenter::endReached, m_console, &ConsolePanel::endReached);
}

void LabPage::connectTroubles()
{
    const LabPresenter* const presenter = &m_presenter;
    connect(presenter, &LabPresenter::failed, this, &LabPage::showFailure);
    connect(presenter, &LabPresenter::showingFailed, this, [this](ShowingState state) {
        m_notice->show(NoticeBar::Kind::Error, [state] { return showingWords(state); });
    });
    connect(presenter, &LabPresenter::notTaken, this, [this](const QString& run, qint64 bytes) {
        m_notice->show(NoticeBar::Kind::Error, [run, bytes] {
            return tr("Not taken: %1 that you sent to %2, which does not read any more.")
                .arg(bytesText(static_cast<std::uint64_t>(bytes)), run);
        });
    });
    connect(presenter, &LabPresenter::buildFailed, this, [this](const QString& messages) {
        m_code->runFailed();
        m_code->showMessages(messages);
        m_notice->show(
            NoticeBar::Kind::Error, [] { return tr("The program could not be built."); },
            m_code->isVisible() ? QString() : messages); // they are not said twice
    });
    connect(presenter, &LabPresenter::buildWarned, this, &LabPage::showWarnings);
}

// A lab names no program that does not exist: it is not installed here.
void LabPage::showFailure(const Error& error)
{
    if (error.number != ENOENT || !error.step.starts_with("exec") || !m_presenter.runner())
        return m_notice->show(NoticeBar::Kind::Error, error);
    m_notice->warn(
        error, [] { return tr("Check this machine…"); }, [this] { emit machineWanted(); });
}

// The program runs all the same. The same warnings, run after run, are no news.
void LabPage::showWarnings(const QString& messages)
{
    m_code->showMessages(messages);
    if (messages == std::exchange(m_warned, messages) || m_tabs->currentWidget() == m_code)
        return;
    m_notice->offer([] { return tr("The compiler has warnings about the program."); },
        [] { return tr("Show them"); }, [this] { m_tabs->setCurrentWidget(m_code); });
}

QString LabPage::showingWords(ShowingState failed)
{
    if (failed == ShowingState::Cannot)
        return tr("This step cannot be shown from here: it goes on with programs that do not run "
                  "any more. “Start over” begins again; each step can be shown from there.");
    if (failed == ShowingState::Stuck)
        return tr("This step cannot be shown from here: the programs did not come to where it goes "
                  "on. “Start over” begins again; each step can be shown from there.");
    return tr(
        "The step was done, but what it expects did not come. “Start over” begins again; each "
        "step can be shown from there.");
}

} // namespace ipclab
