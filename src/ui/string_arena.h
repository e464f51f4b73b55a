// Keeps copies of strings until it is emptied; after the first pages it allocates nothing.
#pragma once

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace loggia::ui {

class StringArena {
public:
    std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        char* place = reserve(text.size());
        std::memcpy(place, text.data(), text.size());
        return {place, text.size()};
    }

    void empty() { m_block = 0, m_used = 0; }

private:
    struct Block {
        std::unique_ptr<char[]> bytes;
        std::size_t size;
    };
    static constexpr std::size_t block_size = 16 * 1024;

    char* reserve(std::size_t size) {
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
