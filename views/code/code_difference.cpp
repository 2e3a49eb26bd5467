// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/code/code_difference.h"

#include "views/code/code_view.h"
#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/plain_tip.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ipclab {

CodeDifference::CodeDifference(Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_words(new QLabel(this))
    , m_with(new QComboBox(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_back(new QPushButton(this))
    , m_view(new CodeView(look, {}, CodeLanguage::Plain, this))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    createBar(*column);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(&look, &Look::changed, this, &CodeDifference::applyLook);
    applyLook();
    retranslate();
}

void CodeDifference::createBar(QVBoxLayout& column)
{
    m_bar = new QHBoxLayout;
    m_bar->addWidget(m_with);
    m_bar->addStretch(1);
    m_bar->addWidget(m_previous);
    m_bar->addWidget(m_next);
    m_bar->addWidget(m_back);
    column.addLayout(m_bar);
    column.addWidget(m_words); // a row of its own: projected, there is no room in the other
    m_words->setObjectName(QStringLiteral("difference"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setMinimumWidth(1); // it is cut before it pushes
    m_with->setObjectName(QStringLiteral("comparedWith"));
    m_with->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_previous->setObjectName(QStringLiteral("previousChange"));
    m_next->setObjectName(QStringLiteral("nextChange"));
    m_back->setObjectName(QStringLiteral("backToCode"));
    connect(m_with, &QComboBox::currentIndexChanged, this, [this] {
        m_change = 0;
        fill();
    });
    connect(m_previous, &QToolButton::clicked, this, [this] { goToChange(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goToChange(1); });
    connect(m_back, &QPushButton::clicked, this, &CodeDifference::left);
}

void CodeDifference::compare(std::vector<File> files, std::vector<ComparedText> with)
{
    m_files = std::move(files);
    m_compared = std::move(with);
    {
        const QSignalBlocker quiet(m_with);
        const QVariant picked = m_with->currentData();
        m_with->clear();
        for (const ComparedText& one : m_compared)
            m_with->addItem(one.name, one.key);
        m_with->setCurrentIndex(std::max(m_with->findData(picked), 0));
    }
    fill();
}

void CodeDifference::fill()
{
    m_signs.clear();
    m_numbers.clear();
    m_changes.clear();
    m_count = {};
    m_tooLong.clear();
    const auto with = static_cast<std::size_t>(std::max(m_with->currentIndex(), 0));
    QStringList lines;
    for (const File& file : m_files) {
        if (with >= m_compared.size())
            break;
        const auto before = m_compared[with].texts.find(file.path);
        if (before != m_compared[with].texts.end() && before->second != file.text)
            addFile(file, before->second, lines);
    }
    const CodeLanguage language = m_files.empty() ? CodeLanguage::Plain : m_files[0].language;
    m_view->setLanguage(language);
    m_view->setNumbers(std::exchange(m_numbers, {}));
    m_view->replaceText(lines.join(QLatin1Char('\n')));
    m_view->setSigns(std::exchange(m_signs, {}), true);
    m_change = std::min(m_change, m_changes.empty() ? 0 : m_changes.size() - 1);
    goToChange(0);
}

void CodeDifference::addFile(const File& file, const QString& before, QStringList& lines)
{
    const QStringList old = before.split(QLatin1Char('\n'));
    const QStringList own = file.text.split(QLatin1Char('\n'));
    const std::optional<LineDifference> difference = lineDifference(old, own);
    if (!difference) {
        m_tooLong = file.title;
        return;
    }
    const ChangedLines count = changedLines(*difference);
    m_count.added += count.added;
    m_count.removed += count.removed;
    if (m_files.size() > 1) {
        lines += QStringLiteral("\u2500\u2500\u2500 %1").arg(file.title);
        m_numbers.push_back(0);
    }
    addLines(file, *difference, old, own, lines);
}

// A removed line has the number that it had.
void CodeDifference::addLines(const File& file, const LineDifference& difference,
    const QStringList& before, const QStringList& now, QStringList& lines)
{
    bool inChange = false;
    int last = 0;
    for (const DifferenceLine& one : difference) {
        const bool removed = one.change == LineChange::Removed;
        lines += removed ? before[one.before - 1] : now[one.now - 1];
        m_numbers.push_back(removed ? one.before : one.now);
        const bool changed = one.change != LineChange::Same;
        const auto shown = static_cast<int>(lines.size());
        if (changed)
            m_signs.push_back({ shown, removed ? LineSign::Removed : LineSign::Added });
        if (changed && !std::exchange(inChange, changed))
            m_changes.push_back({ shown, file.path, std::max(removed ? last : one.now, 1),
                tr("line %1 of %2").arg(m_numbers.back()).arg(file.title) });
        inChange = changed;
        last = removed ? last : one.now;
    }
}

void CodeDifference::goToChange(int by)
{
    if (!m_changes.empty()) {
        const auto count = static_cast<int>(m_changes.size());
        m_change = static_cast<std::size_t>((static_cast<int>(m_change) + by + count) % count);
        m_view->showLine(m_changes[m_change].line);
    }
    m_previous->setEnabled(m_changes.size() > 1);
    m_next->setEnabled(m_changes.size() > 1);
    showWords();
}

QString CodeDifference::words() const
{
    return m_words->text();
}

std::pair<QString, int> CodeDifference::place() const
{
    return m_changes.empty() ? std::pair<QString, int>()
                             : std::pair(m_changes[m_change].path, m_changes[m_change].inFile);
}

void CodeDifference::showWords()
{
    QStringList parts;
    if (!m_tooLong.isEmpty())
        parts += tr("%1 is too long to be compared").arg(m_tooLong);
    if (!m_changes.empty()) {
        parts += tr("%1 added, %2 removed").arg(m_count.added).arg(m_count.removed);
        parts += tr("change %1 of %2: %3")
                     .arg(m_change + 1)
                     .arg(m_changes.size())
                     .arg(m_changes[m_change].where);
    } else if (m_tooLong.isEmpty()) {
        parts += tr("Nothing differs.");
    }
    m_words->setText(parts.join(QStringLiteral(" · ")));
    m_words->setToolTip(plainTip(m_words->text()));
    m_view->setAccessibleDescription(m_words->text());
}

void CodeDifference::retranslate()
{
    m_with->setAccessibleName(tr("Compared with"));
    m_with->setToolTip(tr("What the programs are compared with"));
    m_previous->setText(QStringLiteral("↑"));
    m_previous->setAccessibleName(tr("The change before"));
    m_previous->setToolTip(tr("The change before (Alt+Up)"));
    m_next->setText(QStringLiteral("↓"));
    m_next->setAccessibleName(tr("The next change"));
    m_next->setToolTip(tr("The next change (Alt+Down)"));
    m_back->setText(tr("Back to the code"));
    m_back->setToolTip(tr("Go on editing (Ctrl+D)"));
    m_view->setAccessibleName(tr("What I changed"));
    fill();
}

void CodeDifference::applyLook()
{
    m_bar->setContentsMargins(m_look.px(8), m_look.px(3), m_look.px(8), m_look.px(3));
    m_bar->setSpacing(m_look.px(6));
    m_words->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    m_words->setContentsMargins(m_look.px(8), 0, m_look.px(8), m_look.px(3));
    m_with->setMaximumWidth(m_look.px(290));
}

void CodeDifference::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
