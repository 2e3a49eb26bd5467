// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/why_box.h"

#include "views/common/contrast.h"
#include "views/common/css.h"

#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace ipclab {

namespace {

Ink inkOf(WhyTone tone)
{
    switch (tone) {
    case WhyTone::Waiting:
        return Ink::Waiting;
    case WhyTone::Deadlock:
        return Ink::Deadlock;
    case WhyTone::Quiet:
        break;
    }
    return Ink::Line;
}

} // namespace

QString emphasized(const QString& sentence, const QStringList& names, const QString& codeFamily)
{
    QStringList patterns { QStringLiteral("(?<code>\\b[a-z][a-z_0-9]*\\(\\d*\\))"),
        QStringLiteral("(?<count>\\b\\d[\\d\\x{202F}]* bytes?\\b)") };
    QStringList longestFirst = names;
    longestFirst.removeDuplicates();
    std::ranges::sort(
        longestFirst, [](const QString& a, const QString& b) { return a.size() > b.size(); });
    QStringList escaped;
    for (const QString& name : longestFirst) {
        if (name.size() > 1)
            escaped += QRegularExpression::escape(name);
    }
    if (!escaped.isEmpty())
        patterns += QStringLiteral("(?<name>(?<![\\w/])(?:%1)(?![\\w/]))")
                        .arg(escaped.join(QLatin1Char('|')));
    const QRegularExpression marked(
        patterns.join(QLatin1Char('|')), QRegularExpression::UseUnicodePropertiesOption);
    QString rich;
    qsizetype done = 0;
    for (auto matches = marked.globalMatch(sentence); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        rich += sentence.mid(done, match.capturedStart() - done).toHtmlEscaped();
        const QString words = match.captured().toHtmlEscaped();
        const bool code = !match.captured(QStringLiteral("code")).isEmpty();
        rich += code
            ? QStringLiteral("<span style='font-family:\"%1\"'>%2</span>").arg(codeFamily, words)
            : QStringLiteral("<b>%1</b>").arg(words);
        done = match.capturedEnd();
    }
    return rich + sentence.mid(done).toHtmlEscaped();
}

WhyBox::WhyBox(const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_look(look)
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
{
    auto* const rows = new QVBoxLayout(this);
    rows->addWidget(m_title);
    rows->addWidget(m_sentence);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void WhyBox::show(const ProcessFacts& facts)
{
    m_title->setText(facts.whyTitle);
    m_sentence->setText(emphasized(facts.why, facts.names, m_look.mono().families().constFirst()));
    m_sentence->setAccessibleName(facts.why);
    setAccessibleName(facts.whyTitle);
    setAccessibleDescription(facts.why);
    if (facts.tone == m_tone)
        return;
    m_tone = facts.tone;
    update();
}

void WhyBox::relook()
{
    const int pad = m_look.px(12);
    layout()->setContentsMargins(pad, m_look.px(10), pad, m_look.px(11));
    layout()->setSpacing(m_look.px(3));
    m_title->setStyleSheet(css(m_look.strong(), m_look.colour(Ink::Text)));
    m_sentence->setStyleSheet(css(m_look.body(), m_look.colour(Ink::Text)));
    update();
}

void WhyBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = m_look.colour(inkOf(m_tone));
    const QColor surface = m_look.colour(Ink::Surface);
    const QColor ground
        = m_tone == WhyTone::Quiet ? blended(surface, ink, 0.25) : m_look.wash(inkOf(m_tone));
    painter.setPen(
        QPen(m_tone == WhyTone::Quiet ? ink : blended(surface, ink, 0.6), m_look.scale()));
    painter.setBrush(ground);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_look.px(8), m_look.px(8));
}

} // namespace ipclab
