// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/buffer_list.h"

#include "views/common/css.h"
#include "views/common/kept_together.h"
#include "views/inspector/fact_list.h"

#include <QLabel>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QTextOption>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace ipclab {

BytesBox::BytesBox(const Look& look, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_look(look)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void BytesBox::show(const QString& bytes, Ink ink)
{
    if (bytes != toPlainText())
        setPlainText(bytes);
    if (ink != m_ink) {
        m_ink = ink;
        relook();
    }
    fit();
}

void BytesBox::relook()
{
    setStyleSheet(QStringLiteral("QPlainTextEdit { %1 background: %2; border: 0; border-left: %3px "
                                 "solid %4; border-radius: 0; padding: %5px; }"
                                 "QPlainTextEdit:focus { border-left: %3px solid %6; }")
                      .arg(css(m_look.mono(), m_look.colour(Ink::Text)), m_look.wash(m_ink).name())
                      .arg(m_look.px(3))
                      .arg(m_look.colour(m_ink).name())
                      .arg(m_look.px(3))
                      .arg(m_look.colour(Ink::Accent).name()));
    fit();
}

void BytesBox::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

// As high as its lines; they are few, as what is shown is bounded.
void BytesBox::fit()
{
    qreal high = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        high += blockBoundingRect(block).height();
    const int frame = height() - viewport()->height();
    const int wanted
        = static_cast<int>(std::ceil(high + 2 * document()->documentMargin())) + std::max(frame, 0);
    if (wanted != height())
        setFixedHeight(wanted);
}

BufferList::BufferList(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    m_blocks.push_back(addBlock()); // it has its place among what the key Tab goes through
}

BufferList::Block BufferList::addBlock()
{
    const Block block { new FactList(m_look, this), new BytesBox(m_look, this), new QLabel(this),
        new QLabel(this) };
    for (QWidget* const part :
        std::initializer_list<QWidget*> { block.level, block.bytes, block.rest, block.size })
        layout()->addWidget(part);
    for (QLabel* const label : { block.rest, block.size }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    dress(block);
    return block;
}

void BufferList::dress(const Block& block) const
{
    for (QLabel* const label : { block.rest, block.size })
        label->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    block.level->relook();
    block.bytes->relook();
}

void BufferList::show(const std::vector<BufferFact>& buffers)
{
    if (buffers == m_buffers)
        return;
    m_buffers = buffers;
    while (m_blocks.size() < buffers.size())
        m_blocks.push_back(addBlock());
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const Block& block = m_blocks[i];
        const BufferFact fact = i < buffers.size() ? buffers[i] : BufferFact {};
        FactRow row;
        row.words = fact.title;
        row.right = fact.level;
        row.tip = fact.size;
        row.share = fact.share;
        row.ink = fact.ink;
        block.level->show({ row });
        block.level->setAccessibleName(fact.title);
        block.level->setVisible(i < buffers.size());
        block.bytes->setAccessibleName(fact.title);
        block.bytes->setVisible(!fact.bytes.isEmpty());
        block.bytes->show(fact.bytes, fact.ink);
        block.rest->setText(unitsKept(fact.rest));
        block.rest->setVisible(!fact.rest.isEmpty());
        block.size->setText(unitsKept(fact.size));
        block.size->setVisible(!fact.size.isEmpty());
    }
    for (std::size_t i = 1; i < m_blocks.size(); ++i) {
        setTabOrder(m_blocks[i - 1].bytes, m_blocks[i].level);
        setTabOrder(m_blocks[i].level, m_blocks[i].bytes);
    }
}

void BufferList::relook()
{
    layout()->setSpacing(m_look.px(4));
    for (const Block& block : m_blocks)
        dress(block);
}

} // namespace ipclab
