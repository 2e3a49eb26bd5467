// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/registers.h"

#include "ipc-core/capture/call_table.h"

#include <elf.h>
#include <linux/audit.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>

#include <algorithm>
#include <iterator>

namespace ipclab {

namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kNative = AUDIT_ARCH_X86_64;
using Registers = user_regs_struct;
#elif defined(__aarch64__)
constexpr std::uint32_t kNative = AUDIT_ARCH_AARCH64;
using Registers = user_regs_struct;
#else
#error "IPC Lab knows the registers of x86-64 and of aarch64"
#endif

bool readRegisters(Tid tid, Registers& registers)
{
    iovec space { &registers, sizeof registers };
    return ptrace(PTRACE_GETREGSET, tid.value, NT_PRSTATUS, &space) == 0;
}

bool writeRegisters(Tid tid, Registers& registers)
{
    iovec space { &registers, sizeof registers };
    return ptrace(PTRACE_SETREGSET, tid.value, NT_PRSTATUS, &space) == 0;
}

} // namespace

std::optional<CallStop> callStop(Tid tid)
{
    struct __ptrace_syscall_info info { };
    const auto size = sizeof info;
    if (ptrace(PTRACE_GET_SYSCALL_INFO, tid.value, size, &info) <= 0)
        return std::nullopt;
    CallStop stop;
    stop.native = info.arch == kNative;
    if (info.op == PTRACE_SYSCALL_INFO_SECCOMP) {
        stop.entry = true;
        stop.number = info.seccomp.nr;
        stop.filterSays = info.seccomp.ret_data;
        std::copy(std::begin(info.seccomp.args), std::end(info.seccomp.args), stop.args.begin());
        return stop;
    }
    if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
        stop.entry = true;
        stop.number = info.entry.nr;
        stop.filterSays = kOurFilter; // there is no other who asked
        std::copy(std::begin(info.entry.args), std::end(info.entry.args), stop.args.begin());
        return stop;
    }
    if (info.op == PTRACE_SYSCALL_INFO_EXIT) {
        stop.result = info.exit.rval;
        return stop;
    }
    return std::nullopt;
}

bool isAtEntry(Tid tid)
{
    struct __ptrace_syscall_info info { };
    const auto size = sizeof info;
    return ptrace(PTRACE_GET_SYSCALL_INFO, tid.value, size, &info) > 0
        && info.op == PTRACE_SYSCALL_INFO_ENTRY;
}

std::optional<CallStop> interruptedCall([[maybe_unused]] Tid tid)
{
#if defined(__x86_64__)
    Registers registers {};
    if (!readRegisters(tid, registers) || static_cast<std::int64_t>(registers.orig_rax) < 0)
        return std::nullopt;
    CallStop stop;
    stop.number = registers.orig_rax;
    stop.args = { registers.rdi, registers.rsi, registers.rdx, registers.r10, registers.r8,
        registers.r9 };
    stop.result = static_cast<std::int64_t>(registers.rax);
    return stop;
#else
    return std::nullopt; // arm64 sees to the restart before the stop
#endif
}

bool refuseCall(Tid tid, std::int64_t result)
{
    Registers registers {};
    if (!readRegisters(tid, registers))
        return false;
#if defined(__x86_64__)
    registers.orig_rax = ~0ULL; // no call has this number, ptrace(2) and seccomp(2)
    registers.rax = static_cast<unsigned long long>(result);
    return writeRegisters(tid, registers);
#else
    registers.regs[0] = static_cast<unsigned long long>(result);
    int number = -1;
    iovec space { &number, sizeof number };
    return writeRegisters(tid, registers)
        && ptrace(PTRACE_SETREGSET, tid.value, NT_ARM_SYSTEM_CALL, &space) == 0;
#endif
}

std::optional<std::uint64_t> stackPointer(Tid tid)
{
    Registers registers {};
    if (!readRegisters(tid, registers))
        return std::nullopt;
#if defined(__x86_64__)
    return registers.rsp;
#else
    return registers.sp;
#endif
}

bool setCallResult(Tid tid, std::int64_t result)
{
    Registers registers {};
    if (!readRegisters(tid, registers))
        return false;
#if defined(__x86_64__)
    registers.rax = static_cast<unsigned long long>(result);
#else
    registers.regs[0] = static_cast<unsigned long long>(result);
#endif
    return writeRegisters(tid, registers);
}

bool setCallArgument(Tid tid, unsigned index, std::uint64_t value)
{
    Registers registers {};
    if (index > 5 || !readRegisters(tid, registers))
        return false;
#if defined(__x86_64__)
    unsigned long long* const places[] = { &registers.rdi, &registers.rsi, &registers.rdx,
        &registers.r10, &registers.r8, &registers.r9 };
    *places[index] = value;
#else
    registers.regs[index] = value;
#endif
    return writeRegisters(tid, registers);
}

} // namespace ipclab
