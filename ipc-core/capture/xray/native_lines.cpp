// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/native_lines.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/proc_maps.h"

#include <dwarf.h>
#include <elfutils/libdwfl.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ipclab {
namespace {

constexpr int kDeepestFrame = 64;
constexpr int kMostFiles = 16; // that one look may open
constexpr off_t kMostFile = off_t { 64 } << 20; // bytes: a larger one takes too long to read

#if defined(__x86_64__)
constexpr int kStackRegister = 7; // as DWARF numbers it, System V ABI
#elif defined(__aarch64__)
constexpr int kStackRegister = 31;
#else
constexpr int kStackRegister = -1; // not known
#endif

std::string taskFile(Pid pid, Tid tid, const char* name)
{
    return "/proc/" + std::to_string(pid.value) + "/task/" + std::to_string(tid.value) + '/' + name;
}

struct MappedFile {
    Address begin = 0; // where its first byte would lie
    std::string path;
    dev_t device = 0;
    ino_t inode = 0;

    bool operator==(const MappedFile&) const = default;
};

// The file that the address is mapped from.
std::optional<MappedFile> mappedFile(Pid pid, Address address)
{
    MappedFile file;
    Address end = 0; // of what is mapped of it
    bool same = false;
    findMapping(pid, [&](const Mapping& mapping) {
        const auto inode = static_cast<ino_t>(mapping.inode);
        // The start of a small file is mapped several times over, with other rights each time.
        const bool more
            = mapping.begin == end && file.inode == inode && file.device == mapping.device;
        if (mapping.offset == 0 && inode != 0 && !more)
            file = { mapping.begin, mapping.name, mapping.device, inode };
        end = mapping.end;
        if (!mapping.has(address))
            return false;
        same = inode != 0 && file.inode == inode && file.device == mapping.device
            && file.path.starts_with('/');
        return true;
    });
    return same ? std::optional(file) : std::nullopt;
}

// Some file systems tell another device in the map than in stat(2), as btrfs does: there it is
// known of the program itself alone, by /proc/PID/exe, proc(5).
bool isFileOf(const struct stat& status, const MappedFile& mapped, Pid pid)
{
    if (!S_ISREG(status.st_mode) || status.st_size > kMostFile || status.st_ino != mapped.inode)
        return false;
    struct stat program { };
    const std::string link = "/proc/" + std::to_string(pid.value) + "/exe";
    return status.st_dev == mapped.device
        || (::stat(link.c_str(), &program) == 0 && program.st_dev == status.st_dev
            && program.st_ino == status.st_ino);
}

bool isOfSystem(std::string_view path)
{
    constexpr std::string_view kFolders[] { "/lib/", "/lib32/", "/lib64/", "/usr/lib/",
        "/usr/lib32/", "/usr/lib64/" };
    return std::ranges::any_of(
        kFolders, [&](std::string_view folder) { return path.starts_with(folder); });
}

// What it does not have in itself is not looked for elsewhere, least of all in a network.
int findNoDebugFile(
    Dwfl_Module*, void**, const char*, GElf_Addr, const char*, const char*, GElf_Word, char**)
{
    return -1;
}

int findNoElf(Dwfl_Module*, void**, const char*, Dwarf_Addr, char**, Elf**)
{
    return -1;
}

constexpr Dwfl_Callbacks kCallbacks { findNoElf, findNoDebugFile, nullptr, nullptr };

struct Look { // one, through the callbacks
    Dwfl* files = nullptr;
    Pid pid;
    Tid tid;
    StandingPlace place;
    int left = kDeepestFrame;
    Address unopened = 0; // there is code there that no file is open for
    std::optional<CodePlace> found {};
    Address foundAt = 0;
};

bool readWord(Dwfl*, Dwarf_Addr address, Dwarf_Word* word, void* of)
{
    const auto value = readValue<std::uint64_t>(static_cast<const Look*>(of)->pid, address);
    *word = value.value_or(0);
    return value.has_value();
}

bool getThread(Dwfl*, pid_t, void* of, void** thread)
{
    *thread = of;
    return true;
}

pid_t nextThread(Dwfl*, void* of, void** thread)
{
    if (*thread)
        return 0;
    *thread = of;
    return static_cast<Look*>(of)->tid.value;
}

bool setRegisters(Dwfl_Thread* thread, void* of)
{
    const auto& look = *static_cast<const Look*>(of);
    const Dwarf_Word stack = look.place.stack;
    dwfl_thread_state_register_pc(thread, look.place.instruction);
    return dwfl_thread_state_registers(thread, kStackRegister, 1, &stack);
}

constexpr Dwfl_Thread_Callbacks kThreads { nextThread, getThread, readWord, setRegisters, nullptr,
    nullptr };

std::optional<CodePlace> placeOf(Dwfl_Module* module, Address address)
{
    int line = 0;
    Dwfl_Line* const found = dwfl_module_getsrc(module, address);
    const char* const file
        = found ? dwfl_lineinfo(found, nullptr, &line, nullptr, nullptr, nullptr) : nullptr;
    if (!file || line <= 0)
        return std::nullopt;
    const char* const folder = file[0] == '/' ? nullptr : dwfl_line_comp_dir(found);
    return CodePlace { folder ? std::string(folder) + '/' + file : std::string(file),
        static_cast<std::uint32_t>(line) };
}

int onFrame(Dwfl_Frame* frame, void* of)
{
    auto& look = *static_cast<Look*>(of);
    Dwarf_Addr address = 0;
    bool activated = false; // it is where it goes on; else where it was called from
    if (look.left-- == 0 || !dwfl_frame_pc(frame, &address, &activated))
        return DWARF_CB_ABORT;
    const Address inCall = activated ? address : address - 1;
    Dwfl_Module* const module = dwfl_addrmodule(look.files, inCall);
    if (!module) {
        look.unopened = inCall;
        return DWARF_CB_ABORT;
    }
    const char* const name
        = dwfl_module_info(module, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);
    if (name && !isOfSystem(name))
        look.found = placeOf(module, inCall);
    look.foundAt = inCall;
    return look.found ? DWARF_CB_ABORT : DWARF_CB_OK;
}

struct EndFiles {
    void operator()(Dwfl* files) const { dwfl_end(files); }
};

} // namespace

struct NativeLines::Files {
    std::unique_ptr<Dwfl, EndFiles> files { dwfl_begin(&kCallbacks) };
    Look look; // what the callbacks are given
    bool attached = false;
    std::vector<MappedFile> opened;

    // What was mapped there when it was opened may be gone, and another in its place, dlopen(3).
    [[nodiscard]] bool stillMapped(Pid pid, Address address) const
    {
        const auto mapped = mappedFile(pid, address);
        return mapped && std::ranges::find(opened, *mapped) != opened.end();
    }

    // Only if it is the very file that is mapped.
    bool open(Pid pid, Address address)
    {
        const auto mapped = mappedFile(pid, address);
        UniqueFd fd(mapped ? ::open(mapped->path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1);
        struct stat status { };
        if (!fd || fstat(fd.get(), &status) != 0 || !isFileOf(status, *mapped, pid))
            return false;
        dwfl_report_begin_add(files.get());
        Dwfl_Module* const module = dwfl_report_elf(files.get(), mapped->path.c_str(),
            mapped->path.c_str(), fd.get(), mapped->begin, false);
        if (module) {
            fd.release();
            opened.push_back(*mapped);
        }
        return dwfl_report_end(files.get(), nullptr, nullptr) == 0 && module;
    }

    bool attach(Pid pid)
    {
        attached = attached || dwfl_attach_state(files.get(), nullptr, pid.value, &kThreads, &look);
        return attached;
    }
};

NativeLines::NativeLines()
    : m_files(std::make_unique<Files>())
{
}

NativeLines::~NativeLines() = default;
NativeLines::NativeLines(NativeLines&&) noexcept = default;
NativeLines& NativeLines::operator=(NativeLines&&) noexcept = default;

std::optional<CodePlace> NativeLines::line(Pid pid, Tid tid, const StandingPlace& place)
{
    Files& files = *m_files;
    Address needed = place.instruction;
    if (!files.files || kStackRegister < 0)
        return std::nullopt;
    for (int i = 0; i < kMostFiles; ++i) {
        if (!dwfl_addrmodule(files.files.get(), needed) && !files.open(pid, needed))
            return std::nullopt;
        if (!files.attach(pid))
            return std::nullopt;
        files.look = Look { files.files.get(), pid, tid, place };
        dwfl_getthread_frames(files.files.get(), tid.value, onFrame, &files.look);
        if (files.look.unopened != 0) {
            needed = files.look.unopened;
            continue;
        }
        if (!files.look.found || files.stillMapped(pid, files.look.foundAt))
            return std::move(files.look.found);
        m_files = std::make_unique<Files>(); // from anew at the next look
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<StandingPlace> standingPlace(Pid pid, Tid tid)
{
    std::ifstream file(taskFile(pid, tid, "syscall"));
    std::string line;
    std::getline(file, line);
    // "NUMBER SIX ARGUMENTS SP PC", or "-1 SP PC"; "running".
    const std::size_t last = line.rfind(' ');
    const std::size_t before
        = last == line.npos || last == 0 ? line.npos : line.rfind(' ', last - 1);
    StandingPlace place;
    if (before == line.npos
        || std::sscanf(
               line.c_str() + before, " %" SCNx64 " %" SCNx64, &place.stack, &place.instruction)
            != 2)
        return std::nullopt;
    return place;
}

} // namespace ipclab
