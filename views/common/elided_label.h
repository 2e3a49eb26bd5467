// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ipclab {

// A line that is cut where it has no room, in the middle if nothing else is said; its tooltip has
// it whole. What it says is a program's or a file's, and never taken for markup. GUI thread.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr, Qt::TextElideMode cut = Qt::ElideMiddle);

    void setWhole(const QString& text);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();

    const Qt::TextElideMode m_cut;
    QString m_whole;
};

} // namespace ipclab
