// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lane_rows.h"

#include <map>
#include <utility>

namespace ipclab {

namespace {

using Index = std::uint32_t;

class Family {
public:
    Family(const std::vector<Lane>& lanes, const std::set<Index>& folded)
        : m_lanes(lanes)
        , m_folded(folded)
    {
        std::map<Pid, Index> current; // a number may be used again: who has it when a child comes
        for (Index i = 0; i < lanes.size(); ++i) {
            const Lane& lane = lanes[i];
            if (lane.process != i) {
                m_threads[lane.process].push_back(i);
                continue;
            }
            const auto parent = current.find(lane.parent);
            if (parent != current.end() && lane.parent != lane.pid)
                m_children[parent->second].push_back(i);
            else
                m_roots.push_back(i);
            current[lane.pid] = i;
        }
    }

    // Without recursion: a file may tell of any depth.
    std::vector<LaneRow> rows()
    {
        std::vector<std::pair<Index, int>> open;
        push(open, m_roots, 0);
        while (!open.empty()) {
            const auto [lane, depth] = open.back();
            open.pop_back();
            addProcess(lane, depth);
            push(open, m_children[lane], depth + 1);
        }
        return std::move(m_rows);
    }

private:
    static void push(
        std::vector<std::pair<Index, int>>& open, const std::vector<Index>& lanes, int depth)
    {
        for (auto lane = lanes.rbegin(); lane != lanes.rend(); ++lane)
            open.emplace_back(*lane, depth);
    }

    void addProcess(Index lane, int depth)
    {
        const std::vector<Index>& threads = m_threads[lane];
        const bool folded = m_folded.contains(lane) && !threads.empty();
        m_rows.push_back({ lane, depth, false, threads.size(), folded });
        if (folded)
            return;
        for (const Index thread : threads)
            m_rows.push_back({ thread, depth + 1, true, 0, false });
    }

    const std::vector<Lane>& m_lanes;
    const std::set<Index>& m_folded;
    std::vector<Index> m_roots;
    std::map<Index, std::vector<Index>> m_threads;
    std::map<Index, std::vector<Index>> m_children;
    std::vector<LaneRow> m_rows;
};

} // namespace

std::vector<LaneRow> laneRows(const std::vector<Lane>& lanes, const std::set<Index>& folded)
{
    return Family(lanes, folded).rows();
}

} // namespace ipclab
