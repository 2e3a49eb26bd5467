// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/child_wakers.h"

#include "ipc-core/analysis/present.h"

#include <set>
#include <utility>
#include <vector>

namespace ipclab {

namespace {

// Any child's end is waited for, of those that are yet to come, too: another thread may fork, and
// who is a subreaper, PR_SET_CHILD_SUBREAPER(2const), gets the orphans among its descendants. (Who
// could make one of its grandchildren an orphan is a child: its end counts.)
void addMakersOfChildren(const Present& present, const Process& parent, WakerSet& found)
{
    found.addOther(parent.pid);
    std::set<Pid> met { parent.pid }; // a damaged file may tell of a ring
    std::vector<Pid> parents { parent.pid };
    for (unsigned depth = 1; !parents.empty(); ++depth) {
        std::vector<Pid> children;
        for (const Pid one : parents) {
            for (const Process* const child : present.childrenOf(one)) {
                if (!met.insert(child->pid).second)
                    continue;
                children.push_back(child->pid);
                if (depth > 2)
                    found.addOther(child->pid);
            }
        }
        parents = std::move(children);
    }
}

} // namespace

void findChildWakers(const World& world, const Present* present, const Process& parent,
    std::optional<Pid> wanted, Nanoseconds since, WakerSet& found)
{
    bool any = false;
    found.externalIf(!wanted); // for something else than an end
    eachChild(world, parent.pid, present, [&](const Process& child) {
        if (wanted && wanted->value > 0 && child.pid != *wanted)
            return;
        // A zombie from before ends it at once, or never: of a group that is waited for it is none.
        const bool another
            = wanted && wanted->value < 0 && child.ending && child.ending->at < since;
        any = any || !another;
        found.externalIf(!child.alive() && !another); // to be reaped: it is about to return
        found.addThreads(child);
    });
    if (present && (!wanted || wanted->value <= 0))
        addMakersOfChildren(*present, parent, found);
    // Who was attached to may have children that are not watched.
    const bool one = any && wanted && wanted->value > 0;
    found.externalIf(!any || (parent.by == StartedBy::Attach && !one));
}

} // namespace ipclab
