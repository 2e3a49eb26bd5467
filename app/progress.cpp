// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progress.h"

#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/lab_loader.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace ipclab {

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kMostText = 200;

constexpr auto kDone = QLatin1String("done");
constexpr auto kLabs = QLatin1String("labs");
constexpr auto kLast = QLatin1String("last");
constexpr auto kPredicted = QLatin1String("predicted");
constexpr auto kPrediction = QLatin1String("prediction");
constexpr auto kRight = QLatin1String("right");
constexpr auto kRuns = QLatin1String("runs");
constexpr auto kSeconds = QLatin1String("seconds");
constexpr auto kShown = QLatin1String("shown");
constexpr auto kSteps = QLatin1String("steps");
constexpr auto kTotal = QLatin1String("steps_total");
constexpr auto kVersionKey = QLatin1String("version");

QString written(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QDateTime timeIn(const QJsonObject& object, QLatin1String key)
{
    return QDateTime::fromString(object[key].toString().left(kMostText), Qt::ISODate).toUTC();
}

QDateTime earlier(const QDateTime& one, const QDateTime& other)
{
    if (!one.isValid() || !other.isValid())
        return one.isValid() ? one : other;
    return std::min(one, other);
}

void addStep(StepProgress& into, const StepProgress& more)
{
    into.done = earlier(into.done, more.done);
    into.shown = earlier(into.shown, more.shown);
    const bool first = into.prediction.isEmpty()
        || (!more.prediction.isEmpty() && more.predicted < into.predicted);
    if (!first)
        return;
    into.prediction = more.prediction;
    into.right = more.right;
    into.predicted = more.predicted;
}

QJsonObject stepJson(const StepProgress& step)
{
    QJsonObject object;
    if (step.done.isValid())
        object[kDone] = written(step.done);
    if (step.shown.isValid())
        object[kShown] = written(step.shown);
    if (!step.prediction.isEmpty()) {
        object[kPrediction] = step.prediction;
        object[kRight] = step.right;
        object[kPredicted] = written(step.predicted);
    }
    return object;
}

QJsonObject labJson(const LabProgress& lab)
{
    QJsonObject steps;
    for (const auto& [id, step] : lab.steps)
        steps[id] = stepJson(step);
    return { { kSteps, steps }, { kTotal, lab.total }, { kSeconds, lab.seconds },
        { kRuns, lab.runs }, { kLast, written(lab.last) } };
}

StepProgress stepFrom(const QJsonObject& object)
{
    return { timeIn(object, kDone), object[kPrediction].toString().left(kMostText),
        object[kRight].toBool(), timeIn(object, kPredicted), timeIn(object, kShown) };
}

LabProgress labFrom(const QJsonObject& object)
{
    LabProgress lab;
    const QJsonObject steps = object[kSteps].toObject();
    for (auto step = steps.begin(); step != steps.end(); ++step) {
        if (lab.steps.size() < kMostLabItems && isLabId(step.key().toStdString()))
            lab.steps[step.key()] = stepFrom(step.value().toObject());
    }
    constexpr qint64 kMost = std::numeric_limits<int>::max();
    const auto number
        = [&](QLatin1String key) { return std::clamp<qint64>(object[key].toInteger(), 0, kMost); };
    lab.total = static_cast<int>(number(kTotal));
    lab.seconds = number(kSeconds);
    lab.runs = static_cast<int>(number(kRuns));
    lab.last = timeIn(object, kLast);
    return lab;
}

} // namespace

int LabProgress::done() const
{
    return static_cast<int>(std::ranges::count_if(
        steps, [](const auto& entry) { return entry.second.done.isValid(); }));
}

int LabProgress::shown() const
{
    return static_cast<int>(std::ranges::count_if(steps, [](const auto& entry) {
        return entry.second.shown.isValid() && !entry.second.done.isValid();
    }));
}

int LabProgress::predictions() const
{
    return static_cast<int>(std::ranges::count_if(
        steps, [](const auto& entry) { return !entry.second.prediction.isEmpty(); }));
}

int LabProgress::right() const
{
    return static_cast<int>(
        std::ranges::count_if(steps, [](const auto& entry) { return entry.second.right; }));
}

int LabProgress::minutes() const
{
    return static_cast<int>((seconds + 59) / 60);
}

void LabProgress::add(const LabProgress& more)
{
    for (const auto& [id, step] : more.steps)
        addStep(steps[id], step);
    if (more.total > 0)
        total = more.total;
    seconds += more.seconds;
    runs += more.runs;
    if (!last.isValid() || last < more.last)
        last = more.last;
}

QByteArray progressJson(const AllProgress& all)
{
    QJsonObject labs;
    for (const auto& [id, lab] : all)
        labs[id] = labJson(lab);
    return QJsonDocument(QJsonObject { { kVersionKey, kVersion }, { kLabs, labs } }).toJson();
}

std::optional<AllProgress> progressFrom(const QByteArray& json)
{
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    if (document[kVersionKey].toInt() != kVersion || !document[kLabs].isObject())
        return std::nullopt;
    AllProgress all;
    const QJsonObject labs = document[kLabs].toObject();
    for (auto lab = labs.begin(); lab != labs.end(); ++lab) {
        if (all.size() < kMostLabsInProgress && isLabId(lab.key().toStdString()))
            all[lab.key()] = labFrom(lab.value().toObject());
    }
    return all;
}

QByteArray progressCsv(const AllProgress& all)
{
    QByteArray csv
        = "lab,steps_done,steps_total,predictions,right,minutes,runs,last,steps_shown\r\n";
    for (const auto& [id, lab] : all) {
        const QStringList cells { id, QString::number(lab.done()), QString::number(lab.total),
            QString::number(lab.predictions()), QString::number(lab.right()),
            QString::number(lab.minutes()), QString::number(lab.runs), written(lab.last),
            QString::number(lab.shown()) };
        csv += cells.join(QLatin1Char(',')).toUtf8() + "\r\n"; // no cell needs quotes
    }
    return csv;
}

} // namespace ipclab
