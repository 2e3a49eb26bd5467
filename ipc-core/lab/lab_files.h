// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// The files of a lab's folder, as far as they may be trusted.

// A regular file of at most kMostLabFileBytes. Errors: step "open" or "read" with the errno
// (EISDIR, ESPIPE for what is no regular file), EFBIG for one that is too large; subject the path.
Result<std::string> readLabFile(const std::string& path);

// Is this relative path, links followed, still within the folder?
bool staysWithin(const std::string& folder, std::string_view path);

bool isFile(const std::string& path);

// The names of the regular files in the folder with that ending, sorted; at most kMostLabItems.
std::vector<std::string> filesEndingWith(const std::string& folder, std::string_view ending);

// The symbolic links in the folder and in those within it that lead out of it, as paths within it,
// sorted; at most kMostLabItems. Links to nowhere that would be outside are among them.
std::vector<std::string> linksOutOf(const std::string& folder);

} // namespace ipclab
