// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/channel_page.h"

#include "views/inspector/elided_label.h"
#include "views/inspector/fact_list.h"
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
{
    m_rows->addWidget(m_section);
    m_rows->addWidget(m_name);
    m_rows->addWidget(m_systemName);
    for (Part& part : m_parts)
        part = addPart();
    m_close = new QPushButton(this);
    m_close->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_rows->addWidget(m_close);
    m_rows->addStretch(1);
    connect(m_close, &QPushButton::clicked, this, [this] { emit closeEndWanted(m_facts.channel); });
    relook();
    retranslate();
}

ChannelPage::Part ChannelPage::addPart()
{
    const Part part { new QLabel(this), new FactList(m_look, this), new QLabel(this) };
    m_rows->addWidget(part.title);
    m_rows->addWidget(part.list);
    m_rows->addWidget(part.nothing);
    connect(part.list, &FactList::chosen, this, &ChannelPage::rowChosen);
    return part;
}

void ChannelPage::showPart(const Part& part, const std::vector<FactRow>& rows)
{
    part.list->show(rows);
    part.list->setVisible(!rows.empty());
    part.nothing->setVisible(rows.empty());
}

void ChannelPage::show(const ChannelFacts& facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    m_name->setWhole(facts.name);
    m_systemName->setWhole(facts.kind + QStringLiteral(" · ") + facts.systemName);
    showPart(m_parts[0], facts.levels);
    showPart(m_parts[1], facts.writers);
    showPart(m_parts[2], facts.readers);
    showPart(m_parts[3], facts.places);
    m_close->setVisible(facts.labFeeds);
    m_close->setEnabled(facts.canAct);
}

void ChannelPage::relook()
{
    m_rows->setContentsMargins(m_look.px(16), m_look.px(14), m_look.px(16), m_look.px(16));
    m_rows->setSpacing(m_look.px(6));
    dressSection(*m_section, m_look);
    m_name->setStyleSheet(css(m_look.title(), m_look.colour(Ink::Text)));
    m_systemName->setStyleSheet(css(m_look.mono(), m_look.colour(Ink::QuietText)));
    for (const Part& part : m_parts) {
        dressSection(*part.title, m_look);
        part.nothing->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
        part.list->relook();
    }
}

void ChannelPage::retranslate()
{
    m_section->setText(tr("Channel").toUpper());
    const QStringList titles { tr("In the kernel"), tr("Who can write"), tr("Who can read"),
        tr("Where the bytes are") };
    const QStringList nothing { tr("It carries no bytes."),
        tr("Nobody: a reader sees end of file."), tr("Nobody: a writer gets SIGPIPE."),
        tr("It carries no bytes.") };
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_parts.at(i).title->setText(titles[static_cast<qsizetype>(i)].toUpper());
        m_parts.at(i).list->setAccessibleName(titles[static_cast<qsizetype>(i)]);
        m_parts.at(i).nothing->setText(nothing[static_cast<qsizetype>(i)]);
    }
    m_close->setText(tr("Close IPC Lab's end"));
    m_close->setToolTip(tr("The others then see end of file, or SIGPIPE when they write."));
}

} // namespace ipclab
