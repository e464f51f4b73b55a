#include "core/policy/decide.h"
#include "core/policy/wording.h"

namespace loggia::policy {
namespace {

std::string_view plural_of(Role role) {
    switch (role) {
    case Role::visitor: return "visitors";
    case Role::client: return "clients";
    case Role::limited_staff: return "limited staff";
    case Role::staff: return "staff";
    case Role::manager: return "managers";
    case Role::owner: return "owners";
    }
    return {};
}

/// "staff, managers and owners"
std::string listed(RoleSet roles, std::string_view last_joint) {
    std::vector<std::string_view> names;
    for (Role role : all_roles)
        if (roles.has(role)) names.push_back(plural_of(role));
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? last_joint : ", ";
        text += names[i];
    }
    return text;
}

/// What the reach of the asker's grants lets them do: "cancel your own bookings".
std::string_view within_reach(const Reason& reason) {
    const Wording& wording = wording_of(reason.permission);
    return reason.reach == Reach::own ? wording.own : wording.at_work;
}

std::string told_to_staff(const Reason& reason) {
    const Wording& wording = wording_of(reason.permission);
    const std::string phrase{wording.phrase};
    const bool somebody_may = !reason.roles_with_it.empty();
    switch (reason.kind) {
    case ReasonKind::switched_off:
        return "You can " + std::string{wording.at_work} + " only after a manager or an owner has switched that on.";
    case ReasonKind::out_of_reach: {
        const std::string limit = "You can only " + std::string{within_reach(reason)} + ".";
        return somebody_may ? limit + " For others, ask " + listed(reason.roles_with_it, " or ") + "." : limit;
    }
    default:
        return somebody_may ? "Only " + listed(reason.roles_with_it, " and ") + " can " + phrase + "."
                            : "Nobody can " + phrase + " here.";
    }
}

std::string told_to_client(const Reason& reason) {
    const Wording& wording = wording_of(reason.permission);
    if (reason.kind == ReasonKind::out_of_reach) return "You can only " + std::string{within_reach(reason)} + ".";
    return "Only the business can " + std::string{wording.phrase} + ".";
}

}  // namespace

std::string explain(const Decision& decision, const Actor& asker) {
    const Reason& reason = decision.reason;
    const std::string phrase{phrase_of(reason.permission)};
    if (decision.allowed) return "You can " + phrase + ".";
    if (reason.kind == ReasonKind::sign_in_first) return "Sign in to " + phrase + ".";
    if (reason.roles_with_it == RoleSet{Role::visitor}) return "Sign out to " + phrase + ".";
    return is_staff(asker.roles) ? told_to_staff(reason) : told_to_client(reason);
}

}  // namespace loggia::policy
