// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/filter_sentence.h"
#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/wrap_layout.h"

#include <QComboBox>
#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace ipclab {

// Gaps are as wide as what stands in them, or it would not read as a sentence.
void FilterSentence::fit()
{
    const QFontMetrics metrics(m_look.body());
    for (QComboBox* const gap : { m_wanted, m_whose, m_where }) {
        const int text = metrics.horizontalAdvance(gap->currentText());
        gap->setFixedWidth(std::min(text + m_look.px(54), m_look.px(300)));
    }
    for (QLabel* const words : m_words)
        words->setFixedHeight(m_wanted->sizeHint().height());
    m_said->setFixedHeight(m_wanted->sizeHint().height());
    m_all->setFixedHeight(m_wanted->sizeHint().height());
    m_row->invalidate();
    updateGeometry();
    emit widened();
}

void FilterSentence::applyLook()
{
    m_row->setGaps(m_look.px(6), m_look.px(4));
    m_row->setContentsMargins(m_look.px(10), m_look.px(6), m_look.px(10), m_look.px(6));
    m_text->setFixedWidth(m_look.px(120));
    m_said->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    fit();
}

void FilterSentence::retranslate()
{
    fillWanted();
    fillWhose();
    fillChannels();
    build();
    m_wanted->setAccessibleName(tr("Which calls are shown"));
    m_whose->setAccessibleName(tr("Whose calls are shown"));
    m_where->setAccessibleName(tr("On which channel"));
    m_text->setAccessibleName(tr("With which text"));
    m_all->setText(tr("Show all"));
    m_all->setToolTip(tr("Show all calls of everyone again"));
    m_text->setPlaceholderText(tr("any text"));
    m_text->setToolTip(
        tr("A call, an error, a signal, a process, a channel, or bytes: read, EPIPE, "
           "SIGINT… (Ctrl+F)"));
    fit();
}

// The sheet of another look comes after the look itself.
void FilterSentence::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        fit();
    QWidget::changeEvent(event);
}

} // namespace ipclab
