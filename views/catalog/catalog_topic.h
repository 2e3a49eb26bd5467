// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <vector>

namespace ipclab {

// One lab as the learner chooses it, in the language of the moment.
struct CatalogLab {
    QString id;
    QString title;
    QString question;
    QString shows; // what one sees in it
    int done = 0; // steps
    int total = 0;
    QString missing {}; // "needs python3: only the C variant can run here"; empty: nothing is
    int predictions = 0; // made
    int right = 0; // of them, at the first try
    int minutes = 0; // spent
    bool machineLacks = false; // that is what `missing` says
    QString remedy {}; // a command that gets it, as one types it; empty: we know none
};

struct CatalogTopic {
    QString title;
    std::vector<CatalogLab> labs;
    QString id {}; // in every language
};

inline bool isDone(const CatalogLab& lab)
{
    return lab.total > 0 && lab.done >= lab.total;
}

inline int labsDone(const CatalogTopic& topic)
{
    return static_cast<int>(std::ranges::count_if(topic.labs, isDone));
}

} // namespace ipclab
