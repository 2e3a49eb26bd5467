// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_ending.h"

#include "ipc-core/base/signal_name.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ipclab {

namespace {

constexpr qint64 kHead = 16'384; // bytes: the first program is launched in the first events
constexpr qint64 kTail = 65'536;

RunEnding endingIn(const QJsonObject& exited)
{
    RunEnding ending;
    if (const QJsonValue code = exited.value(QStringLiteral("code")); code.isDouble())
        ending.code = code.toInt();
    const QJsonValue signal = exited.value(QStringLiteral("signal"));
    ending.signal = signal.isString() ? signalNamed(signal.toString().toStdString()).value_or(0)
                                      : signal.toInt();
    return ending;
}

// Who was launched last, and how that one ended.
struct LastLaunch {
    int pid = 0;
    std::optional<RunEnding> ending;

    void take(const QByteArray& lines)
    {
        for (const QByteArray& line : lines.split('\n')) {
            if (line.contains("\"process_started\"") || line.contains("\"process_exited\""))
                take(QJsonDocument::fromJson(line).object());
        }
    }

    void take(const QJsonObject& event)
    {
        const int of = event.value(QStringLiteral("pid")).toInt();
        const QString what = event.value(QStringLiteral("event")).toString();
        const bool launched = event.value(QStringLiteral("by")) == QLatin1String("launch")
            && !event.value(QStringLiteral("self")).toBool();
        if (what == QLatin1String("process_started") && launched) {
            pid = of;
            ending.reset();
        } else if (what == QLatin1String("process_exited") && of == pid && pid != 0) {
            ending = endingIn(event);
        }
    }
};

} // namespace

std::optional<RunEnding> endingOf(const QString& sessionPath)
{
    QFile file(sessionPath);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    LastLaunch last;
    const QByteArray head = file.read(kHead);
    last.take(head);
    if (file.size() <= head.size())
        return last.ending;
    const qint64 next = head.lastIndexOf('\n') + 1;
    const qint64 from = std::max(file.size() - kTail, next);
    if (from > next)
        last.ending.reset(); // in between it may have been launched again
    file.seek(from);
    last.take(file.readAll());
    return last.ending;
}

} // namespace ipclab
