// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/epoll_set.h"
#include "ipc-core/capture/file_locks.h"
#include "ipc-core/capture/link_name.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/proc_maps.h"
#include "ipc-core/capture/proc_parse.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace ipclab;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

// Whatever the kernel were to say: no crash, and nothing beyond what was said.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto stat = parseStat(text))
        require(stat->name.size() <= size && stat->foreground.value >= 0);
    if (const auto status = parseStatus(text))
        require(bool(status->process));
    if (const auto call = parseSyscall(text))
        require(!call->running || call->number == -1);
    require(fieldAfter(std::string(text), "scm_fds:").size() <= size);
    (void)linkNameOf(text);
    require(epollMembers(text).size() <= size);
    require(timerLeft(text).value_or(1) > 0);
    (void)timerIsSet(text);
    require(fileLocks(text).size() <= size);
    if (const auto mapping = parseMapping(text))
        require(mapping->name.size() <= size && !(mapping->has(0) && mapping->begin > 0));
    if (const auto mapping = mappingAt(text, 0x7f00'0000'0000))
        require(
            mapping->begin < mapping->end && mapsToo(text, *mapping) == mapsToo(text, *mapping));
    return 0;
}
