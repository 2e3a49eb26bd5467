// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the panel says, in the language of the moment.
#include "views/console/console_panel.h"

#include "views/common/empty_note.h"
#include "views/console/console_text.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ipclab {

QString ConsolePanel::endWords()
{
    return tr("end of file: nobody has this output open any more");
}

void ConsolePanel::retranslate()
{
    m_title->setText(tr("IPC Lab's end"));
    m_text->setAccessibleName(tr("What went through IPC Lab's end"));
    m_to->setAccessibleName(tr("Program to send to"));
    m_to->setToolTip(tr("Whose stdin the line goes to"));
    m_input->setAccessibleName(tr("Line to send"));
    m_send->setText(tr("Send"));
    m_close->setText(tr("Close (end of file)"));
    m_empty->setText(tr("What the program writes arrives here, when IPC Lab holds the other end "
                        "of its stdout. What you type goes to its stdin."));
    showReading();
    showWhen();
    m_transcript.rewordNotes(endWords());
    m_text->showAll(transcript());
    m_pastMoment.reset(); // an end of file is said in words
    followMoment();
    showNow();
}

// Whatever moment is looked at, what is done is done now.
void ConsolePanel::showWhen()
{
    m_input->setPlaceholderText(m_past ? tr("A line is sent now, not at the moment shown")
                                       : tr("Type a line, Enter sends it"));
    m_input->setToolTip(m_input->placeholderText()); // whole, where there is no room for it
    m_send->setToolTip(m_past
            ? tr("Send the line to the program's stdin now, and go to Live to see it")
            : tr("Send the line and a newline to the program's stdin"));
    m_close->setToolTip(m_past
            ? tr("Close our end now, not at the moment shown: the program reads end of file")
            : tr("Close our end: the program reads end of file"));
}

void ConsolePanel::showReading()
{
    const bool stopped = m_reading->isChecked();
    m_reading->setText(stopped ? tr("Read again") : tr("Stop reading"));
    m_reading->setToolTip(stopped ? tr("Take what waits in the kernel")
                                  : tr("Leave what the program writes in the kernel"));
}

} // namespace ipclab
