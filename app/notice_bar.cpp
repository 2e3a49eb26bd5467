// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notice_bar.h"

#include "app/long_runs.h"
#include "views/common/css.h"
#include "views/common/kept_together.h"
#include "views/common/look.h"
#include "views/common/plain_tip.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace ipclab {

NoticeBar::NoticeBar(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    createParts();
    connect(&look, &Look::changed, this, &NoticeBar::applyLook);
    connect(m_close, &QToolButton::clicked, this, [this] {
        dismiss();
        emit dismissed();
    });
    connect(m_act, &QToolButton::clicked, this, [this] {
        const std::function<void()> act = std::exchange(m_offered, {});
        dismiss();
        if (act)
            act();
    });
    applyLook();
    retranslate();
    hide();
}

void NoticeBar::createParts()
{
    m_message = new QLabel(this);
    m_detail = new QLabel(this);
    for (QLabel* label : { m_message, m_detail }) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_message->setWordWrap(true);
    m_message->setMinimumWidth(1); // nothing that it says makes the window wider
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_detail);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detailArea = scroll;
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_act = new QToolButton(this);
    m_act->setObjectName(QStringLiteral("offered"));
    m_act->hide();
    m_close = new QToolButton(this);
    auto* grid = new QGridLayout(this);
    grid->addWidget(m_message, 0, 0);
    grid->addWidget(m_act, 0, 1, Qt::AlignTop);
    grid->addWidget(m_close, 0, 2, Qt::AlignTop);
    grid->addWidget(m_detailArea, 1, 0, 1, 3);
    grid->addWidget(m_progress, 2, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void NoticeBar::show(Kind kind, const NoticeWords& message, const QString& detail)
{
    m_kind = kind;
    m_words = message;
    m_actWords.reset();
    say();
    m_detail->setText(detail);
    m_detailArea->setVisible(!detail.isEmpty());
    m_offered = {};
    m_act->hide();
    m_progress->hide();
    m_close->show();
    applyLook();
    setVisible(true);
    announce();
}

void NoticeBar::say()
{
    m_said = m_words ? m_words->now() : QString();
    const QString shown = withoutLongRuns(m_said);
    m_message->setText(unitsKept(shown));
    m_message->setToolTip(shown == m_said ? QString() : plainTip(m_said));
    if (m_actWords)
        m_act->setText(m_actWords->now());
}

void NoticeBar::offer(
    const NoticeWords& message, const NoticeWords& button, std::function<void()> act)
{
    show(Kind::Progress, message);
    addButton(button, std::move(act));
}

void NoticeBar::warn(
    const NoticeWords& message, const NoticeWords& button, std::function<void()> act)
{
    show(Kind::Error, message);
    addButton(button, std::move(act));
}

void NoticeBar::addButton(const NoticeWords& words, std::function<void()> act)
{
    m_offered = std::move(act);
    m_actWords = words;
    m_act->setText(words.now());
    m_act->show();
}

void NoticeBar::progress(
    const NoticeWords& message, int percent, const NoticeWords& button, std::function<void()> act)
{
    if (m_progress->isHidden() || m_said != message.now()) // else it would be said each time
        offer(message, button, std::move(act));
    m_close->hide(); // one way out
    m_progress->setAccessibleName(m_said);
    m_progress->setValue(percent);
    m_progress->show();
}

void NoticeBar::announce()
{
    setAccessibleName(m_said);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeBar::dismiss()
{
    setVisible(false);
    m_words.reset();
    m_actWords.reset();
    say();
    m_detail->clear();
}

QString NoticeBar::message() const
{
    return m_said;
}

bool NoticeBar::saysWhatWentWrong() const
{
    return m_kind == Kind::Error && !message().isEmpty();
}

void NoticeBar::retranslate()
{
    m_close->setText(tr("Dismiss"));
    m_close->setToolTip(tr("Take this message away (Esc)"));
    if (!m_words)
        return;
    say();
    setAccessibleName(m_said); // it is no news
    m_progress->setAccessibleName(m_said);
}

void NoticeBar::applyLook()
{
    layout()->setContentsMargins(m_look.px(16), m_look.px(8), m_look.px(12), m_look.px(8));
    m_progress->setFixedHeight(m_look.px(6));
    m_message->setStyleSheet(css(m_look.body(), m_look.colour(Ink::Text)));
    m_detail->setStyleSheet(css(m_look.mono(), m_look.colour(Ink::Text)));
    const auto lines = static_cast<int>(m_detail->text().count(QLatin1Char('\n'))) + 1;
    m_detailArea->setFixedHeight(std::min(
        m_look.px(110), lines * QFontMetrics(m_look.mono()).lineSpacing() + m_look.px(16)));
    m_detailArea->setStyleSheet(QStringLiteral("background: transparent;"));
    update();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const Ink ink = m_kind == Kind::Error ? Ink::Deadlock : Ink::Accent;
    QPainter painter(this);
    painter.fillRect(rect(), m_look.wash(ink));
    painter.fillRect(0, 0, m_look.px(4), height(), m_look.colour(ink));
    painter.fillRect(0, height() - 1, width(), 1, m_look.colour(Ink::Line));
}

void NoticeBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        (m_progress->isVisible() ? m_act : m_close)->click();
    else
        QWidget::keyPressEvent(event);
}

void NoticeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
