// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace ipclab {

// As wide as its longest name, where there is room; else the name is not cut off but elided, and
// the tooltip has it whole. GUI thread.
class ElidedBox : public QComboBox {
    Q_OBJECT

public:
    explicit ElidedBox(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect textRoom() const;
};

} // namespace ipclab
