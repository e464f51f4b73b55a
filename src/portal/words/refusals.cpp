// Why something did not go, for the person who asked.
#include "portal/words/own_failures.h"
#include "portal/words/words.h"

namespace loggia::portal {

namespace {

constexpr int seconds_in_minute = 60;

/// What a code means at a field; the first row that fits counts, an empty field fits every error with that code.
struct RefusalRow {
    ErrorCode code;
    std::string_view field;
    Sentence sentence;
};

constexpr RefusalRow refusals[]{
    {ErrorCode::conflict,        "email",     &Phrases::email_taken        },
    {ErrorCode::conflict,        "hold_id",   &Phrases::hold_is_over       },
    {ErrorCode::conflict,        "starts_at", &Phrases::time_not_bookable  },
    {ErrorCode::conflict,        "roles",     &Phrases::last_keeper        },
    {ErrorCode::conflict,        "name",      &Phrases::role_name_taken    },
    {ErrorCode::conflict,        "",          &Phrases::not_possible       },
    {ErrorCode::invalid_input,   "starts_at", &Phrases::time_not_bookable  },
    {ErrorCode::invalid_input,   "name",      &Phrases::name_missing       },
    {ErrorCode::invalid_input,   "email",     &Phrases::email_wrong        },
    {ErrorCode::invalid_input,   "phone",     &Phrases::phone_missing      },
    {ErrorCode::invalid_input,   "password",  &Phrases::password_weak      },
    {ErrorCode::invalid_input,   "born",      &Phrases::date_of_birth_wrong},
    {ErrorCode::invalid_input,   "roles",     &Phrases::roles_unchanged    },
    {ErrorCode::invalid_input,   "reason",    &Phrases::reason_missing     },
    {ErrorCode::invalid_input,   "",          &Phrases::input_wrong        },
    {ErrorCode::not_found,       "hold_id",   &Phrases::hold_is_over       },
    {ErrorCode::not_found,       "",          &Phrases::not_there          },
    {ErrorCode::unauthenticated, "password",  &Phrases::wrong_password     },
    {ErrorCode::unauthenticated, "",          &Phrases::sign_in_first      },
    {ErrorCode::forbidden,       "",          &Phrases::not_for_you        },
    {ErrorCode::unavailable,     "",          &Phrases::server_busy        },
    {ErrorCode::internal,        "",          &Phrases::server_trouble     },
};

struct OwnFailureRow {
    std::string_view mark;
    Sentence sentence;
};

constexpr OwnFailureRow own_failures[]{
    {own_failure::no_connection,  &Phrases::no_connection },
    {own_failure::server_trouble, &Phrases::server_trouble},
    {own_failure::hold_is_over,   &Phrases::hold_is_over  },
};

bool is_english(const Words& words) { return words.language() == "en"; }

}  // namespace

std::string Words::refusal(const Error& error) const {
    for (const auto& row : own_failures)
        if (row.mark == error.message) return std::string((this->*row.sentence)());
    if (is_english(*this) && !error.message.empty()) return error.message;
    if (error.code == ErrorCode::rate_limited)
        return too_often((error.retry_after_seconds + seconds_in_minute - 1) / seconds_in_minute);
    for (const auto& row : refusals)
        if (row.code == error.code && (row.field.empty() || row.field == error.field))
            return std::string((this->*row.sentence)());
    return std::string(server_trouble());
}

std::string Words::listed(policy::RoleSet set, const policy::Model& model, Joint joint) const {
    std::vector<std::string_view> names;
    for (const policy::Column& column : model.columns())
        if (set.has(column.role)) names.push_back(roles_many(static_cast<std::size_t>(column.role)));
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i == 0) {
            text = names[i];
        } else if (i + 1 < names.size()) {
            text.append(comma()).append(names[i]);
        } else {
            text = joint == Joint::both ? roles_and(text, names[i]) : roles_or(text, names[i]);
        }
    }
    return text;
}

std::string Words::refusal(const policy::Decision& decision, const policy::Actor& asker) const {
    using enum policy::ReasonKind;
    if (is_english(*this)) return policy::explain(decision, asker);
    const auto& reason = decision.reason;
    if (reason.kind == sign_in_first) return std::string(Phrases::sign_in_first());
    if (reason.roles_with_it == policy::RoleSet{policy::Role::visitor}) return std::string(sign_out_first());
    if (reason.kind == out_of_reach)
        return std::string(reason.reach == policy::Reach::own ? only_your_own() : only_your_work());
    if (!policy::acts_as_staff(asker)) return std::string(only_business_may());
    if (reason.kind == switched_off && reason.condition == policy::Switch::plan_grow)
        return std::string(needs_plan());
    if (reason.kind == switched_off)
        return is_switched_off(listed(reason.roles_that_change_it, *asker.model, Joint::either));
    return reason.roles_with_it.empty() ? std::string(nobody_may())
                                        : only_roles_may(listed(reason.roles_with_it, *asker.model));
}

}  // namespace loggia::portal
