// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <map>
#include <optional>

namespace ipclab {

// How far a learner got, as values. Times are of the wall clock, UTC.

struct StepProgress {
    QDateTime done; // the first time; invalid: never
    QString prediction; // the first one; empty: none
    bool right = false;
    QDateTime predicted;
    QDateTime shown {}; // done for them to see, which is not done; invalid: never

    bool operator==(const StepProgress&) const = default;
};

struct LabProgress {
    std::map<QString, StepProgress> steps; // by id
    int total = 0; // how many the lab has; 0: not known
    qint64 seconds = 0; // that the person was at it
    int runs = 0;
    QDateTime last; // when something of this was noted last

    [[nodiscard]] int done() const;
    [[nodiscard]] int shown() const; // and not done since
    [[nodiscard]] int predictions() const;
    [[nodiscard]] int right() const;
    [[nodiscard]] int minutes() const; // begun ones count
    void add(const LabProgress& more); // of another time, or of another window

    bool operator==(const LabProgress&) const = default;
};

using AllProgress = std::map<QString, LabProgress>; // by the lab's id

constexpr qint64 kMostProgressBytes = qint64 { 4 } << 20;
constexpr std::size_t kMostLabsInProgress = 2000;

// {"version": 1, "labs": {"pipe-size": {"seconds": 300, "runs": 4, "steps": {"where": {…}}}}}
QByteArray progressJson(const AllProgress& all);
// Nothing: this is no such text. What is too much, or of a wrong kind within it, is left out.
std::optional<AllProgress> progressFrom(const QByteArray& json);

// A heading, then a line for each lab, RFC 4180.
QByteArray progressCsv(const AllProgress& all);

} // namespace ipclab
