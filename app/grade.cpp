// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/grade.h"

#include "app/known_lab.h"
#include "app/learner_steps.h"
#include "app/terminal_text.h"
#include "ipc-core/log/session_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <tuple>

namespace ipclab {

namespace {

constexpr qsizetype kLongestCell = 40;

struct GradeWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::GradeWords)
};

QString cell(const QString& text)
{
    const QString shown = printable(text.left(kLongestCell + 1));
    return shown.size() <= kLongestCell ? shown
                                        : shown.left(kLongestCell - 1) + QStringLiteral("…");
}

QString of(int part, const std::optional<int>& whole)
{
    return whole ? QStringLiteral("%1/%2").arg(part).arg(*whole) : QString::number(part);
}

using Row = std::array<QString, 8>;

Row rowOf(const Grade& grade)
{
    return { cell(grade.learner.isEmpty() ? QStringLiteral("—") : grade.learner), cell(grade.lab),
        cell(grade.variant), cell(grade.when), of(grade.done, grade.steps),
        of(grade.right, grade.predicted), QString::number(grade.damaged), cell(grade.file) };
}

Row heading()
{
    return { GradeWords::tr("learner"), GradeWords::tr("lab"), GradeWords::tr("variant"),
        GradeWords::tr("when"), GradeWords::tr("steps"), GradeWords::tr("right"),
        GradeWords::tr("damaged"), GradeWords::tr("file") };
}

QString totals(const std::vector<Grade>& grades)
{
    int done = 0;
    int right = 0;
    int predicted = 0;
    for (const Grade& grade : grades) {
        done += grade.done;
        right += grade.right;
        predicted += grade.predicted;
    }
    return GradeWords::tr("sessions: %1 · steps done: %2 · predictions right at first: %3 of %4")
        .arg(grades.size())
        .arg(done)
        .arg(right)
        .arg(predicted);
}

} // namespace

const std::vector<std::string>* KnownLabs::stepsOf(const std::string& lab)
{
    const auto [known, isNew] = m_steps.try_emplace(lab);
    if (isNew) {
        if (const std::optional<Lab> found = knownLab(m_folders, lab)) {
            std::vector<std::string>& steps = known->second.emplace();
            for (const LabStep& step : found->steps)
                steps.push_back(step.id);
        }
    }
    return known->second ? &*known->second : nullptr;
}

Result<Grade> gradeOf(const QString& path, KnownLabs& labs)
{
    const Result<SavedSession> session = readSession(QFile::encodeName(path).toStdString());
    if (!session)
        return session.error();
    const auto text = [](const std::string& words) { return QString::fromStdString(words); };
    const SessionHeader& header = session->header;
    Grade grade;
    grade.file = QFileInfo(path).fileName();
    grade.learner = text(header.learner);
    grade.lab = text(header.lab);
    grade.variant = text(variantsIn(LogView(*session->log), header.variant).back());
    grade.when = text(header.startedAt);
    grade.damaged = session->linesSkipped;
    const std::vector<std::string>* const known
        = header.lab.empty() ? nullptr : labs.stepsOf(header.lab);
    if (known)
        grade.steps = static_cast<int>(known->size());
    for (const LearnerStep& step : learnerSteps(LogView(*session->log))) {
        if (known && std::ranges::find(*known, step.id) == known->end())
            continue; // of another version of the lab, or of none
        grade.done += step.doneAt ? 1 : 0;
        const std::optional<bool> right = step.rightAtFirst();
        grade.predicted += right ? 1 : 0;
        grade.right += right.value_or(false) ? 1 : 0;
    }
    return grade;
}

Result<QStringList> filesIn(const QString& folder)
{
    std::error_code failure;
    const std::filesystem::directory_iterator end;
    std::filesystem::directory_iterator at(QFile::encodeName(folder).toStdString(), failure);
    QStringList files;
    for (; !failure && at != end && files.size() <= kMostGraded; at.increment(failure)) {
        std::error_code gone;
        const std::string name = at->path().filename();
        if (!name.starts_with('.') && at->is_regular_file(gone))
            files.append(QFile::decodeName(QByteArray::fromStdString(name)));
    }
    if (failure)
        return Error { failure.value(), "open", folder.toStdString() };
    files.sort();
    return files;
}

void sortGrades(std::vector<Grade>& grades)
{
    const auto key = [](const Grade& grade) {
        return std::tuple(
            grade.learner.toCaseFolded(), grade.learner, grade.lab, grade.when, grade.file);
    };
    std::ranges::sort(grades, [&](const Grade& a, const Grade& b) { return key(a) < key(b); });
}

QString gradeTable(const std::vector<Grade>& grades)
{
    std::vector<Row> rows { heading() };
    for (const Grade& grade : grades)
        rows.push_back(rowOf(grade));
    std::array<qsizetype, std::tuple_size_v<Row>> widths {};
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString table;
    for (const Row& row : rows) {
        QString line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += row[i].leftJustified(widths[i]) + QStringLiteral("  ");
        table += line.trimmed() + QLatin1Char('\n');
    }
    return table + totals(grades) + QLatin1Char('\n');
}

QByteArray gradeJson(const std::vector<Grade>& grades)
{
    QJsonArray all;
    for (const Grade& grade : grades) {
        QJsonObject one { { QStringLiteral("file"), grade.file },
            { QStringLiteral("learner"), grade.learner }, { QStringLiteral("lab"), grade.lab },
            { QStringLiteral("variant"), grade.variant },
            { QStringLiteral("started_at"), grade.when },
            { QStringLiteral("steps_done"), grade.done },
            { QStringLiteral("predictions"), grade.predicted },
            { QStringLiteral("right_at_first"), grade.right },
            { QStringLiteral("damaged_lines"), static_cast<double>(grade.damaged) } };
        if (grade.steps)
            one[QStringLiteral("steps_total")] = *grade.steps;
        all.append(one);
    }
    return QJsonDocument(all).toJson();
}

} // namespace ipclab
