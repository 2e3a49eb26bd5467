// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QLabel;
class QToolButton;

namespace ipclab {

class Look;

// A few values side by side, one of them chosen: "flush  no | yes". Arrow keys move within, Tab
// leaves. GUI thread.
class Segments : public QWidget {
    Q_OBJECT

public:
    struct Segment {
        QString id;
        QString text;
        QString obstacle; // why it cannot be chosen; empty: it can
        bool operator==(const Segment&) const = default;
    };

    // A name that is shown stands before the values; the accessible name is always said.
    Segments(const Look& look, const QString& name, bool nameShown, QWidget* parent = nullptr);

    void setSegments(std::vector<Segment> segments);
    void setName(const QString& name);
    void choose(const QString& id); // says nothing
    [[nodiscard]] QString chosen() const { return m_chosen; }

signals:
    void picked(const QString& id); // by the person

private:
    void applyLook();
    void nameParts();
    [[nodiscard]] QString sheetFor(std::size_t index) const;

    const Look& m_look;
    QString m_name;
    QString m_chosen;
    std::vector<Segment> m_segments;
    std::vector<QToolButton*> m_buttons;
    QButtonGroup* m_group;
    QLabel* m_label; // nullptr when the name is not shown
};

} // namespace ipclab
