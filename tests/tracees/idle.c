// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// idle: ignores SIGTERM, has a child and a grandchild in a session of its own that do, too. Says
// their numbers on stdout, and waits for ever.
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static void waitForEver(const char* who)
{
    dprintf(1, "%s %d\n", who, getpid());
    for (;;)
        pause();
}

int main(void)
{
    signal(SIGTERM, SIG_IGN);
    if (fork() == 0) {
        setsid();
        if (fork() == 0)
            waitForEver("grandchild");
        waitForEver("child");
    }
    waitForEver("parent");
}
