#pragma once

#include "core/base/result.h"
#include "core/policy/decide.h"

#include <array>
#include <memory>
#include <vector>

/// Who may give roles to whom. The rules hold for every way in which roles are given: a portal, an invitation, a
/// command.
namespace loggia::policy {

/// The roles of somebody at work: of the model, and those the business made. Nobody holds `visitor`, and everybody is
/// a client, so that neither is among them.
struct HeldRoles {
    RoleSet roles;
    std::vector<std::shared_ptr<const CustomRole>> custom_roles;

    [[nodiscard]] bool empty() const { return roles.empty() && custom_roles.empty(); }
};

/// How many people hold each role of the model now.
class Headcount {
public:
    void add(RoleSet roles);
    [[nodiscard]] int of(Role role) const { return m_counts[static_cast<std::size_t>(role)]; }

private:
    std::array<int, all_roles.size()> m_counts{};
};

struct RoleChange {
    HeldRoles before;
    HeldRoles after;
};

/// Whether the author may make this change. Somebody new begins with one role of the model, and adding them is a
/// permission of its own; so is taking away the last role. Refuses with `invalid_input` what is no change or names
/// roles that nobody can be given, with `forbidden` what the author may not, with `conflict` what would leave a role
/// of `keepers_of` without anybody (reading A2). Else the decision that allowed it.
[[nodiscard]] Result<Decision> check_role_change(const Actor& author, const RoleChange& change,
                                                 const Headcount& team);

/// What the author needs for the change, as a whole: a permission about people, and the roles that it touches.
[[nodiscard]] Permission needed_for(const RoleChange& change);
[[nodiscard]] RoleSet touched_by(const RoleChange& change);

/// The roles of which somebody must always be left: who owns the business, and who can give any role again.
[[nodiscard]] RoleSet keepers_of(const Model& model);

/// More than this many people who may do everything is a risk that the business is told of, and may take.
inline constexpr int most_full_owners = 2;
[[nodiscard]] bool has_too_many_owners(const Model& model, const Headcount& team);

/// What the change lets somebody do that they, as a client at least, could not do before or not as widely.
[[nodiscard]] std::vector<Permission> permissions_added(const Model& model, const RoleChange& change);

/// Whether the change lets somebody do what they could not do before.
[[nodiscard]] bool is_promotion(const Model& model, const RoleChange& change);

}  // namespace loggia::policy
