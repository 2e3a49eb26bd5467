// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/look.h"

#include <QPushButton>

namespace ipclab {

// A signal's name, and under it what it would do.
class SignalButton : public QPushButton {
    Q_OBJECT

public:
    SignalButton(const Look& look, const QString& name, Ink ink, QWidget* parent);

    void setName(const QString& name);
    void setAction(const QString& action);
    [[nodiscard]] QString action() const { return m_action; }
    [[nodiscard]] bool cut() const; // what it says has no room now
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect wordsIn(const QRect& whole) const;
    [[nodiscard]] QRect actionIn(const QRect& words) const;

    const Look& m_look;
    const Ink m_ink;
    QString m_name;
    QString m_action;
};

} // namespace ipclab
