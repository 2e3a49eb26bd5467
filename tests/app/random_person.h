// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main_window.h"

#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <random>
#include <vector>

class QMenu;

namespace ipclab::test {

// Someone who does anything that a window offers, at random, by real events: what they do next
// follows from a seed, whom it meets from what is on the screen. What they open they close again by
// Esc or by one of its buttons. Files are theirs alone, in the folder.
class RandomPerson {
public:
    RandomPerson(unsigned seed, QString folder);
    ~RandomPerson();

    // One action, and whatever opened is closed: what was done, in words.
    QString act(int number);
    // What is wrong with the window now, as it could not be by design; empty: nothing.
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] MainWindow& window() const { return *m_window; }
    void closeWindow();

private:
    struct Kind {
        const char* name;
        int weight;
        QString (RandomPerson::*does)();
    };
    static const std::vector<Kind>& kinds();

    void openWindow();
    int below(int limit); // 0 … limit - 1
    template <typename List> auto& oneOf(List& list)
    {
        return list[static_cast<decltype(list.size())>(below(static_cast<int>(list.size())))];
    }
    template <typename Widget>
    std::vector<Widget*> seen(const std::function<bool(const Widget&)>& fits = {}) const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    QString path(int which) const;
    QPoint placeIn(const QWidget& widget);

    // What is possible: an empty answer is “not now”.
    QString chooseLab();
    QString runCommand();
    QString leave();
    QString runKey();
    QString timeKey();
    QString goKey();
    QString anyKey();
    QString viewMenu();
    QString anyMenu();
    QString anyButton();
    QString anyTab();
    QString typeWords();
    QString chooseInBox();
    QString mouse();
    QString contextMenu();
    QString saveSession();
    QString openSession();
    QString resize();
    QString editCode();
    QString letHappen();
    QString startAgain();

    // What opened.
    void close(); // all of it, somehow
    void closeOne(QWidget& opened, int tries);
    void closeMenu(QMenu& menu, bool choose);
    bool fileDialog(const QString& file); // one is open, and gets that name

    const unsigned m_seed;
    const QString m_folder;
    std::mt19937 m_random;
    std::unique_ptr<MainWindow> m_window;
    QTimer m_whileItIsOpen; // what has an event loop of its own is closed from within it
    int m_closing = 0;
    QString m_trouble;
};

} // namespace ipclab::test
