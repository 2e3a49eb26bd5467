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

class BufferList;
class ElidedLabel;
class FactSection;

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
    void chosen(const ipclab::Target& target);

private:
    void showClose();
    FactSection* addPart(const QString& name);

    const Look& m_look;
    ChannelFacts m_facts;
    QVBoxLayout* m_rows;
    QLabel* m_section;
    ElidedLabel* m_name;
    ElidedLabel* m_systemName;
    BufferList* m_buffers;
    std::array<FactSection*, 4> m_parts; // in the kernel, writers, readers, places
    QPushButton* m_close;
};

} // namespace ipclab
