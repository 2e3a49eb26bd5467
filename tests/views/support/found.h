// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <QWidget>

namespace ipclab::test {

// All of that kind in there. What is said of each of none would be true: there is one at least.
template <typename Widget>
QList<Widget*> found(const QWidget& in, Qt::FindChildOptions how = Qt::FindChildrenRecursively)
{
    const QList<Widget*> all = in.findChildren<Widget*>(QString(), how);
    if (all.isEmpty())
        QTest::qFail("there is none of what is to be judged", __FILE__, __LINE__);
    return all;
}

} // namespace ipclab::test
