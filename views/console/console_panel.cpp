// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/console/console_panel.h"

#include "views/common/css.h"
#include "views/common/empty_note.h"
#include "views/common/look.h"
#include "views/common/numbers.h"
#include "views/common/time_cursor.h"
#include "views/console/console_text.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr int kShowEvery = 40; // ms
constexpr qint64 kShowAtLeast = 1000; // ms

} // namespace

ConsolePanel::ConsolePanel(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    createParts();
    connectParts();
    applyLook();
    retranslate();
    setAvailable({}, false);
}

void ConsolePanel::createParts()
{
    m_title = new QLabel(this);
    m_dropped = new QLabel(this);
    m_reading = new QPushButton(this);
    m_reading->setCheckable(true);
    m_text = new ConsoleText(m_context.look, this);
    m_empty = new EmptyNote(this);
    m_to = new QComboBox(this);
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_input = new QLineEdit(this);
    m_send = new QPushButton(this);
    m_close = new QPushButton(this);
    for (const auto& [widget, name] :
        { std::pair<QWidget*, const char*> { m_to, "to" }, { m_input, "line" }, { m_send, "send" },
            { m_close, "close" }, { m_reading, "reading" } })
        widget->setObjectName(QLatin1String(name));
    m_soon.setSingleShot(true);
    m_soon.setInterval(kShowEvery);

    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_dropped, 1);
    head->addWidget(m_reading);
    auto* middle = new QWidget(this);
    m_stack = new QStackedLayout(middle);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_text);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_to);
    foot->addWidget(m_input, 1);
    foot->addWidget(m_send);
    foot->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(middle, 1);
    column->addLayout(foot);
}

void ConsolePanel::connectParts()
{
    connect(m_input, &QLineEdit::returnPressed, this, &ConsolePanel::send);
    connect(m_send, &QPushButton::clicked, this, &ConsolePanel::send);
    connect(
        m_close, &QPushButton::clicked, this, [this] { emit closeWanted(m_to->currentText()); });
    connect(m_reading, &QPushButton::toggled, this, [this](bool stopped) {
        showReading();
        emit readingWanted(!stopped);
    });
    connect(&m_context.cursor, &TimeCursor::movedForReading, this, &ConsolePanel::followMoment);
    connect(&m_context.cursor, &TimeCursor::logChanged, this, [this] {
        m_recorded.forget();
        m_pastMoment.reset();
    });
    connect(&m_soon, &QTimer::timeout, this, &ConsolePanel::showNow);
    connect(&m_context.look, &Look::changed, this, &ConsolePanel::applyLook);
}

void ConsolePanel::applyLook()
{
    const Look& look = m_context.look;
    layout()->setContentsMargins(look.px(10), look.px(5), look.px(10), look.px(6));
    layout()->setSpacing(look.px(4));
    m_title->setStyleSheet(css(look.strong(), look.colour(Ink::Text)));
    m_dropped->setStyleSheet(css(look.small(), look.colour(Ink::QuietText)));
    m_empty->wear(look);
    // The input's font is the bytes' own: what is typed is what is sent.
    m_input->setStyleSheet(
        QStringLiteral("QLineEdit { %1 }").arg(css(look.mono(), look.colour(Ink::Text))));
    m_text->showAll(transcript());
}

void ConsolePanel::setReplay(bool replay)
{
    m_replay = replay;
    followMoment();
}

void ConsolePanel::goToInput(const QString& to)
{
    m_to->setCurrentIndex(std::max(0, m_to->findText(to)));
    m_input->setFocus(Qt::OtherFocusReason);
}

// Now is what arrives; any other moment is what the log says of it.
void ConsolePanel::followMoment()
{
    const TimeCursor& cursor = m_context.cursor;
    const bool past = cursor.wholeLog() && (m_replay || !cursor.live());
    if (!past && !m_past)
        return;
    if (past && !isVisible())
        return; // showEvent() catches up
    if (past && m_past && m_pastMoment == cursor.moment())
        return; // the run goes on, and what is read stays where it is
    m_past = past;
    showWhen();
    m_pastTranscript = {};
    m_pastMoment.reset();
    if (past)
        showPast();
    m_text->showAll(transcript());
    showState();
}

void ConsolePanel::showPast()
{
    const TimeCursor& cursor = m_context.cursor;
    m_pastMoment = cursor.moment();
    m_recorded.take(*cursor.wholeLog(), cursor.moment());
    m_pastTranscript = m_recorded.at(*cursor.wholeLog(), cursor.moment(), m_several, endWords());
}

void ConsolePanel::setAvailable(const QStringList& inputs, bool canRead)
{
    m_canRead = canRead;
    const QString chosen = m_to->currentText();
    m_to->clear();
    m_to->addItems(inputs);
    m_to->setCurrentIndex(std::max(0, static_cast<int>(inputs.indexOf(chosen))));
    m_to->setVisible(inputs.size() > 1);
    const bool canSend = !inputs.isEmpty();
    placeFocus();
    // Else the next key would be for another field or button; also while a sheet is in front.
    if (!canSend && window()->focusWidget() == m_input)
        setFocus(Qt::OtherFocusReason);
    m_input->setEnabled(canSend);
    m_send->setEnabled(canSend);
    m_close->setEnabled(canSend);
    m_reading->setEnabled(canRead);
    m_send->setProperty("primary", true);
}

// A line that nobody can be sent takes no keys: they are for what is read.
void ConsolePanel::placeFocus()
{
    setFocusProxy(m_to->count() > 0 ? m_input : m_stack->currentWidget());
}

void ConsolePanel::send()
{
    if (m_to->count() == 0)
        return;
    const QByteArray line = m_input->text().toUtf8() + '\n';
    m_input->clear();
    sent(m_to->currentText(), line);
    emit sendWanted(m_to->currentText(), line);
}

void ConsolePanel::sent(const QString& to, const QByteArray& bytes)
{
    m_arrivals.add(Source::Sent, { bytes.constData(), static_cast<std::size_t>(bytes.size()) },
        m_several ? to : QString());
    showSoon();
}

void ConsolePanel::readingChanged(bool reading)
{
    const QSignalBlocker quiet(m_reading);
    m_reading->setChecked(!reading);
    showReading();
}

void ConsolePanel::arrived(const QString& who, int stream, const QByteArray& bytes)
{
    const std::string_view view { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
    m_arrivals.add(
        stream == 2 ? Source::Errors : Source::Output, view, m_several ? who : QString());
    showSoon();
}

void ConsolePanel::endReached(const QString& who)
{
    takeArrivals();
    m_transcript.addNote(endWords(), m_several ? who : QString());
    showSoon();
}

void ConsolePanel::takeArrivals()
{
    m_transcript.setTerminal(std::ranges::any_of(m_context.cursor.world().channels,
        [](const auto& entry) { return entry.second.kind == ChannelKind::Pty; }));
    m_arrivals.moveTo(m_transcript);
}

void ConsolePanel::clear()
{
    m_arrivals.clear();
    m_transcript.clear();
    const QSignalBlocker quiet(m_reading);
    m_reading->setChecked(false);
    showReading();
    m_text->showAll(transcript());
    showNow();
}

void ConsolePanel::showSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void ConsolePanel::showNow()
{
    if (!isVisible())
        return; // a tab that nobody looks at lays out nothing; showEvent() catches up
    QElapsedTimer took;
    took.start();
    takeArrivals();
    if (!m_past)
        m_text->showNew(m_transcript);
    // What takes long to lay out is shown less often: most of the time is the window's.
    constexpr qint64 kShare = 5;
    m_soon.setInterval(
        static_cast<int>(std::clamp(kShare * took.elapsed(), qint64 { kShowEvery }, kShowAtLeast)));
    showState();
}

void ConsolePanel::showState()
{
    m_stack->setCurrentIndex(transcript().lines().empty() ? 0 : 1);
    placeFocus();
    const std::uint64_t dropped = transcript().droppedBytes();
    m_dropped->setText(
        dropped > 0 ? tr("%1 before these not shown").arg(bytesText(dropped)) : QString());
}

void ConsolePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    followMoment();
    showNow();
}

void ConsolePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
