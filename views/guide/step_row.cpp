// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/step_row.h"

#include "views/common/contrast.h"
#include "views/common/css.h"
#include "views/common/look.h"
#include "views/guide/guide_text.h"
#include "views/guide/prediction_box.h"
#include "views/guide/step_badge.h"
#include "views/guide/term_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

namespace ipclab {

namespace {

// A box of that meaning: a quiet ground and a line of the ink.
QString boxSheet(const Look& look, Ink ink)
{
    return QStringLiteral("%1 background: %2; border: 1px solid %3; border-radius: %4px; "
                          "padding: %5px %6px;")
        .arg(css(look.body(), look.colour(Ink::Text)), look.wash(ink).name(),
            blended(look.colour(Ink::Surface), look.colour(ink), 0.55).name())
        .arg(look.px(7))
        .arg(look.px(7))
        .arg(look.px(9));
}

// A sentence that quotes another ends once.
QString endedOnce(QString text)
{
    static const QRegularExpression kTwoStops(QStringLiteral("([.?!…])\\*\\*\\."));
    return text.replace(kTwoStops, QStringLiteral("\\1**"));
}

} // namespace

StepRow::StepRow(
    const Look& look, const GuideStep& step, int number, const QString& picked, QWidget* parent)
    : QFrame(parent)
    , m_look(look)
    , m_step(step)
    , m_head(new QVBoxLayout)
    , m_column(new QVBoxLayout)
{
    const bool now = step.state == GuideStage::Current;
    setObjectName(now ? QStringLiteral("now") : QStringLiteral("step"));
    setFocusPolicy(Qt::ClickFocus); // it has the keys while nothing in it takes them
    setStyleSheet(QStringLiteral("QFrame#now { background: %1; border: 1px solid %2; "
                                 "border-radius: %3px; } QFrame#now:focus { border-color: %4; }")
                      .arg(look.colour(Ink::Surface).name(), look.colour(Ink::Line).name())
                      .arg(look.px(9))
                      .arg(look.colour(Ink::Accent).name()));
    auto* whole = new QVBoxLayout(this);
    const int side = now ? look.px(11) : look.px(5);
    const int above = now ? look.px(12) : look.px(4);
    whole->setContentsMargins(side, above, side, above);
    whole->setSpacing(look.px(8));
    auto* row = new QHBoxLayout;
    row->setSpacing(look.px(9));
    row->addWidget(new StepBadge(look, step, number, this), 0, Qt::AlignTop);
    row->addLayout(m_head, 1);
    whole->addLayout(row);
    whole->addLayout(m_column);
    // Where words are wide, what is below the text has the whole width of the card.
    constexpr qreal kWide = 1.2;
    m_column->setContentsMargins(look.scale() > kWide && now ? 0 : look.px(29), 0, 0, 0);
    m_column->setSpacing(look.px(8));
    addText();
    if (step.chosen)
        addComparison();
    else if (now && !step.choices.empty())
        addPrediction(picked);
    if (step.shown)
        addShown();
    if (now) {
        addAction();
        addHint();
        addShowMe();
    }
}

StepRow* StepRow::around(QWidget& widget)
{
    for (QWidget* one = &widget; one; one = one->parentWidget()) {
        if (auto* const row = qobject_cast<StepRow*>(one))
            return row;
    }
    return nullptr;
}

void StepRow::addText()
{
    const bool now = m_step.state == GuideStage::Current;
    auto* text = new TermLabel(m_look, this);
    if (now) {
        text->setObjectName(QStringLiteral("words"));
        text->setTextAndTerms(richText(m_step.text, m_look), m_known);
    } else {
        text->setText(richText(m_step.text, m_look));
    }
    const bool done = m_step.state == GuideStage::Done;
    text->setStyleSheet(css(m_look.body(), m_look.colour(done ? Ink::QuietText : Ink::Text)));
    const QString state = done ? tr("Done") : now ? tr("Now") : tr("Later");
    text->setAccessibleName(state + QStringLiteral(": ") + plainText(m_step.text));
    m_head->addWidget(text);
}

void StepRow::addPrediction(const QString& picked)
{
    auto* box = new PredictionBox(m_look, m_step, picked, this);
    connect(box, &PredictionBox::picked, this, &StepRow::picked);
    connect(box, &PredictionBox::predicted, this, &StepRow::predicted);
    m_column->addWidget(box);
}

QString StepRow::labelOf(const QString& choice) const
{
    const auto found = std::ranges::find(m_step.choices, choice, &GuideChoice::id);
    return found == m_step.choices.end() ? choice : found->label;
}

// Of an answer like "both, pipe", each.
QStringList StepRow::choicesIn(const QString& shown) const
{
    if (std::ranges::find(m_step.choices, shown, &GuideChoice::id) != m_step.choices.end())
        return { shown };
    return shown.split(QStringLiteral(", "));
}

void StepRow::addComparison()
{
    auto* label = new TextLabel(this);
    label->setObjectName(QStringLiteral("comparison"));
    const QString mine = labelOf(*m_step.chosen);
    QString text = tr("You predicted: **%1**.").arg(mine);
    Ink ink = Ink::QuietText;
    const QStringList shown = m_step.correct ? choicesIn(*m_step.correct) : QStringList();
    QStringList labels;
    for (const QString& choice : shown)
        labels += labelOf(choice);
    const QString truth = labels.join(QStringLiteral("** · **"));
    if (shown.size() > 1 && shown.contains(*m_step.chosen)) {
        text = tr("✓ As you predicted: **%1**. The kernel showed: **%2**.").arg(mine, truth);
        ink = Ink::ReadBytes;
    } else if (shown.contains(*m_step.chosen)) {
        text = tr("✓ As you predicted: **%1**.").arg(mine);
        ink = Ink::ReadBytes;
    } else if (m_step.correct) {
        text = tr("✗ You predicted: **%1**. The kernel showed: **%2**.").arg(mine, truth);
        ink = Ink::Deadlock;
    }
    label->setText(richText(endedOnce(text), m_look));
    const QColor ground = m_look.colour(Ink::Surface);
    label->setStyleSheet(css(m_look.body(), readable(m_look.colour(ink), ground)));
    m_column->addWidget(label);
}

void StepRow::addAction()
{
    if (m_step.showing) {
        auto* showing = new TextLabel(this);
        showing->setObjectName(QStringLiteral("showing"));
        showing->setText(richText(tr("**IPC Lab shows this step.** Watch what happens."), m_look));
        showing->setStyleSheet(boxSheet(m_look, Ink::Accent));
        m_column->addWidget(showing);
        return;
    }
    const bool predictFirst = !m_step.choices.empty() && !m_step.chosen;
    if (m_step.actionLabel.isEmpty() || predictFirst)
        return;
    auto* label = new TextLabel(this);
    label->setObjectName(QStringLiteral("action"));
    label->setText(richText(tr("Your turn: **%1**").arg(m_step.actionLabel), m_look));
    label->setStyleSheet(boxSheet(m_look, Ink::Accent));
    m_column->addWidget(label);
}

void StepRow::addShown()
{
    auto* label = new TextLabel(this);
    label->setObjectName(QStringLiteral("shown"));
    QString text = tr("Shown, not done by you.");
    if (m_step.correct && !m_step.chosen) {
        QStringList labels;
        for (const QString& choice : choicesIn(*m_step.correct))
            labels += labelOf(choice);
        text += QLatin1Char(' ')
            + tr("The kernel showed: **%1**.").arg(labels.join(QStringLiteral("** · **")));
    }
    label->setText(richText(endedOnce(text), m_look));
    label->setStyleSheet(
        css(m_look.body(), readable(m_look.colour(Ink::QuietText), m_look.colour(Ink::Surface))));
    m_column->addWidget(label);
}

void StepRow::addShowMe()
{
    if (!m_step.canBeShown)
        return;
    auto* button = new QPushButton(tr("Show me"), this);
    button->setObjectName(QStringLiteral("showMe"));
    button->setToolTip(tr("IPC Lab does this step for you to watch (F2). The step counts as shown, "
                          "not as done by you."));
    button->setAccessibleDescription(button->toolTip());
    connect(button, &QPushButton::clicked, this, &StepRow::showWanted);
    m_column->addWidget(button, 0, Qt::AlignLeft);
}

void StepRow::addHint()
{
    if (!m_step.hint)
        return;
    auto* label = new TermLabel(m_look, this);
    label->setObjectName(QStringLiteral("hint"));
    label->setTextAndTerms(richText(tr("**Hint.** %1").arg(*m_step.hint), m_look), m_known);
    label->setStyleSheet(boxSheet(m_look, Ink::Waiting));
    m_column->addWidget(label);
}

} // namespace ipclab
