// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/channel_page.h"

#include "views/common/elided_label.h"
#include "views/common/obstacle.h"
#include "views/inspector/buffer_list.h"
#include "views/inspector/fact_section.h"
#include "views/inspector/section_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ipclab {

ChannelPage::ChannelPage(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_rows(new QVBoxLayout(this))
    , m_section(new QLabel(this))
    , m_name(new ElidedLabel(this))
    , m_systemName(new ElidedLabel(this))
    , m_buffers(new BufferList(look, this))
    , m_close(new QPushButton(this))
{
    m_rows->addWidget(m_section);
    m_rows->addWidget(m_name);
    m_rows->addWidget(m_systemName);
    m_parts[0] = addPart(QStringLiteral("channel-kernel"));
    m_parts[0]->add(m_buffers, 0);
    m_parts[1] = addPart(QStringLiteral("channel-writers"));
    m_parts[2] = addPart(QStringLiteral("channel-readers"));
    m_parts[3] = addPart(QStringLiteral("channel-places"));
    m_parts[1]->setCounted();
    m_parts[2]->setCounted();
    m_close->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_rows->addWidget(m_close);
    m_rows->addStretch(1);
    connect(m_close, &QPushButton::clicked, this, [this] { emit closeEndWanted(m_facts.channel); });
    relook();
    retranslate();
}

FactSection* ChannelPage::addPart(const QString& name)
{
    auto* const part = new FactSection(m_look, name, this);
    m_rows->addWidget(part);
    connect(part, &FactSection::chosen, this, &ChannelPage::chosen);
    return part;
}

void ChannelPage::show(const ChannelFacts& facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    m_name->setWhole(facts.name);
    m_systemName->setWhole(facts.kind + QStringLiteral(" · ") + facts.systemName);
    m_parts[0]->show(facts.totals);
    m_parts[0]->setNote(facts.totalsNote);
    m_parts[1]->show(facts.writers);
    m_parts[2]->show(facts.readers);
    m_parts[3]->show(facts.places);
    m_buffers->show(facts.contents);
    m_buffers->setVisible(!facts.contents.empty());
    m_close->setVisible(facts.labFeeds);
    showClose();
}

void ChannelPage::relook()
{
    m_rows->setContentsMargins(m_look.px(16), m_look.px(14), m_look.px(16), m_look.px(16));
    m_rows->setSpacing(m_look.px(6));
    dressSection(*m_section, m_look);
    m_name->setStyleSheet(css(m_look.title(), m_look.colour(Ink::Text)));
    m_systemName->setStyleSheet(css(m_look.mono(), m_look.colour(Ink::QuietText)));
    for (FactSection* const part : m_parts)
        part->relook();
    m_buffers->relook();
}

void ChannelPage::retranslate()
{
    m_section->setText(tr("Channel").toUpper());
    m_parts[0]->setTitles(tr("In the kernel"), tr("It carries no bytes."));
    m_parts[1]->setTitles(tr("Who can write"), tr("Nobody: a reader sees end of file."));
    m_parts[2]->setTitles(tr("Who can read"), tr("Nobody: a writer gets SIGPIPE."));
    m_parts[3]->setTitles(tr("Where the bytes are"), tr("It carries no bytes."));
    m_close->setText(tr("Close IPC Lab's end"));
    showClose();
}

void ChannelPage::showClose()
{
    allowUnless(m_facts.obstacle, *m_close,
        tr("The others then see end of file, or SIGPIPE when they write."));
}

} // namespace ipclab
