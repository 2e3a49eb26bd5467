// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/filter_sentence.h"

#include "views/common/channel_choices.h"
#include "views/common/look.h"
#include "views/common/wrap_layout.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr const char* kWanted[] = { // in the order of CallsWanted
    QT_TRANSLATE_NOOP("ipclab::FilterSentence", "all calls"),
    QT_TRANSLATE_NOOP("ipclab::FilterSentence", "reads and writes"),
    QT_TRANSLATE_NOOP("ipclab::FilterSentence", "opening and closing"),
    QT_TRANSLATE_NOOP("ipclab::FilterSentence", "signals"),
    QT_TRANSLATE_NOOP("ipclab::FilterSentence", "processes"),
    QT_TRANSLATE_NOOP("ipclab::FilterSentence", "waits longer than 10 ms"),
    QT_TRANSLATE_NOOP("ipclab::FilterSentence", "failures")
};

} // namespace

FilterSentence::FilterSentence(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_row(new WrapLayout(this))
    , m_wanted(new QComboBox(this))
    , m_whose(new QComboBox(this))
    , m_where(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_all(new QToolButton(this))
    , m_said(new QLabel(this))
{
    m_all->setObjectName(QStringLiteral("showAll"));
    m_all->hide();
    m_wanted->setObjectName(QStringLiteral("wanted"));
    m_whose->setObjectName(QStringLiteral("whose"));
    m_where->setObjectName(QStringLiteral("where"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    for (QComboBox* const gap : { m_wanted, m_whose, m_where }) {
        gap->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(gap, &QComboBox::currentIndexChanged, this, [this] {
            fit();
            filterTouched();
        });
    }
    connect(m_where, &QComboBox::activated, this, [this] { m_wantedName.clear(); });
    connect(m_text, &QLineEdit::textChanged, this, &FilterSentence::filterTouched);
    connect(m_all, &QToolButton::clicked, this, &FilterSentence::clear);
    retranslate();
    applyLook();
}

void FilterSentence::build()
{
    while (QLayoutItem* const item = m_row->takeAt(0))
        delete item;
    qDeleteAll(m_words);
    m_words.clear();
    //: A sentence with gaps: which calls, whose, on which channel, with which text.
    const QString sentence = tr("Show %1 of %2 on %3 with %4");
    QWidget* const gaps[] = { m_wanted, m_whose, m_where, m_text };
    const QStringList parts = sentence.split(QLatin1Char('%'));
    QWidget* before = nullptr;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QString words = parts[i];
        if (i > 0) { // it begins with the number of a gap
            QWidget* const gap = gaps[std::clamp(words.left(1).toInt() - 1, 0, 3)];
            m_row->addWidget(gap);
            setTabOrder(before ? before : gap, gap);
            before = gap;
            words.remove(0, 1);
        }
        if (words = words.trimmed(); words.isEmpty())
            continue;
        auto* const label = new QLabel(words, this);
        label->show();
        m_words.push_back(label);
        m_row->addWidget(label);
    }
    m_row->addWidget(m_all);
    setTabOrder(before, m_all);
    m_row->addWidget(m_said);
}

// One click takes it all back, where there is something to be taken back.
void FilterSentence::filterTouched()
{
    const bool narrowed = filter() != CallFilter() || wantsChosen();
    if (narrowed == m_all->isHidden()) {
        m_all->setVisible(narrowed);
        fit();
    }
    emit changed();
}

void FilterSentence::fillWanted()
{
    const QSignalBlocker quiet(m_wanted);
    const int chosen = std::max(m_wanted->currentIndex(), 0);
    m_wanted->clear();
    for (const char* const words : kWanted)
        m_wanted->addItem(tr(words));
    m_wanted->setCurrentIndex(chosen);
}

void FilterSentence::fillWhose()
{
    const QSignalBlocker quiet(m_whose);
    const int chosen = std::max(m_whose->currentIndex(), 0);
    m_whose->clear();
    m_whose->addItem(tr("everyone"));
    m_whose->addItem(m_chosen ? tr("the chosen one: %1").arg(m_chosenName) : tr("the chosen one"));
    m_whose->setCurrentIndex(chosen);
}

void FilterSentence::fillChannels()
{
    const QSignalBlocker quiet(m_where);
    const uint chosen = m_where->currentData().toUInt();
    m_where->clear();
    m_where->addItem(tr("any channel"), kAnyChannel);
    m_where->addItem(tr("any channel or file"), kAnyChannelOrFile);
    for (std::size_t i = 0; i < m_channels.size(); ++i)
        m_where->addItem(m_names[i], m_channels[i].value);
    int entry = m_where->findData(chosen);
    if (!m_wantedName.isEmpty()) {
        const auto same = std::ranges::find(m_names, m_wantedName);
        if (same != m_names.end()) {
            entry = 2 + static_cast<int>(same - m_names.begin());
            m_wantedName.clear();
        }
    }
    m_where->setCurrentIndex(std::max(entry, 0));
}

void FilterSentence::setChosen(Pid pid, const QString& name)
{
    if (pid == m_chosen && name == m_chosenName)
        return;
    m_chosen = pid;
    m_chosenName = name;
    fillWhose();
    fit();
    if (wantsChosen())
        filterTouched();
}

void FilterSentence::setChannels(std::vector<ChannelId> channels, std::vector<QString> names)
{
    if (channels == m_channels && names == m_names)
        return;
    m_channels = std::move(channels);
    m_names = std::move(names);
    const uint before = m_where->currentData().toUInt();
    fillChannels();
    fit();
    if (m_where->currentData().toUInt() != before)
        filterTouched();
}

CallFilter FilterSentence::filter() const
{
    CallFilter filter;
    filter.wanted = static_cast<CallsWanted>(std::max(m_wanted->currentIndex(), 0));
    if (wantsChosen())
        filter.pid = m_chosen;
    const uint where = m_where->currentData().toUInt();
    filter.files = where == kAnyChannelOrFile;
    if (!filter.files)
        filter.channel = ChannelId { where };
    filter.text = m_text->text().trimmed();
    return filter;
}

bool FilterSentence::wantsChosen() const
{
    return m_whose->currentIndex() == 1;
}

void FilterSentence::showOnly(ChannelId channel)
{
    m_wantedName.clear(); // of the run before: another was chosen since
    if (const int entry = m_where->findData(channel.value); entry >= 0)
        m_where->setCurrentIndex(entry);
}

void FilterSentence::clear()
{
    {
        const QSignalBlocker quiet(this);
        m_wanted->setCurrentIndex(0);
        m_whose->setCurrentIndex(0);
        m_where->setCurrentIndex(0);
        m_text->clear();
        m_wantedName.clear();
    }
    filterTouched();
}

void FilterSentence::clearText()
{
    m_text->clear();
}

void FilterSentence::leaveChannel()
{
    if (m_where->currentIndex() <= 1)
        return;
    m_wantedName = m_where->currentText();
    m_where->setCurrentIndex(0);
}

void FilterSentence::goToText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterSentence::say(const QString& words)
{
    if (words == m_said->text())
        return;
    m_said->setText(words);
}

bool FilterSentence::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape)
        clearText();
    else if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Down)
        return QWidget::eventFilter(watched, event);
    emit left();
    return true;
}

} // namespace ipclab
