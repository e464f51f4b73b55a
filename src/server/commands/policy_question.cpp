#include "server/commands/policy_question.h"

namespace loggia::server {

namespace {

using namespace policy;

constexpr PersonId somebody_else{2}, colleague{3};
constexpr TeamId their_team{2};

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

void append_name(std::string& names, std::string_view name) { names.append(names.empty() ? "" : ", ").append(name); }

Subject record_of(std::string_view kind) {
    Subject subject{.client = somebody_else, .assigned_staff = colleague, .team = their_team};
    if (kind == "own") subject.client = myself;
    if (kind == "assigned") subject.assigned_staff = myself;
    if (kind == "recent-client") subject.days_to_nearest_service = 0;
    if (kind == "support-task") subject.has_open_support_task = true;
    if (kind == "my-team") subject.team = my_team;
    return subject;
}

}  // namespace

Result<const Model*> PolicyQuestion::model() const {
    if (const Model* found = model_named(words.front())) return found;
    std::string names;
    for (const Model* each : all_models()) append_name(names, each->name());
    return fail(ErrorCode::invalid_input, "there is no model " + quoted(words.front()) + "; there are " + names,
                "MODEL");
}

Result<Role> PolicyQuestion::role_called(std::string_view name, std::string_view where) const {
    const Model& of = *TRY(model());
    const auto role = role_named(name);
    if (role && of.column_of(*role)) return *role;
    std::string names;
    for (const Column& column : of.columns()) append_name(names, name_of(column.role));
    return fail(ErrorCode::invalid_input,
                "the " + std::string(of.name()) + " model has no role " + quoted(name) + "; it has " + names,
                std::string(where));
}

Result<Role> PolicyQuestion::role(std::size_t word) const { return role_called(words[word], "ROLE"); }

Result<RoleSet> PolicyQuestion::roles(std::size_t word) const {
    RoleSet found;
    std::string_view rest = words[word];
    while (true) {
        const auto comma = rest.find(',');
        found.add(TRY(role_called(rest.substr(0, comma), "ROLE")));
        if (comma == rest.npos) return found;
        rest.remove_prefix(comma + 1);
    }
}

Result<Permission> PolicyQuestion::permission(std::size_t word) const {
    if (const auto found = permission_named(words[word])) return *found;
    return fail(ErrorCode::invalid_input,
                "there is no permission " + quoted(words[word]) + "; loggia policy document " +
                    std::string(words.front()) + " lists them",
                "PERMISSION");
}

Result<SwitchSet> PolicyQuestion::switches() const {
    SwitchSet turned_on;
    for (const std::string& name : on) {
        const auto found = switch_named(name);
        if (found && *found != Switch::none) {
            turned_on.turn_on(*found);
            continue;
        }
        std::string names;
        for (std::size_t i = 1; i < switch_count; ++i) append_name(names, name_of(static_cast<Switch>(i)));
        return fail(ErrorCode::invalid_input, "there is no switch " + quoted(name) + "; there are " + names, "--on");
    }
    return turned_on;
}

Result<std::optional<Subject>> PolicyQuestion::record_asked_about() const {
    if (record == "any" && touching.empty()) return std::nullopt;
    Subject subject = record_of(record);
    if (!touching.empty()) subject.target_roles = {TRY(role_called(touching, "--touching"))};
    return subject;
}

Options options_into(PolicyQuestion& question) {
    Options options;
    options.choice("--record", "explain: which record it is about",
                   {"any", "anothers", "own", "assigned", "recent-client", "support-task", "my-team"},
                   question.record);
    options.text("--touching", "ROLE", "explain: the role of the person touched, or the role given",
                 question.touching);
    options.list("--on", "SWITCH", "explain: a switch of the business that is on", question.on);
    options.choice("--format", "document: for people or for programs", {"markdown", "csv"}, question.format);
    return options;
}

}  // namespace loggia::server
