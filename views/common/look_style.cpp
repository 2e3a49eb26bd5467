// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/look.h"

#include <utility>

namespace ipclab {

namespace {

// Buttons, tabs, tables and fields, in the words of Qt style sheets. %name% is filled in. Of an
// empty box, the style's own edge is darker than a dark ground.
constexpr auto kSheet = R"(
* { font-family: "Inter", "Noto Sans", "DejaVu Sans", sans-serif; font-size: %body%px; }
QWidget { color: %text%; }
QMainWindow, QDialog, QSplitter { background: %background%; }
QToolTip { background: %surface%; color: %text%; border: 1px solid %line%; padding: %4%px; }
QPushButton, QToolButton {
  background: %surface%; color: %text%; border: 1px solid %line%; border-radius: %6%px;
  padding: %5%px %10%px; min-height: %16%px;
}
QPushButton:hover, QToolButton:hover { border-color: %accent%; }
QPushButton:focus, QToolButton:focus { border: 2px solid %accent%; }
QPushButton:focus { padding: %4%px %9%px; }
QPushButton:checked, QToolButton:checked { background: %accentwash%; color: %accent%; border-color: %accent%; }
QPushButton:disabled, QToolButton:disabled { color: %gone%; }
QPushButton[primary="true"] { background: %accent%; color: %onaccent%; border-color: %accent%; font-weight: 600; }
QPushButton[primary="true"]:focus { border: 2px solid %text%; }
QPushButton[primary="true"]:disabled { background: %disabled%; color: %quiet%; border-color: %line%; }
QPushButton[danger="true"] { color: %deadlock%; }
QToolButton::menu-indicator, QPushButton::menu-indicator { width: 0; }
QTabWidget::pane { border: 0; border-top: 1px solid %line%; background: %surface%; }
QTabBar { background: %surface%; }
QTabBar::tab { background: transparent; color: %quiet%; padding: %7%px %14%px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: %accent%; border-bottom: 2px solid %accent%; }
QTabBar::tab:hover { color: %text%; }
QTabBar::tab:focus { color: %accent%; text-decoration: underline; }
QTabBar::scroller { width: %24%px; }
QTabBar QToolButton { background: %surface%; border: 0; border-left: 1px solid %line%; border-radius: 0; padding: 0; min-height: 0; }
QTabBar QToolButton:hover { background: %accentwash%; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
  background: %surface%; color: %text%; border: 1px solid %line%; border-radius: %5%px; padding: %3%px %6%px;
  selection-background-color: %accent%; selection-color: %onaccent%;
}
QLineEdit QToolButton { background: transparent; border: 0; padding: 0; min-height: 0; }
QFileDialog QToolButton { padding: 0; min-height: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus { border-color: %accent%; }
QComboBox { padding-right: %22%px; }
QComboBox::drop-down { border: 0; width: %20%px; }
QComboBox::down-arrow { width: 0; height: 0; border-left: %4%px solid %surface%; border-right: %4%px solid %surface%; border-top: %5%px solid %quiet%; margin-right: %6%px; }
QComboBox QAbstractItemView { background: %surface%; color: %text%; border: 1px solid %line%; selection-background-color: %accentwash%; selection-color: %text%; }
QTableView, QListView, QTreeView {
  background: %surface%; alternate-background-color: %stripe%; border: 0; gridline-color: %line%;
  selection-background-color: %accentwash%; selection-color: %text%;
}
QHeaderView::section { background: %surface%; color: %quiet%; border: 0; border-bottom: 1px solid %line%; padding: %4%px %6%px; }
QMenuBar, QMenu { background: %surface%; color: %text%; }
QMenu { border: 1px solid %line%; padding: %4%px; }
QMenu::item { padding: %5%px %22%px; border-radius: %4%px; }
QMenu::item:selected, QMenuBar::item:selected { background: %accentwash%; }
QMenu::item:disabled { color: %gone%; }
QMenu::separator { height: 1px; background: %line%; margin: %4%px; }
QScrollArea { border: 0; background: transparent; }
QScrollBar:vertical { background: transparent; width: %10%px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: %10%px; margin: 0; }
QScrollBar::handle { background: %line%; border-radius: %4%px; min-height: %24%px; min-width: %24%px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QSplitter::handle { background: %line%; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QRadioButton, QCheckBox { spacing: %8%px; padding: %3%px; }
QCheckBox::indicator:unchecked { width: %12%px; height: %12%px; border: 1px solid %quiet%; border-radius: %2%px; background: %surface%; }
QStatusBar { background: %surface%; color: %quiet%; }
QLabel { background: transparent; }
)";

void fill(QString& sheet, const QString& key, const QString& value)
{
    sheet.replace(QLatin1Char('%') + key + QLatin1Char('%'), value);
}

} // namespace

QString Look::styleSheet() const
{
    QString sheet = QString::fromLatin1(kSheet);
    const std::pair<QString, QColor> colours[] = {
        { QStringLiteral("background"), colour(Ink::Background) },
        { QStringLiteral("surface"), colour(Ink::Surface) },
        { QStringLiteral("line"), colour(Ink::Line) },
        { QStringLiteral("text"), colour(Ink::Text) },
        { QStringLiteral("quiet"), colour(Ink::QuietText) },
        { QStringLiteral("accent"), colour(Ink::Accent) },
        { QStringLiteral("onaccent"), colour(Ink::OnAccent) },
        { QStringLiteral("accentwash"), wash(Ink::Accent) },
        { QStringLiteral("gone"), colour(Ink::Gone) },
        { QStringLiteral("deadlock"), colour(Ink::Deadlock) },
        { QStringLiteral("stripe"), wash(Ink::Line) },
        { QStringLiteral("disabled"), m_highContrast ? wash(Ink::Line) : colour(Ink::Line) },
    };
    for (const auto& [key, value] : colours)
        fill(sheet, key, value.name());
    fill(sheet, QStringLiteral("body"), QString::number(body().pixelSize()));
    for (const int length : { 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 22, 24 })
        fill(sheet, QString::number(length), QString::number(px(length)));
    return sheet;
}

} // namespace ipclab
