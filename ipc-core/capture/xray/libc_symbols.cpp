// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/libc_symbols.h"

#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/proc_maps.h"
#include "ipc-core/capture/xray/elf_image.h"

#include <string>
#include <string_view>

namespace ipclab {
namespace {

std::string_view nameOf(const Mapping& file)
{
    return std::string_view(file.name).substr(file.name.rfind('/') + 1);
}

bool isStart(const Mapping& mapping) // of a file
{
    return mapping.offset == 0 && mapping.name.starts_with('/');
}

bool isLibc(const Mapping& file)
{
    // Up to 2.33 the file was called libc-2.33.so.
    return isStart(file)
        && (nameOf(file).starts_with("libc.so.6") || nameOf(file).starts_with("libc-2."));
}

} // namespace

std::optional<LibcSymbols> findLibc(Pid pid)
{
    Address start = 0;
    findMapping(pid, [&](const Mapping& file) {
        start = isLibc(file) ? file.begin : 0;
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
    const std::string program = executable(pid);
    findMapping(pid, [&](const Mapping& file) {
        if (found.program == 0 && isStart(file) && file.name == program)
            found.program = file.begin;
        if (found.cpp == 0 && isStart(file) && nameOf(file).starts_with("libstdc++.so"))
            found.cpp = file.begin;
        return found.cpp != 0 && found.program != 0;
    });
    return found;
}

} // namespace ipclab
