// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/code/code_panel.h"

#include "views/code/code_difference.h"
#include "views/code/code_messages.h"
#include "views/code/code_view.h"
#include "views/common/css.h"
#include "views/common/empty_note.h"
#include "views/common/look.h"
#include "views/common/menu_text.h"
#include "views/common/plain_tip.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

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
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n"))
        .replace(QLatin1Char('\r'), QLatin1Char('\n'))
        .replace(QChar(QChar::Nbsp), QLatin1Char(' '));
}

bool sameNames(const std::vector<CodeFile>& some, const std::vector<CodeFile>& others)
{
    return std::ranges::equal(some, others, {}, &CodeFile::path, &CodeFile::path);
}

} // namespace

CodePanel::CodePanel(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_empty(new EmptyNote(this))
    , m_copy(new QPushButton(this))
    , m_original(new QPushButton(this))
    , m_keptCopy(new QPushButton(this))
    , m_changes(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_tabs(new QTabWidget(this))
    , m_difference(new CodeDifference(context.look, this))
    , m_messages(new CodeMessages(context.look, this))
    , m_whatRan(new QLabel(this))
    , m_where(new QLabel(this))
    , m_set(new QLabel(this))
    , m_stack(new QStackedLayout(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->tabBar()->setElideMode(Qt::ElideMiddle);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setDrawBase(false);
    createButtons();
    m_stack->addWidget(m_empty);
    createPage();
    createChanges();
    connect(&context.look, &Look::changed, this, &CodePanel::applyLook);
    applyLook();
    retranslate();
}

// At the end of the row of tabs.
void CodePanel::createButtons()
{
    auto* const corner = new QWidget(m_tabs);
    auto* const row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 0, m_context.look.px(8), 0);
    for (QPushButton* button : { m_keptCopy, m_copy, m_changes, m_original, m_save })
        row->addWidget(button);
    m_copy->setObjectName(QStringLiteral("editCopy"));
    m_original->setObjectName(QStringLiteral("original"));
    m_keptCopy->setObjectName(QStringLiteral("keptCopy"));
    m_changes->setObjectName(QStringLiteral("changes"));
    m_save->setObjectName(QStringLiteral("saveCode"));
    m_tabs->setCornerWidget(corner);
    connect(m_copy, &QPushButton::clicked, this, &CodePanel::copyWanted);
    connect(m_original, &QPushButton::clicked, this, &CodePanel::originalWanted);
    connect(m_save, &QPushButton::clicked, this, &CodePanel::saveWanted);
}

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

void CodePanel::showEditing()
{
    const bool here = m_editing == Editing::Here || m_editing == Editing::HereOfACopy;
    for (std::size_t i = 0; i < m_files.size(); ++i)
        view(i)->setEditable(here && bounded(m_files[i].text) == m_files[i].text);
    m_copy->setVisible(m_editing == Editing::OfACopy && !m_files.empty());
    m_keptCopy->setVisible(m_editing == Editing::OfACopy && m_kept);
    const bool comparable = here && !compared().empty();
    m_changes->setVisible(comparable);
    if (changesShown() && !comparable)
        showChanges(false);
    showWhatRan();
    m_original->setVisible(m_editing == Editing::HereOfACopy);
    m_save->setVisible(here && !m_files.empty());
    m_save->setEnabled(edited());
}

void CodePanel::save(const std::function<bool(const QString& path, const QString& text)>& write)
{
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        const QString text = view(i)->toPlainText();
        if (!view(i)->document()->isModified() || !write(m_files[i].path, text))
            continue;
        m_files[i].text = text;
        view(i)->document()->setModified(false);
        noteChange(i);
    }
}

void CodePanel::setFiles(std::vector<CodeFile> files)
{
    for (CodeFile& file : files) {
        if (file.original)
            file.original = asShown(std::move(*file.original));
    }
    if (files == m_files)
        return;
    if (sameNames(files, m_files)) {
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (files[i] != m_files[i])
                view(i)->replaceText(bounded(files[i].text));
        }
        m_files = std::move(files);
        showEditing();
        showMarks();
        for (std::size_t i = 0; i < m_files.size(); ++i)
            showSigns(i);
        if (changesShown())
            compare();
        return;
    }
    const int before = m_tabs->currentIndex();
    while (m_tabs->count() > 0)
        delete m_tabs->widget(0);
    m_files = std::move(files);
    for (const CodeFile& file : m_files)
        addFile(file);
    for (std::size_t i = 0; i < m_files.size(); ++i)
        showSigns(i);
    m_difference->hide();
    m_tabs->show();
    m_tabs->setCurrentIndex(std::clamp(before, 0, std::max(m_tabs->count() - 1, 0)));
    m_stack->setCurrentIndex(m_files.empty() ? 0 : 1);
    showEditing();
    followRun();
    retranslate();
}

void CodePanel::addFile(const CodeFile& file)
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
    const int tab = m_tabs->addTab(view, menuText(file.title));
    m_tabs->setTabToolTip(tab, plainTip(file.path));
}

void CodePanel::retranslate()
{
    m_tabs->tabBar()->setAccessibleName(tr("Programs"));
    m_copy->setText(tr("Edit a copy"));
    m_copy->setToolTip(
        tr("Make a copy of this lab of your own, to change its programs and run them"));
    m_original->setText(tr("Back to the original"));
    m_original->setToolTip(tr("Open the lab as it was; your copy is kept and can be had again"));
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Save what you changed (Ctrl+S); Run saves, too"));
    m_messages->setAccessibleName(tr("What the compiler said"));
    retranslateChanges();
    setSwitches(m_switches);
    showMarks();
    m_empty->setText(tr("The programs of the lab appear here, as they run. A command of your own "
                        "shows its script here if it has one."));
}

void CodePanel::applyLook()
{
    m_empty->setStyleSheet(css(m_context.look.body(), m_context.look.colour(Ink::QuietText))
        + QStringLiteral("padding: %1px;").arg(m_context.look.px(24)));
    const Look& look = m_context.look;
    for (QLabel* const label : { m_where, m_set, m_whatRan }) {
        label->setStyleSheet(css(look.small(), look.colour(Ink::QuietText)));
        label->setContentsMargins(look.px(8), look.px(2), look.px(8), look.px(2));
    }
}

void CodePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
