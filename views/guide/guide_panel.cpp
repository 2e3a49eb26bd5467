// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/guide_panel.h"

#include "views/common/contrast.h"
#include "views/common/css.h"
#include "views/common/elided_button.h"
#include "views/common/look.h"
#include "views/guide/guide_text.h"
#include "views/guide/term_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace ipclab {

namespace {

QColor groundOf(const Look& look)
{
    return blended(look.colour(Ink::Background), look.colour(Ink::Surface), 0.6);
}

} // namespace

GuidePanel::GuidePanel(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_unseen(*this, [this] {
        rebuild();
        scrollToNow();
    })
{
    createParts();
    connect(m_startOver, &QPushButton::clicked, this, &GuidePanel::startOverWanted);
    connect(m_next, &QPushButton::clicked, this, &GuidePanel::nextLabWanted);
    const QScrollBar* bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, &GuidePanel::scrollToNow, Qt::QueuedConnection);
    connect(bar, &QScrollBar::actionTriggered, this, [this] { m_toNow = false; });
    connect(&context.look, &Look::changed, this, &GuidePanel::applyLook);
    applyLook();
    retranslate();
}

void GuidePanel::createParts()
{
    m_page = new QWidget;
    m_where = new TextLabel(m_page);
    m_where->setTextFormat(Qt::PlainText);
    m_startOver = new QPushButton(m_page);
    m_startOver->setObjectName(QStringLiteral("startOver"));
    m_question = new TextLabel(m_page);
    m_intro = new TermLabel(m_context.look, m_page);
    m_summary = new TextLabel(m_page);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_explanation = new TermLabel(m_context.look, m_page);
    m_explanation->setObjectName(QStringLiteral("explanation"));
    m_next = new ElidedButton(m_page);
    m_next->setProperty("primary", true);
    m_next->setMinimumWidth(1); // else a long title would make the page wider
    m_foot = new TextLabel(this);
    m_steps = new QVBoxLayout;
    auto* head = new QHBoxLayout;
    head->addWidget(m_where, 1);
    head->addWidget(m_startOver);
    auto* column = new QVBoxLayout(m_page);
    column->addLayout(head);
    column->addWidget(m_question);
    column->addWidget(m_intro);
    column->addLayout(m_steps);
    column->addWidget(m_summary);
    column->addWidget(m_explanation);
    column->addWidget(m_next, 0, Qt::AlignLeft);
    column->addStretch();
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_page);
    m_page->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(m_foot);
}

void GuidePanel::setContent(const GuideContent& content)
{
    if (content == m_content)
        return;
    const GuideStep* before = stepNow();
    const QString stepBefore = before ? before->id : QString();
    const bool hadNone = m_content.steps.empty();
    m_content = content;
    const GuideStep* now = stepNow();
    if (!now || now->id != m_pickedStep || now->chosen)
        m_picked.clear();
    rebuild();
    // Of a lab that opens, the question is read first.
    const bool opens = hadNone && now == m_content.steps.data();
    const bool goesOn = now ? now->id != stepBefore : isDone() && !stepBefore.isEmpty();
    m_toNow = m_toNow || (goesOn && !opens);
    scrollToNow();
}

const GuideStep* GuidePanel::stepNow() const
{
    const auto found = std::ranges::find(m_content.steps, GuideStage::Current, &GuideStep::state);
    return found == m_content.steps.end() ? nullptr : &*found;
}

void GuidePanel::showHead()
{
    const auto count = static_cast<int>(m_content.steps.size());
    const auto found = std::ranges::find(m_content.steps, GuideStage::Current, &GuideStep::state);
    const auto now = static_cast<int>(found - m_content.steps.begin()) + 1;
    if (count == 0)
        m_where->setText(tr("GUIDE"));
    else if (now <= count)
        m_where->setText(tr("GUIDE · STEP %1 OF %2").arg(now).arg(count));
    else if (const auto shown = std::ranges::count(m_content.steps, true, &GuideStep::shown))
        m_where->setText(tr("GUIDE · %1 STEPS DONE, %2 SHOWN").arg(count - shown).arg(shown));
    else
        m_where->setText(tr("GUIDE · ALL %1 STEPS DONE").arg(count));
    const bool empty = m_content.question.isEmpty();
    m_question->setText(richText(
        empty ? tr("Open a lab: its question and its steps appear here.") : m_content.question,
        m_context.look));
    const Look& look = m_context.look;
    const QString sheet
        = css(empty ? look.body() : look.title(), look.colour(empty ? Ink::QuietText : Ink::Text))
        + QStringLiteral(" padding: 0 %1px %1px %1px;").arg(look.px(5));
    if (sheet != m_question->styleSheet()) // it would be worked out again
        m_question->setStyleSheet(sheet);
    m_intro->setVisible(!m_content.intro.isEmpty());
    tell(*m_intro, richText(m_content.intro, look));
    if (m_anew)
        m_intro->setStyleSheet(
            css(look.body(), readable(look.colour(Ink::QuietText), groundOf(look)))
            + QStringLiteral(" padding: 0 %1px %1px %1px;").arg(look.px(5)));
    m_startOver->setVisible(count > 0 && now > 1 && !m_content.past);
}

// The words of the glossary are looked for once.
void GuidePanel::tell(TermLabel& label, const QString& html)
{
    if (!m_anew && label.text() == html)
        return;
    std::set<std::size_t> known;
    label.setTextAndTerms(html, known);
}

bool GuidePanel::isDone() const
{
    return !m_content.steps.empty()
        && std::ranges::all_of(
            m_content.steps, [](const GuideStep& step) { return step.state == GuideStage::Done; });
}

void GuidePanel::showEnd()
{
    const bool done = isDone();
    m_summary->setVisible(done && !m_content.summary.isEmpty());
    m_explanation->setVisible(done && !m_content.explanation.isEmpty());
    const int around = m_context.look.px(2 * 10 + 2 * 12 + 10); // margins, its own, the scroll bar
    if (done) {
        m_summary->setText(richText(m_content.summary, m_context.look));
        tell(*m_explanation,
            richText(m_content.explanation, m_context.look, std::max(width() - around, 1)));
    } else if (m_anew) {
        m_explanation->clear(); // what it said is of another language
    }
    m_next->setVisible(done && !m_content.nextLabTitle.isEmpty());
    const QString next = tr("Next lab: %1").arg(m_content.nextLabTitle);
    m_next->setText(next);
    m_next->setToolTip(next);
    m_foot->setVisible(!m_content.steps.empty() && (!done || m_content.past));
    m_foot->setText(
        richText(m_content.past ? tr("This is how far it was at the moment shown.")
                                : tr("Steps tick themselves when the kernel shows it happened."),
            m_context.look));
}

void GuidePanel::applyLook()
{
    const Look& look = m_context.look;
    auto* column = static_cast<QVBoxLayout*>(m_page->layout());
    column->setContentsMargins(look.px(10), look.px(14), look.px(10), look.px(12));
    column->setSpacing(look.px(8));
    m_steps->setSpacing(look.px(6));
    QFont caption = look.small();
    caption.setWeight(QFont::DemiBold);
    const QColor quiet = readable(look.colour(Ink::QuietText), groundOf(look));
    const QString indent = QStringLiteral(" padding-left: %1px;").arg(look.px(5));
    m_where->setStyleSheet(css(caption, quiet) + indent + QStringLiteral(" letter-spacing: 1px;"));
    m_startOver->setStyleSheet(
        QStringLiteral("QPushButton { %1 border: 0; background: transparent; padding: %2px; "
                       "min-height: 0; } QPushButton:hover, QPushButton:focus { text-decoration: "
                       "underline; border: 1px solid %3; border-radius: %2px; }")
            .arg(css(look.small(), look.colour(Ink::Accent)))
            .arg(look.px(3))
            .arg(look.colour(Ink::Accent).name()));
    m_foot->setStyleSheet(css(look.small(), quiet)
        + QStringLiteral(" padding: %1px %2px %3px %2px;")
              .arg(look.px(6))
              .arg(look.px(15))
              .arg(look.px(12)));
    m_summary->setStyleSheet(css(look.small(), quiet) + indent);
    m_explanation->setStyleSheet(
        QStringLiteral("%1 background: %2; border: 1px solid %3; border-radius: %4px; "
                       "padding: %5px;")
            .arg(css(look.body(), look.colour(Ink::Text)), look.wash(Ink::ReadBytes).name(),
                blended(look.colour(Ink::Surface), look.colour(Ink::ReadBytes), 0.55).name())
            .arg(look.px(9))
            .arg(look.px(11)));
    m_anew = true;
    rebuild();
    update();
}

void GuidePanel::retranslate()
{
    m_startOver->setText(tr("Start over"));
    m_startOver->setToolTip(tr("Begin this lab again from its first step"));
    setAccessibleName(tr("Guide"));
    m_anew = true;
    rebuild();
}

void GuidePanel::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), groundOf(m_context.look));
}

void GuidePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showEnd();
}

void GuidePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
