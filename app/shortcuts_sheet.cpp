// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortcuts_sheet.h"

#include "views/common/accessible_role.h"
#include "views/common/css.h"
#include "views/common/look.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ipclab {

namespace {

constexpr int kWidestWords = 400; // px, however large
constexpr int kSmallScreen = 1200; // px: there nothing scrolls sideways

} // namespace

ShortcutsSheet::ShortcutsSheet(const Look& look, QWidget* parent)
    : QDialog(parent)
    , m_look(look)
    , m_scroll(new QScrollArea(this))
    , m_close(new QPushButton(this))
{
    m_scroll->setWidgetResizable(true);
    setAccessibleRole(*m_scroll, QAccessible::Grouping);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    m_close->setDefault(true);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&look, &Look::changed, this, &ShortcutsSheet::fill);
    retranslate();
}

void ShortcutsSheet::setGroups(std::vector<ShortcutGroup> groups)
{
    m_groups = std::move(groups);
    fill();
}

void ShortcutsSheet::fill()
{
    lay(kWidestWords);
    const int over = m_scroll->widget()->minimumSizeHint().width() + m_look.px(14) - kSmallScreen;
    if (over > 0) // large letters: at least one column has words as wide as they may be
        lay(kWidestWords - over);
    fit(*m_scroll->widget());
}

void ShortcutsSheet::lay(int widest)
{
    auto* const page = new QWidget;
    auto* const columns = new QHBoxLayout(page);
    columns->setSpacing(m_look.px(34));
    std::size_t all = 0;
    for (const ShortcutGroup& group : m_groups)
        all += group.rows.size() + 1;
    // Two columns, about as long as each other.
    std::size_t placed = 0;
    QGridLayout* grids[] = { new QGridLayout, new QGridLayout };
    for (QGridLayout* grid : grids) {
        grid->setHorizontalSpacing(m_look.px(14));
        grid->setVerticalSpacing(m_look.px(1));
        columns->addLayout(grid);
    }
    for (const ShortcutGroup& group : m_groups) {
        const std::size_t rows = group.rows.size() + 1;
        // Where the middle of a group lies tells on which side most of it would be.
        addGroup(group, *grids[2 * placed + rows > all ? 1 : 0], widest);
        placed += rows;
    }
    for (QGridLayout* grid : grids)
        grid->setRowStretch(grid->rowCount(), 1);
    m_scroll->setWidget(page); // and the former page is gone
}

// All of it, unless the screen is smaller.
void ShortcutsSheet::fit(const QWidget& page)
{
    const QSize room = screen()->availableSize() - QSize(m_look.px(40), m_look.px(110));
    const int width = qMin(page.minimumSizeHint().width() + m_look.px(14), room.width());
    const int height = page.heightForWidth(width - m_look.px(14)) + m_look.px(4);
    m_scroll->setMinimumSize(width, qMin(height, room.height()));
    adjustSize();
}

void ShortcutsSheet::addGroup(const ShortcutGroup& group, QGridLayout& grid, int widest)
{
    int row = grid.rowCount();
    auto* const title = new QLabel(group.title);
    title->setIndent(0);
    title->setStyleSheet(css(m_look.strong(), m_look.colour(Ink::Accent))
        + QStringLiteral("padding-top: %1px;").arg(m_look.px(3)));
    grid.addWidget(title, row++, 0, 1, 2);
    for (const auto& [keys, what] : group.rows) {
        auto* const key = new QLabel(keys);
        key->setStyleSheet(css(m_look.mono(), m_look.colour(Ink::Text)));
        auto* const words = new QLabel(what);
        words->setWordWrap(true);
        words->ensurePolished();
        words->setMinimumWidth(
            qMin(words->fontMetrics().horizontalAdvance(what) + m_look.px(4), widest));
        words->setAccessibleName(keys + QStringLiteral(": ") + what);
        grid.addWidget(key, row, 0, Qt::AlignTop);
        grid.addWidget(words, row++, 1, Qt::AlignTop);
    }
    grid.setColumnStretch(1, 1);
}

void ShortcutsSheet::retranslate()
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_scroll->setAccessibleName(windowTitle());
    m_close->setText(tr("Close"));
}

void ShortcutsSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace ipclab
