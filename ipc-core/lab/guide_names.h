// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// What a guide's Markdown speaks of beside its words. Code blocks are passed over.
struct GuideName {
    enum class Kind : std::uint8_t {
        Link, // [words](target), ![words](target): the target
        Code, // `words`: the words
    };
    Kind kind = Kind::Link;
    std::string text;
    int line = 0; // both from 1
    int column = 0;

    bool operator==(const GuideName&) const = default;
};

std::vector<GuideName> guideNames(std::string_view content); // at most 1000

// A file, and so one of the lab's folder; not https://…, nor #a-heading. A file:///… is one, too.
bool isFileLink(std::string_view target);
bool isFileUrl(std::string_view target); // file:…, by whatever path

} // namespace ipclab
