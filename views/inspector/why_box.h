// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/inspector_facts.h"

#include <QFrame>

#include <vector>

class QLabel;

namespace ipclab {

// The sentence: why the process does not go on, on the ground of its state. Who and what it names
// are links, by mouse, or by arrow keys and Enter: the sentence changes while it is read, so the
// link that the keyboard is on is kept here and not by the label.
class WhyBox : public QFrame {
    Q_OBJECT

public:
    explicit WhyBox(const Look& look, QWidget* parent = nullptr);

    void show(const ProcessFacts& facts);
    void relook();

signals:
    void chosen(const ipclab::Target& target);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showSentence();
    void describe();

    const Look& m_look;
    QLabel* m_title;
    QLabel* m_sentence;
    QString m_why;
    std::vector<Named> m_named;
    std::vector<Named> m_links; // as they stand in the sentence
    int m_current = 0;
    WhyTone m_tone = WhyTone::Quiet;
};

} // namespace ipclab
