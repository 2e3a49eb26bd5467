// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/accessible_role.h"

#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace ipclab {

namespace {

constexpr const char* kRole = "accessibleRole";

QAccessibleInterface* withItsRole(const QString&, QObject* object)
{
    auto* const widget = qobject_cast<QWidget*>(object);
    const QVariant role = widget ? widget->property(kRole) : QVariant();
    if (!role.isValid())
        return nullptr;
    return new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt()));
}

} // namespace

void setAccessibleRole(QWidget& widget, QAccessible::Role role)
{
    static bool once = false;
    if (!once)
        QAccessible::installFactory(withItsRole);
    once = true;
    widget.setProperty(kRole, static_cast<int>(role));
}

} // namespace ipclab
