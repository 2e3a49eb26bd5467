// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// streams FILE: std::cout with a buffer of its own, and a stream that nobody can find.
#include <unistd.h>

#include <fstream>
#include <iostream>

int main(int argc, char** argv)
{
    std::ios_base::sync_with_stdio(false);
    std::cout << "kept back";
    if (argc > 1) {
        std::ofstream file(argv[1]);
        file << "through a stream" << std::endl;
    }
    usleep(100 * 1000);
    return 0;
}
