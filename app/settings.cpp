// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr auto kTheme = QLatin1String("look/theme");
constexpr auto kProjector = QLatin1String("look/projector");
constexpr auto kRingAtDesk = QLatin1String("look/pointer_ring");
constexpr auto kRingInRoom = QLatin1String("look/pointer_ring_projected");
constexpr auto kHighContrast = QLatin1String("look/high_contrast");
constexpr auto kLessMotion = QLatin1String("look/less_motion");
constexpr auto kLanguage = QLatin1String("look/language");
constexpr auto kLearner = QLatin1String("sessions/learner");
constexpr auto kSavedIn = QLatin1String("files/saved-in");
constexpr auto kOpenedFrom = QLatin1String("files/opened-from");
constexpr auto kLastLab = QLatin1String("labs/last");
constexpr auto kTopic = QLatin1String("catalog/topic");
constexpr auto kTour = QLatin1String("window/tour-seen");
constexpr auto kRecent = QLatin1String("command/recent");
constexpr auto kWiring = QLatin1String("command/wiring");
constexpr auto kFolder = QLatin1String("command/folder");
constexpr auto kEnvironment = QLatin1String("command/environment");
constexpr auto kProcesses = QLatin1String("command/processes");
constexpr auto kCommandSeconds = QLatin1String("command/seconds");
constexpr auto kMegabytes = QLatin1String("command/megabytes");
constexpr auto kCpuSeconds = QLatin1String("command/cpu-seconds");
constexpr auto kFiles = QLatin1String("command/files");
constexpr auto kMore = QLatin1String("command/more");

QString ofLab(const QString& lab, QLatin1String what)
{
    return QLatin1String("labs/") + lab + QLatin1Char('/') + what;
}

} // namespace

Settings::Settings()
    : m_store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("ipclab"),
        QStringLiteral("ipclab"))
{
}

Theme Settings::theme() const
{
    const QString word = m_store.value(kTheme).toString();
    if (word == QLatin1String("light"))
        return Theme::Light;
    return word == QLatin1String("dark") ? Theme::Dark : Theme::System;
}

void Settings::setTheme(Theme theme)
{
    const auto word = theme == Theme::Light ? QLatin1String("light")
        : theme == Theme::Dark              ? QLatin1String("dark")
                                            : QLatin1String("system");
    m_store.setValue(kTheme, word);
}

QString Settings::language() const
{
    return m_store.value(kLanguage).toString();
}

void Settings::setLanguage(const QString& language)
{
    m_store.setValue(kLanguage, language);
}

bool Settings::projector() const
{
    return m_store.value(kProjector).toBool();
}

void Settings::setProjector(bool projector)
{
    m_store.setValue(kProjector, projector);
}

bool Settings::pointerRing(bool projected) const
{
    return projected ? m_store.value(kRingInRoom, true).toBool()
                     : m_store.value(kRingAtDesk).toBool();
}

void Settings::setPointerRing(bool projected, bool shown)
{
    m_store.setValue(projected ? kRingInRoom : kRingAtDesk, shown);
}

std::optional<bool> Settings::chosen(QLatin1String key) const
{
    const QString word = m_store.value(key).toString();
    if (word == QLatin1String("true"))
        return true;
    return word == QLatin1String("false") ? std::optional(false) : std::nullopt;
}

void Settings::choose(QLatin1String key, std::optional<bool> choice)
{
    if (choice)
        m_store.setValue(key, *choice);
    else
        m_store.remove(key);
}

std::optional<bool> Settings::highContrast() const
{
    return chosen(kHighContrast);
}

void Settings::setHighContrast(std::optional<bool> high)
{
    choose(kHighContrast, high);
}

std::optional<bool> Settings::lessMotion() const
{
    return chosen(kLessMotion);
}

void Settings::setLessMotion(std::optional<bool> less)
{
    choose(kLessMotion, less);
}

QString Settings::learner() const
{
    return m_store.value(kLearner).toString().simplified().left(kLongestName);
}

void Settings::setLearner(const QString& name)
{
    m_store.setValue(kLearner, name.simplified().left(kLongestName));
}

QString Settings::fileFolder(bool saved) const
{
    return m_store.value(saved ? kSavedIn : kOpenedFrom).toString();
}

void Settings::setFileFolder(bool saved, const QString& folder)
{
    m_store.setValue(saved ? kSavedIn : kOpenedFrom, folder);
}

QByteArray Settings::layout(const QString& part) const
{
    return m_store.value(QLatin1String("window/") + part).toByteArray();
}

void Settings::setLayout(const QString& part, const QByteArray& state)
{
    m_store.setValue(QLatin1String("window/") + part, state);
}

QString Settings::lastLab() const
{
    return m_store.value(kLastLab).toString();
}

void Settings::setLastLab(const QString& lab)
{
    m_store.setValue(kLastLab, lab);
}

QString Settings::variant(const QString& lab) const
{
    return m_store.value(ofLab(lab, QLatin1String("variant"))).toString();
}

void Settings::setVariant(const QString& lab, const QString& variant)
{
    m_store.setValue(ofLab(lab, QLatin1String("variant")), variant);
}

QString Settings::catalogTopic() const
{
    return m_store.value(kTopic).toString();
}

void Settings::setCatalogTopic(const QString& topic)
{
    m_store.setValue(kTopic, topic);
}

bool Settings::tourSeen() const
{
    return m_store.value(kTour).toBool();
}

void Settings::setTourSeen()
{
    m_store.setValue(kTour, true);
}

QStringList Settings::recentCommands() const
{
    return m_store.value(kRecent).toStringList().mid(0, kMostRecent);
}

void Settings::addCommand(const QString& command)
{
    QStringList recent = recentCommands();
    recent.removeAll(command);
    recent.prepend(command);
    m_store.setValue(kRecent, recent.mid(0, kMostRecent));
}

CommandWish Settings::command() const
{
    const QStringList wiring = m_store.value(kWiring).toStringList();
    CommandWish wish { {}, wiring.value(0), wiring.value(1), m_store.value(kFolder).toString() };
    wish.stderrWiring = wiring.value(2);
    wish.environment
        = m_store.value(kEnvironment).toStringList().mid(0, CommandWish::kMostVariables);
    const auto limit = [this](QLatin1String key, int most) {
        return std::clamp(m_store.value(key).toInt(), 0, most);
    };
    wish.seconds = limit(kCommandSeconds, CommandWish::kMostSeconds);
    wish.megabytes = limit(kMegabytes, CommandWish::kMostMegabytes);
    wish.cpuSeconds = limit(kCpuSeconds, CommandWish::kMostSeconds);
    wish.files = limit(kFiles, CommandWish::kMostFiles);
    const int processes = m_store.value(kProcesses, CommandWish::kUsualProcesses).toInt();
    const bool possible = processes >= 1 && processes <= CommandWish::kMostProcesses;
    wish.mostProcesses = possible ? processes : CommandWish::kUsualProcesses;
    return wish;
}

void Settings::setCommand(const CommandWish& wish)
{
    m_store.setValue(
        kWiring, QStringList { wish.stdinWiring, wish.stdoutWiring, wish.stderrWiring });
    m_store.setValue(kFolder, wish.folder);
    m_store.setValue(kEnvironment, wish.environment);
    m_store.setValue(kCommandSeconds, wish.seconds);
    m_store.setValue(kProcesses, wish.mostProcesses);
    m_store.setValue(kMegabytes, wish.megabytes);
    m_store.setValue(kCpuSeconds, wish.cpuSeconds);
    m_store.setValue(kFiles, wish.files);
}

bool Settings::commandMore() const
{
    return m_store.value(kMore).toBool();
}

void Settings::setCommandMore(bool shown)
{
    m_store.setValue(kMore, shown);
}

} // namespace ipclab
