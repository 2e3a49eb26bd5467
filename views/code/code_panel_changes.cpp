// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the learner changed, and which run ran what.
#include "views/code/code_difference.h"
#include "views/code/code_panel.h"
#include "views/code/code_view.h"

#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>

#include <algorithm>

namespace ipclab {

void CodePanel::createChanges()
{
    m_difference->hide();
    connect(m_changes, &QPushButton::clicked, this, [this] { showChanges(true); });
    connect(m_keptCopy, &QPushButton::clicked, this, &CodePanel::keptWanted);
    connect(m_difference, &CodeDifference::left, this, [this] { showChanges(false); });
    const auto key = [this](QKeyCombination keys, auto act) {
        auto* const shortcut = new QShortcut(QKeySequence(keys), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::CTRL | Qt::Key_D, [this] { showChanges(!changesShown()); });
    key(Qt::ALT | Qt::Key_Down, [this] { goToChange(1); });
    key(Qt::ALT | Qt::Key_Up, [this] { goToChange(-1); });
}

void CodePanel::retranslateChanges()
{
    m_keptCopy->setText(tr("Back to my copy"));
    m_keptCopy->setToolTip(tr("Open your copy of this lab again, as you left it"));
    m_changes->setText(tr("What I changed"));
    m_changes->setToolTip(tr("Show what you added, and in place what you removed (Ctrl+D)"));
    if (changesShown())
        compare();
    showWhatRan();
}

bool CodePanel::changesShown() const
{
    return !m_difference->isHidden();
}

std::vector<ComparedText> CodePanel::compared() const
{
    std::vector<ComparedText> found;
    ComparedText own { {}, tr("against the lab's own"), {} };
    for (const CodeFile& file : m_files) {
        if (file.original)
            own.texts.emplace(file.path, *file.original);
    }
    if (!own.texts.empty())
        found.push_back(std::move(own));
    for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run) {
        const bool ofThese = std::ranges::any_of(
            m_files, [&](const CodeFile& file) { return run->texts.contains(file.path); });
        if (ofThese)
            found.push_back({ run->when, tr("against the run of %1").arg(run->when), run->texts });
    }
    return found;
}

void CodePanel::compare()
{
    std::vector<CodeDifference::File> files;
    for (std::size_t i = 0; i < m_files.size(); ++i)
        files.push_back(
            { m_files[i].title, m_files[i].path, view(i)->text(), m_files[i].language });
    m_difference->compare(std::move(files), compared());
}

// Back again, it is at the change that was looked at.
void CodePanel::showChanges(bool show)
{
    if (show == changesShown() || (show && m_changes->isHidden()))
        return;
    if (show)
        compare();
    m_difference->setVisible(show);
    m_tabs->setVisible(!show);
    if (show)
        return m_difference->setFocus();
    const auto [path, line] = m_difference->place();
    if (!path.isEmpty())
        goToLine(path, line);
}

void CodePanel::goToChange(int by)
{
    if (changesShown())
        m_difference->goToChange(by);
    else if (auto* const view = static_cast<CodeView*>(m_tabs->currentWidget()))
        view->goToSign(by);
}

// Beside the lines that are edited: they are few, and looked at after each key.
void CodePanel::showSigns(std::size_t file)
{
    if (file >= m_files.size())
        return;
    std::optional<LineDifference> difference;
    if (m_files[file].original)
        difference = lineDifference(m_files[file].original->split(QLatin1Char('\n')),
            view(file)->text().split(QLatin1Char('\n')));
    view(file)->setSigns(difference ? signsOf(*difference) : std::vector<SignedLine>());
}

void CodePanel::beginRun(const QTime& at)
{
    Ran run { at.toString(QStringLiteral("HH:mm:ss")), {} };
    for (std::size_t i = 0; i < m_files.size(); ++i)
        run.texts.emplace(m_files[i].path, view(i)->text());
    m_runsBefore = m_runs;
    if (!m_runs.empty() && m_runs.back().texts == run.texts)
        m_runs.pop_back(); // the same again
    m_runs.push_back(std::move(run));
    if (m_runs.size() > kMostRuns)
        m_runs.erase(m_runs.begin());
    followRun();
    showEditing();
    if (changesShown())
        compare();
}

void CodePanel::runFailed()
{
    m_runs = m_runsBefore;
    showEditing();
    if (changesShown())
        compare();
}

void CodePanel::showWhatRan()
{
    ChangedLines count;
    bool compared = false;
    bool unknown = false;
    for (const CodeFile& file : m_files) {
        const auto ran = m_runs.empty() ? std::map<QString, QString>::const_iterator()
                                        : m_runs.back().texts.find(file.path);
        if (m_runs.empty() || !file.original || ran == m_runs.back().texts.end())
            continue;
        const auto difference = lineDifference(
            file.original->split(QLatin1Char('\n')), ran->second.split(QLatin1Char('\n')));
        const ChangedLines one = difference ? changedLines(*difference) : ChangedLines();
        count.added += one.added;
        count.removed += one.removed;
        compared = compared || difference;
        unknown = unknown || (!difference && *file.original != ran->second);
    }
    compared = compared && !unknown; // of a file that is too long nothing is said
    if (compared && count == ChangedLines())
        m_whatRan->setText(tr("The run of %1 ran the lab's own text.").arg(m_runs.back().when));
    else if (compared)
        m_whatRan->setText(tr("The run of %1 ran your copy: lines added %2, removed %3.")
                               .arg(m_runs.back().when)
                               .arg(count.added)
                               .arg(count.removed));
    m_whatRan->setVisible(compared && m_editing == Editing::HereOfACopy);
}

} // namespace ipclab
