// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/guide_text.h"

#include "views/common/look.h"

#include <QRegularExpression>

namespace ipclab {

namespace {

const QRegularExpression& signs()
{
    static const QRegularExpression found(QStringLiteral(R"(`([^`]+)`|\*\*([^*]+)\*\*)"));
    return found;
}

// Parts of the text and what stands between them, each through its own function.
template <typename Between, typename Code, typename Bold>
QString rewritten(const QString& text, Between between, Code code, Bold bold)
{
    QString to;
    qsizetype place = 0;
    for (auto found = signs().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        to += between(text.mid(place, match.capturedStart() - place));
        to += match.capturedLength(1) > 0 ? code(match.captured(1)) : bold(match.captured(2));
        place = match.capturedEnd();
    }
    return to + between(text.mid(place));
}

} // namespace

QString richText(const QString& text, const Look& look)
{
    const QFont mono = look.mono();
    const auto escaped = [](const QString& part) { return part.toHtmlEscaped(); };
    const auto code = [&](const QString& part) {
        return QStringLiteral("<span style=\"font-family:'%1'; font-size:%2px\">%3</span>")
            .arg(mono.families().join(QStringLiteral("','")))
            .arg(mono.pixelSize())
            .arg(part.toHtmlEscaped());
    };
    const auto bold
        = [](const QString& part) { return QStringLiteral("<b>%1</b>").arg(part.toHtmlEscaped()); };
    QString html = rewritten(text.trimmed(), escaped, code, bold);
    static const QRegularExpression paragraphs(QStringLiteral("\\n[ \\t]*\\n\\s*"));
    html.replace(paragraphs, QStringLiteral("<br><br>"));
    html.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return QStringLiteral("<span>%1</span>").arg(html);
}

QString plainText(const QString& text)
{
    const auto same = [](const QString& part) { return part; };
    return rewritten(text.simplified(), same, same, same);
}

TextLabel::TextLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

// QLabel would ask for the height it has at no width.
QSize TextLabel::minimumSizeHint() const
{
    return { 1, fontMetrics().height() };
}

} // namespace ipclab
