// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/waiting_bytes.h"

#include "ipc-core/events/channel_kinds.h"
#include "views/common/transfer.h"

#include <algorithm>
#include <vector>

namespace ipclab {

namespace {

constexpr EventIndex kLookBack = 20'000;

bool keepsWhatIsWritten(const Channel& channel)
{
    return keepsOrder(channel.kind) && !channel.countsFromLevel();
}

struct Written {
    std::uint64_t count = 0; // of the write, that still wait
    std::string_view kept; // the first of them
};

// The newest first, until `wanted` bytes are found.
std::vector<Written> lastWritten(
    const LogView& log, const Channel& channel, End queue, std::uint64_t wanted)
{
    std::vector<Written> found;
    std::uint64_t sum = 0;
    const EventIndex end = log.size();
    const EventIndex begin = end > kLookBack ? end - kLookBack : 0;
    for (EventIndex i = end; i > begin && sum < wanted; --i) {
        const auto* const moved = std::get_if<BytesWritten>(&log[i - 1].body);
        if (!moved || moved->channel != channel.id || channel.writeQueue(moved->end) != queue
            || moved->lost || moved->count == 0)
            continue;
        const std::uint64_t waits = std::min(moved->count, wanted - sum);
        const std::uint64_t gone = moved->count - waits; // of the first: it was read in part
        const std::string_view kept = moved->bytes.kept;
        found.push_back({ waits, kept.substr(std::min<std::uint64_t>(gone, kept.size())) });
        sum += waits;
    }
    return found;
}

} // namespace

std::optional<WaitingBytes> waitingBytes(const LogView& log, const Channel& channel, End queue)
{
    const Queue& waits = channel.queueAt(queue);
    const std::uint64_t taken = waits.read + waits.dropped;
    if (!keepsWhatIsWritten(channel) || waits.bytes == 0 || waits.written < taken
        || waits.written - taken != waits.bytes)
        return std::nullopt;
    const std::vector<Written> found = lastWritten(log, channel, queue, waits.bytes);
    WaitingBytes answer;
    std::uint64_t sum = 0;
    bool whole = true;
    for (auto one = found.rbegin(); one != found.rend(); ++one) {
        sum += one->count;
        const std::size_t room = WaitingBytes::kMost - answer.bytes.size();
        const std::string_view kept
            = one->kept.substr(0, std::min<std::uint64_t>(room, one->count));
        if (whole)
            answer.bytes += kept;
        whole = whole && kept.size() == one->count;
    }
    answer.before = waits.bytes - sum;
    answer.after = sum - answer.bytes.size();
    return answer;
}

} // namespace ipclab
