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

namespace ipclab {

CommandMore::CommandMore(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_environmentLabel(new QLabel(this))
    , m_environment(new EnvironmentTable(look, this))
    , m_error(newFieldError(this))
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->addWidget(m_environmentLabel, 0, 0, 1, 2);
    m_grid->addWidget(m_environment, 1, 0, 1, 2);
    m_grid->addWidget(m_error, 2, 0, 1, 2);
    m_grid->setColumnStretch(0, 1);
    m_processes = addLimit(1, CommandWish::kMostProcesses);
    m_seconds = addLimit(0, CommandWish::kMostSeconds);
    m_memory = addLimit(0, CommandWish::kMostMegabytes);
    m_cpu = addLimit(0, CommandWish::kMostSeconds);
    m_files = addLimit(0, CommandWish::kMostFiles);
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

CommandMore::Limit CommandMore::addLimit(int least, int most)
{
    const Limit limit { new QLabel(this), new QSpinBox(this) };
    limit.label->setBuddy(limit.box);
    limit.box->setRange(least, most);
    limit.box->setFocusPolicy(Qt::StrongFocus);
    limit.box->setButtonSymbols(QSpinBox::NoButtons); // the arrow keys do it
    limit.box->installEventFilter(this);
    connect(limit.box, &QSpinBox::valueChanged, this, &CommandMore::changed);
    const int row = m_grid->rowCount();
    m_grid->addWidget(limit.label, row, 0);
    m_grid->addWidget(limit.box, row, 1);
    return limit;
}

std::array<CommandMore::Limit, 5> CommandMore::limits() const
{
    return { m_processes, m_seconds, m_memory, m_cpu, m_files };
}

void CommandMore::setWish(const CommandWish& wish)
{
    m_environment->setVariables(wish.environment);
    m_processes.box->setValue(wish.mostProcesses);
    m_seconds.box->setValue(wish.seconds);
    m_memory.box->setValue(wish.megabytes);
    m_cpu.box->setValue(wish.cpuSeconds);
    m_files.box->setValue(wish.files);
}

void CommandMore::addTo(CommandWish& wish) const
{
    wish.environment = m_environment->variables();
    wish.mostProcesses = m_processes.box->value();
    wish.seconds = m_seconds.box->value();
    wish.megabytes = m_memory.box->value();
    wish.cpuSeconds = m_cpu.box->value();
    wish.files = m_files.box->value();
}

QString CommandMore::summary() const
{
    QStringList parts;
    if (const qsizetype count = m_environment->variables().size(); count > 0)
        parts.append(tr("variables: %1").arg(count));
    if (m_processes.box->value() != CommandWish::kUsualProcesses)
        parts.append(tr("processes: %1").arg(m_processes.box->value()));
    if (m_seconds.box->value() > 0)
        parts.append(m_seconds.box->text());
    if (m_memory.box->value() > 0)
        parts.append(tr("memory: %1").arg(m_memory.box->text()));
    if (m_cpu.box->value() > 0)
        parts.append(tr("processor: %1").arg(m_cpu.box->text()));
    if (m_files.box->value() > 0)
        parts.append(tr("open files: %1").arg(m_files.box->text()));
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
    const auto dress = [this](QLabel& label) {
        label.setIndent(0);
        label.setWordWrap(true);
        label.setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    };
    dress(*m_environmentLabel);
    for (const Limit& limit : limits()) {
        dress(*limit.label);
        limit.box->setMinimumWidth(m_look.px(110));
    }
    setError(m_error->text());
}

void CommandMore::retranslate()
{
    m_environmentLabel->setText(tr("Environment: that of IPC Lab, but for"));
    m_processes.label->setText(tr("End all when there are more &processes than"));
    m_processes.box->setAccessibleName(tr("Most processes at once; with more all are ended"));
    m_seconds.label->setText(tr("End all &after"));
    m_seconds.box->setAccessibleName(tr("Seconds after which all is ended"));
    m_memory.label->setText(tr("&Memory of each process, at most"));
    m_memory.box->setAccessibleName(
        tr("Most megabytes of memory of each process; asked for more, the kernel says ENOMEM"));
    m_memory.box->setToolTip(
        tr("Its address space (RLIMIT_AS): libraries and stacks count too. Asked for more, the "
           "kernel says ENOMEM."));
    m_cpu.label->setText(tr("Processor t&ime of each, at most"));
    m_cpu.box->setAccessibleName(
        tr("Most seconds of processor time of each process; then it gets SIGXCPU"));
    m_cpu.box->setToolTip(tr("What it computes, not what it waits (RLIMIT_CPU). Then it gets "
                             "SIGXCPU, and SIGKILL a second later."));
    m_files.label->setText(tr("Ope&n files of each, at most"));
    m_files.box->setAccessibleName(
        tr("Most open files of each process; asked for more, the kernel says EMFILE"));
    m_files.box->setToolTip(tr("Descriptors, with stdin, stdout and stderr (RLIMIT_NOFILE). Asked "
                               "for more, the kernel says EMFILE."));
    m_memory.box->setSuffix(QStringLiteral(" MB"));
    for (const Limit& limit : { m_seconds, m_cpu })
        limit.box->setSuffix(QStringLiteral(" s"));
    for (const Limit& limit : { m_seconds, m_memory, m_cpu, m_files })
        limit.box->setSpecialValueText(tr("no limit"));
}

void CommandMore::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
