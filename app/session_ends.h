// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"

namespace ipclab {

// The lab's ends of one program, and what capture was told of them.
struct Session::Ends {
    QString run;
    std::unique_ptr<Endpoints> endpoints;
    std::vector<LabEndFacts> known; // as they were when paired
    QByteArray sending; // taken, and not yet reported as sent
    bool inputClosed = false;
    bool unread = false; // nobody holds the other end of its input any more

    [[nodiscard]] int descriptorFor(int stream) const
    {
        for (const LabEndFacts& end : known) {
            if (stream >= 0 && stream < 3 && end.streams.at(static_cast<std::size_t>(stream)))
                return end.descriptor;
        }
        return -1;
    }
};

} // namespace ipclab
