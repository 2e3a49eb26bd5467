// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/inspector_facts.h"

#include <QWidget>

#include <array>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ipclab {

class ElidedLabel;
class FactList;

// What the inspector shows of a channel.
class ChannelPage : public QWidget {
    Q_OBJECT

public:
    explicit ChannelPage(const Look& look, QWidget* parent = nullptr);

    void show(const ChannelFacts& facts);
    void relook();
    void retranslate();

signals:
    void closeEndWanted(ipclab::ChannelId channel);
    void rowChosen(const ipclab::FactRow& row);

private:
    struct Part {
        QLabel* title;
        FactList* list;
        QLabel* nothing;
    };
    Part addPart();
    static void showPart(const Part& part, const std::vector<FactRow>& rows);

    const Look& m_look;
    ChannelFacts m_facts;
    QVBoxLayout* m_rows;
    QLabel* m_section;
    ElidedLabel* m_name;
    ElidedLabel* m_systemName;
    std::array<Part, 4> m_parts {}; // in the kernel, writers, readers, places
    QPushButton* m_close = nullptr;
};

} // namespace ipclab
