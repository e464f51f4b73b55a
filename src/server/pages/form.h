#pragma once

#include "core/base/result.h"
#include "ui/node.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a page of ours posts when a visitor without script presses something.
namespace loggia::server {

using Seed = std::array<std::uint8_t, 32>;

[[nodiscard]] std::string to_hex(const Seed& seed);

struct PostedField {
    std::string name;
    std::string value;
};

/// The posted form, taken apart. Of what it says nothing is believed yet.
struct PostedForm {
    Seed seed{};                        ///< of the page that was shown: the same form posted twice acts once
    std::vector<ui::NodeId> trail;      ///< pressed at this address before, without anything being sent to the server
    ui::NodeId press = 0;               ///< what was pressed; 0: nothing
    std::vector<PostedField> fields{};  ///< in the order of the page
};

inline constexpr std::string_view seed_name = "~seed";
inline constexpr std::string_view trail_name = "~trail";
inline constexpr std::size_t longest_trail = 32;

/// Refuses what no page of ours posts: broken escapes, text that is not UTF-8, control characters, a seed of another
/// form, too many fields.
[[nodiscard]] Result<PostedForm> parse_form(std::string_view body);

/// The numbers with blanks between them.
[[nodiscard]] std::string to_text(const std::vector<ui::NodeId>& trail);

}  // namespace loggia::server
