// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/inspector_facts.h"

#include <QPlainTextEdit>
#include <QWidget>

#include <vector>

class QLabel;

namespace ipclab {

// Bytes as text in which nothing hides, as many lines as they take; to be selected and copied.
class BytesBox : public QPlainTextEdit {
    Q_OBJECT

public:
    BytesBox(const Look& look, QWidget* parent);

    void show(const QString& bytes, Ink ink);
    void relook();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    const Look& m_look;
    Ink m_ink = Ink::KernelBytes;
};

// Buffers under each other: what each is, how full, its first bytes, and why it is so large.
class BufferList : public QWidget {
    Q_OBJECT

public:
    BufferList(const Look& look, QWidget* parent);

    void show(const std::vector<BufferFact>& buffers);
    void relook();

private:
    struct Block {
        class FactList* level;
        BytesBox* bytes;
        QLabel* rest;
        QLabel* size;
    };
    Block addBlock();
    void dress(const Block& block) const;

    const Look& m_look;
    std::vector<BufferFact> m_buffers;
    std::vector<Block> m_blocks; // at least as many as are shown
};

} // namespace ipclab
