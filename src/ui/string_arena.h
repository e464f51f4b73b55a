// Keeps copies of strings, and room for small plain values, until it is emptied; after the first pages it allocates
// nothing.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace loggia::ui {

class StringArena {
public:
    std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        char* place = reserve(text.size(), 1);
        std::memcpy(place, text.data(), text.size());
        return {place, text.size()};
    }

    template <class T> std::span<T> room(std::size_t count) {
        static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= alignof(std::max_align_t));
        if (count == 0) return {};
        char* place = reserve(count * sizeof(T), alignof(T));
        return {new (place) T[count]{}, count};
    }

    void empty() { m_block = 0, m_used = 0; }

private:
    struct Block {
        std::unique_ptr<char[]> bytes;
        std::size_t size;
    };
    static constexpr std::size_t block_size = 16 * 1024;

    char* reserve(std::size_t size, std::size_t alignment) {
        m_used = (m_used + alignment - 1) & ~(alignment - 1);
        while (m_block < m_blocks.size() && m_used + size > m_blocks[m_block].size) ++m_block, m_used = 0;
        if (m_block == m_blocks.size()) {
            const std::size_t wanted = size > block_size ? size : block_size;
            m_blocks.push_back({std::make_unique<char[]>(wanted), wanted});
        }
        char* place = m_blocks[m_block].bytes.get() + m_used;
        m_used += size;
        return place;
    }

    std::vector<Block> m_blocks;
    std::size_t m_block = 0, m_used = 0;
};

}  // namespace loggia::ui
