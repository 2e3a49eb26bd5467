// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// compute MILLIONS: computes, and asks nothing of the kernel.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char** argv)
{
    const long rounds = (argc > 1 ? atol(argv[1]) : 1) * 1000000L;
    uint64_t state = 88172645463325252U;
    for (long i = 0; i < rounds; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
    }
    printf("%u\n", (unsigned)state);
    return 0;
}
