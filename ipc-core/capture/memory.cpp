// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/memory.h"

#include "ipc-core/capture/memory_file.h"

#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace ipclab {

std::size_t readMemory(Tid of, Address address, void* into, std::size_t size)
{
    // Piece by piece, no piece across a page: a bad page must not cost the good ones before it.
    static const auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    std::size_t done = 0;
    while (done < size) {
        const Address at = address + done;
        const std::size_t piece = std::min<std::uint64_t>(size - done, page - at % page);
        iovec local { static_cast<char*>(into) + done, piece };
        iovec remote { reinterpret_cast<void*>(at), piece };
        const ssize_t got = process_vm_readv(of.value, &local, 1, &remote, 1, 0);
        if (got < 0 && MemoryFile::isNeeded(errno))
            return done
                + MemoryFile(of.value).read(at, static_cast<char*>(into) + done, size - done);
        if (got <= 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

std::vector<std::byte> readMemory(Pid of, Address address, std::size_t size)
{
    std::vector<std::byte> bytes(size);
    bytes.resize(readMemory(firstThread(of), address, bytes.data(), size));
    return bytes;
}

bool writeMemory(Tid of, Address address, const void* from, std::size_t size)
{
    iovec local { const_cast<void*>(from), size }; // it is only read
    iovec remote { reinterpret_cast<void*>(address), size };
    const ssize_t put = process_vm_writev(of.value, &local, 1, &remote, 1, 0);
    if (put < 0 && MemoryFile::isNeeded(errno))
        return MemoryFile(of.value, true).write(address, from, size) == size;
    return put == static_cast<ssize_t>(size);
}

std::string readBytes(Tid of, Address address, std::size_t size)
{
    std::string bytes(size, '\0');
    bytes.resize(readMemory(of, address, bytes.data(), size));
    return bytes;
}

std::string readText(Tid of, Address address, std::size_t most)
{
    std::string text = readBytes(of, address, std::min<std::size_t>(most, 256));
    if (text.size() == 256 && most > 256 && text.find('\0') == std::string::npos)
        text += readBytes(of, address + 256, most - 256);
    return text.substr(0, text.find('\0'));
}

} // namespace ipclab
