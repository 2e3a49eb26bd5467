// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/libc_symbols.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/xray/elf_image.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace ipclab {
namespace {

constexpr std::size_t kMaxMapsBytes = 4 << 20;

// A line of /proc/PID/maps that maps the start of a file.
struct MappedFile {
    Address start = 0;
    std::string_view path;
    [[nodiscard]] std::string_view name() const { return path.substr(path.rfind('/') + 1); }
};

std::optional<MappedFile> fileStart(std::string_view line)
{
    const std::size_t slash = line.find('/');
    if (slash == line.npos)
        return std::nullopt;
    MappedFile file { 0, line.substr(slash) };
    const auto parsed = std::from_chars(line.data(), line.data() + line.size(), file.start, 16);
    if (parsed.ec != std::errc {})
        return std::nullopt;
    const std::size_t space = line.find(' ');
    const std::string_view offset = line.substr(std::min(line.size(), space + 6)).substr(0, 8);
    return offset == "00000000" ? std::optional(file) : std::nullopt;
}

bool isLibc(const MappedFile& file)
{
    // Up to 2.33 the file was called libc-2.33.so.
    return file.name().starts_with("libc.so.6") || file.name().starts_with("libc-2.");
}

// Goes through the files that /proc/PID/maps tells of, read piece by piece, until one is `wanted`.
template <typename Wanted> void findMapped(Pid pid, Wanted wanted)
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
            const auto mapped = fileStart(std::string_view(rest).substr(begin, end - begin));
            if (mapped && wanted(*mapped))
                return;
        }
        rest.erase(0, begin);
    }
}

std::string programPath(Pid pid)
{
    std::array<char, 4096> path {};
    const std::string link = "/proc/" + std::to_string(pid.value) + "/exe";
    const ssize_t length = ::readlink(link.c_str(), path.data(), path.size());
    return { path.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)) };
}

} // namespace

std::optional<LibcSymbols> findLibc(Pid pid)
{
    Address start = 0;
    findMapped(pid, [&](const MappedFile& file) {
        start = isLibc(file) ? file.start : 0;
        return start != 0;
    });
    if (start == 0)
        return std::nullopt;
    const auto image = ElfImage::at(pid, start);
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

MappedImages mappedImages(Pid pid)
{
    MappedImages found;
    const std::string program = programPath(pid);
    findMapped(pid, [&](const MappedFile& file) {
        if (found.program == 0 && file.path == program)
            found.program = file.start;
        if (found.cpp == 0 && file.name().starts_with("libstdc++.so"))
            found.cpp = file.start;
        return found.cpp != 0 && found.program != 0;
    });
    return found;
}

} // namespace ipclab
