// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/top_bar.h"

#include "app/top_bar_icons.h"
#include "views/common/css.h"
#include "views/common/elided_label.h"
#include "views/common/look.h"
#include "views/common/obstacle.h"
#include "views/common/plain_tip.h"
#include "views/common/wrap_layout.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace ipclab {

TopBar::TopBar(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    createParts();
    arrange();
    connectParts();
    retranslate();
    applyLook();
    setBusy(false);
}

void TopBar::createParts()
{
    m_back = new QPushButton(this);
    m_title = new ElidedLabel(this);
    m_where = new ElidedLabel(this, Qt::ElideRight);
    m_variants = new Segments(m_look, {}, false, this);
    for (ElidedLabel* label : { m_title, m_where })
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_switches = new QWidget(this);
    m_switchRow = new WrapLayout(m_switches);
    m_reset = new QPushButton(this);
    m_stop = new QPushButton(this);
    m_run = new QPushButton(this);
    m_run->setProperty("primary", true);
    m_projector = new QPushButton(this);
    m_projector->setCheckable(true);
    const std::pair<QPushButton*, const char*> names[] = { { m_back, "catalog" },
        { m_reset, "reset" }, { m_stop, "stop" }, { m_run, "run" }, { m_projector, "projector" } };
    for (const auto& [button, name] : names)
        button->setObjectName(QLatin1String(name));
    m_variants->setObjectName(QStringLiteral("variants"));
    m_title->setObjectName(QStringLiteral("title"));
}

void TopBar::arrange()
{
    m_grid = new QGridLayout(this);
    int column = 0;
    for (QWidget* widget : { static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_title),
             static_cast<QWidget*>(m_where) })
        m_grid->addWidget(widget, 0, column++);
    m_grid->setColumnStretch(column++, 1);
    m_grid->addWidget(m_variants, 0, column++);
    m_grid->addWidget(m_switches, 0, column++);
    for (QPushButton* button : { m_reset, m_stop, m_run, m_projector })
        m_grid->addWidget(button, 0, column++);
}

void TopBar::connectParts()
{
    connect(&m_look, &Look::changed, this, &TopBar::applyLook);
    connect(m_back, &QPushButton::clicked, this, &TopBar::catalogWanted);
    connect(m_variants, &Segments::picked, this, &TopBar::variantPicked);
    connect(m_reset, &QPushButton::clicked, this, &TopBar::resetWanted);
    connect(m_stop, &QPushButton::clicked, this, &TopBar::stopWanted);
    connect(m_run, &QPushButton::clicked, this, &TopBar::runWanted);
    connect(m_projector, &QPushButton::clicked, this, &TopBar::projectorWanted);
}

void TopBar::setTitle(const QString& title, const QString& where)
{
    m_title->setWhole(title);
    m_where->setWhole(where);
    m_where->setVisible(!where.isEmpty());
}

void TopBar::setVariants(std::vector<Segments::Segment> variants)
{
    m_variants->setVisible(!variants.empty());
    m_variants->setSegments(std::move(variants));
    placeSwitches();
    orderTabs();
}

void TopBar::chooseVariant(const QString& id)
{
    m_variants->choose(id);
}

QWidget* TopBar::runButton() const
{
    return m_run;
}

// Else the window could not be made as narrow as two rows are.
QSize TopBar::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    if (m_oneRow)
        least.rwidth() -= m_switches->minimumWidth();
    return least;
}

void TopBar::setBusy(bool busy)
{
    m_stop->setEnabled(busy);
}

void TopBar::setReplay(bool replay)
{
    m_replay = replay;
    nameRun();
    for (QWidget* part : std::initializer_list<QWidget*> { m_variants, m_switches })
        part->setEnabled(!replay);
}

void TopBar::setAttached(const QString& name)
{
    if (name == std::exchange(m_attached, name))
        return;
    nameStop();
    nameRun();
    placeSwitches();
}

// Who was not started here is not ended here.
void TopBar::nameStop()
{
    m_stop->setText(m_attached.isEmpty() ? tr("Stop") : tr("Detach"));
    m_stop->setToolTip(m_attached.isEmpty()
            ? tr("End all that runs (Ctrl+.)")
            : plainTip(
                tr("Let %1 go: it goes on, unwatched and unharmed (Ctrl+.)").arg(m_attached)));
}

void TopBar::nameRun()
{
    const QString obstacle = !m_replay ? QString()
        : m_attached.isEmpty()         ? tr("This was recorded: it does not run")
                                       : tr("It was not started here, so it is not started again");
    m_reset->setText(tr("Reset"));
    allowUnless(
        obstacle, *m_reset, tr("End all, forget what was seen, and begin again (Ctrl+Shift+R)"));
    m_run->setText(tr("Run"));
    allowUnless(obstacle, *m_run, tr("Run the programs with these switches (Ctrl+R)"));
}

// As it is read: what was made last would else come last in the window.
void TopBar::orderTabs()
{
    QWidget* before = m_back;
    const auto follow = [&](QWidget* widget) {
        setTabOrder(before, widget);
        before = widget;
    };
    for (QToolButton* button : m_variants->findChildren<QToolButton*>())
        follow(button);
    for (const Switch& one : m_shown) {
        for (QToolButton* button : m_byName.at(one.name)->findChildren<QToolButton*>())
            follow(button);
    }
    for (QPushButton* button : m_starts)
        follow(button);
    for (QPushButton* button : { m_reset, m_stop, m_run, m_projector })
        follow(button);
}

void TopBar::retranslate()
{
    m_back->setText(tr("Labs"));
    m_back->setToolTip(tr("Back to the catalog (Ctrl+L)"));
    m_variants->setName(tr("Language of the programs"));
    nameStop();
    nameRun();
    m_projector->setText(tr("Projector"));
    m_projector->setToolTip(tr("Everything larger, for the last row (F11)"));
    m_switches->setAccessibleName(tr("Switches"));
    nameStarts();
    setAccessibleName(tr("What runs"));
    placeSwitches();
}

void TopBar::applyLook()
{
    m_grid->setContentsMargins(m_look.px(12), m_look.px(7), m_look.px(12), m_look.px(7));
    m_grid->setHorizontalSpacing(m_look.px(8));
    m_grid->setVerticalSpacing(m_look.px(6));
    m_switchRow->setContentsMargins(0, 0, 0, 0);
    m_switchRow->setGaps(m_look.px(14), m_look.px(6));
    QFont title = m_look.strong();
    title.setPixelSize(m_look.px(14));
    m_title->setStyleSheet(css(title, m_look.colour(Ink::Text)));
    m_where->setStyleSheet(css(m_look.body(), m_look.colour(Ink::QuietText)));
    const int side = m_look.px(12);
    const std::pair<QPushButton*, BarShape> icons[]
        = { { m_back, BarShape::Back }, { m_reset, BarShape::Reset }, { m_stop, BarShape::Stop },
              { m_run, BarShape::Run }, { m_projector, BarShape::Projector } };
    for (const auto& [button, shape] : icons) {
        const Ink ink = button == m_run ? Ink::OnAccent : Ink::Text;
        button->setIconSize({ side * 4 / 3, side });
        button->setIcon(barIcon(
            shape, side, devicePixelRatioF(), m_look.colour(ink), m_look.colour(Ink::Gone)));
    }
    for (QPushButton* button : m_starts) {
        button->setIconSize({ side * 4 / 3, side });
        button->setIcon(barIcon(BarShape::Run, side, devicePixelRatioF(), m_look.colour(Ink::Text),
            m_look.colour(Ink::Gone)));
    }
    m_projector->setChecked(m_look.projector());
    placeSwitches();
    update();
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Ink::Surface));
    painter.fillRect(0, height() - 1, width(), 1, m_look.colour(Ink::Line));
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeSwitches();
}

// A child that asks for more room may have to go to the second row.
bool TopBar::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        placeSwitches();
    return QWidget::event(event);
}

void TopBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
