// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <cstdint>
#include <random>
#include <set>
#include <vector>

namespace ipclab::test {

// A few processes with pipes between them, each thread running, asleep for a time, or blocked.
struct Scene {
    enum class Doing { Running, Sleeping, Reading, Writing, Polling, Waiting, Locking };
    struct Thread {
        int process = 0;
        Doing doing = Doing::Running;
        int queue = 0; // Reading, Writing
        std::vector<int> queues; // Polling, for data
        int child = -1; // Waiting: a process, -1 for any
        int owner = 0; // Locking: a thread
    };
    struct Process {
        int parent = -1;
        std::set<int> reads; // queues it can read from
        std::set<int> writes;
    };
    std::vector<Process> processes;
    std::vector<Thread> threads;
    std::vector<bool> full; // by queue
};

Scene randomScene(std::mt19937& random);

World worldOf(const Scene& scene);
int pidOf(int process);
int tidOf(const Scene& scene, int thread);

// Which threads can ever go on: found by trying every order of everything that those awake could
// do. It knows of no waits and no wakers, only of pipes, ends and locks.
std::vector<bool> everAwake(const Scene& scene);

} // namespace ipclab::test
