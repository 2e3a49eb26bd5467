// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/look.h"

#include <QListWidget>

namespace ipclab {

// What a compiler said, a row a line; those that name a line of a file lead there, by a click or
// Enter. Hidden while there is nothing. GUI thread.
class CodeMessages : public QListWidget {
    Q_OBJECT

public:
    explicit CodeMessages(Look& look, QWidget* parent = nullptr);

    void setMessages(const QString& messages); // empty: hides
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void lineWanted(const QString& file, int line);

private:
    void applyLook();
    void go(const QListWidgetItem* item);

    Look& m_look;
};

} // namespace ipclab
