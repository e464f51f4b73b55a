#include "policy/enumeration.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace loggia::policy {
namespace {

constexpr PersonId me{1}, my_dependent{2}, stranger{3}, colleague{4};
constexpr TeamId my_team{1}, their_team{2};
constexpr std::string_view digits = "0123456789abcdef";

SwitchSet all_switches() {
    SwitchSet all;
    for (std::size_t i = 1; i < switch_count; ++i) all.turn_on(static_cast<Switch>(i));
    return all;
}

/// None, each alone, all.
std::vector<SwitchSet> settings() {
    std::vector<SwitchSet> list(1);
    for (std::size_t i = 1; i < switch_count; ++i) list.emplace_back().turn_on(static_cast<Switch>(i));
    list.push_back(all_switches());
    return list;
}

Actor asker_with(const Model& model, RoleSet roles, SwitchSet switches) {
    Actor actor;
    actor.model = &model;
    actor.roles = roles;
    if (roles != RoleSet{Role::visitor}) actor.person = me;
    actor.dependents = {my_dependent};
    actor.teams = {my_team};
    actor.switches = switches;
    return actor;
}

std::string hexadecimal(std::uint64_t value, int width) {
    std::string text;
    for (int digit = width - 1; digit >= 0; --digit) text += digits[(value >> (4 * digit)) & 0xF];
    return text;
}

std::string columns_in(const Model& model, RoleSet roles) {
    std::uint64_t bits = 0;
    for (std::size_t column = 0; column < model.columns().size(); ++column)
        if (roles.has(model.columns()[column].role)) bits |= std::uint64_t{1} << column;
    return hexadecimal(bits, 2);
}

/// FNV-1a: the same number wherever it is computed.
class Digest {
public:
    void add(std::string_view text) {
        for (const char letter : text) {
            m_value ^= static_cast<unsigned char>(letter);
            m_value *= 1099511628211U;
        }
    }
    [[nodiscard]] std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 14695981039346656037U;
};

}  // namespace

std::vector<Actor> askers_of(const Model& model) {
    std::vector<Actor> askers;
    for (const Column& column : model.columns())
        for (const SwitchSet switches : settings()) askers.push_back(asker_with(model, {column.role}, switches));
    const auto staff = model.columns().subspan(2);
    for (std::size_t one = 0; one < staff.size(); ++one)
        for (std::size_t other = one + 1; other < staff.size(); ++other)
            for (const SwitchSet switches : {SwitchSet{}, all_switches()})
                askers.push_back(asker_with(model, {staff[one].role, staff[other].role}, switches));
    return askers;
}

std::span<const Subject> records() {
    const auto with = [](auto change) {
        Subject subject{
            .client = stranger, .assigned_staff = colleague, .days_to_nearest_service = 16, .team = their_team};
        change(subject);
        return subject;
    };
    static const std::array list{
        Subject{},
        with([](Subject&) {}
        ),
        with([](Subject& subject) { subject.client = me; }
        ),
        with([](Subject& subject) { subject.client = my_dependent; }
        ),
        with([](Subject& subject) { subject.account_manager = me; }
        ),
        with([](Subject& subject) { subject.assigned_staff = me; }
        ),
        with([](Subject& subject) { subject.days_to_nearest_service = -16; }
        ),
        with([](Subject& subject) { subject.days_to_nearest_service = -15; }
        ),
        with([](Subject& subject) { subject.days_to_nearest_service = 15; }
        ),
        with([](Subject& subject) { subject.has_open_support_task = true; }
        ),
        with([](Subject& subject) { subject.team = my_team; }
        ),
        Subject{.client = me,
                .account_manager = me,
                .assigned_staff = me,
                .days_to_nearest_service = 0,
                .has_open_support_task = true,
                .team = my_team},
    };
    return list;
}

std::vector<RoleSet> targets_of(const Model& model) {
    std::vector<RoleSet> targets(1);
    for (const Column& column : model.columns()) targets.push_back({column.role});
    return targets;
}

void ask_everything(const Actor& asker, Permission permission, const Listener& listener) {
    const auto targets = targets_of(*asker.model);
    for (Subject record : records())
        for (const RoleSet target : targets) {
            record.target_roles = target;
            listener(asker, permission, decide(asker, permission, record));
        }
}

std::string letters_of(const Model& model, const Decision& decision) {
    constexpr std::string_view kinds = "gslowt";
    const Reason& reason = decision.reason;
    std::string letters;
    letters += kinds[static_cast<std::size_t>(reason.kind)];
    letters += digits[static_cast<std::size_t>(decision.allowed ? decision.reach : reason.reach)];
    letters += columns_in(model, reason.roles_with_it);
    letters += digits[static_cast<std::size_t>(reason.condition)];
    return letters + columns_in(model, reason.may_touch) + columns_in(model, reason.roles_that_change_it);
}

std::string digest_of(const Model& model) {
    Digest digest;
    std::size_t count = 0;
    for (const Actor& asker : askers_of(model))
        for (std::size_t row = 0; row < permission_count; ++row)
            ask_everything(asker, static_cast<Permission>(row),
                           [&](const Actor& actor, Permission, const Decision& decision) {
                               digest.add(letters_of(model, decision));
                               digest.add(explain(decision, actor));
                               ++count;
                           });
    return std::string(model.name()) + " " + std::to_string(count) + " " + hexadecimal(digest.value(), 16);
}

}  // namespace loggia::policy
