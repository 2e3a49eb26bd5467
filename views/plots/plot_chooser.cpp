// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/plot_chooser.h"

#include "views/common/css.h"
#include "views/common/elided_box.h"
#include "views/common/look.h"
#include "views/common/plain_tip.h"
#include "views/plots/plot_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace ipclab {

namespace {

QComboBox* createBox(const QString& name)
{
    auto* const box = new ElidedBox;
    box->setObjectName(name);
    return box;
}

// More of them nobody chooses from.
std::size_t firstListed(const std::vector<PlotRun>& runs)
{
    constexpr std::size_t kMost = 100; // the newest
    return runs.size() - std::min(runs.size(), kMost);
}

// What was chosen, if it is there still; else what is first.
void chooseAgain(QComboBox& box, int chosen)
{
    box.setCurrentIndex(std::max(box.findData(chosen), 0));
    for (int i = 0; i < box.count(); ++i) // where the box is too narrow for it
        box.setItemData(i, plainTip(box.itemText(i)), Qt::ToolTipRole);
}

} // namespace

PlotChooser::PlotChooser(Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_quantity(createBox(QStringLiteral("quantity")))
    , m_run(createBox(QStringLiteral("run")))
    , m_over(createBox(QStringLiteral("over")))
    , m_note(new QLabel)
    , m_save(new QToolButton)
{
    createParts();
    connect(m_quantity, &QComboBox::currentIndexChanged, this, &PlotChooser::changed);
    connect(m_run, &QComboBox::currentIndexChanged, this, &PlotChooser::changed);
    connect(m_over, &QComboBox::currentIndexChanged, this, &PlotChooser::chooseOver);
    connect(m_save, &QToolButton::clicked, this, &PlotChooser::saveWanted);
    connect(&look, &Look::changed, this, &PlotChooser::applyLook);
    for (const Quantity quantity : kQuantities)
        m_quantity->addItem({}, static_cast<int>(quantity));
    retranslate();
    applyLook();
}

void PlotChooser::createParts()
{
    auto* const line = new QHBoxLayout(this);
    for (QComboBox* const box : { m_quantity, m_run, m_over })
        line->addWidget(box);
    line->addWidget(m_note, 1);
    line->addWidget(m_save);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setFocusPolicy(Qt::TabFocus);
    m_save->setEnabled(false);
}

Quantity PlotChooser::quantity() const
{
    return static_cast<Quantity>(m_quantity->currentData().toInt());
}

void PlotChooser::setQuantity(Quantity quantity)
{
    m_quantity->setCurrentIndex(m_quantity->findData(static_cast<int>(quantity)));
}

int PlotChooser::run() const
{
    return m_run->currentData().toInt();
}

int PlotChooser::over() const
{
    return m_over->currentData().toInt();
}

void PlotChooser::setOver(int over)
{
    m_over->setCurrentIndex(std::max(m_over->findData(over), 0));
}

void PlotChooser::setRuns(const std::vector<PlotRun>& runs, const QString& session)
{
    if (runs == m_runs && session == m_session)
        return;
    m_runs = runs;
    m_session = session;
    fillRuns();
    fillOver();
}

void PlotChooser::setNote(const QString& words)
{
    if (m_note->text() == words)
        return;
    m_note->setText(words);
    m_note->setToolTip(words);
}

void PlotChooser::fillRuns()
{
    const QSignalBlocker quiet(m_run);
    const int chosen = run();
    m_run->clear();
    m_run->addItem(tr("All runs"), kAll);
    m_run->addItem(tr("The newest run"), kNewest);
    for (std::size_t i = firstListed(m_runs); i < m_runs.size(); ++i)
        m_run->addItem(runName(static_cast<unsigned>(i + 1), m_runs[i]), static_cast<int>(i + 1));
    chooseAgain(*m_run, chosen);
    m_run->setVisible(m_runs.size() > 1);
}

void PlotChooser::fillOver()
{
    const QSignalBlocker quiet(m_over);
    const int chosen = over();
    m_over->clear();
    m_over->addItem(tr("Not compared"), kNone);
    if (m_runs.size() > 1) {
        m_over->addItem(tr("Over the run before"), kBefore);
        for (std::size_t i = firstListed(m_runs); i < m_runs.size(); ++i) {
            const auto run = static_cast<unsigned>(i + 1);
            m_over->addItem(tr("Over %1").arg(runName(run, m_runs[i])), static_cast<int>(run));
        }
    }
    m_over->addItem(
        m_session.isEmpty() ? tr("Over a session…") : tr("Over %1", "a file").arg(m_session),
        kSession);
    chooseAgain(*m_over, chosen);
    m_lastOver = over();
}

// A session is another run only when its file is there.
void PlotChooser::chooseOver()
{
    if (over() == kSession && m_session.isEmpty()) {
        const QSignalBlocker quiet(m_over);
        setOver(m_lastOver);
        emit sessionWanted();
        return;
    }
    m_lastOver = over();
    emit changed();
}

void PlotChooser::setSavable(bool savable)
{
    m_save->setEnabled(savable);
}

void PlotChooser::applyLook()
{
    m_note->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    layout()->setContentsMargins(m_look.px(8), m_look.px(4), m_look.px(6), m_look.px(2));
    layout()->setSpacing(m_look.px(6));
    for (QComboBox* const box : { m_quantity, m_run, m_over })
        box->setMaximumWidth(m_look.px(230));
}

void PlotChooser::retranslate()
{
    for (int i = 0; i < m_quantity->count(); ++i)
        m_quantity->setItemText(
            i, quantityName(static_cast<Quantity>(m_quantity->itemData(i).toInt())));
    fillRuns();
    fillOver();
    const std::pair<QWidget*, QString> parts[]
        = { { m_quantity, tr("What is plotted (1 to 5 in the plot)") },
              { m_run, tr("Which run is plotted") },
              { m_over, tr("Over which other run it is laid, both from their start") },
              { m_save, tr("Save the plot as PNG, SVG, PDF or CSV (Ctrl+S in the plot)") } };
    for (const auto& [part, words] : parts) {
        part->setToolTip(words);
        part->setAccessibleName(words);
    }
    m_save->setText(tr("Save…"));
}

void PlotChooser::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
