// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the files say, and what is edited of them.
#include "views/code/code_difference.h"
#include "views/code/code_panel.h"
#include "views/code/code_view.h"
#include "views/common/menu_text.h"
#include "views/common/plain_tip.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

// As much of the text as is laid out within a moment.
QString bounded(const QString& text)
{
    qsizetype end = text.indexOf(QLatin1Char('\n'));
    for (int line = 1; line < CodePanel::kMostLines && end >= 0; ++line)
        end = text.indexOf(QLatin1Char('\n'), end + 1);
    const qsizetype kept = std::min(end < 0 ? text.size() : end, CodePanel::kMostText);
    return kept < text.size() ? text.left(kept) + QStringLiteral("\n…") : text;
}

// As a view gives its text back, or every line of a file of another system would be changed.
QString asShown(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (const QChar end :
        { QChar(u'\r'), QChar(QChar::ParagraphSeparator), QChar(QChar::LineSeparator) })
        text.replace(end, QLatin1Char('\n'));
    return text;
}

// A view's text with the ends of lines that the file has.
QString withEndsOf(const QString& file, QString text)
{
    return file.contains(QLatin1String("\r\n"))
        ? text.replace(QLatin1Char('\n'), QLatin1String("\r\n"))
        : text;
}

bool sameNames(const std::vector<CodeFile>& some, const std::vector<CodeFile>& others)
{
    return std::ranges::equal(some, others, {}, &CodeFile::path, &CodeFile::path);
}

} // namespace

CodeView* CodePanel::view(std::size_t file) const
{
    return static_cast<CodeView*>(m_tabs->widget(static_cast<int>(file)));
}

bool CodePanel::edited() const
{
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        if (view(i)->document()->isModified())
            return true;
    }
    return false;
}

void CodePanel::setEditing(Editing editing, bool kept)
{
    m_editing = editing;
    m_kept = kept;
    showEditing();
}

// What would be written is what was read, where nothing is edited.
bool CodePanel::canBeEdited(std::size_t file) const
{
    const QString& text = m_files[file].text;
    return m_files[file].whole && bounded(text) == text && withEndsOf(text, asShown(text)) == text;
}

void CodePanel::showEditing()
{
    fitButtons();
    const bool here = m_editing == Editing::Here || m_editing == Editing::HereOfACopy;
    for (std::size_t i = 0; i < m_files.size(); ++i)
        view(i)->setEditable(here && (canBeEdited(i) || view(i)->document()->isModified()));
    m_copy->setVisible(m_editing == Editing::OfACopy && !m_files.empty());
    m_keptCopy->setVisible(m_editing == Editing::OfACopy && m_kept);
    const bool comparable = here && !compared().empty();
    m_changes->setVisible(comparable);
    if (changesShown() && !comparable)
        showChanges(false);
    showWhatRan();
    showWhyRead();
    m_original->setVisible(m_editing == Editing::HereOfACopy);
    m_save->setVisible(here && !m_files.empty());
    m_save->setEnabled(edited());
}

// Where its neighbours are edited, one that is only read says why.
void CodePanel::showWhyRead()
{
    const int shown = m_tabs->currentIndex();
    const bool here = m_editing == Editing::Here || m_editing == Editing::HereOfACopy;
    const auto at = static_cast<std::size_t>(shown);
    const bool read = here && shown >= 0 && at < m_files.size() && view(at)->isReadOnly();
    if (read)
        m_whyRead->setText(bounded(m_files[at].text) != m_files[at].text
                    || m_files[at].text.toUtf8().size() > kMostText
                ? tr("This file is too long to be edited here.")
                : tr("This file can only be read here: it is not UTF-8 with one kind of line end, "
                     "and a save would change bytes that you did not edit."));
    m_whyRead->setVisible(read);
}

QString CodePanel::written(std::size_t file) const
{
    return withEndsOf(m_files[file].text, view(file)->text());
}

bool CodePanel::save(const std::function<bool(const QString& path, const QString& text)>& write)
{
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        const QString text = written(i);
        if (!view(i)->document()->isModified() || !write(m_files[i].path, text))
            continue;
        m_files[i].text = text;
        view(i)->document()->setModified(false);
        noteChange(i);
    }
    return !edited();
}

void CodePanel::forgetEdits()
{
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        if (!view(i)->document()->isModified())
            continue;
        view(i)->replaceText(bounded(m_files[i].text));
        view(i)->document()->setModified(false);
    }
}

void CodePanel::takeFile(const QString& path)
{
    const auto found = std::ranges::find(m_files, path, &CodeFile::path);
    if (found == m_files.end())
        return;
    CodeView* const one = view(static_cast<std::size_t>(found - m_files.begin()));
    one->takeText(asShown(bounded(found->text)));
    one->document()->setModified(false);
    showEditing();
}

// The same path with what it has now. What is edited is not taken away.
void CodePanel::takeOver(std::size_t file, CodeFile now)
{
    const QString before = std::exchange(m_files[file], std::move(now)).text;
    const QString& text = m_files[file].text;
    CodeView* const one = view(file);
    if (text == before || !one->document()->isModified()) {
        if (text != before)
            one->replaceText(bounded(text));
    } else if (one->text() == asShown(text)) {
        one->document()->setModified(false);
    } else {
        emit changedElsewhere(m_files[file].path);
    }
}

void CodePanel::setFiles(std::vector<CodeFile> files)
{
    for (CodeFile& file : files) {
        if (file.original)
            file.original = asShown(std::move(*file.original));
    }
    // One that is edited stays though its file went.
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        const bool there
            = std::ranges::find(files, m_files[i].path, &CodeFile::path) != files.end();
        if (!there && view(i)->document()->isModified())
            files.push_back(m_files[i]);
    }
    if (files == m_files)
        return;
    if (!sameNames(files, m_files))
        placeFiles(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (files[i] != m_files[i])
            takeOver(i, std::move(files[i]));
    }
    showEditing();
    showMarks();
    for (std::size_t i = 0; i < m_files.size(); ++i)
        showSigns(i);
    if (changesShown())
        compare();
}

// A view for each: that of the same path, as it is, or a new one.
void CodePanel::placeFiles(const std::vector<CodeFile>& files)
{
    struct Known {
        CodeFile file;
        CodeView* view;
        QString ran;
    };
    std::map<QString, Known> known;
    const int before = m_tabs->currentIndex();
    const QWidget* const shown = m_tabs->currentWidget();
    for (std::size_t i = 0; i < m_files.size(); ++i)
        known.insert_or_assign(m_files[i].path,
            Known { m_files[i], view(i), i < m_ran.size() ? m_ran[i] : view(i)->text() });
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    m_files.clear();
    std::vector<std::optional<QString>> ran;
    for (const CodeFile& file : files) {
        const auto found = known.find(file.path);
        const bool stays = found != known.end();
        m_files.push_back(stays ? found->second.file : file);
        ran.push_back(stays ? std::optional(found->second.ran) : std::nullopt);
        addTab(file, stays ? found->second.view : newView(file));
        if (stays)
            known.erase(found);
    }
    for (const auto& [path, one] : known)
        delete one.view;
    m_difference->hide();
    m_tabs->show();
    const int still = m_tabs->indexOf(shown);
    m_tabs->setCurrentIndex(
        still >= 0 ? still : std::clamp(before, 0, std::max(m_tabs->count() - 1, 0)));
    m_stack->setCurrentIndex(m_files.empty() ? 0 : 1);
    followRun();
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        if (ran[i])
            m_ran[i] = *ran[i];
        noteChange(i);
    }
    retranslate();
}

CodeView* CodePanel::newView(const CodeFile& file)
{
    auto* view = new CodeView(m_context.look, bounded(file.text), file.language, m_tabs);
    view->setAccessibleName(file.title);
    connect(
        view, &QPlainTextEdit::modificationChanged, this, [this] { m_save->setEnabled(edited()); });
    connect(view, &QPlainTextEdit::textChanged, this, [this, view] {
        const auto at = static_cast<std::size_t>(m_tabs->indexOf(view));
        noteChange(at);
        showSigns(at);
    });
    connect(view, &CodeView::markChosen, this, &CodePanel::choose);
    view->setWhy([this](Pid pid) { return whySentence(m_context.cursor.world(), pid); });
    connect(view, &CodeView::saveWanted, this, &CodePanel::saveWanted);
    connect(view, &CodeView::left, this, [this] { m_tabs->tabBar()->setFocus(); });
    return view;
}

void CodePanel::addTab(const CodeFile& file, CodeView* view)
{
    const int tab = m_tabs->addTab(view, menuText(file.title));
    m_tabs->setTabToolTip(tab, plainTip(file.path));
}

} // namespace ipclab
