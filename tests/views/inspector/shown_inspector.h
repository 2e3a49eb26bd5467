// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/stage.h"
#include "views/inspector/inspector_panel.h"

#include <QLabel>
#include <QTest>

namespace ipclab {

// A panel of a told run, as wide as it is at 1280 pixels.
struct ShownInspector : Stage {
    template <typename Tell> explicit ShownInspector(Tell tell)
    {
        tell(story);
        story.show(cursor);
        panel.resize(290, 900);
        panel.show();
    }
    // Tells more, and shows it.
    template <typename Tell> void then(Tell tell)
    {
        tell(story);
        cursor.advance();
    }

    InspectorPanel panel { context };
};

inline void saveIfAsked(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("IPCLAB_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

// The first visible widget that is wider than the panel lets it be; nothing when all fit.
inline QString cutOff(const InspectorPanel& panel)
{
    const int width = panel.viewport()->width();
    for (const auto* const widget : panel.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !panel.widget()->isAncestorOf(widget))
            continue;
        const int right = widget->mapTo(panel.widget(), QPoint(widget->width(), 0)).x();
        if (right > width)
            return QString::fromLatin1(widget->metaObject()->className());
        const auto* const label = qobject_cast<const QLabel*>(widget);
        if (label && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            return label->text();
    }
    return {};
}

} // namespace ipclab
