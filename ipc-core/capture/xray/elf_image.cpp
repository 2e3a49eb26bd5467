// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/elf_image.h"

#include <elf.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace ipclab {
namespace {

constexpr std::uint16_t kMaxSegments = 64;
constexpr std::uint64_t kMaxDynamicBytes = 16 << 10;
constexpr std::uint32_t kMaxChain = 512;
constexpr std::size_t kMaxSymbolName = 64;

// The hash of DT_GNU_HASH.
std::uint32_t gnuHash(std::string_view name)
{
    std::uint32_t hash = 5381;
    for (const char c : name)
        hash = hash * 33 + static_cast<unsigned char>(c);
    return hash;
}

// A library, or a program.
bool isLp64Image(const Elf64_Ehdr& header)
{
    constexpr auto kOrder = std::endian::native == std::endian::little ? ELFDATA2LSB : ELFDATA2MSB;
    return std::memcmp(header.e_ident, ELFMAG, SELFMAG) == 0
        && header.e_ident[EI_CLASS] == ELFCLASS64 && header.e_ident[EI_DATA] == kOrder
        && (header.e_type == ET_DYN || header.e_type == ET_EXEC)
        && header.e_phentsize == sizeof(Elf64_Phdr) && header.e_phnum <= kMaxSegments;
}

} // namespace

std::optional<ElfImage> ElfImage::at(Pid pid, Address start)
{
    const auto header = readValue<Elf64_Ehdr>(pid, start);
    if (!header || !isLp64Image(*header))
        return std::nullopt;
    ElfImage image;
    image.m_pid = pid;
    const auto table
        = readMemory(pid, start + header->e_phoff, header->e_phnum * sizeof(Elf64_Phdr));
    std::optional<Elf64_Phdr> dynamic;
    bool loaded = false;
    for (std::size_t i = 0; i < header->e_phnum; ++i) {
        const auto segment = numberAt<Elf64_Phdr>(table, i * sizeof(Elf64_Phdr));
        if (!segment)
            return std::nullopt;
        if (segment->p_type == PT_LOAD && !loaded) {
            image.m_base = start - (segment->p_vaddr - segment->p_offset);
            loaded = true;
        }
        if (segment->p_type == PT_DYNAMIC)
            dynamic = segment;
    }
    if (!loaded || !dynamic
        || !image.readDynamic(image.m_base + dynamic->p_vaddr, dynamic->p_memsz))
        return std::nullopt;
    return image;
}

bool ElfImage::readDynamic(Address dynamic, std::uint64_t size)
{
    const auto entries = readMemory(m_pid, dynamic, std::min(size, kMaxDynamicBytes));
    Address hash = 0;
    for (std::size_t offset = 0;; offset += sizeof(Elf64_Dyn)) {
        const auto entry = numberAt<Elf64_Dyn>(entries, offset);
        if (!entry || entry->d_tag == DT_NULL)
            break;
        // ld.so adds the base to these in place when it gets to the library.
        const Address value = entry->d_un.d_ptr;
        const Address place = value < m_base ? value + m_base : value;
        if (entry->d_tag == DT_SYMTAB)
            m_symbols = place;
        else if (entry->d_tag == DT_STRTAB)
            m_names = place;
        else if (entry->d_tag == DT_GNU_HASH)
            hash = place;
    }
    const auto header = readValue<std::array<std::uint32_t, 4>>(m_pid, hash);
    if (m_symbols == 0 || m_names == 0 || hash == 0 || !header)
        return false;
    m_buckets = (*header)[0];
    m_firstHashed = (*header)[1];
    m_bloomWords = (*header)[2];
    m_bloom = hash + sizeof *header;
    return m_buckets != 0;
}

bool ElfImage::isNamed(std::uint32_t nameOffset, std::string_view name) const
{
    const auto found = readMemory(m_pid, m_names + nameOffset, name.size() + 1);
    return found.size() == name.size() + 1 && found.back() == std::byte {}
    && std::memcmp(found.data(), name.data(), name.size()) == 0;
}

std::optional<Address> ElfImage::symbol(std::string_view name) const
{
    if (name.size() > kMaxSymbolName)
        return std::nullopt;
    constexpr auto kNumber = sizeof(std::uint32_t);
    const std::uint32_t hash = gnuHash(name);
    const Address buckets = m_bloom + Address { m_bloomWords } * sizeof(std::uint64_t);
    const Address chains = buckets + Address { m_buckets } * kNumber;
    const auto first = readValue<std::uint32_t>(m_pid, buckets + (hash % m_buckets) * kNumber);
    if (!first || *first < m_firstHashed)
        return std::nullopt;
    for (std::uint32_t i = 0; i < kMaxChain; ++i) {
        const Address number = Address { *first } + i;
        const auto link
            = readValue<std::uint32_t>(m_pid, chains + (number - m_firstHashed) * kNumber);
        if (!link)
            return std::nullopt;
        if ((*link | 1) == (hash | 1)) { // the lowest bit only says that the chain ends here
            const auto found = readValue<Elf64_Sym>(m_pid, m_symbols + number * sizeof(Elf64_Sym));
            if (found && found->st_shndx != SHN_UNDEF && isNamed(found->st_name, name))
                return m_base + found->st_value;
        }
        if ((*link & 1) != 0)
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace ipclab
