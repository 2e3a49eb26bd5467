// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// As xray_tracee.c, with C++ streams.
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>

static void ready()
{
    char target[8];
    if (readlink("/ipclab-test/ready", target, sizeof target) >= 0)
        std::abort();
}

int main(int argc, char** argv)
{
    const std::string what = argc > 1 ? argv[1] : "";
    if (what != "shared")
        std::ios_base::sync_with_stdio(false);
    if (what == "shared" || what == "own") {
        std::cout << "fourteen bytes";
        ready();
        std::cout.flush();
        ready();
    } else if (what == "unread") {
        std::string line;
        std::getline(std::cin, line);
        ready();
    } else if (what == "put-back") {
        char one = 0;
        std::cin.get(one);
        std::cin.putback('?');
        ready();
    } else if (what == "file") {
        std::ofstream file("/dev/null");
        file << "kept back";
        ready();
    } else if (what == "replaced") {
        std::filebuf other;
        other.open("/dev/null", std::ios::out);
        std::streambuf* const before = std::cout.rdbuf(&other);
        std::cout << "elsewhere";
        ready();
        std::cout.rdbuf(before);
    } else if (what == "derived") {
        struct Other : std::filebuf {
        } other;
        other.open("/dev/null", std::ios::out);
        std::streambuf* const before = std::cout.rdbuf(&other);
        std::cout << "elsewhere";
        ready();
        std::cout.rdbuf(before);
    } else if (what == "garbage") {
        std::cout << "fourteen bytes";
        char* const buffer = reinterpret_cast<char*>(std::cout.rdbuf());
        char keptBack[240];
        std::memcpy(keptBack, buffer, sizeof keptBack);
        std::memset(buffer + 8, 'A', sizeof keptBack - 8); // of the right class, and senseless
        ready();
        std::memset(buffer, 'A', 8);
        ready();
        std::memcpy(buffer, keptBack, sizeof keptBack);
    }
    return 0;
}
