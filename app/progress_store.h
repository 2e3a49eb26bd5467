// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/progress.h"
#include "ipc-core/base/result.h"

namespace ipclab {

// The learner's progress in ipclab/progress.json of the user's data folder, written as a whole and
// only when something is new. Several windows may have it at once: each adds what is its own. A
// file that cannot be understood is kept beside it under another name, never overwritten. GUI
// thread.
class ProgressStore {
public:
    ProgressStore(); // reads it

    [[nodiscard]] const AllProgress& all() const { return m_all; }
    // Of the lab; nothing at all if it was never opened.
    [[nodiscard]] const LabProgress& of(const QString& lab) const;
    // What is new: steps, seconds and runs beside those that are there.
    void note(const QString& lab, const LabProgress& more);
    Status save();
    Status forget(); // all of it, in the file too

    // Where the file is now that could not be understood; empty: it could.
    [[nodiscard]] const QString& keptAside() const { return m_keptAside; }
    [[nodiscard]] static QString path();

private:
    Result<AllProgress> read();
    Status write(const AllProgress& all);

    AllProgress m_all;
    AllProgress m_new; // since the file was written last
    QString m_keptAside;
};

} // namespace ipclab
