// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/libc_symbols.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/xray/elf_image.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace ipclab {
namespace {

constexpr std::size_t kMaxMapsBytes = 4 << 20;

// Where the line of /proc/PID/maps maps the start of glibc; nothing for any other line.
std::optional<Address> libcStart(std::string_view line)
{
    const std::size_t slash = line.rfind('/');
    if (slash == line.npos)
        return std::nullopt;
    const std::string_view name = line.substr(slash + 1);
    // Up to 2.33 the file was called libc-2.33.so.
    if (!name.starts_with("libc.so.6") && !name.starts_with("libc-2."))
        return std::nullopt;
    Address start = 0;
    const char* const end = line.data() + line.size();
    const auto parsed = std::from_chars(line.data(), end, start, 16);
    if (parsed.ec != std::errc {})
        return std::nullopt;
    const std::size_t space = line.find(' ');
    const std::string_view offset = line.substr(std::min(line.size(), space + 6)).substr(0, 8);
    return offset == "00000000" ? std::optional(start) : std::nullopt;
}

// The start of glibc in what /proc/PID/maps says, read piece by piece until it is found.
std::optional<Address> mappedLibc(Pid pid)
{
    const std::string path = "/proc/" + std::to_string(pid.value) + "/maps";
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 8192> piece;
    std::string rest; // a line of which the end is not read yet
    std::size_t total = 0;
    while (file && total < kMaxMapsBytes) {
        const ssize_t got = ::read(file.get(), piece.data(), piece.size());
        if (got <= 0)
            break;
        total += static_cast<std::size_t>(got);
        rest.append(piece.data(), static_cast<std::size_t>(got));
        std::size_t begin = 0;
        for (std::size_t end = 0; (end = rest.find('\n', begin)) != rest.npos; begin = end + 1) {
            const auto start = libcStart(std::string_view(rest).substr(begin, end - begin));
            if (start)
                return start;
        }
        rest.erase(0, begin);
    }
    return std::nullopt;
}

} // namespace

std::optional<LibcSymbols> findLibc(Pid pid)
{
    const auto start = mappedLibc(pid);
    if (!start)
        return std::nullopt;
    const auto image = ElfImage::at(pid, *start);
    if (!image)
        return std::nullopt;
    const auto listAll = image->symbol("_IO_list_all");
    const auto in = image->symbol("_IO_2_1_stdin_");
    const auto out = image->symbol("_IO_2_1_stdout_");
    const auto error = image->symbol("_IO_2_1_stderr_");
    if (!listAll || !in || !out || !error)
        return std::nullopt;
    return LibcSymbols { *listAll, *in, *out, *error };
}

} // namespace ipclab
