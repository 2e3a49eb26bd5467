// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main_window.h"
#include "tests/app/person.h"

#include <QString>

#include <functional>
#include <memory>

class QLineEdit;

namespace ipclab::test {

enum class Hand { Mouse, Keyboard };

// Someone on a whole way through the program, with one hand only and in one language: what they use
// they find by what it says or is called, and what they know is what the window shows.
class Traveller {
public:
    static constexpr int kPatience = 30'000; // ms

    // Opens the window. A greeted one meets the tour.
    Traveller(Hand hand, QString language, bool greeted = false);

    [[nodiscard]] MainWindow& window() const { return *m_window; }
    [[nodiscard]] bool byMouse() const { return m_hand == Hand::Mouse; }
    // What is to be read, in the language of the journey.
    [[nodiscard]] QString words(const char* english, const char* spanish) const;

    // Does. False: there is no way to it.
    bool ready() const; // the window is active, and speaks the language
    bool use(const QString& button);
    bool use(const std::function<QAbstractButton*()>& button);
    bool command(const QString& name); // of the menus
    bool openLab(const QString& id);
    bool type(const std::function<QLineEdit*()>& field, const QString& words);
    bool nameFile(const QString& path); // in the dialog that is open
    bool goToTab(const QString& name);
    bool predict(const QString& choice);

    // Sees, at once or soon.
    [[nodiscard]] bool reads(const QString& words) const; // anywhere in the window
    [[nodiscard]] bool mapSays(const QString& words) const;
    [[nodiscard]] bool soon(const std::function<bool()>& isSo) const;

private:
    bool bringIntoView(QWidget* widget) const;
    bool keyedCommand(const QAction& action) const;
    [[nodiscard]] bool back() const;

    const Hand m_hand;
    const QString m_language;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

// For QTest: the two hands in the two languages.
void addTravellers();

} // namespace ipclab::test
