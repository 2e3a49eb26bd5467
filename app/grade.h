// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// What one session that was handed in says of its learner. Who wrote the file wrote all of it.
struct Grade {
    QString file; // its name in the folder
    QString learner, lab, variant, when; // as the session says; empty: it does not
    int done = 0; // steps that were ticked
    int shown = 0; // others that were, too, but were done for the learner to see
    std::optional<int> steps; // of the lab, where it is known here
    int predicted = 0; // predictions whose answer the run showed
    int right = 0; // of those, at first
    std::uint64_t damaged = 0; // lines of the file that cannot be understood
};

// The labs that are known here, by id: the ids of their steps. Loads each once.
class KnownLabs {
public:
    explicit KnownLabs(std::vector<std::string> folders)
        : m_folders(std::move(folders))
    {
    }
    const std::vector<std::string>* stepsOf(const std::string& lab); // nullptr: not known

private:
    std::vector<std::string> m_folders; // those that hold labs
    std::map<std::string, std::optional<std::vector<std::string>>> m_steps;
};

Result<Grade> gradeOf(const QString& path, KnownLabs& labs);

// The regular files of a folder, at most one more than kMostGraded, by name; hidden ones are none.
constexpr qsizetype kMostGraded = 10'000;
Result<QStringList> filesIn(const QString& folder);

// By learner, whatever the case; those of one by lab, time and file.
void sortGrades(std::vector<Grade>& grades);

QString gradeTable(const std::vector<Grade>& grades); // with a line of totals; no control codes
QByteArray gradeJson(const std::vector<Grade>& grades); // one array

} // namespace ipclab
