// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/command_box.h"

#include "views/catalog/command_line_edit.h"
#include "views/catalog/command_words.h"
#include "views/common/contrast.h"
#include "views/common/css.h"
#include "views/common/look.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace ipclab {

CommandBox::CommandBox(ViewContext context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
{
    createParts();
    layOut();
    connect(m_command, &QLineEdit::returnPressed, this, &CommandBox::run);
    connect(m_run, &QPushButton::clicked, this, &CommandBox::run);
    connect(m_browse, &QPushButton::clicked, this, &CommandBox::chooseFolder);
    connect(m_command, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_run->setEnabled(!text.trimmed().isEmpty());
        setError({});
        showNote();
    });
    connect(m_folder, &QLineEdit::textChanged, m_command, &CommandLineEdit::setFolder);
    connect(&context.look, &Look::changed, this, &CommandBox::applyLook);
    applyLook();
    retranslate();
    setFolder(QDir::homePath());
    setError({});
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
    m_stdinLabel = new QLabel(this);
    m_stdin = new QComboBox(this);
    m_stdoutLabel = new QLabel(this);
    m_stdout = new QComboBox(this);
    m_folderLabel = new QLabel(this);
    m_folder = new QLineEdit(this);
    m_browse = new QPushButton(QStringLiteral("…"), this);
    m_error = new QLabel(this);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_run = new QPushButton(this);
    m_run->setProperty("primary", true);
    m_run->setEnabled(false);
    m_commandLabel->setBuddy(m_command);
    m_stdinLabel->setBuddy(m_stdin);
    m_stdoutLabel->setBuddy(m_stdout);
    m_folderLabel->setBuddy(m_folder);
}

void CommandBox::layOut()
{
    auto* wirings = new QGridLayout;
    wirings->addWidget(m_stdinLabel, 0, 0);
    wirings->addWidget(m_stdoutLabel, 0, 1);
    wirings->addWidget(m_stdin, 1, 0);
    wirings->addWidget(m_stdout, 1, 1);
    auto* folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    folder->addWidget(m_browse);
    m_column = new QVBoxLayout(this);
    m_column->addWidget(m_title);
    m_column->addWidget(m_about);
    m_column->addWidget(m_commandLabel);
    m_column->addWidget(m_command);
    m_column->addWidget(m_note);
    m_column->addLayout(wirings);
    m_column->addWidget(m_folderLabel);
    m_column->addLayout(folder);
    m_column->addWidget(m_error);
    m_column->addWidget(m_run, 0, Qt::AlignLeft);
    setTabOrder(m_command, m_stdin);
    setTabOrder(m_stdin, m_stdout);
    setTabOrder(m_stdout, m_folder);
    setFocusProxy(m_command);
}

void CommandBox::fillWirings()
{
    const std::pair<QString, QString> wirings[] = {
        { QStringLiteral("terminal"), tr("terminal") },
        { QStringLiteral("pipe"), tr("pipe") },
        { QStringLiteral("fifo"), tr("FIFO") },
        { QStringLiteral("socket"), tr("socket (TCP)") },
        { QStringLiteral("unix"), tr("Unix socket") },
        { QStringLiteral("file"), tr("file") },
    };
    for (QComboBox* combo : { m_stdin, m_stdout }) {
        const int chosen = std::max(combo->currentIndex(), 0);
        combo->clear();
        for (const auto& [word, label] : wirings)
            combo->addItem(label, word);
        combo->setCurrentIndex(chosen);
    }
}

void CommandBox::retranslate()
{
    m_title->setText(tr("Run any command"));
    m_about->setText(tr("Watch your own program: every process it starts, every byte, and why it "
                        "waits."));
    m_commandLabel->setText(tr("&Command"));
    m_command->setPlaceholderText(QStringLiteral("sort /etc/passwd | head -3"));
    m_command->setAccessibleName(tr("Command to run"));
    m_stdinLabel->setText(tr("&stdin"));
    m_stdin->setAccessibleName(tr("How stdin is wired"));
    m_stdoutLabel->setText(tr("std&out"));
    m_stdout->setAccessibleName(tr("How stdout is wired"));
    m_folderLabel->setText(tr("&Folder"));
    m_folder->setAccessibleName(tr("Folder to run it in"));
    m_browse->setAccessibleName(tr("Choose the folder"));
    m_browse->setToolTip(tr("Choose the folder"));
    m_run->setText(tr("Run"));
    fillWirings();
    showNote();
}

// What will be run, before it is.
void CommandBox::showNote()
{
    const CommandWords words = commandWords(m_command->text());
    QString note = tr("Tab completes, ↑ recalls");
    if (!words.openQuote.isNull())
        note = tr("A quote %1 is still open").arg(words.openQuote);
    else if (!words.shellSign.isEmpty())
        note = tr("Run by sh -c, because of %1").arg(words.shellSign);
    else if (!words.argv.isEmpty())
        note = tr("Run as it is, without a shell");
    m_note->setText(note);
    m_command->setAccessibleDescription(note);
}

void CommandBox::applyLook()
{
    const Look& look = m_context.look;
    m_column->setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(16));
    m_column->setSpacing(look.px(6));
    setStyleSheet(QStringLiteral("QFrame#commandBox { background: %1; border: 1px solid %2; "
                                 "border-radius: %3px; }")
                      .arg(look.colour(Ink::Surface).name(), look.colour(Ink::Line).name())
                      .arg(look.px(9)));
    m_title->setStyleSheet(css(look.strong(), look.colour(Ink::Text)));
    for (QLabel* label : { m_about, m_note })
        label->setStyleSheet(css(look.small(), look.colour(Ink::QuietText)));
    for (QLabel* label : { m_commandLabel, m_stdinLabel, m_stdoutLabel, m_folderLabel }) {
        label->setIndent(0); // in line with its field
        label->setStyleSheet(css(look.small(), look.colour(Ink::QuietText))
            + QStringLiteral(" padding-top: %1px;").arg(look.px(6)));
    }
    for (QLineEdit* edit : { static_cast<QLineEdit*>(m_command), m_folder })
        edit->setStyleSheet(
            QStringLiteral("QLineEdit { %1 }").arg(css(look.mono(), look.colour(Ink::Text))));
    m_error->setStyleSheet(
        QStringLiteral("%1 background: %2; border: 1px solid %3; border-radius: %4px; padding: "
                       "%5px;")
            .arg(css(look.body(), look.colour(Ink::Text)), look.wash(Ink::Deadlock).name(),
                look.colour(Ink::Deadlock).name())
            .arg(look.px(6))
            .arg(look.px(8)));
}

void CommandBox::setRecentCommands(const QStringList& commands)
{
    m_command->setHistory(commands);
}

void CommandBox::setFolder(const QString& folder)
{
    m_folder->setText(QDir::toNativeSeparators(folder));
}

void CommandBox::setError(const QString& text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
}

void CommandBox::chooseFolder()
{
    const QString folder
        = QFileDialog::getExistingDirectory(this, tr("Folder to run it in"), m_folder->text());
    if (!folder.isEmpty())
        setFolder(folder);
}

void CommandBox::run()
{
    const QString command = m_command->text().trimmed();
    if (command.isEmpty())
        return;
    setError({});
    emit commandWanted(command, m_stdin->currentData().toString(),
        m_stdout->currentData().toString(), m_folder->text());
}

void CommandBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace ipclab
