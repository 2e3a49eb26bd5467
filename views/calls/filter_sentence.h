// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calls/call_filter.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace ipclab {

class Look;
class WrapLayout;

// The filter as a sentence with gaps: "Show [failures] of [everyone] on [pipe A] with [text]". Each
// language puts the gaps where it wants them. GUI thread.
class FilterSentence : public QWidget {
    Q_OBJECT

public:
    explicit FilterSentence(const Look& look, QWidget* parent = nullptr);

    [[nodiscard]] CallFilter filter() const;
    void setChosen(Pid pid, const QString& name); // the process that is chosen; 0: none
    void setChannels(std::vector<ChannelId> channels, std::vector<QString> names);
    void showOnly(ChannelId channel);
    void clear(); // all calls of everyone
    void clearText();
    // Channels of another run are others: that of the same name is taken when there is one.
    void leaveChannel();
    [[nodiscard]] bool wantsChosen() const; // "of the chosen one"
    void goToText();
    void say(const QString& words); // how many rows, how far it has looked
    void retranslate();
    void applyLook();

signals:
    void changed();
    void widened(); // or narrowed: it may need another line
    void left(); // to the rows, by Enter, Down or Escape

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build(); // the sentence of this language
    void fillWanted();
    void fillWhose();
    void fillChannels();
    void fit();
    void filterTouched();

    const Look& m_look;
    WrapLayout* m_row;
    QComboBox* m_wanted;
    QComboBox* m_whose;
    QComboBox* m_where;
    QLineEdit* m_text;
    QToolButton* m_all;
    QLabel* m_said;
    std::vector<QLabel*> m_words; // between the gaps
    Pid m_chosen;
    QString m_chosenName;
    std::vector<ChannelId> m_channels;
    std::vector<QString> m_names; // of the channels
    QString m_wantedName; // of the channel that was chosen in the run before
};

} // namespace ipclab
