// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <set>
#include <vector>

namespace ipclab {

// A word of the trade, and what it means in a sentence or two, in the language shown.
struct Term {
    QString word; // as it is usually said
    QString meaning;
};

// Where a text speaks of a term: `length` characters from `position`.
struct TermFound {
    qsizetype position = 0;
    qsizetype length = 0;
    std::size_t term = 0; // in `glossary()`
};

const std::vector<Term>& glossary();
// The terms in a text, whole words alone, each only where it comes first and not if it is `known`
// already, to which it is added. GUI thread, as all that translates.
std::vector<TermFound> termsIn(const QString& text, std::set<std::size_t>& known);

} // namespace ipclab
