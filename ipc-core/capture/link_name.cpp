// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/link_name.h"

#include <charconv>
#include <system_error>

namespace ipclab {

namespace {

template <typename Number> bool numberBetween(
    std::string_view text, std::string_view before, std::string_view after, Number& to)
{
    if (!text.starts_with(before) || !text.ends_with(after)
        || text.size() <= before.size() + after.size())
        return false;
    const char* const end = text.data() + text.size() - after.size();
    const auto parsed = std::from_chars(text.data() + before.size(), end, to);
    return parsed.ec == std::errc {} && parsed.ptr == end;
}

} // namespace

LinkName linkNameOf(std::string_view link)
{
    LinkName name;
    if (numberBetween(link, "pipe:[", "]", name.number))
        name.kind = LinkKind::Pipe;
    else if (numberBetween(link, "socket:[", "]", name.number))
        name.kind = LinkKind::Socket;
    else if (numberBetween(link, "/dev/pts/", "", name.number))
        name.kind = LinkKind::PtySlave;
    else if (link == "/dev/ptmx" || link.ends_with("/pts/ptmx"))
        name.kind = LinkKind::PtyMaster;
    else if (link == "anon_inode:[eventfd]")
        name.kind = LinkKind::Eventfd;
    else if (link == "anon_inode:[eventpoll]")
        name.kind = LinkKind::Epoll;
    else if (link == "anon_inode:[io_uring]")
        name.kind = LinkKind::IoUring;
    else if (link.starts_with('/') && link != "/dev/null" && !link.starts_with("/memfd:"))
        name.kind = LinkKind::Path;
    return name;
}

} // namespace ipclab
