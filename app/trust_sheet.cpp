// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trust_sheet.h"

#include "app/long_runs.h"
#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/plain_tip.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording_tr.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ipclab {

namespace {

constexpr qsizetype kMostSeen = 6; // that are seen at once

// A stranger chose these names: none of them hides, or turns, what stands beside it.
QPlainTextEdit* listOf(const QStringList& lines, const Look& look, QWidget* parent)
{
    QStringList seen;
    for (const QString& line : lines)
        seen.append(visibleText(line.toStdString()));
    auto* const list = new QPlainTextEdit(seen.join(QLatin1Char('\n')), parent);
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setLineWrapMode(QPlainTextEdit::NoWrap);
    list->setStyleSheet(css(look.mono(), look.colour(Ink::Text)));
    const int line = QFontMetrics(look.mono()).lineSpacing();
    const auto rows = static_cast<int>(std::clamp<qsizetype>(lines.size(), 1, kMostSeen));
    list->setFixedHeight(line * rows + look.px(22));
    return list;
}

} // namespace

TrustSheet::TrustSheet(const Look& look, const Lab& lab, QWidget* parent)
    : QDialog(parent)
    , m_look(look)
    , m_folder(visibleText(lab.folder))
    , m_what(whatRuns(lab))
{
    createParts();
    retranslate();
    m_leave->setFocus();
    connect(m_run, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_leave, &QPushButton::clicked, this, &QDialog::reject);
}

void TrustSheet::createParts()
{
    setObjectName(QStringLiteral("trust"));
    m_title = new QLabel(this);
    m_words = new QLabel(this);
    m_commandsTitle = new QLabel(this);
    m_commands = listOf(m_what.commands, m_look, this);
    m_filesTitle = new QLabel(this);
    m_files = listOf(m_what.files, m_look, this);
    m_own = new QCheckBox(this);
    m_run = new QPushButton(this);
    m_leave = new QPushButton(this);
    m_title->setStyleSheet(css(m_look.title(), m_look.colour(Ink::Text)));
    m_words->setMinimumWidth(1); // a folder's name does not make the sheet wider
    for (QLabel* const label : { m_title, m_words }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setIndent(0);
    }
    for (QLabel* const label : { m_commandsTitle, m_filesTitle }) {
        label->setStyleSheet(css(m_look.strong(), m_look.colour(Ink::Text)));
        label->setIndent(0);
    }
    m_run->setProperty("primary", true);
    m_run->setAutoDefault(false);
    m_leave->setDefault(true);
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_leave);
    buttons->addWidget(m_run);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(m_look.px(20), m_look.px(18), m_look.px(20), m_look.px(16));
    column->setSpacing(m_look.px(8));
    for (QWidget* const part : { static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_words),
             static_cast<QWidget*>(m_commandsTitle), static_cast<QWidget*>(m_commands),
             static_cast<QWidget*>(m_filesTitle), static_cast<QWidget*>(m_files),
             static_cast<QWidget*>(m_own) })
        column->addWidget(part);
    column->addLayout(buttons);
    setMinimumWidth(m_look.px(520));
}

bool TrustSheet::forTheFolder() const
{
    return m_own->isChecked();
}

void TrustSheet::retranslate()
{
    setWindowTitle(tr("Before the first run"));
    m_title->setText(tr("This lab runs programs of its own"));
    m_words->setText(
        tr("It does not come with IPC Lab; it is in %1. Its programs run on this machine as you, "
           "and can do what you can. The tab “Code” shows them.")
            .arg(withoutLongRuns(m_folder)));
    m_words->setToolTip(plainTip(m_folder));
    m_commandsTitle->setText(tr("What it runs, in C or in Python"));
    m_commands->setAccessibleName(m_commandsTitle->text());
    m_filesTitle->setText(tr("Its files"));
    m_files->setAccessibleName(m_filesTitle->text());
    m_own->setText(tr("I write this lab: do not ask again when it changes"));
    m_run->setText(tr("Run"));
    m_leave->setText(tr("Don't run"));
}

void TrustSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace ipclab
