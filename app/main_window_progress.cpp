// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_dialog.h"
#include "app/lab_page.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "app/whole_file.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QDir>
#include <QMessageBox>
#include <QPushButton>

#include <cerrno>
#include <utility>

namespace ipclab {

namespace {

constexpr qint64 kSaveAfter = 60; // s of the person's time

// What a step adds to what is known of it; nothing: it adds nothing.
bool isNew(const LabStep& step, const StepState& state, const LabProgress& known, StepProgress& now)
{
    const auto found = known.steps.find(text(step.id));
    const StepProgress before = found == known.steps.end() ? StepProgress {} : found->second;
    const QDateTime time = QDateTime::currentDateTimeUtc();
    if (state.done && !state.demonstrated && !before.done.isValid())
        now.done = time;
    if (state.done && state.demonstrated && !before.done.isValid() && !before.shown.isValid())
        now.shown = time;
    if (step.ask && !state.prediction.empty() && before.prediction.isEmpty()) {
        now.prediction = text(state.prediction);
        now.right = state.prediction == answer(*step.ask);
        now.predicted = time;
    }
    return now != StepProgress {};
}

QByteArray exported(const AllProgress& all, const QString& path)
{
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? progressJson(all)
                                                                      : progressCsv(all);
}

} // namespace

NoticeBar& MainWindow::noticeHere()
{
    return onPage() ? m_page->notice() : *m_notice;
}

// How far the learner got stays, whatever is reset later.
void MainWindow::noteProgress()
{
    const LabRunner* const runner = m_presenter.runner();
    if (!runner || m_presenter.opened()) // somebody's run, long over
        return;
    const QString id = text(runner->lab().id);
    const QString variant = text(name(runner->variant()));
    if (m_settings.variant(id) != variant)
        m_settings.setVariant(id, variant);
    LabProgress more;
    for (std::size_t i = 0; i < runner->lab().steps.size(); ++i) {
        const LabStep& step = runner->lab().steps[i];
        StepProgress now;
        if (isNew(step, runner->step(i), m_progress.of(id), now))
            more.steps[text(step.id)] = now;
    }
    if (more.steps.empty())
        return;
    more.total = static_cast<int>(runner->lab().steps.size());
    m_progress.note(id, more);
    saveProgress();
}

void MainWindow::noteRun()
{
    const LabRunner* const runner = m_presenter.runner();
    if (!runner)
        return;
    LabProgress more;
    more.total = static_cast<int>(runner->lab().steps.size());
    more.runs = 1;
    m_progress.note(text(runner->lab().id), more);
    showSummary();
}

void MainWindow::noteTime(qint64 ms)
{
    const LabRunner* const runner = m_presenter.runner();
    if (runner && !runner->current())
        return; // all done: what is looked at then is no longer the way through it
    m_restOfTime += ms;
    if (!runner || m_restOfTime < 1000)
        return;
    LabProgress more;
    more.total = static_cast<int>(runner->lab().steps.size());
    more.seconds = m_restOfTime / 1000;
    m_restOfTime %= 1000;
    m_unsavedTime += more.seconds;
    m_progress.note(text(runner->lab().id), more);
    if (m_unsavedTime >= kSaveAfter)
        saveProgress();
    showSummary();
}

void MainWindow::saveProgress()
{
    m_unsavedTime = 0;
    const Status saved = m_progress.save();
    if (!saved && !std::exchange(m_saidUnsaved, true)) // once is enough
        noticeHere().show(NoticeBar::Kind::Error, [error = saved.error()] {
            return tr("Your progress cannot be kept. %1").arg(errorSentence(error));
        });
    showSummary();
    sayKeptAside();
}

void MainWindow::sayKeptAside()
{
    const QString& aside = m_progress.keptAside();
    if (aside.isEmpty() || std::exchange(m_saidAside, true))
        return;
    noticeHere().show(NoticeBar::Kind::Error, [aside] {
        return tr("The file with your progress cannot be understood, and begins anew. It is "
                  "kept as %1.")
            .arg(QDir::toNativeSeparators(aside));
    });
}

void MainWindow::showSummary()
{
    const LabRunner* const runner = m_presenter.runner();
    if (!m_page || !runner)
        return;
    const LabProgress& lab = m_progress.of(text(runner->lab().id));
    QStringList parts;
    if (lab.predictions() > 0)
        parts.append(
            tr("predictions right at first: %1 of %2").arg(lab.right()).arg(lab.predictions()));
    if (lab.shown() > 0)
        parts.append(tr("steps only shown: %1").arg(lab.shown()));
    parts.append(tr("runs: %1").arg(lab.runs));
    if (lab.seconds > 0)
        parts.append(tr("time: %1 min").arg(lab.minutes()));
    m_page->setSummary(parts.join(QStringLiteral(" · ")));
}

void MainWindow::exportProgress()
{
    auto* const dialog = newFileDialog(this, tr("Export progress"), QFileDialog::AcceptSave,
        tr("Table (*.csv);;All of it (*.json)"), QDir::homePath());
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("progress.csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("json")) ? QStringLiteral("json")
                                                                        : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::exportProgressTo);
    dialog->open();
}

void MainWindow::exportProgressTo(const QString& path)
{
    saveProgress(); // what other windows noted is then known too
    const Status written = writeWhole(path, exported(m_progress.all(), path));
    if (written)
        noticeHere().show(NoticeBar::Kind::Progress,
            [path] { return tr("Your progress is exported: %1").arg(path); });
    else
        noticeHere().show(NoticeBar::Kind::Error, written.error());
}

void MainWindow::forgetProgress()
{
    auto* const box = new QMessageBox(QMessageBox::NoIcon, tr("Forget progress"),
        tr("Forget which steps are done, what you predicted and how long it took, of all labs? "
           "This cannot be undone."),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QAbstractButton* const forget
        = box->addButton(tr("Forget"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, forget](const QAbstractButton* button) {
        if (button != forget)
            return;
        if (const Status forgotten = m_progress.forget(); !forgotten)
            noticeHere().show(NoticeBar::Kind::Error, forgotten.error());
        listLabs();
    });
    box->open();
}

} // namespace ipclab
