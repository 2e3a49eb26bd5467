// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace ipclab {

// Memory that only grows and never moves, given back all at once. One thread. It is taken from the
// system in blocks that grow with it, so that a little takes little; the large ones in huge pages
// where the system gives them (madvise(2), MADV_HUGEPAGE): a page fault for each 4 kB took a sixth
// of the time in which a session is opened.
class Arena {
public:
    // Uninitialized, for what needs no destructor.
    template <typename T> T* room(std::size_t count)
    {
        static_assert(std::is_trivially_destructible_v<T>);
        return reinterpret_cast<T*>(take(count * sizeof(T), alignof(T)));
    }
    std::string_view keep(std::string_view text)
    {
        if (text.empty())
            return {};
        char* const place = take(text.size(), 1);
        std::memcpy(place, text.data(), text.size());
        return { place, text.size() };
    }
    template <typename T> std::span<const T> keep(std::span<const T> values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        if (values.empty())
            return {};
        char* const place = take(values.size_bytes(), alignof(T));
        std::memcpy(place, values.data(), values.size_bytes());
        return { reinterpret_cast<const T*>(place), values.size() };
    }

private:
    static constexpr std::size_t kFirstBlock = std::size_t { 256 } << 10;
    static constexpr std::size_t kLargestBlock = std::size_t { 4 } << 20;
    static constexpr std::align_val_t kHugePage { std::size_t { 2 } << 20 };

    struct Free {
        void operator()(char* block) const { ::operator delete(block, kHugePage); }
    };

    char* take(std::size_t bytes, std::size_t alignment)
    {
        m_used = (m_used + alignment - 1) / alignment * alignment;
        if (m_blocks.empty() || m_used + bytes > m_blockSize) {
            addBlock(bytes);
            m_used = 0;
        }
        char* const place = m_blocks.back().get() + m_used;
        m_used += bytes;
        return place;
    }
    void addBlock(std::size_t bytes)
    {
        m_blockSize = std::max(std::clamp(2 * m_blockSize, kFirstBlock, kLargestBlock), bytes);
        m_blocks.emplace_back(static_cast<char*>(::operator new(m_blockSize, kHugePage)));
        if (m_blockSize >= kLargestBlock) // refused, it is memory all the same
            ::madvise(m_blocks.back().get(), m_blockSize, MADV_HUGEPAGE);
    }

    std::vector<std::unique_ptr<char[], Free>> m_blocks;
    std::size_t m_blockSize = 0; // of the last
    std::size_t m_used = 0; // of the last
};

} // namespace ipclab
