// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/command_more.h"

#include "views/catalog/environment_table.h"
#include "views/catalog/field_error.h"
#include "views/common/css.h"
#include "views/common/look.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>

namespace ipclab {

CommandMore::CommandMore(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_environmentLabel(new QLabel(this))
    , m_environment(new EnvironmentTable(look, this))
    , m_error(newFieldError(this))
    , m_processesLabel(new QLabel(this))
    , m_processes(new QSpinBox(this))
    , m_secondsLabel(new QLabel(this))
    , m_seconds(new QSpinBox(this))
    , m_grid(new QGridLayout(this))
{
    m_processes->setRange(1, CommandWish::kMostProcesses);
    m_seconds->setRange(0, CommandWish::kMostSeconds);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->addWidget(m_environmentLabel, 0, 0, 1, 2);
    m_grid->addWidget(m_environment, 1, 0, 1, 2);
    m_grid->addWidget(m_error, 2, 0, 1, 2);
    m_grid->addWidget(m_processesLabel, 3, 0);
    m_grid->addWidget(m_processes, 3, 1);
    m_grid->addWidget(m_secondsLabel, 4, 0);
    m_grid->addWidget(m_seconds, 4, 1);
    m_grid->setColumnStretch(0, 1);
    m_processesLabel->setBuddy(m_processes);
    m_secondsLabel->setBuddy(m_seconds);
    for (QSpinBox* box : { m_processes, m_seconds }) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->setButtonSymbols(QSpinBox::NoButtons); // the arrow keys do it
        box->installEventFilter(this);
        connect(box, &QSpinBox::valueChanged, this, &CommandMore::changed);
    }
    setFocusProxy(m_environment);
    connect(m_environment, &EnvironmentTable::changed, this, [this] {
        setError({});
        emit changed();
    });
    connect(&look, &Look::changed, this, &CommandMore::applyLook);
    setWish({});
    applyLook();
    retranslate();
}

void CommandMore::setWish(const CommandWish& wish)
{
    m_environment->setVariables(wish.environment);
    m_processes->setValue(wish.mostProcesses);
    m_seconds->setValue(wish.seconds);
}

void CommandMore::addTo(CommandWish& wish) const
{
    wish.environment = m_environment->variables();
    wish.mostProcesses = m_processes->value();
    wish.seconds = m_seconds->value();
}

QString CommandMore::summary() const
{
    QStringList parts;
    if (const qsizetype count = m_environment->variables().size(); count > 0)
        parts.append(tr("variables: %1").arg(count));
    if (m_processes->value() != CommandWish::kUsualProcesses)
        parts.append(tr("processes: %1").arg(m_processes->value()));
    if (m_seconds->value() > 0)
        parts.append(QStringLiteral("%1 s").arg(m_seconds->value()));
    return parts.join(QStringLiteral(" · "));
}

void CommandMore::setError(const QString& words)
{
    showFieldError(*m_error, words, m_look);
}

// The wheel scrolls the page, unless the person is in the field.
bool CommandMore::eventFilter(QObject* watched, QEvent* event)
{
    const auto* const field = qobject_cast<QWidget*>(watched);
    if (event->type() == QEvent::Wheel && field && !field->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CommandMore::applyLook()
{
    m_grid->setHorizontalSpacing(m_look.px(8));
    m_grid->setVerticalSpacing(m_look.px(6));
    for (QLabel* label : { m_environmentLabel, m_processesLabel, m_secondsLabel }) {
        label->setIndent(0);
        label->setWordWrap(true);
        label->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    }
    for (QSpinBox* box : { m_processes, m_seconds })
        box->setMinimumWidth(m_look.px(110));
    setError(m_error->text());
}

void CommandMore::retranslate()
{
    m_environmentLabel->setText(tr("Environment: that of IPC Lab, but for"));
    m_processesLabel->setText(tr("End all when there are more &processes than"));
    m_processes->setAccessibleName(tr("Most processes at once; with more all are ended"));
    m_secondsLabel->setText(tr("End all &after"));
    m_seconds->setAccessibleName(tr("Seconds after which all is ended"));
    m_seconds->setSuffix(QStringLiteral(" s"));
    m_seconds->setSpecialValueText(tr("no limit"));
}

void CommandMore::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
