// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/launch_plan.h"

#include <QObject>
#include <QProcess>
#include <QString>

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <vector>

namespace ipclab {

// What the compiler said of a program in that folder, kept beside it. Any thread.
bool isKeptWarnings(const std::filesystem::path& file);

// Compiles a lab's C programs, one after another, with the system's compiler. GUI thread; never
// waits. Gives up on a compiler that takes longer than a minute; then, and when it is destroyed,
// the compiler and all that it started end (a driver does not take its passes with it).
class ProgramBuilder : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~ProgramBuilder() override;

    void build(const std::vector<BuildStep>& steps); // only those that need it

signals:
    // With the compiler's own words, bounded. Of what could be built they are its warnings, of
    // programs too that did not need it now.
    void finished(bool ok, const QString& messages);

private:
    void next();
    void ended(bool ok);
    void drop();
    void killGroup() const;

    std::vector<BuildStep> m_steps; // the last is the next
    std::string m_output; // of the step that is done
    QString m_warnings;
    std::unique_ptr<QProcess> m_compiler;
    pid_t m_group = 0; // the compiler's
};

} // namespace ipclab
