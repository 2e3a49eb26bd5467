// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/pictures/text_faults.h"
#include "tests/views/support/bench.h"

#include <QEvent>
#include <QTest>

#include <functional>

namespace ipclab::test {

struct LookCase {
    bool dark;
    bool projector;
    const char* name;
};
constexpr LookCase kLooks[] = {
    { false, false, "light" },
    { true, false, "dark" },
    { false, true, "projector" },
    { true, true, "dark-projector" },
};

// The widget in each look, and as after a change of language; what is seen then has that name.
inline void drawAll(
    QWidget& widget, Look& look, QSize size, const char* name,
    const std::function<void(const QString& seen)>& then = [](const QString&) {})
{
    for (const LookCase& one : kLooks) {
        look.setDark(one.dark);
        look.setProjector(one.projector);
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(&widget, &language);
        const QString file
            = QStringLiteral("%1-%2").arg(QString::fromLatin1(name), QString::fromLatin1(one.name));
        rendered(widget, look, size, file);
        then(file);
    }
    look.setDark(false);
    look.setProjector(false);
}

// Its texts are whole in each, and can be read; `but` for those faults, which are known where there
// is so little room.
inline void renderAll(
    QWidget& widget, Look& look, QSize size, const char* name, const char* but = nullptr)
{
    QStringList wrong;
    drawAll(widget, look, size, name, [&](const QString& seen) {
        QStringList faults;
        const auto good = [&] { // what has just come is laid out a little later
            faults = widgetFaults(widget) + paintedFaults(widget);
            if (but)
                faults.removeIf(
                    [&](const QString& one) { return one.contains(QLatin1String(but)); });
            return faults.isEmpty();
        };
        if (!QTest::qWaitFor(good, 1000))
            wrong << seen + QStringLiteral(": ") + faults.join(QStringLiteral("; "));
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

} // namespace ipclab::test
