// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which thread is in which line.
#include "views/code/code_difference.h"
#include "views/code/code_messages.h"
#include "views/code/code_panel.h"
#include "views/code/code_view.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostMarks = 500; // in all files

QString nameOf(const World& world, const Process& process, Tid thread)
{
    const QString name = processName(world, process);
    return thread == firstThread(process.pid)
        ? name
        : QStringLiteral("%1/%2").arg(name, QString::number(thread.value));
}

} // namespace

void CodePanel::createPage()
{
    auto* const page = new QWidget(this);
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_difference, 1);
    column->addWidget(m_whyRead);
    column->addWidget(m_messages);
    column->addWidget(m_whatRan);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_where, 1);
    row->addWidget(m_set);
    column->addLayout(row);
    m_where->setObjectName(QStringLiteral("where"));
    m_set->setObjectName(QStringLiteral("switches"));
    m_whatRan->setObjectName(QStringLiteral("whatRan"));
    m_whyRead->setObjectName(QStringLiteral("whyRead"));
    m_whyRead->setWordWrap(true);
    for (QLabel* const label : { m_whyRead, m_where, m_set, m_whatRan }) {
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(1); // it is cut before it pushes
        label->hide();
    }
    m_stack->addWidget(page);
    connect(m_tabs, &QTabWidget::currentChanged, this, &CodePanel::showWhyRead);
    connect(m_messages, &CodeMessages::lineWanted, this, &CodePanel::goToLine);
    connect(&m_context.cursor, &TimeCursor::logChanged, this, &CodePanel::followRun);
    connect(&m_context.cursor, &TimeCursor::movedForReading, this, &CodePanel::showMarks);
    connect(&m_context.selection, &Selection::changed, this, &CodePanel::showMarks);
}

// What is shown is what runs from now on.
void CodePanel::followRun()
{
    m_ran.clear();
    for (std::size_t i = 0; i < m_files.size(); ++i)
        m_ran.push_back(view(i)->text());
    m_changed.assign(m_files.size(), false);
    m_followed = {};
    m_messages->setMessages({});
    showMarks();
}

void CodePanel::noteChange(std::size_t file)
{
    if (file >= m_ran.size())
        return;
    const bool changed = view(file)->text() != m_ran[file];
    if (changed == m_changed[file])
        return;
    m_changed[file] = changed;
    showMarks();
}

// The same path; of a run from elsewhere, the only file of that name.
std::optional<std::size_t> CodePanel::fileNamed(const QString& name) const
{
    const auto same = std::ranges::find(m_files, name, &CodeFile::path);
    if (same != m_files.end())
        return static_cast<std::size_t>(same - m_files.begin());
    const QString last = QFileInfo(name).fileName();
    const auto isIt = [&](const CodeFile& file) { return QFileInfo(file.path).fileName() == last; };
    const auto found = std::ranges::find_if(m_files, isIt);
    if (found == m_files.end() || std::find_if(found + 1, m_files.end(), isIt) != m_files.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_files.begin());
}

void CodePanel::showMarks()
{
    if (m_unseen.leavesOut())
        return;
    const World& world = m_context.cursor.world();
    std::vector<std::vector<LineMark>> marks(m_files.size());
    std::size_t count = 0;
    for (const auto& [pid, process] : world.processes) {
        for (const auto& [tid, thread] : process.threads) {
            const SourceLine* const at = thread.line();
            const auto file = at && count < kMostMarks ? fileNamed(QString::fromStdString(at->file))
                                                       : std::nullopt;
            if (!file || m_changed.at(*file))
                continue;
            ++count;
            marks[*file].push_back({ static_cast<int>(at->line), pid, markOf(world, process, tid),
                nameOf(world, process, tid), stateWords(world, process),
                pid == m_context.selection.pid() });
        }
    }
    followChosen(marks);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        std::ranges::stable_sort(marks[i], {}, &LineMark::line);
        view(i)->setMarks(std::move(marks[i]));
    }
    showWhere();
}

// Into view when it has come there or was chosen; not from under the hand of who edits.
void CodePanel::followChosen(const std::vector<std::vector<LineMark>>& marks)
{
    const Pid chosen = m_context.selection.pid();
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto mark = std::ranges::find_if(marks[i], &LineMark::chosen);
        if (mark == marks[i].end())
            continue;
        const std::pair<Pid, int> now { chosen, mark->line };
        const bool editing = !view(i)->isReadOnly() && view(i)->hasFocus();
        if (std::exchange(m_followed, now) == now || editing)
            return;
        m_tabs->setCurrentIndex(static_cast<int>(i));
        view(i)->showLine(mark->line);
        return;
    }
    if (m_followed.first != chosen)
        m_followed = {};
}

void CodePanel::showWhere()
{
    const World& world = m_context.cursor.world();
    const Process* const process = world.process(m_context.selection.pid());
    QString words;
    if (std::ranges::find(m_changed, true) != m_changed.end() && !world.processes.empty()) {
        words
            = tr("Changed since the run began: no lines are marked there until you run it again.");
    } else if (process && process->isWatched()) {
        const auto thread = std::ranges::find_if(
            process->threads, [](const auto& one) { return one.second.line() != nullptr; });
        const QString name = processName(world, *process);
        if (thread != process->threads.end())
            words = tr("%1 is in line %2 of %3.")
                        .arg(name, QString::number(thread->second.line()->line),
                            QFileInfo(QString::fromStdString(thread->second.line()->file))
                                .fileName());
        else if (process->state() == ProcessState::Running)
            words = tr("%1 runs: its line is known when it waits or is held.").arg(name);
        else
            words = tr("The line that %1 is in is not known.").arg(name);
    }
    m_where->setText(words);
    m_where->setVisible(!words.isEmpty());
}

void CodePanel::choose(Pid pid)
{
    if (m_context.cursor.world().process(pid))
        m_context.selection.choose(pid);
}

bool CodePanel::goToLine(const QString& file, int line)
{
    const auto found = fileNamed(file);
    if (!found)
        return false;
    showChanges(false);
    m_tabs->setCurrentIndex(static_cast<int>(*found));
    view(*found)->showLine(line);
    view(*found)->setFocus();
    return true;
}

void CodePanel::setSwitches(const std::vector<std::pair<QString, QString>>& switches)
{
    m_switches = switches;
    QStringList words;
    for (const auto& [name, value] : switches)
        words += QStringLiteral("--%1=%2").arg(name, value);
    m_set->setText(tr("Switches: %1").arg(words.join(QLatin1Char(' '))));
    m_set->setToolTip(tr("The programs are started with these; the bar above sets them"));
    m_set->setVisible(!words.isEmpty());
}

void CodePanel::focusText()
{
    if (QWidget* const shown = m_tabs->currentWidget())
        shown->setFocus();
}

void CodePanel::showMessages(const QString& messages)
{
    m_messages->setMessages(messages);
}

} // namespace ipclab
