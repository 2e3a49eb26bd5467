// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/call_table.h"

#include "ipc-core/base/unique_fd.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace ipclab {

namespace {

using Filter = std::unique_ptr<void, void (*)(scmp_filter_ctx)>;

constexpr std::uint64_t kGetEvents = 1; // IORING_ENTER_GETEVENTS, io_uring_enter(2)
constexpr std::uint64_t kLowWord = 0xFFFFFFFF; // int arguments: the kernel ignores the upper half

int numberOf(Call call)
{
    return seccomp_syscall_resolve_name(std::string(name(call)).c_str());
}

// The comparisons of which one must hold for the call to be of interest; none: always.
std::vector<scmp_arg_cmp> interestOf(Call call)
{
    switch (call) {
    case Call::Fcntl:
        return { SCMP_A1(SCMP_CMP_MASKED_EQ, kLowWord, F_DUPFD),
            SCMP_A1(SCMP_CMP_MASKED_EQ, kLowWord, F_DUPFD_CLOEXEC),
            SCMP_A1(SCMP_CMP_MASKED_EQ, kLowWord, F_SETLKW),
            SCMP_A1(SCMP_CMP_MASKED_EQ, kLowWord, F_OFD_SETLKW),
            SCMP_A1(SCMP_CMP_MASKED_EQ, kLowWord, F_SETPIPE_SZ),
            SCMP_A1(SCMP_CMP_MASKED_EQ, kLowWord, F_SETFL) };
    case Call::Futex: {
        constexpr std::uint64_t kCommand = FUTEX_CMD_MASK & kLowWord;
        constexpr std::uint64_t kWithoutClock = kCommand & 0x7F;
        return { SCMP_A1(SCMP_CMP_MASKED_EQ, kWithoutClock, FUTEX_WAIT),
            SCMP_A1(SCMP_CMP_MASKED_EQ, kWithoutClock, FUTEX_WAIT_BITSET),
            SCMP_A1(SCMP_CMP_MASKED_EQ, kWithoutClock, FUTEX_LOCK_PI),
            SCMP_A1(SCMP_CMP_MASKED_EQ, kWithoutClock, FUTEX_LOCK_PI2) };
    }
    case Call::IoUringEnter: // to wait for what was given, or is now
        return { SCMP_A3(SCMP_CMP_MASKED_EQ, kGetEvents, kGetEvents) };
    case Call::IoGetevents: // at least so many
    case Call::IoPgetevents:
        return { SCMP_A1(SCMP_CMP_NE, 0) };
    case Call::Clone: // all others are heard of by events
        return { SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_UNTRACED, CLONE_UNTRACED) };
    case Call::Prctl:
        return { SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP) };
    case Call::Ptrace:
        return { SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(PTRACE_TRACEME)),
            SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(PTRACE_ATTACH)),
            SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(PTRACE_SEIZE)) };
    case Call::Seccomp:
        return { SCMP_A0(SCMP_CMP_EQ, SECCOMP_SET_MODE_FILTER),
            SCMP_A0(SCMP_CMP_EQ, SECCOMP_SET_MODE_STRICT) };
    case Call::RtSigaction: // asking changes nothing
    case Call::RtSigprocmask:
        return { SCMP_A1(SCMP_CMP_NE, 0) };
    default:
        return {};
    }
}

// Seen by ptrace events, without the filter's help.
bool seenOtherwise(Call call)
{
    return call == Call::Unknown || call == Call::Execve || call == Call::Execveat
        || call == Call::Fork || call == Call::Vfork;
}

bool addRules(scmp_filter_ctx filter, Call call)
{
    const int number = numberOf(call);
    if (number < 0 || seenOtherwise(call)) // negative: this architecture has no such call
        return true;
    const std::vector<scmp_arg_cmp> interest = interestOf(call);
    if (interest.empty())
        return seccomp_rule_add_array(filter, SCMP_ACT_TRACE(kOurFilter), number, 0, nullptr) == 0;
    for (const scmp_arg_cmp& one : interest) {
        if (seccomp_rule_add_array(filter, SCMP_ACT_TRACE(kOurFilter), number, 1, &one) != 0)
            return false;
    }
    return true;
}

// Through a pipe: a file, even one in memory, would be cut at the person's limit of file size,
// getrlimit(2). The filter has less than PIPE_BUF bytes, so that it never waits for room, pipe(7).
Result<std::vector<sock_filter>> exported(scmp_filter_ctx filter)
{
    std::array<int, 2> ends {};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return lastError("seccomp", "export");
    const UniqueFd readEnd(ends[0]);
    UniqueFd writeEnd(ends[1]);
    if (seccomp_export_bpf(filter, writeEnd.get()) != 0)
        return lastError("seccomp", "export");
    writeEnd.reset();
    std::vector<sock_filter> program(BPF_MAXINSNS);
    const ssize_t size = read(readEnd.get(), program.data(), program.size() * sizeof(sock_filter));
    if (size <= 0)
        return lastError("seccomp", "export");
    program.resize(static_cast<std::size_t>(size) / sizeof(sock_filter));
    return program;
}

} // namespace

CallTable::CallTable()
{
    for (std::uint16_t i = 1; i < static_cast<std::uint16_t>(Call::Count); ++i) {
        const Call call = static_cast<Call>(i);
        const int number = numberOf(call);
        if (number < 0)
            continue;
        if (m_calls.size() <= static_cast<std::size_t>(number))
            m_calls.resize(static_cast<std::size_t>(number) + 1, Call::Unknown);
        m_calls[static_cast<std::size_t>(number)] = call;
    }
}

bool isOfInterest(Call call, const std::array<std::uint64_t, 6>& args)
{
    if (seenOtherwise(call))
        return false;
    const std::vector<scmp_arg_cmp> interest = interestOf(call);
    return interest.empty() || std::ranges::any_of(interest, [&](const scmp_arg_cmp& one) {
        const std::uint64_t value = args.at(one.arg);
        return one.op == SCMP_CMP_MASKED_EQ ? (value & one.datum_a) == one.datum_b
            : one.op == SCMP_CMP_NE         ? value != one.datum_a
                                            : value == one.datum_a;
    });
}

Result<std::vector<sock_filter>> makeCallFilter()
{
    const Filter filter(seccomp_init(SCMP_ACT_ALLOW), seccomp_release);
    if (!filter)
        return Error { ENOMEM, "seccomp", "init" };
    // A call of another architecture (32-bit) is made, and that it is made is seen.
    seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_TRACE(kOurFilter));
    seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2); // a binary tree
    for (std::uint16_t i = 1; i < static_cast<std::uint16_t>(Call::Count); ++i) {
        if (!addRules(filter.get(), static_cast<Call>(i)))
            return Error { EINVAL, "seccomp", std::string(name(static_cast<Call>(i))) };
    }
    return exported(filter.get());
}

} // namespace ipclab
