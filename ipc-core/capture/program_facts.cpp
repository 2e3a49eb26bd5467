// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/program_facts.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/proc_fs.h"

#include <elf.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

namespace {

#if defined(__x86_64__)
constexpr Elf64_Half kMachine = EM_X86_64;
#else
constexpr Elf64_Half kMachine = EM_AARCH64;
#endif
constexpr std::size_t kMostHeaders = 64;

template <typename T> std::optional<T> readAt(const UniqueFd& file, std::uint64_t offset)
{
    T value {};
    const auto at = static_cast<off_t>(offset);
    if (::pread(file.get(), &value, sizeof value, at) != static_cast<ssize_t>(sizeof value))
        return std::nullopt;
    return value;
}

// The path of the dynamic loader; nothing in a static program.
std::optional<std::string> loaderOf(const UniqueFd& file, const Elf64_Ehdr& header)
{
    const std::size_t count = std::min<std::size_t>(header.e_phnum, kMostHeaders);
    for (std::size_t i = 0; i < count; ++i) {
        const auto segment = readAt<Elf64_Phdr>(file, header.e_phoff + i * sizeof(Elf64_Phdr));
        if (!segment || segment->p_type != PT_INTERP)
            continue;
        const auto path = readAt<std::array<char, 256>>(file, segment->p_offset);
        return path ? std::string(path->data(), ::strnlen(path->data(), path->size()))
                    : std::string();
    }
    return std::nullopt;
}

// The second number is the one that counts, "Uid:" in proc(5).
unsigned effectiveId(const std::string& status, const std::string& key)
{
    const std::string numbers = fieldAfter(status, key);
    const std::size_t second = numbers.find('\t');
    return second == std::string::npos
        ? 0
        : static_cast<unsigned>(std::strtoul(numbers.c_str() + second, nullptr, 10));
}

bool wouldBePrivileged(Pid pid, const std::string& path)
{
    struct stat file { };
    struct statvfs disk { };
    if (::stat(path.c_str(), &file) != 0 || ::statvfs(path.c_str(), &disk) != 0
        || (disk.f_flag & ST_NOSUID) != 0)
        return false;
    const bool setsGroup = (file.st_mode & S_ISGID) != 0 && (file.st_mode & S_IXGRP) != 0;
    const bool setsUser = (file.st_mode & S_ISUID) != 0;
    const bool capable = ::getxattr(path.c_str(), "security.capability", nullptr, 0) > 0;
    if (!setsGroup && !setsUser && !capable)
        return false;
    const std::string status = statusText(pid, firstThread(pid));
    const unsigned user = effectiveId(status, "Uid:");
    return (setsUser && user != file.st_uid)
        || (setsGroup && effectiveId(status, "Gid:") != file.st_gid) || (capable && user != 0);
}

} // namespace

ProgramFacts programFacts(Pid pid)
{
    const std::string path = "/proc/" + std::to_string(pid.value) + "/exe";
    ProgramFacts facts;
    facts.privileged = wouldBePrivileged(pid, path);
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    const auto header = file ? readAt<Elf64_Ehdr>(file, 0) : std::nullopt;
    if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0)
        return facts;
    // e_machine is at the same place in both classes.
    facts.foreign = header->e_ident[EI_CLASS] != ELFCLASS64 || header->e_machine != kMachine;
    if (facts.foreign || header->e_phentsize != sizeof(Elf64_Phdr))
        return facts;
    const auto loader = loaderOf(file, *header);
    facts.isStatic = !loader;
    // ld-linux-x86-64.so.2, ld-linux-aarch64.so.1; ld-musl-x86_64.so.1
    facts.otherLibrary = loader && loader->find("/ld-linux") == std::string::npos;
    return facts;
}

} // namespace ipclab
