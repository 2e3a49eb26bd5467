// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab.h"
#include "ipc-core/log/session_file.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QImage>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ipclab {

// Where its words are said.
struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ReportWords)
};

// What a run was, in words of the language of the moment, for who was not there.
struct ReportStep {
    QString text;
    std::optional<Nanoseconds> doneAt; // nothing: it was not ticked
    QString first, last; // what was predicted; empty: nothing
    QString shown; // what the run showed; empty: nothing
    std::optional<bool> rightAtFirst;
    bool demonstrated = false; // done for the learner to see: not theirs
};
struct ReportFinding {
    Nanoseconds at = 0;
    QString title, text;
};
struct ReportPicture { // of the map
    EventIndex moment = 0; // after so many events
    Nanoseconds at = 0;
    QStringList captions;
    QImage image;
    QString description; // what is to be seen in it
};
struct Report {
    QString language; // "en"
    QString title, question; // of the lab, or the command
    QString learner; // empty: not given
    QString lab, variant, when, duration;
    std::vector<ReportStep> steps;
    std::vector<ReportFinding> findings;
    quint64 moreFindings = 0; // that there was no room for
    std::vector<ReportPicture> pictures; // by moment
    quint64 damaged = 0; // lines of the file that were left out
};

// Of the first `end` events. `lab`: the one that the session names, where it is known here.
// Everything a session says may have been made up: lists are bounded. Any thread.
Report makeReport(const EventLog& log, EventIndex end, const SessionHeader& header, const Lab* lab,
    const QString& language, quint64 damaged);

// One file with all in it: no scripts, nothing that is loaded. Whatever a text holds, it is shown
// and never interpreted. Any thread.
QByteArray reportHtml(const Report& report);

// To a file or, where the path is empty, to stdout. Errors of write(2). Any thread.
Status writeHtml(const QByteArray& html, const QString& path);

} // namespace ipclab
