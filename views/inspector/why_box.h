// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/inspector_facts.h"

#include <QFrame>

class QLabel;

namespace ipclab {

// The sentence: why the process does not go on, on the ground of its state.
class WhyBox : public QFrame {
    Q_OBJECT

public:
    explicit WhyBox(const Look& look, QWidget* parent = nullptr);

    void show(const ProcessFacts& facts);
    void relook();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look& m_look;
    QLabel* m_title;
    QLabel* m_sentence;
    WhyTone m_tone = WhyTone::Quiet;
};

// The sentence as rich text: processes and counts of bytes are strong, calls are code.
QString emphasized(const QString& sentence, const QStringList& names, const QString& codeFamily);

} // namespace ipclab
