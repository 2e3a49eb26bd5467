// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/code/code_messages.h"

#include "views/common/contrast.h"
#include "views/common/css.h"

#include <QRegularExpression>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kFile = Qt::UserRole;
constexpr int kLine = Qt::UserRole + 1;
constexpr int kMostRows = 500;
constexpr int kRowsInView = 5;

} // namespace

CodeMessages::CodeMessages(Look& look, QWidget* parent)
    : QListWidget(parent)
    , m_look(look)
{
    setFrameShape(NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(this, &QListWidget::itemClicked, this, &CodeMessages::go);
    connect(this, &QListWidget::itemActivated, this, &CodeMessages::go);
    connect(&look, &Look::changed, this, &CodeMessages::applyLook);
    hide();
}

void CodeMessages::setMessages(const QString& messages)
{
    // As GCC and Clang say it: FILE:LINE:COLUMN: WHAT: WORDS
    static const QRegularExpression kPlace(
        QStringLiteral("^([^:\\s][^:]*):(\\d{1,7})(?::\\d+)?: (?:\\w+ )?\\w+: "));
    clear();
    const QStringList lines = messages.trimmed().split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < std::min<qsizetype>(lines.size(), kMostRows); ++i) {
        if (messages.isEmpty())
            break;
        const QRegularExpressionMatch place = kPlace.match(lines[i]);
        QString words = lines[i];
        if (place.hasMatch()) // the folder is known
            words.remove(0, place.captured(1).lastIndexOf(QLatin1Char('/')) + 1);
        auto* const item = new QListWidgetItem(words, this);
        if (!place.hasMatch())
            continue;
        item->setData(kFile, place.captured(1));
        item->setData(kLine, place.captured(2).toInt());
    }
    applyLook();
    setVisible(count() > 0);
    updateGeometry();
}

QSize CodeMessages::sizeHint() const
{
    const int row = QFontMetrics(m_look.mono()).height() + m_look.px(6);
    return { m_look.px(200), row * std::clamp(count(), 1, kRowsInView) + m_look.px(8) };
}

void CodeMessages::applyLook()
{
    setStyleSheet(QStringLiteral("QListWidget { %1 border: 0; }")
                      .arg(css(m_look.mono(), m_look.colour(Ink::Text))));
    const QColor link = readable(m_look.colour(Ink::Accent), m_look.colour(Ink::Surface));
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(kLine).isNull())
            continue;
        QFont underlined = m_look.mono();
        underlined.setUnderline(true);
        item(i)->setFont(underlined);
        item(i)->setForeground(link);
    }
}

void CodeMessages::go(const QListWidgetItem* item)
{
    if (item && !item->data(kLine).isNull())
        emit lineWanted(item->data(kFile).toString(), item->data(kLine).toInt());
}

} // namespace ipclab
