// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/catalog/catalog_topic.h"

#include <QString>
#include <QWidget>

#include <vector>

class QButtonGroup;

namespace ipclab {

class Look;
class WrapLayout;

// A button for each topic, and one for all of them: one is chosen, by a click or by the arrow keys.
// Each says how many of its labs are done. GUI thread.
class TopicChips : public QWidget {
    Q_OBJECT

public:
    explicit TopicChips(const Look& look, QWidget* parent = nullptr);

    void setTopics(const std::vector<CatalogTopic>& topics);
    void choose(const QString& topic); // its id; all of them, if there is none such
    [[nodiscard]] const QString& chosen() const { return m_chosen; } // empty: all

signals:
    void picked(const QString& topic); // by the person

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Chip {
        QString id;
        QString title;
        int done = 0; // labs
        int labs = 0;
        bool operator==(const Chip&) const = default;
    };
    void make();
    void name();
    void applyLook();

    const Look& m_look;
    WrapLayout* m_row;
    QButtonGroup* m_group;
    std::vector<Chip> m_chips; // the first is all of them
    QString m_chosen;
};

} // namespace ipclab
