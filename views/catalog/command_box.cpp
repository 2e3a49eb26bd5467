// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/command_box.h"

#include "views/catalog/command_line_edit.h"
#include "views/catalog/command_more.h"
#include "views/catalog/command_words.h"
#include "views/catalog/field_error.h"
#include "views/common/css.h"
#include "views/common/look.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace ipclab {

CommandBox::CommandBox(ViewContext context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
{
    createParts();
    layOut();
    connectParts();
    retranslate();
    applyLook();
    setWish({ {}, {}, {}, QDir::homePath() });
    setMoreShown(false);
}

void CommandBox::createParts()
{
    setObjectName(QStringLiteral("commandBox"));
    m_title = new QLabel(this);
    m_about = new QLabel(this);
    m_about->setWordWrap(true);
    m_commandLabel = new QLabel(this);
    m_command = new CommandLineEdit(this);
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("commandNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_commandError = newFieldError(this);
    for (std::size_t at = 0; at < m_streams.size(); ++at) {
        m_streamLabels.at(at) = new QLabel(this);
        m_streams.at(at) = new QComboBox(this);
        m_streams.at(at)->setFocusPolicy(Qt::StrongFocus);
        m_streams.at(at)->installEventFilter(this);
        m_streamLabels.at(at)->setBuddy(m_streams.at(at));
    }
    m_folderLabel = new QLabel(this);
    m_folder = new QLineEdit(this);
    m_folder->setObjectName(QStringLiteral("commandFolder"));
    m_browse = new QPushButton(QStringLiteral("…"), this);
    m_folderError = newFieldError(this);
    m_moreButton = new QToolButton(this);
    m_moreButton->setObjectName(QStringLiteral("commandMore"));
    m_moreButton->setCheckable(true);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setFocusPolicy(Qt::StrongFocus);
    m_moreNote = new QLabel(this);
    m_moreNote->setWordWrap(true);
    m_more = new CommandMore(m_context.look, this);
    m_run = new QPushButton(this);
    m_run->setProperty("primary", true);
    m_run->setEnabled(false);
    m_attach = new QPushButton(this);
    m_attach->setObjectName(QStringLiteral("attachButton"));
    m_commandLabel->setBuddy(m_command);
    m_folderLabel->setBuddy(m_folder);
    setFocusProxy(m_command);
}

void CommandBox::layOut()
{
    m_fields = new QGridLayout;
    m_fields->setColumnStretch(1, 1);
    int row = 0;
    for (std::size_t at = 0; at < m_streams.size(); ++at, ++row) {
        m_fields->addWidget(m_streamLabels.at(at), row, 0);
        m_fields->addWidget(m_streams.at(at), row, 1);
    }
    m_folderRow = new QHBoxLayout;
    m_folderRow->addWidget(m_folder, 1);
    m_folderRow->addWidget(m_browse);
    m_fields->addWidget(m_folderLabel, row, 0);
    m_fields->addLayout(m_folderRow, row, 1);
    m_column = new QVBoxLayout(this);
    m_column->addWidget(m_title);
    m_column->addWidget(m_about);
    m_column->addWidget(m_commandLabel);
    m_column->addWidget(m_command);
    m_column->addWidget(m_note);
    m_column->addWidget(m_commandError);
    m_column->addLayout(m_fields);
    m_column->addWidget(m_folderError);
    auto* last = new QHBoxLayout;
    last->addWidget(m_run);
    last->addWidget(m_attach);
    last->addStretch(1);
    last->addWidget(m_moreButton);
    m_column->addLayout(last);
    m_column->addWidget(m_moreNote);
    m_column->addWidget(m_more);
    QWidget* before = m_command;
    for (QWidget* next : { static_cast<QWidget*>(m_streams[0]), static_cast<QWidget*>(m_streams[1]),
             static_cast<QWidget*>(m_streams[2]), static_cast<QWidget*>(m_folder),
             static_cast<QWidget*>(m_browse), static_cast<QWidget*>(m_run),
             static_cast<QWidget*>(m_attach), static_cast<QWidget*>(m_moreButton) })
        setTabOrder(std::exchange(before, next), next);
}

void CommandBox::connectParts()
{
    connect(m_command, &QLineEdit::returnPressed, this, &CommandBox::run);
    connect(m_folder, &QLineEdit::returnPressed, this, &CommandBox::run);
    connect(m_run, &QPushButton::clicked, this, &CommandBox::run);
    connect(m_attach, &QPushButton::clicked, this, &CommandBox::attachWanted);
    connect(m_browse, &QPushButton::clicked, this, &CommandBox::chooseFolder);
    connect(m_command, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_run->setEnabled(!text.trimmed().isEmpty());
        showFieldError(*m_commandError, {}, m_context.look);
        showNote();
    });
    connect(m_folder, &QLineEdit::textChanged, this, [this](const QString& folder) {
        m_command->setFolder(folder);
        showFieldError(*m_folderError, {}, m_context.look);
    });
    connect(m_moreButton, &QToolButton::toggled, this, &CommandBox::showMore);
    connect(m_more, &CommandMore::changed, this, &CommandBox::showMore);
    connect(&m_context.look, &Look::changed, this, &CommandBox::applyLook);
}

void CommandBox::fillWirings()
{
    // What the lab's own ends can be; the window itself has no stream to pass on.
    const std::pair<QString, QString> wirings[] = {
        { QStringLiteral("terminal"), tr("terminal") },
        { QStringLiteral("pipe"), tr("pipe") },
        { QStringLiteral("fifo"), tr("FIFO") },
        { QStringLiteral("socket"), tr("socket (TCP)") },
        { QStringLiteral("unix"), tr("Unix socket") },
        { QStringLiteral("file"), tr("file") },
        { QStringLiteral("null"), tr("nothing (/dev/null)") },
    };
    for (QComboBox* combo : m_streams) {
        const int chosen = std::max(combo->currentIndex(), 0);
        combo->clear();
        for (const auto& [word, label] : wirings)
            combo->addItem(label, word);
        combo->setCurrentIndex(chosen);
    }
}

void CommandBox::setHistory(const QStringList& lines)
{
    m_command->setHistory(lines);
}

void CommandBox::setWish(const CommandWish& wish)
{
    m_command->setText(wish.line);
    const QString wirings[] = { wish.stdinWiring, wish.stdoutWiring, wish.stderrWiring };
    for (std::size_t at = 0; at < m_streams.size(); ++at)
        m_streams.at(at)->setCurrentIndex(
            std::max(m_streams.at(at)->findData(wirings[at]), 0)); // unknown: the terminal
    m_folder->setText(QDir::toNativeSeparators(wish.folder));
    m_more->setWish(wish);
    showNote();
}

void CommandBox::setLine(const QString& line)
{
    m_command->setText(line);
    m_command->setFocus(Qt::OtherFocusReason);
}

CommandWish CommandBox::wish() const
{
    CommandWish wish { m_command->text().trimmed(), m_streams[0]->currentData().toString(),
        m_streams[1]->currentData().toString(), m_folder->text() };
    wish.stderrWiring = m_streams[2]->currentData().toString();
    m_more->addTo(wish);
    return wish;
}

void CommandBox::setMoreShown(bool shown)
{
    m_moreButton->setChecked(shown);
    showMore();
}

bool CommandBox::moreShown() const
{
    return m_moreButton->isChecked();
}

void CommandBox::setProblem(const std::optional<CommandProblem>& problem)
{
    const auto wordsOf = [&](CommandField field) {
        return problem && problem->field == field ? problem->words : QString();
    };
    showFieldError(*m_commandError, wordsOf(CommandField::Command), m_context.look);
    showFieldError(*m_folderError, wordsOf(CommandField::Folder), m_context.look);
    m_more->setError(wordsOf(CommandField::Environment));
    if (problem && problem->field == CommandField::Environment)
        setMoreShown(true);
}

void CommandBox::chooseFolder()
{
    const QString folder
        = QFileDialog::getExistingDirectory(this, tr("Folder to run it in"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

void CommandBox::run()
{
    const CommandWish wanted = wish();
    if (wanted.line.isEmpty())
        return;
    const std::optional<CommandProblem> problem = problemOf(wanted);
    setProblem(problem);
    if (!problem)
        emit commandWanted(wanted);
    else
        goTo(problem->field);
}

void CommandBox::goTo(CommandField field)
{
    QWidget* const widget = field == CommandField::Command ? static_cast<QWidget*>(m_command)
        : field == CommandField::Folder                    ? static_cast<QWidget*>(m_folder)
                                                           : static_cast<QWidget*>(m_more);
    widget->setFocus(Qt::OtherFocusReason);
    emit problemShown(widget);
}

} // namespace ipclab
