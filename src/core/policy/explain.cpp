#include "core/base/text.h"
#include "core/policy/decide.h"
#include "core/policy/wording.h"

namespace loggia::policy {
namespace {

constexpr std::string_view vowels = "aeiouAEIOU";

enum class Number { one, many };

/// "staff, managers and owners", "a manager or an owner"
std::string listed(const Model& model, RoleSet roles, Number number, std::string_view last_joint) {
    std::vector<std::string> names;
    for (const Column& column : model.columns()) {
        if (!roles.has(column.role)) continue;
        const std::string_view article = vowels.contains(column.title.front()) ? "an " : "a ";
        names.push_back(number == Number::many ? std::string(column.plural)
                                               : std::string(article) + text::ascii_lower(column.title));
    }
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? last_joint : ", ";
        text += names[i];
    }
    return text;
}

/// What the reach of the asker's grants lets them do: "cancel your own bookings".
std::string within_reach(const Reason& reason) {
    const Wording& wording = wording_of(reason.permission);
    return std::string(reason.reach == Reach::own ? wording.own : wording.at_work);
}

std::string told_what_switches_it_on(const Reason& reason, const Model& model) {
    const Wording& wording = wording_of(reason.permission);
    const std::string what{wording.at_work.empty() ? wording.own.empty() ? wording.phrase : wording.own
                                                   : wording.at_work};
    if (reason.condition == Switch::plan_grow) return "You can " + what + " only with the Grow plan.";
    return "You can " + what + " only after " + listed(model, reason.roles_that_change_it, Number::one, " or ") +
           " has switched that on.";
}

std::string told_to_staff(const Reason& reason, const Model& model) {
    const std::string phrase{phrase_of(reason.permission)};
    const std::string who = listed(model, reason.roles_with_it, Number::many, " or ");
    const std::string for_others = who.empty() ? "" : " For others, ask " + who + ".";
    switch (reason.kind) {
    case ReasonKind::switched_off: return told_what_switches_it_on(reason, model);
    case ReasonKind::out_of_reach: return "You can only " + within_reach(reason) + "." + for_others;
    case ReasonKind::target_role:
        return "You can " + phrase + ", but only where it concerns " +
               listed(model, reason.may_touch, Number::many, " and ") + "." + for_others;
    default:
        return who.empty()
                   ? "Nobody can " + phrase + " here."
                   : "Only " + listed(model, reason.roles_with_it, Number::many, " and ") + " can " + phrase + ".";
    }
}

std::string told_to_client(const Reason& reason) {
    if (reason.kind == ReasonKind::out_of_reach) return "You can only " + within_reach(reason) + ".";
    return "Only the business can " + std::string{phrase_of(reason.permission)} + ".";
}

}  // namespace

std::string explain(const Decision& decision, const Actor& asker) {
    const Reason& reason = decision.reason;
    const std::string phrase{phrase_of(reason.permission)};
    if (decision.allowed) return "You can " + phrase + ".";
    if (reason.kind == ReasonKind::sign_in_first) return "Sign in to " + phrase + ".";
    if (reason.roles_with_it == RoleSet{Role::visitor}) return "Sign out to " + phrase + ".";
    return acts_as_staff(asker) ? told_to_staff(reason, *asker.model) : told_to_client(reason);
}

}  // namespace loggia::policy
