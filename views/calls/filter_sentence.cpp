// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/filter_sentence.h"

#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/wrap_layout.h"

#include <QComboBox>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

// What an entry of the third gap stands for: a channel's number, or one of these.
constexpr uint kAnyChannel = 0;
constexpr uint kFilesToo = 0xFFFFFFFF;

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
    , m_said(new QLabel(this))
{
    m_wanted->setObjectName(QStringLiteral("wanted"));
    m_whose->setObjectName(QStringLiteral("whose"));
    m_where->setObjectName(QStringLiteral("where"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    for (QComboBox* const gap : { m_wanted, m_whose, m_where }) {
        gap->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(gap, &QComboBox::currentIndexChanged, this, [this] {
            fit();
            emit changed();
        });
    }
    connect(m_text, &QLineEdit::textChanged, this, &FilterSentence::changed);
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
    m_row->addWidget(m_said);
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
    m_where->addItem(tr("any channel or file"), kFilesToo);
    for (std::size_t i = 0; i < m_channels.size(); ++i)
        m_where->addItem(m_names[i], m_channels[i].value);
    m_where->setCurrentIndex(std::max(m_where->findData(chosen), 0));
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
        emit changed();
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
        emit changed();
}

CallFilter FilterSentence::filter() const
{
    CallFilter filter;
    filter.wanted = static_cast<CallsWanted>(std::max(m_wanted->currentIndex(), 0));
    if (wantsChosen())
        filter.pid = m_chosen;
    const uint where = m_where->currentData().toUInt();
    filter.files = where == kFilesToo;
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
    }
    emit changed();
}

void FilterSentence::clearText()
{
    m_text->clear();
}

void FilterSentence::leaveChannel()
{
    if (m_where->currentIndex() > 1)
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

// Gaps are as wide as what stands in them, or it would not read as a sentence.
void FilterSentence::fit()
{
    const QFontMetrics metrics(m_look.body());
    for (QComboBox* const gap : { m_wanted, m_whose, m_where }) {
        const int text = metrics.horizontalAdvance(gap->currentText());
        gap->setFixedWidth(std::min(text + m_look.px(54), m_look.px(300)));
    }
    for (QLabel* const words : m_words)
        words->setFixedHeight(m_wanted->sizeHint().height());
    m_said->setFixedHeight(m_wanted->sizeHint().height());
    m_row->invalidate();
    updateGeometry();
    emit widened();
}

void FilterSentence::applyLook()
{
    m_row->setGaps(m_look.px(6), m_look.px(4));
    m_row->setContentsMargins(m_look.px(10), m_look.px(6), m_look.px(10), m_look.px(6));
    m_text->setFixedWidth(m_look.px(120));
    m_said->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    fit();
}

void FilterSentence::retranslate()
{
    fillWanted();
    fillWhose();
    fillChannels();
    build();
    m_wanted->setAccessibleName(tr("Which calls are shown"));
    m_whose->setAccessibleName(tr("Whose calls are shown"));
    m_where->setAccessibleName(tr("On which channel"));
    m_text->setAccessibleName(tr("With which text"));
    m_text->setPlaceholderText(tr("any text"));
    m_text->setToolTip(
        tr("A call, an error, a signal, a process, a channel, or bytes: read, EPIPE, "
           "SIGINT… (Ctrl+F)"));
    fit();
}

// The sheet of another look comes after the look itself.
void FilterSentence::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        fit();
    QWidget::changeEvent(event);
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
