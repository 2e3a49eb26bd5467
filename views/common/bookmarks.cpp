// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/bookmarks.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::string_view kBookmarkAct = "bookmark"; // UserAction::what
constexpr std::size_t kMostBookmarks = 1000;

} // namespace

void Bookmarks::take(const EventLog& log, EventIndex end)
{
    for (; m_taken < end; ++m_taken) {
        const auto* const action = std::get_if<UserAction>(&log[m_taken].body);
        if (!action || action->what != kBookmarkAct)
            continue;
        // Of a moment that has not come, in a file that was changed: where it was said.
        const EventIndex moment = std::min(action->moment.value_or(m_taken), m_taken);
        if (action->detail.empty())
            m_marks.erase(moment);
        else if (m_marks.size() < kMostBookmarks || m_marks.contains(moment))
            m_marks[moment] = { std::string(action->detail), moment > 0 ? log[moment - 1].at : 0 };
    }
}

const Bookmarks::Mark* Bookmarks::at(EventIndex moment) const
{
    const auto found = m_marks.find(moment);
    return found == m_marks.end() ? nullptr : &found->second;
}

} // namespace ipclab
