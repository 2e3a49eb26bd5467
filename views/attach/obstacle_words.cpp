// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/attach/obstacle_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace ipclab {

namespace {

struct ObstacleWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ObstacleWords)
};

// The words are those of AttachRefusal in ipc-core/capture.
struct Short {
    std::string_view why;
    const char* words;
};
constexpr Short kShort[] = {
    { "gone", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "it is gone") },
    { "ended", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "a zombie") },
    { "ourselves", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "it is IPC Lab") },
    { "watched", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "watched already") },
    { "kernel", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "the kernel's") },
    { "traced", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "traced by %1") },
    { "not_ours", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "another user's") },
    { "privileged", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "set-user-ID") },
    { "closed", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "keeps others out") },
    { "descendants", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "Yama: not ours") },
    { "administrator", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "Yama: only root") },
    { "nobody", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "Yama: nobody") },
    { "ancestor", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "started IPC Lab") },
    { "unknown", QT_TRANSLATE_NOOP("ipclab::ObstacleWords", "not told why") },
};

} // namespace

QString obstacleInShort(std::string_view obstacle)
{
    const std::string_view why = obstacle.substr(0, obstacle.find(' '));
    const auto* found = std::ranges::find(kShort, why, &Short::why);
    if (found == std::end(kShort))
        found = std::prev(std::end(kShort));
    QString words = ObstacleWords::tr(found->words);
    if (!words.contains(QLatin1String("%1")))
        return words;
    const std::string_view who = obstacle.substr(std::min(obstacle.size(), why.size() + 1));
    return words.arg(QString::fromUtf8(who.data(), static_cast<qsizetype>(who.size())));
}

} // namespace ipclab
