// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/byte_places.h"
#include "views/common/look.h"

#include <QAbstractButton>

namespace ipclab {

Ink inkOf(Place place);

// One place of the legend: a square of its colour, its name, and the count.
class LegendEntry : public QAbstractButton {
    Q_OBJECT

public:
    LegendEntry(const Look& look, Place place, QWidget* parent);

    void show(quint64 count);
    void setShort(bool isShort); // one word only
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    const Look& m_look;
    const Place m_place;
    [[nodiscard]] QString label() const;

    quint64 m_bytes = 0;
    QString m_count;
    bool m_short = false;
};

} // namespace ipclab
