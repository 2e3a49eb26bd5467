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
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

// How the box looks, and what it says.

namespace ipclab {

void CommandBox::retranslate()
{
    m_title->setText(tr("Run any command"));
    m_about->setText(tr("Watch your own program: every process it starts, every byte, and why it "
                        "waits."));
    m_commandLabel->setText(tr("&Command"));
    m_command->setPlaceholderText(QStringLiteral("sort /etc/passwd | head -3"));
    m_command->setAccessibleName(tr("Command to run"));
    m_streamLabels[0]->setText(tr("&stdin"));
    m_streams[0]->setAccessibleName(tr("How stdin is wired"));
    m_streamLabels[1]->setText(tr("std&out"));
    m_streams[1]->setAccessibleName(tr("How stdout is wired"));
    m_streamLabels[2]->setText(tr("std&err"));
    m_streams[2]->setAccessibleName(tr("How stderr is wired"));
    m_folderLabel->setText(tr("Fol&der"));
    m_folder->setAccessibleName(tr("Folder to run it in"));
    m_browse->setAccessibleName(tr("Choose the folder"));
    m_browse->setToolTip(tr("Choose the folder"));
    m_run->setText(tr("Run"));
    m_attach->setText(tr("Attach…"));
    m_attach->setAccessibleName(tr("Attach to a process of mine…"));
    m_attach->setToolTip(tr("Watch a process that runs already (Ctrl+Shift+A)"));
    m_moreButton->setToolTip(tr("Environment and limits"));
    fillWirings();
    showNote();
    showMore();
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

// What is folded away is told, where it is not as usual.
void CommandBox::showMore()
{
    const bool shown = m_moreButton->isChecked();
    const QString summary = shown ? QString() : m_more->summary();
    m_more->setVisible(shown);
    m_moreButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    m_moreButton->setText(tr("More"));
    m_moreNote->setText(summary);
    m_moreNote->setVisible(!summary.isEmpty());
    m_moreButton->setAccessibleName(tr("More: environment and limits. %1").arg(summary).trimmed());
}

void CommandBox::applyLook()
{
    const Look& look = m_context.look;
    m_column->setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(14));
    m_column->setSpacing(look.px(5));
    m_fields->setHorizontalSpacing(look.px(10));
    m_fields->setVerticalSpacing(look.px(5));
    m_folderRow->setSpacing(look.px(6));
    m_fields->setContentsMargins(0, look.px(5), 0, look.px(5));
    setStyleSheet(QStringLiteral("QFrame#commandBox { background: %1; border: 1px solid %2; "
                                 "border-radius: %3px; }")
                      .arg(look.colour(Ink::Surface).name(), look.colour(Ink::Line).name())
                      .arg(look.px(9)));
    m_title->setStyleSheet(css(look.strong(), look.colour(Ink::Text)));
    const QString quiet = css(look.small(), look.colour(Ink::QuietText));
    for (QLabel* label : { m_about, m_note, m_moreNote, m_commandLabel, m_streamLabels[0],
             m_streamLabels[1], m_streamLabels[2], m_folderLabel }) {
        label->setIndent(0); // in line with its field
        label->setStyleSheet(quiet);
    }
    for (QLineEdit* edit : { static_cast<QLineEdit*>(m_command), m_folder })
        edit->setStyleSheet(
            QStringLiteral("QLineEdit { %1 }").arg(css(look.mono(), look.colour(Ink::Text))));
    for (QLabel* error : { m_commandError, m_folderError })
        showFieldError(*error, error->text(), look);
}

// The wheel scrolls the page, unless the person is in the field.
bool CommandBox::eventFilter(QObject* watched, QEvent* event)
{
    const auto* const field = qobject_cast<QWidget*>(watched);
    if (event->type() == QEvent::Wheel && field && !field->hasFocus()) {
        event->ignore();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void CommandBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace ipclab
