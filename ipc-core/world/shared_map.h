// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

namespace ipclab {

// A map in the order of its keys whose copies share what is equal in them: a copy costs a pointer
// for some dozens of entries, and a change copies what it changes, where that is shared. So many
// Worlds of one run fit in memory. Nothing is ever taken out. References stay good until the entry
// is changed. One thread a map; copies may be on different threads.
template <typename Key, typename Value> class SharedMap {
public:
    using value_type = std::pair<const Key, Value>;

private:
    static constexpr std::size_t kMostInLeaf = 64;

    struct Entry {
        Key key;
        std::shared_ptr<value_type> node;
    };
    using Leaf = std::vector<Entry>;
    using Leaves = std::vector<std::shared_ptr<Leaf>>;

public:
    SharedMap() = default;
    SharedMap(const SharedMap&) = default;
    SharedMap(SharedMap&& other) noexcept
        : m_leaves(std::move(other.m_leaves))
        , m_size(std::exchange(other.m_size, 0))
        , m_copied(other.m_copied)
    {
        other.m_leaves.clear();
    }
    SharedMap& operator=(const SharedMap&) = default;
    SharedMap& operator=(SharedMap&& other) noexcept
    {
        m_leaves = std::exchange(other.m_leaves, {});
        m_size = std::exchange(other.m_size, 0);
        m_copied = other.m_copied;
        return *this;
    }
    ~SharedMap() = default;

    class const_iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = SharedMap::value_type;
        using difference_type = std::ptrdiff_t;
        using pointer = const value_type*;
        using reference = const value_type&;

        const_iterator() = default;
        reference operator*() const { return *(*(*m_leaves)[m_leaf])[m_entry].node; }
        pointer operator->() const { return &**this; }
        const_iterator& operator++()
        {
            if (++m_entry == (*m_leaves)[m_leaf]->size()) {
                ++m_leaf;
                m_entry = 0;
            }
            return *this;
        }
        const_iterator operator++(int)
        {
            const const_iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const const_iterator&) const = default;

    private:
        friend class SharedMap;
        const_iterator(const Leaves* leaves, std::size_t leaf, std::size_t entry)
            : m_leaves(leaves)
            , m_leaf(leaf)
            , m_entry(entry)
        {
        }
        const Leaves* m_leaves = nullptr;
        std::size_t m_leaf = 0;
        std::size_t m_entry = 0;
    };
    using iterator = const_iterator;

    [[nodiscard]] const_iterator begin() const { return { &m_leaves, 0, 0 }; }
    [[nodiscard]] const_iterator end() const { return { &m_leaves, m_leaves.size(), 0 }; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    // About how much memory it took to change what was shared, since the first of which this is a
    // copy: by as much those that share with it have grown together.
    [[nodiscard]] std::uint64_t copiedBytes() const { return m_copied; }
    [[nodiscard]] bool empty() const { return m_leaves.empty(); }
    [[nodiscard]] const_iterator find(const Key& key) const
    {
        const auto [leaf, entry] = placeOf(key);
        return isAt(leaf, entry, key) ? const_iterator { &m_leaves, leaf, entry } : end();
    }
    [[nodiscard]] const Value& at(const Key& key) const // it is there
    {
        const auto [leaf, entry] = placeOf(key);
        return (*m_leaves[leaf])[entry].node->second;
    }
    [[nodiscard]] bool contains(const Key& key) const { return find(key) != end(); }

    // To be changed; made if it is not there.
    Value& operator[](const Key& key)
    {
        auto [leaf, entry] = placeOf(key);
        if (!isAt(leaf, entry, key))
            std::tie(leaf, entry) = insert(leaf, entry, key);
        std::shared_ptr<value_type>& node = ownLeaf(leaf)[entry].node;
        if (!isOwn(node)) {
            m_copied += sizeof(value_type) + memoryBehind(node->second);
            node = std::make_shared<value_type>(*node);
        }
        return node->second;
    }

    bool operator==(const SharedMap& other) const
    {
        return std::equal(begin(), end(), other.begin(), other.end(), sameEntry);
    }

private:
    using Place = std::pair<std::size_t, std::size_t>; // leaf, and entry in it

    static bool sameEntry(const value_type& one, const value_type& other)
    {
        return &one == &other || one == other;
    }
    static std::uint64_t memoryBehind(const Value& value)
    {
        if constexpr (requires { heldMemory(value); })
            return heldMemory(value);
        else
            return 0;
    }
    // Nobody else has it: what others read of it when they had it, they have read.
    template <typename T> static bool isOwn(const std::shared_ptr<T>& shared)
    {
        const bool own = shared.use_count() == 1;
        std::atomic_thread_fence(std::memory_order_acquire);
        return own;
    }

    // Where it is, or would be: in the last leaf that begins at or before it.
    [[nodiscard]] Place placeOf(const Key& key) const
    {
        if (m_leaves.empty())
            return { 0, 0 };
        const auto after = std::upper_bound(m_leaves.begin() + 1, m_leaves.end(), key,
            [](const Key& wanted, const auto& leaf) { return wanted < leaf->front().key; });
        const auto leaf = static_cast<std::size_t>(after - m_leaves.begin()) - 1;
        const Leaf& entries = *m_leaves[leaf];
        const auto entry = std::lower_bound(entries.begin(), entries.end(), key,
            [](const Entry& one, const Key& wanted) { return one.key < wanted; });
        return { leaf, static_cast<std::size_t>(entry - entries.begin()) };
    }
    [[nodiscard]] bool isAt(std::size_t leaf, std::size_t entry, const Key& key) const
    {
        return leaf < m_leaves.size() && entry < m_leaves[leaf]->size()
            && (*m_leaves[leaf])[entry].key == key;
    }
    Leaf& ownLeaf(std::size_t leaf)
    {
        if (!isOwn(m_leaves[leaf])) {
            m_copied += m_leaves[leaf]->size() * sizeof(Entry);
            m_leaves[leaf] = std::make_shared<Leaf>(*m_leaves[leaf]);
        }
        return *m_leaves[leaf];
    }
    Place insert(std::size_t leaf, std::size_t entry, const Key& key)
    {
        if (m_leaves.empty())
            m_leaves.push_back(std::make_shared<Leaf>());
        if (m_leaves[leaf]->size() == kMostInLeaf) {
            // Mostly they come in their order: then leaves are left full.
            const std::size_t stays = entry == kMostInLeaf ? kMostInLeaf : kMostInLeaf / 2;
            Leaf& full = ownLeaf(leaf);
            auto rest = std::make_shared<Leaf>(
                full.begin() + static_cast<std::ptrdiff_t>(stays), full.end());
            full.resize(stays);
            m_leaves.insert(
                m_leaves.begin() + static_cast<std::ptrdiff_t>(leaf) + 1, std::move(rest));
            if (entry > stays || entry == kMostInLeaf) {
                ++leaf;
                entry -= stays;
            }
        }
        ++m_size;
        Leaf& into = ownLeaf(leaf);
        into.insert(into.begin() + static_cast<std::ptrdiff_t>(entry),
            Entry { key,
                std::make_shared<value_type>(
                    std::piecewise_construct, std::tuple(key), std::tuple()) });
        return { leaf, entry };
    }

    Leaves m_leaves; // none empty
    std::size_t m_size = 0;
    std::uint64_t m_copied = 0;
};

} // namespace ipclab
