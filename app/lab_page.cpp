// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"

#include "app/folders.h"
#include "app/lab_catalog.h"
#include "app/lab_copy.h"
#include "app/lab_page_code.h"
#include "app/lab_presenter.h"
#include "app/lab_presenter_guide.h"
#include "app/notice_bar.h"
#include "app/session_opening.h"
#include "app/top_bar.h"
#include "views/calls/calls_panel.h"
#include "views/catalog/command_words.h"
#include "views/code/code_panel.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"
#include "views/console/console_panel.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/map/map_view.h"
#include "views/timebar/time_bar.h"
#include "views/traffic/traffic_panel.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QSplitter>
#include <QTabWidget>

#include <utility>

namespace ipclab {

namespace {

// A lab of IPC Lab's is read, and a copy of it edited, in the user's own folder.
CodePanel::Editing editingOf(const LabRunner* runner)
{
    if (!runner)
        return CodePanel::Editing::None;
    const std::string& folder = runner->lab().folder;
    if (!isOwnLab(folder))
        return isBuiltIn(folder) ? CodePanel::Editing::OfACopy : CodePanel::Editing::None;
    return originalOf(folder).isEmpty() ? CodePanel::Editing::Here
                                        : CodePanel::Editing::HereOfACopy;
}

constexpr qsizetype kLongestWord = 200; // characters

QString attachedTitle(const QString& name, int pid)
{
    return LabPage::tr("attached to %1 (%2)").arg(name, QString::number(pid));
}

// Of a session whose lab is not here, or of a command.
QString recordedTitle(const SessionHeader& header)
{
    if (!header.lab.empty())
        return visibleText(header.lab, kLongestWord);
    QStringList words;
    for (const std::string& word : header.command)
        words.append(visibleText(word, kLongestWord));
    if (header.attached > 0)
        return attachedTitle(commandLine(words), header.attached);
    return commandLine(words);
}

QString recordedWords(const SessionHeader& header)
{
    const QDateTime began = QDateTime::fromString(text(header.startedAt), Qt::ISODate);
    const QString when = began.isValid() ? QLocale().toString(began, QLocale::ShortFormat)
                                         : visibleText(header.startedAt, kLongestWord);
    const QString learner = visibleText(header.learner, kLongestWord);
    if (when.isEmpty())
        return learner.isEmpty() ? LabPage::tr("A session")
                                 : LabPage::tr("A session, %1").arg(learner);
    return learner.isEmpty() ? LabPage::tr("Session of %1").arg(when)
                             : LabPage::tr("Session of %1, %2").arg(when, learner);
}

} // namespace

void LabPage::setLanguage(const QString& language)
{
    m_language = language;
    showOpened();
}

void LabPage::setNextLab(const QString& title)
{
    m_nextLab = title;
    showState();
}

void LabPage::setSummary(const QString& words)
{
    if (words == std::exchange(m_summary, words))
        return;
    showGuide();
}

void LabPage::showGuideAtMoment()
{
    const bool past = m_presenter.opened() || !m_context.cursor.live();
    if (past || std::exchange(m_pastShown, past))
        showState();
    m_pastShown = past;
}

void LabPage::showGuide()
{
    GuideContent content = guideContent(m_presenter, m_language, m_nextLab);
    const bool done = m_presenter.runner() && !m_presenter.runner()->current();
    if (done && !m_presenter.opened()) // else each minute would make the guide anew
        content.summary = m_summary;
    m_guide->setContent(content);
}

QString LabPage::title() const
{
    if (const LabRunner* const runner = m_presenter.runner())
        return text(runner->lab().guideIn(m_language.toStdString()).title);
    if (const OpenedSession* const session = m_presenter.opened())
        return recordedTitle(session->saved.header);
    if (const AttachTarget* const attached = m_presenter.attached())
        return attachedTitle(attached->name, attached->pid.value);
    const WorkbenchCommand* const command = m_presenter.command();
    return command ? command->wish.line : QString();
}

QString LabPage::where() const
{
    if (const OpenedSession* const session = m_presenter.opened())
        return recordedWords(session->saved.header);
    const LabRunner* const runner = m_presenter.runner();
    return runner ? topicTitle(runner->lab().topic) : tr("Workbench");
}

// Another lab, another command, or the same from the start.
void LabPage::beginAgain()
{
    m_context.selection.clear();
    const LabRunner* const runner = m_presenter.runner();
    const std::string lab = runner ? runner->lab().id : std::string();
    if (std::exchange(m_filteredIn, lab) != lab || lab.empty()) { // who filtered, meant that lab
        m_calls->showAll();
        m_traffic->showAll();
    }
    m_notice->dismiss();
    m_map->setSubject(lab.empty() ? title() : text(lab));
    m_console->clear();
    m_time->setOneCpu(m_presenter.oneCpu());
    showOpened();
}

void LabPage::showOpened()
{
    const LabRunner* const runner = m_presenter.runner();
    m_zoom.setPresent(m_guide, runner != nullptr);
    m_bar->setTitle(title(), where());
    const bool replay = m_presenter.opened() != nullptr;
    m_bar->setReplay(replay || m_presenter.attached());
    m_bar->setAttached(m_presenter.attached() ? m_presenter.attached()->name : QString());
    m_map->setReplay(replay);
    m_inspector->setReplay(replay);
    m_console->setReplay(replay);
    m_time->setReplay(replay);
    std::vector<TopBar::Switch> switches;
    QStringList starts;
    if (runner) {
        for (const LabRun& one : runner->lab().runs) {
            if (one.later)
                starts.append(text(one.name));
        }
        for (const LabSwitch& one : runner->lab().switches) {
            QStringList values;
            for (const std::string& value : one.values)
                values.append(text(value));
            switches.push_back({ text(one.name), values });
        }
    }
    m_bar->setSwitches(switches);
    m_bar->setStarts(starts);
    m_console->setSeveral(runner && runner->lab().runs.size() > 1);
    showVariants();
    showCode();
    showState();
}

void LabPage::showVariants()
{
    std::vector<Segments::Segment> variants;
    if (const LabRunner* const runner = m_presenter.runner()) {
        for (const Variant variant : { Variant::Python, Variant::C }) {
            variants.push_back({ text(name(variant)),
                variant == Variant::C ? QStringLiteral("C") : QStringLiteral("Python"),
                obstacleTo(runner->lab(), variant) });
        }
    }
    m_bar->setVariants(std::move(variants));
}

void LabPage::showState()
{
    showGuide();
    const LabRunner* const runner = m_presenter.runner();
    if (!runner)
        return m_code->setSwitches({});
    const StepsAtMoment now = m_presenter.steps();
    if (now.variant != m_codeOf && saveCode())
        showCode();
    m_bar->chooseVariant(text(name(now.variant)));
    std::vector<std::pair<QString, QString>> set;
    for (const auto& [name, value] : now.switches) {
        m_bar->chooseSwitch(text(name), text(value));
        set.emplace_back(text(name), text(value));
    }
    m_code->setSwitches(set);
}

void LabPage::showCode()
{
    const LabRunner* const runner = m_presenter.runner();
    m_codeOf = runner ? std::optional(m_presenter.variant()) : std::nullopt;
    m_code->setFiles(codeFiles(m_presenter));
    m_code->setEditing(m_presenter.opened() ? CodePanel::Editing::None : editingOf(runner),
        runner && !copyKeptOf(runner->lab().folder).isEmpty());
}

void LabPage::goToOtherEnd()
{
    if (m_tabs->currentWidget() == m_calls)
        return m_calls->goToOtherEnd();
    m_tabs->setCurrentWidget(m_traffic);
    m_traffic->goToOtherEnd();
}

void LabPage::goToCode()
{
    if (m_tabs->currentWidget() == m_calls)
        return m_calls->goToCode();
    m_tabs->setCurrentWidget(m_code); // which shows the line of who is chosen
}

void LabPage::editCode()
{
    m_tabs->setCurrentWidget(m_code);
    m_code->focusText();
}

void LabPage::goToPrint()
{
    m_tabs->setCurrentWidget(m_traffic);
    m_traffic->goToPrint();
}

void LabPage::nameTabs()
{
    const QString names[]
        = { tr("Traffic"), tr("Lanes"), tr("Calls"), tr("Plots"), tr("Code"), tr("IPC Lab's end") };
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabText(i, names[i]);
}

void LabPage::retranslate()
{
    nameTabs();
    m_tabs->setAccessibleName(tr("What happened"));
    m_zoom.setName(m_guide, tr("Guide"));
    m_zoom.setName(m_map, tr("Map"));
    m_zoom.setName(m_tabs, m_tabs->accessibleName());
    m_zoom.setName(m_inspector, tr("Inspector"));
    showOpened();
}

void LabPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
