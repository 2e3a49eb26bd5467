// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace ipclab {

// A button whose words are cut in the middle where they have no room, and not at both sides; its
// tooltip is to have them whole. GUI thread.
class ElidedButton : public QPushButton {
    Q_OBJECT

public:
    using QPushButton::QPushButton;

    [[nodiscard]] bool cut() const; // as it is now

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString shown() const;
};

} // namespace ipclab
