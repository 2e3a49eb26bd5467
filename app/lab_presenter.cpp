// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_presenter.h"

#include "app/folders.h"
#include "app/lab_trust.h"
#include "app/session.h"
#include "app/session_opening.h"
#include "app/session_recording.h"
#include "app/step_showing.h"
#include "app/trust_look.h"
#include "views/common/time_cursor.h"

#include <QScopedValueRollback>

#include <utility>

namespace ipclab {

LabPresenter::LabPresenter(TimeCursor& cursor, std::string recordTo, QObject* parent)
    : QObject(parent)
    , m_cursor(cursor)
    , m_recordTo(std::move(recordTo))
    , m_frames([this] { return frame(); })
{
    m_clock.start();
}

LabPresenter::~LabPresenter()
{
    m_copy.finish();
    m_cursor.setLog(nullptr);
    m_replay.reset();
    m_attaching.reset();
    m_before.reset();
    m_session.reset(); // before what it leaves its recording to
}

void LabPresenter::openLab(const Lab& lab, Variant variant)
{
    close();
    m_runner.emplace(lab, variant);
    emit logRenewed();
    emit progressed();
}

void LabPresenter::replaceLab(const Lab& lab, bool sameSteps)
{
    if (!m_runner)
        return;
    if (!sameSteps) // else it goes on: what runs may have been saved just before
        endShowing();
    m_runner->replaceLab(lab, sameSteps);
    if (m_before) // a reset can still be undone
        m_before->runner.replaceLab(lab, sameSteps);
    emit labReplaced();
    emit progressed();
    wake();
}

void LabPresenter::openCommand(WorkbenchCommand command)
{
    close();
    m_command = std::move(command);
    emit logRenewed();
    run();
}

void LabPresenter::close()
{
    dropSession();
    m_runner.reset();
    m_notes.forget();
    m_command.reset();
    m_attached.reset();
}

bool LabPresenter::busy() const
{
    return m_session && m_session->busy();
}

bool LabPresenter::oneCpu() const
{
    return m_session && m_session->oneCpu();
}

bool LabPresenter::prepareRun(const std::function<void()>& then)
{
    if (m_save && !m_save())
        return false;
    if (!m_runner || m_foundTrusted || isTrustedUnread(m_runner->lab().folder))
        return true;
    lookForTrust(then);
    return false;
}

// Meanwhile another lab may be opened, or something else of this one be wanted: that counts.
void LabPresenter::lookForTrust(const std::function<void()>& then)
{
    if (m_trustLook)
        m_trustLook->disconnect(this);
    m_trustLook = new TrustLook(m_runner->lab().folder, this);
    connect(m_trustLook, &TrustLook::looked, this,
        [this, then, folder = m_runner->lab().folder](const TrustFound& found) {
            if (!m_runner || m_runner->lab().folder != folder)
                return;
            if (!found.trusted)
                return emit trustWanted(then, found.asItIs);
            const QScopedValueRollback<bool> now(m_foundTrusted, true);
            then();
        });
}

void LabPresenter::run()
{
    takeOver();
    if (!open() || m_opened || m_attached || !prepareRun([this] { run(); }) || !ensureSession())
        return;
    emit launching();
    m_cursor.goLive();
    m_ranTooEarly = m_runner && m_runner->needsPrediction();
    if (m_runner) {
        m_session->launch(launchPlans(m_runner->lab(), m_runner->variant(), m_runner->switches(),
            programFoldersOf(m_runner->lab().folder)));
    } else if (m_command) {
        m_session->launch({ planFor(*m_command) });
    }
    wake();
    emit progressed();
}

void LabPresenter::runBeside(const QString& run)
{
    takeOver();
    const LabRun* const wanted = m_runner ? m_runner->lab().runNamed(run.toStdString()) : nullptr;
    if (!wanted || m_opened || !prepareRun([this, run] { runBeside(run); }) || !ensureSession())
        return;
    m_cursor.goLive();
    m_session->launchBeside(launchPlan(m_runner->lab(), *wanted, m_runner->variant(),
        m_runner->switches(), programFoldersOf(m_runner->lab().folder)));
    wake();
    emit progressed();
}

void LabPresenter::stop()
{
    takeOver();
    if (!m_session)
        return;
    pauseAll(false); // who is held cannot take the signal
    m_session->stop();
    wake();
}

void LabPresenter::reset()
{
    if (m_opened || m_attached) // nobody here can start it again
        return;
    endShowing();
    std::optional<Before> before;
    if (m_runner && m_session) {
        stop();
        m_session->disconnect(this);
        before.emplace(Before { *m_runner, m_notes, m_predictedAfter, std::move(m_session) });
    }
    dropSession();
    m_before = std::move(before);
    if (m_runner)
        m_runner.emplace(Lab(m_runner->lab()), m_runner->variant());
    m_notes.forget();
    emit logRenewed();
    emit progressed();
    if (m_before)
        emit wasReset();
}

void LabPresenter::undoReset()
{
    if (!m_before || m_session)
        return;
    Before before = std::move(*m_before);
    dropSession();
    m_runner.emplace(std::move(before.runner));
    m_notes = std::move(before.notes);
    m_predictedAfter = std::move(before.predictedAfter);
    m_session = std::move(before.session);
    connectSession();
    showSession();
    emit logRenewed();
    emit progressed();
    wake();
}

void LabPresenter::setVariant(Variant variant)
{
    if (!m_runner || m_opened || m_runner->variant() == variant)
        return;
    takeOver();
    m_runner->setVariant(variant);
    noteLearner();
    emit progressed();
}

void LabPresenter::setSwitch(const QString& name, const QString& value)
{
    takeOver();
    if (!m_runner || m_opened || !m_runner->setSwitch(name.toStdString(), value.toStdString()))
        return;
    noteLearner();
    wake();
    emit progressed();
}

void LabPresenter::predict(const QString& step, const QString& choice)
{
    const std::optional<std::size_t> current = m_runner ? m_runner->current() : std::nullopt;
    if (!current || m_opened || !m_cursor.live())
        return;
    const LabStep& now = m_runner->lab().steps.at(*current);
    if (now.id != step.toStdString() || !m_runner->predict(choice.toStdString()))
        return;
    m_ranTooEarly = false;
    m_predictedAfter[now.id] = m_session ? m_session->log().size() : 0;
    noteLearner();
    emit progressed();
}

void LabPresenter::save(const QString& path)
{
    if (const auto log = sharedLog())
        m_copy.begin(path, header(), log);
}

} // namespace ipclab
