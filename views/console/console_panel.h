// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/view_context.h"
#include "views/console/arrivals.h"
#include "views/console/transcript.h"

#include <QByteArray>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace ipclab {

class ConsoleText;

// IPC Lab's own end of a program's stdin, stdout and stderr: what arrived there, and a line to type
// into. Knows no descriptor: what is wanted goes out as signals. GUI thread.
class ConsolePanel : public QWidget {
    Q_OBJECT

public:
    explicit ConsolePanel(ViewContext context, QWidget* parent = nullptr);

    [[nodiscard]] const Transcript& transcript() const { return m_transcript; }

public slots:
    void arrived(int stream, const QByteArray& bytes); // stream: 1 stdout, 2 stderr
    void clear();
    void setAvailable(bool canSend, bool canRead);
    void endReached(); // the program closed its output

signals:
    void sendWanted(const QByteArray& bytes);
    void closeWanted();
    void readingWanted(bool reading);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void createParts();
    void connectParts();
    void retranslate();
    void applyLook();
    void send();
    void showSoon();
    void showNow();
    void showReading();

    ViewContext m_context;
    Arrivals m_arrivals; // not in the transcript yet
    Transcript m_transcript;
    QLabel* m_title;
    QLabel* m_dropped;
    QPushButton* m_reading; // checked: it does not read
    ConsoleText* m_text;
    QLabel* m_empty;
    QStackedLayout* m_stack;
    QLineEdit* m_input;
    QPushButton* m_send;
    QPushButton* m_close;
    QTimer m_soon; // a flood is shown at a reader's rate
    bool m_canSend = false;
    bool m_canRead = false;
};

} // namespace ipclab
