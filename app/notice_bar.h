// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notice_words.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace ipclab {

class Look;

// What went wrong, where it is seen and is in nobody's way: one message, which a screen reader says
// and which the person dismisses (Esc). It changes with the language. GUI thread.
class NoticeBar : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Error, Progress };

    explicit NoticeBar(const Look& look, QWidget* parent = nullptr);

    // `detail` is many lines, as a compiler's: it scrolls, in a fixed-width font.
    void show(Kind kind, const NoticeWords& message, const QString& detail = {});
    // With a button that does what the message offers, and takes it away.
    void offer(const NoticeWords& message, const NoticeWords& button, std::function<void()> act);
    // Of what went wrong, with a button to what can be done.
    void warn(const NoticeWords& message, const NoticeWords& button, std::function<void()> act);
    // Of long work, with a button to give it up.
    void progress(const NoticeWords& message, int percent, const NoticeWords& button,
        std::function<void()> act);
    void dismiss();
    [[nodiscard]] QString message() const;
    [[nodiscard]] bool saysWhatWentWrong() const; // until it is dismissed

signals:
    void dismissed(); // by the person

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void createParts();
    void retranslate();
    void applyLook();
    void announce();
    void say();
    void addButton(const NoticeWords& words, std::function<void()> act);

    const Look& m_look;
    Kind m_kind = Kind::Error;
    std::optional<NoticeWords> m_words;
    std::optional<NoticeWords> m_actWords; // on the button
    QString m_said; // whole
    QLabel* m_message;
    QLabel* m_detail;
    QWidget* m_detailArea;
    QProgressBar* m_progress;
    QToolButton* m_act;
    std::function<void()> m_offered;
    QToolButton* m_close;
};

} // namespace ipclab
