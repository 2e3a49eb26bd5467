// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/view_context.h"
#include "views/console/arrivals.h"
#include "views/console/recorded_ends.h"
#include "views/console/transcript.h"

#include <QByteArray>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace ipclab {

class ConsoleText;
class EmptyNote;

// IPC Lab's own end of a program's stdin, stdout and stderr: what arrived there, and a line to type
// into. Knows no descriptor: what is wanted goes out as signals. GUI thread.
class ConsolePanel : public QWidget {
    Q_OBJECT

public:
    explicit ConsolePanel(ViewContext context, QWidget* parent = nullptr);

    void setSeveral(bool several) { m_several = several; } // programs: each line says whose it is

    // What is open was recorded: all that is shown is from its log.
    void setReplay(bool replay);
    void goToInput(const QString& to); // to type a line for that program

    // What is shown: what arrived so far, or had at the moment that is looked at.
    [[nodiscard]] const Transcript& transcript() const
    {
        return m_past ? m_pastTranscript : m_transcript;
    }

public slots:
    // `who`: the program's name, where there are several; stream: 1 stdout, 2 stderr.
    void arrived(const QString& who, int stream, const QByteArray& bytes);
    void clear();
    // The programs whose stdin we hold, and whether there is an output to read.
    void setAvailable(const QStringList& inputs, bool canRead);
    // Not by this panel's hand.
    void sent(const QString& to, const QByteArray& bytes);
    void readingChanged(bool reading);
    void endReached(const QString& who); // the program closed its output

signals:
    void sendWanted(const QString& to, const QByteArray& bytes);
    void closeWanted(const QString& to);
    void readingWanted(bool reading);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void createParts();
    void connectParts();
    void retranslate();
    void applyLook();
    void placeFocus();
    void send();
    void showSoon();
    void showNow();
    void takeArrivals();
    void followMoment();
    void showPast();
    void showState();
    static QString endWords();
    void showReading();
    void showWhen();

    ViewContext m_context;
    Arrivals m_arrivals; // not in the transcript yet
    Transcript m_transcript;
    RecordedEnds m_recorded;
    Transcript m_pastTranscript;
    bool m_replay = false;
    bool m_past = false; // that one is shown
    std::optional<EventIndex> m_pastMoment; // that it was made of
    QLabel* m_title;
    QLabel* m_dropped;
    QPushButton* m_reading; // checked: it does not read
    ConsoleText* m_text;
    EmptyNote* m_empty;
    QStackedLayout* m_stack;
    QLineEdit* m_input;
    QPushButton* m_send;
    QPushButton* m_close;
    QTimer m_soon; // a flood is shown at a reader's rate
    QComboBox* m_to; // hidden where there is no choice
    bool m_several = false;
    bool m_canRead = false;
};

} // namespace ipclab
