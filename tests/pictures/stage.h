// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main_window.h"
#include "tests/views/support/bench.h"

#include <QTemporaryDir>

#include <memory>

namespace ipclab::test {

// How the window looks: what a picture's name says.
struct Dress {
    const char* name;
    const char* language;
    bool dark = false;
    bool projector = false;
    double text = 1; // the system's, Look::setTextScale()
    bool highContrast = false;
};

constexpr Dress kDresses[] = {
    { "en-light", "en" },
    { "es-dark", "es", true },
    { "en-dark", "en", true },
    { "es-light", "es" },
};
// What is cut depends on the language, what is too faint on the theme: the first have each once.
constexpr std::size_t kDressesThatDiffer = 2;
// For the last row. Spanish has the longer words; what is put on over another was laid out for
// that.
constexpr Dress kRooms[] = {
    { "es-room", "es", false, true },
    { "en-dark-room", "en", true, true },
};
// Who has chosen larger letters for the whole desktop; and high contrast.
constexpr Dress kLargeTexts[] = {
    { "es-large", "es", false, false, 1.5 },
    { "en-dark-large", "en", true, false, 1.5, true },
};

// The window, 1280×720, with nothing in it that another time would be another: what it shows was
// recorded, and nothing moves. Or a panel by itself, in the window's look and language. GUI thread.
class Stage {
public:
    Stage();
    ~Stage();

    void wear(const Dress& dress);

    // Of tests/sessions, at the moment after so many events; all of them: at its end. Asked for
    // again, it is as it was just opened.
    MainWindow& session(const QString& name, EventIndex moment = ~EventIndex {});
    MainWindow& lab(const QString& name); // before its first run
    MainWindow& catalog();
    MainWindow& window() { return *m_window; }
    TimeCursor& cursor() { return const_cast<TimeCursor&>(m_window->cursor()); }
    QWidget& tab(int index); // with the row of tabs

    // A panel by itself, with a log of its own to fill before it is made; nullptr: none was put.
    Bench& bench() { return *m_bench; }
    ViewContext context() { return { m_bench->cursor, m_bench->selection, m_window->look() }; }
    template <typename Panel> Panel* panel() { return dynamic_cast<Panel*>(m_panel.get()); }
    template <typename Panel> Panel& put(std::unique_ptr<Panel> panel, QSize size)
    {
        Panel& put = *panel;
        m_panel = std::move(panel);
        m_panel->resize(size);
        m_panel->show();
        return put;
    }
    void clear(); // no panel, and an empty log

private:
    QTemporaryDir m_files; // copies: nothing is written to a session of ours
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWidget> m_panel;
    QString m_open;
};

} // namespace ipclab::test
