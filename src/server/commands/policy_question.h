#pragma once

#include "core/base/result.h"
#include "core/policy/decide.h"
#include "server/commands/options.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::server {

/// Who `loggia policy explain` asks as.
inline constexpr PersonId myself{1};
inline constexpr TeamId my_team{1};

/// The words of a question to `loggia policy`, still as they were typed. Each reader fails with what is wrong, and
/// with the word it is about in `field`.
class PolicyQuestion {
public:
    std::span<const std::string_view> words;  ///< MODEL first
    std::string record = "any";
    std::string touching;
    std::vector<std::string> on;
    std::string format = "markdown";

    [[nodiscard]] Result<const policy::Model*> model() const;
    [[nodiscard]] Result<policy::Role> role(std::size_t word) const;
    /// Separated by commas.
    [[nodiscard]] Result<policy::RoleSet> roles(std::size_t word) const;
    [[nodiscard]] Result<policy::Permission> permission(std::size_t word) const;
    [[nodiscard]] Result<policy::SwitchSet> switches() const;
    /// Nothing: asked about any record at all.
    [[nodiscard]] Result<std::optional<policy::Subject>> record_asked_about() const;

private:
    [[nodiscard]] Result<policy::Role> role_called(std::string_view name, std::string_view where) const;
};

[[nodiscard]] Options options_into(PolicyQuestion& question);

}  // namespace loggia::server
