// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/progress.h"
#include "ipc-core/lab/lab_loader.h"
#include "views/catalog/catalog_topic.h"

#include <QString>

#include <string>
#include <vector>

namespace ipclab {

QString topicTitle(const std::string& topic); // "Buffering and deadlock"

// All labs there are, those that cannot be loaded too. Those that come with IPC Lab are read once.
// GUI thread.
class LabCatalog {
public:
    explicit LabCatalog(const std::vector<std::string>& folders);

    // Another folder with a lab, in place of one with the same id; or what it is now. The lab's id,
    // or the folder's name where it does not load.
    QString add(const std::string& folder);

    QString read(const QString& id); // as it is now; its id by now
    void lookAgain(); // for folders that came or went, and at what may be edited

    // In the language, with how far the learner got, topic by topic.
    [[nodiscard]] std::vector<CatalogTopic> topics(
        const QString& language, const AllProgress& progress) const;

    [[nodiscard]] const Lab* find(const QString& id) const; // nullptr: there is none that loads
    [[nodiscard]] int labsWith(const std::string& program) const; // in C or in Python
    [[nodiscard]] const Lab* next(const std::string& id) const; // in the catalog's order
    [[nodiscard]] QString problems(const QString& id) const; // of one that does not load

private:
    QString take(const std::string& folder, bool inPlace);
    [[nodiscard]] bool knows(const std::string& folder) const;

    struct Broken {
        std::string folder;
        std::string id; // its folder's name
        Problems problems;
    };

    std::vector<std::string> m_folders; // that hold labs
    std::vector<std::string> m_added; // from elsewhere; the last one counts
    std::vector<Lab> m_labs; // in the catalog's order
    std::vector<Broken> m_broken;
};

QString problemLines(const Problems& problems); // a sentence each

// What this machine lacks, in words: "python3 is missing: …"; empty when both variants can run.
QString missingWords(const Lab& lab);
// A command that gets it; empty: nothing is missing, or we do not know.
QString remedyFor(const Lab& lab);
// Why a variant cannot run here; empty: it can.
QString obstacleTo(const Lab& lab, Variant variant);

} // namespace ipclab
