// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/recent_runs.h"

#include "ipc-core/base/signal_name.h"
#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/plain_tip.h"
#include "views/common/wording_tr.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

QString endingWords(const RecentRun& run)
{
    if (!run.ending)
        return {};
    return run.ending->code
        ? RecentRuns::tr("ended with %1").arg(*run.ending->code)
        : RecentRuns::tr("ended by %1").arg(text(signalName(run.ending->signal)));
}

QString detailOf(const RecentRun& run)
{
    const QString when = QLocale().toString(run.startedAt, QLocale::ShortFormat);
    const QString ending = endingWords(run);
    return ending.isEmpty() ? when : when + QStringLiteral(" · ") + ending;
}

} // namespace

RecentRuns::RecentRuns(const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_look(look)
    , m_title(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_empty(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("recentRuns"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListWidget::ScrollPerPixel);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setUniformItemSizes(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // it takes what is left
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    m_column->addWidget(m_title);
    m_column->addWidget(m_empty, 1);
    m_column->addWidget(m_list, 1);
    m_column->addLayout(buttons);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &RecentRuns::open);
    connect(m_list, &QListWidget::customContextMenuRequested, this, &RecentRuns::showMenu);
    connect(m_open, &QPushButton::clicked, this, &RecentRuns::open);
    connect(m_again, &QPushButton::clicked, this, &RecentRuns::runAgain);
    connect(&look, &Look::changed, this, &RecentRuns::applyLook);
    applyLook();
    retranslate();
}

void RecentRuns::setRuns(std::vector<RecentRun> runs)
{
    m_runs = std::move(runs);
    fill();
}

void RecentRuns::fill()
{
    const RecentRun* const before = chosen();
    const QString path = before ? before->path : QString();
    m_list->clear();
    for (const RecentRun& run : m_runs) {
        const QString detail = detailOf(run);
        auto* const item = new QListWidgetItem(run.line.simplified() + u'\n' + detail, m_list);
        item->setToolTip(plainTip(run.line));
        item->setData(
            Qt::AccessibleTextRole, run.line.simplified() + QStringLiteral(", ") + detail);
        if (run.path == path)
            m_list->setCurrentItem(item);
    }
    if (!m_runs.empty() && m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    m_list->setVisible(!m_runs.empty());
    m_empty->setVisible(m_runs.empty());
    m_open->setVisible(!m_runs.empty());
    m_again->setVisible(!m_runs.empty());
}

const RecentRun* RecentRuns::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && static_cast<std::size_t>(row) < m_runs.size()
        ? &m_runs[static_cast<std::size_t>(row)]
        : nullptr;
}

void RecentRuns::open()
{
    if (const RecentRun* const run = chosen())
        emit openWanted(run->path);
}

void RecentRuns::runAgain()
{
    if (const RecentRun* const run = chosen())
        emit againWanted(run->line);
}

void RecentRuns::showMenu(const QPoint& at)
{
    if (!chosen())
        return;
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(m_open->text()), &QAction::triggered, this, &RecentRuns::open);
    connect(menu->addAction(m_again->text()), &QAction::triggered, this, &RecentRuns::runAgain);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

bool RecentRuns::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            open();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void RecentRuns::applyLook()
{
    constexpr int kRowsShown = 2;
    m_column->setContentsMargins(m_look.px(16), m_look.px(12), m_look.px(16), m_look.px(14));
    m_column->setSpacing(m_look.px(6));
    setStyleSheet(QStringLiteral("QFrame#recentRuns { background: %1; border: 1px solid %2; "
                                 "border-radius: %3px; } "
                                 "QListView::item { padding: %4px; }")
                      .arg(m_look.colour(Ink::Surface).name(), m_look.colour(Ink::Line).name())
                      .arg(m_look.px(9))
                      .arg(m_look.px(4)));
    m_title->setStyleSheet(css(m_look.strong(), m_look.colour(Ink::Text)));
    m_empty->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    m_list->setMinimumHeight(kRowsShown * m_look.px(44));
    fill();
}

void RecentRuns::retranslate()
{
    m_title->setText(tr("Recent runs"));
    m_list->setAccessibleName(tr("Recent runs"));
    m_empty->setText(tr("None yet: each command that you run is recorded, and stands here."));
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Look at what was recorded (Enter)"));
    m_again->setText(tr("Run again…"));
    m_again->setToolTip(tr("Put the command into the form"));
    fill();
}

void RecentRuns::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace ipclab
