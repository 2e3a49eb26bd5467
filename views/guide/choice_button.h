// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QString>

class QPainter;

namespace ipclab {

class Look;

// One possible answer: as wide as there is room, as tall as its text needs, to be chosen.
class ChoiceButton : public QAbstractButton {
    Q_OBJECT

public:
    ChoiceButton(const Look& look, QString id, QWidget* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }
    void setLabel(const QString& markdown); // code in it is shown as code

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintRich(QPainter& painter) const;
    [[nodiscard]] QRect textRoom(const QRect& whole) const;

    const Look& m_look;
    QString m_id;
    QString m_rich; // of a label with code in it
};

} // namespace ipclab
