// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"
#include "ipc-core/lab/hint_prover.h"
#include "ipc-core/lab/lab_loader.h"
#include "ipc-core/lab/solver.h"

#include <QString>

#include <optional>
#include <string>

namespace ipclab {

struct SolveRequest {
    Lab lab;
    Variant variant = Variant::C;
    SwitchValues switches; // set before the first step
    std::string recordTo;
    bool hints = false; // proves that each hint can be reached, too
};

struct Solved {
    SolveReport report;
    std::vector<HintAt> unreached; // hints, where these were asked for
    std::optional<Error> error; // of the session, or of a program
    QString buildMessages; // what the compiler said against a program
};

// Goes through a lab without a window, in an event loop of its own.
Solved solveLab(const SolveRequest& request);

// The lab whose id or folder this is. Nothing: there is none; its problems are said to stderr.
std::optional<Lab> labNamed(const QString& name);

// The variant to solve a lab in by itself: Python where all of it is there, else C.
std::optional<Variant> variantHere(const Lab& lab);

// A report, for people and for programs.
void sayReport(const Lab& lab, const Solved& solved);
QByteArray reportJson(const Lab& lab, const Solved& solved);

} // namespace ipclab
