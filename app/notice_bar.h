// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QToolButton;

namespace ipclab {

class Look;

// What went wrong, where it is seen and is in nobody's way: one message, which a screen reader says
// and which the person dismisses (Esc). GUI thread.
class NoticeBar : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Error, Progress };

    explicit NoticeBar(const Look& look, QWidget* parent = nullptr);

    // `detail` is many lines, as a compiler's: it scrolls, in a fixed-width font.
    void show(Kind kind, const QString& message, const QString& detail = {});
    void dismiss();
    [[nodiscard]] QString message() const;

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

    const Look& m_look;
    Kind m_kind = Kind::Error;
    QLabel* m_message;
    QLabel* m_detail;
    QWidget* m_detailArea;
    QToolButton* m_close;
};

} // namespace ipclab
