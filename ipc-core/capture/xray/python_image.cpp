// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/python_image.h"

#include "ipc-core/capture/proc_maps.h"
#include "ipc-core/capture/xray/elf_image.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace ipclab {

namespace {

// "python3.11", "libpython3.11.so.1.0"; that without its global lock ("python3.13t") has other
// objects.
bool isPython(const Mapping& mapping)
{
    std::string_view name = mapping.name;
    name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));
    if (name.starts_with("lib"))
        name.remove_prefix(3);
    constexpr std::string_view kBegins = "python3.";
    if (mapping.offset != 0 || !name.starts_with(kBegins))
        return false;
    name.remove_prefix(kBegins.size());
    unsigned minor = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), minor);
    const std::string_view rest = name.substr(static_cast<std::size_t>(end - name.data()));
    return error == std::errc {} && minor >= 8 && minor <= 13
        && (rest.empty() || rest.starts_with('.') || rest.starts_with(' '));
}

} // namespace

std::optional<PythonImage> findPythonImage(Pid pid)
{
    PythonImage found;
    std::optional<Mapping> image;
    std::optional<ElfImage> symbols;
    findMapping(pid, [&](const Mapping& mapping) {
        const MemoryRegion region { mapping.begin, mapping.end };
        if (isPython(mapping) && (!symbols || !symbols->symbol("PyType_Type"))) {
            image = mapping;
            symbols = ElfImage::at(pid, mapping.begin);
        }
        if (mapping.writable && !mapping.shared)
            found.written.push_back(region);
        else if (image && mapping.isFile(*image))
            found.constants.push_back(region);
        return false;
    });
    if (!symbols)
        return std::nullopt;
    found.type = symbols->symbol("PyType_Type").value_or(0);
    found.str = symbols->symbol("PyUnicode_Type").value_or(0);
    found.bytes = symbols->symbol("PyBytes_Type").value_or(0);
    found.list = symbols->symbol("PyList_Type").value_or(0);
    if (found.type == 0 || found.str == 0 || found.bytes == 0 || found.list == 0)
        return std::nullopt;
    std::ranges::sort(
        found.written, {}, [](const MemoryRegion& region) { return region.end - region.begin; });
    return found;
}

} // namespace ipclab
