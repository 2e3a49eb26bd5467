// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_search.h"

#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/numbers.h"
#include "views/traffic/traffic_rows.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <utility>

namespace ipclab {

namespace {

constexpr qint64 kSearchShare = 4; // ms of the 16 of a frame
constexpr int kRowsBetweenLooks = 50; // at the clock

} // namespace

TrafficSearch::TrafficSearch(Sources sources, Look& look, QWidget* parent)
    : QWidget(parent)
    , m_sources(std::move(sources))
    , m_look(look)
    , m_text(new QLineEdit(this))
    , m_answer(new QLabel(this))
    , m_before(new QToolButton(this))
    , m_after(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    m_before->setText(QStringLiteral("↑"));
    m_after->setText(QStringLiteral("↓"));
    m_close->setText(QStringLiteral("✕"));
    m_answer->setObjectName(QStringLiteral("searchAnswer"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : std::initializer_list<QWidget*> { m_text, m_before, m_after, m_answer })
        row->addWidget(part);
    row->addStretch();
    row->addWidget(m_close);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &TrafficSearch::lookOn);
    connect(m_before, &QToolButton::clicked, this, [this] { find(-1); });
    connect(m_after, &QToolButton::clicked, this, [this] { find(1); });
    connect(m_close, &QToolButton::clicked, this, &TrafficSearch::close);
    connect(m_text, &QLineEdit::textChanged, this, &TrafficSearch::stop);
    connect(&look, &Look::changed, this, &TrafficSearch::applyLook);
    applyLook();
    retranslate();
    hide();
}

void TrafficSearch::retranslate()
{
    m_text->setPlaceholderText(tr("Find in the rows"));
    m_text->setAccessibleName(tr("Text to find in the rows"));
    m_before->setAccessibleName(tr("Row before"));
    m_before->setToolTip(tr("Row before, the newest first (Enter)"));
    m_after->setAccessibleName(tr("Next row"));
    m_after->setToolTip(tr("Next row (Shift+Enter)"));
    m_close->setAccessibleName(tr("Close the search"));
    m_close->setToolTip(tr("Close the search (Esc)"));
}

void TrafficSearch::applyLook()
{
    layout()->setSpacing(m_look.px(6));
    layout()->setContentsMargins(m_look.px(8), m_look.px(4), m_look.px(8), m_look.px(4));
    m_text->setFixedWidth(m_look.px(220));
    m_answer->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
}

void TrafficSearch::open()
{
    show();
    emit opened();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void TrafficSearch::close()
{
    stop();
    hide();
    emit closed();
}

void TrafficSearch::stop()
{
    m_next.stop();
    say({});
}

void TrafficSearch::find(int step)
{
    stop();
    m_needle = RowNeedle(m_text->text());
    m_all = m_sources.rows.size();
    if (m_needle.isEmpty() || m_all == 0)
        return;
    m_step = step;
    const std::size_t newest = m_sources.behind();
    m_at = m_sources.current().value_or(step < 0 ? newest % m_all : (newest + m_all - 1) % m_all);
    m_left = m_all;
    lookOn();
}

// Round: after the oldest comes the newest.
bool TrafficSearch::lookAtOne()
{
    m_at = m_step < 0 ? (m_at + m_all - 1) % m_all : (m_at + 1) % m_all;
    --m_left;
    return m_needle.isIn(m_sources.rows[m_at], m_sources.now());
}

void TrafficSearch::lookOn()
{
    QElapsedTimer took;
    took.start();
    while (m_left > 0) {
        if (lookAtOne()) {
            say(tr("row %1 of %2").arg(countText(m_at + 1), countText(m_all)));
            emit found(m_sources.rows[m_at].index);
            return;
        }
        if (m_left % kRowsBetweenLooks == 0 && took.elapsed() >= kSearchShare) {
            say(tr("looking, %1 rows to go").arg(countText(m_left)));
            m_next.start(0);
            return;
        }
    }
    say(tr("in none of the %1 rows").arg(countText(m_all)));
}

void TrafficSearch::say(const QString& text)
{
    m_answer->setText(text);
}

void TrafficSearch::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        find(event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : -1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace ipclab
