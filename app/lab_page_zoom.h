// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <vector>

class QLabel;
class QPushButton;
class QWidget;

namespace ipclab {

class Look;

// Makes one panel the whole of the page, and back. A strip above it says how to come back. GUI
// thread.
class PanelZoom : public QObject {
    Q_OBJECT

public:
    explicit PanelZoom(const Look& look, QWidget& page);

    [[nodiscard]] QWidget* strip() const { return m_strip; } // stands above the panels
    void addPanel(QWidget* panel);
    void addFrame(QWidget* widget); // is hidden while one panel is the whole
    void setName(const QWidget* panel, const QString& name);
    // Whether there is one at all: it is seen as far as no other has all the room.
    void setPresent(QWidget* panel, bool present);

    [[nodiscard]] bool zoomed() const { return m_whole != nullptr; }
    void toggle(); // the panel that has the focus, else the first that was added
    void leave();

signals:
    void changed(bool zoomed);

private:
    struct Panel {
        QWidget* widget;
        QString name;
    };
    void enter(const Panel& panel);
    void hide(QWidget* widget);
    void retranslate();
    void applyLook();
    bool eventFilter(QObject* watched, QEvent* event) override;

    const Look& m_look;
    QWidget& m_page;
    QWidget* m_strip;
    QLabel* m_label;
    QPushButton* m_back;
    std::vector<Panel> m_panels;
    std::vector<QWidget*> m_frames;
    std::vector<QPointer<QWidget>> m_hidden;
    const QWidget* m_whole = nullptr; // the panel that has all the room
    QPointer<QWidget> m_focus; // who had it
};

} // namespace ipclab
