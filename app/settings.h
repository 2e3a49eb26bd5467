// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/catalog/command_wish.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <optional>

namespace ipclab {

enum class Theme { System, Light, Dark };

// What is remembered from one time to the next, in ipclab/ipclab.ini of the user's configuration.
// What was damaged there reads as never set. GUI thread.
class Settings {
public:
    static constexpr qsizetype kMostRecent = 100; // commands

    Settings();

    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    [[nodiscard]] QString language() const; // "en", "es"; empty: as the system says
    void setLanguage(const QString& language);
    [[nodiscard]] bool projector() const;
    void setProjector(bool projector);
    // Round the mouse pointer. At the desk it would be in the way; projected, from the last row the
    // pointer alone is not seen. So each has a choice of its own, and only the latter begins with
    // it.
    [[nodiscard]] bool pointerRing(bool projected) const;
    void setPointerRing(bool projected, bool shown);
    // Absent: as the desktop has it.
    [[nodiscard]] std::optional<bool> highContrast() const;
    void setHighContrast(std::optional<bool> high);
    [[nodiscard]] std::optional<bool> lessMotion() const;
    void setLessMotion(std::optional<bool> less);

    static constexpr qsizetype kLongestName = 100;
    [[nodiscard]] QString learner() const; // as they gave it, on one line; empty: not given
    void setLearner(const QString& name);

    [[nodiscard]] QString fileFolder(bool saved) const; // of the last file that was, or was opened
    void setFileFolder(bool saved, const QString& folder);

    [[nodiscard]] QByteArray layout(const QString& part) const; // the window's, or a splitter's
    void setLayout(const QString& part, const QByteArray& state);

    [[nodiscard]] QString lastLab() const;
    void setLastLab(const QString& lab);
    [[nodiscard]] QString variant(const QString& lab) const; // "c", "python"; empty: never chosen
    void setVariant(const QString& lab, const QString& variant);

    [[nodiscard]] QString catalogTopic() const; // that is looked at; empty: all
    void setCatalogTopic(const QString& topic);
    [[nodiscard]] bool tourSeen() const; // or declined
    void setTourSeen();

    [[nodiscard]] QStringList recentCommands() const; // the newest first
    void addCommand(const QString& command);
    [[nodiscard]] CommandWish command() const; // all but the line, as last run
    void setCommand(const CommandWish& wish);
    [[nodiscard]] bool commandMore() const; // what is seldom changed of it is shown
    void setCommandMore(bool shown);

private:
    [[nodiscard]] std::optional<bool> chosen(QLatin1String key) const;
    void choose(QLatin1String key, std::optional<bool> choice);

    QSettings m_store;
};

} // namespace ipclab
