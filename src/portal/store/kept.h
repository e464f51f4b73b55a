#pragma once

#include "ui/host.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::portal {

/// Small things the browser, or one tab of it, keeps for the portal over a reload.
class Kept {
public:
    void restore(const std::vector<ui::Stored>& stored) { m_stored = stored; }

    [[nodiscard]] std::string_view get(std::string_view key) const {
        const auto found = std::ranges::find(m_stored, key, &ui::Stored::key);
        return found == m_stored.end() ? std::string_view{} : std::string_view(found->value);
    }
    void put(std::string_view key, std::string value, ui::KeptBy by = ui::KeptBy::browser) {
        if (get(key) == value) return;
        std::erase_if(m_stored, [&](const ui::Stored& stored) { return stored.key == key; });
        m_stored.push_back({std::string(key), value, by});
        m_changed.push_back({std::string(key), std::move(value), by});
    }
    void remove(std::string_view key, ui::KeptBy by = ui::KeptBy::browser) { put(key, {}, by); }

    [[nodiscard]] std::vector<ui::Stored> take_changes() { return std::exchange(m_changed, {}); }

private:
    std::vector<ui::Stored> m_stored;
    std::vector<ui::Stored> m_changed;
};

}  // namespace loggia::portal
