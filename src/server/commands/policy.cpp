#include "core/policy/documentation.h"
#include "server/commands/command.h"
#include "server/commands/policy_question.h"

#include <algorithm>
#include <cstdio>

namespace loggia::server {

namespace {

using namespace policy;

constexpr std::string_view usage =
    "Usage: loggia policy QUESTION ...\n\n"
    "Asks the tables of the role models, as the server and the portal do. The models are operator, workspace,\n"
    "petcare and studio.\n\n"
    "  explain MODEL ROLE PERMISSION   May this role do it, by which grant, or what is missing and who can change "
    "it.\n"
    "                                  Several roles are separated by commas.\n"
    "  who-can MODEL PERMISSION        Which roles have the permission, and how far each reaches\n"
    "  diff MODEL ROLE ROLE            Where two roles differ\n"
    "  document MODEL                  The whole table; docs/permissions/MODEL.md is exactly this\n\n";

/// One question: the words it needs after its name, and what answers it.
struct Question {
    std::string_view name;
    std::string_view words;
    std::size_t word_count;
    Result<std::string> (*answer)(const PolicyQuestion& question);
};

std::string names_of(const Model& model, RoleSet roles) {
    std::string text;
    for (const Column& column : model.columns())
        if (roles.has(column.role)) text.append(text.empty() ? "" : ", ").append(name_of(column.role));
    return text.empty() ? "nobody" : text;
}

std::string in_column(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text + "  ";
}

Result<std::string> explained(const PolicyQuestion& question) {
    const Model& model = *TRY(question.model());
    Actor actor;
    actor.model = &model;
    actor.roles = TRY(question.roles(1));
    actor.switches = TRY(question.switches());
    actor.teams = {my_team};
    if (actor.roles != RoleSet{Role::visitor}) actor.person = myself;
    const Permission permission = TRY(question.permission(2));
    const auto record = TRY(question.record_asked_about());
    const Decision decision = record ? decide(actor, permission, *record) : decide_any(actor, permission);
    std::string text = (decision ? "Yes. " : "No. ") + explain(decision, actor) + "\n";
    if (decision.grant)
        text += "  granted to    " + std::string(name_of(decision.grant->role)) + ": " +
                words_of(model, decision.grant->cell) + "\n";
    else if (decision.reason.condition != Switch::none)
        text += "  switched off  " + std::string(name_of(decision.reason.condition)) + "\n";
    text += "  who may       " + names_of(model, decision.reason.roles_with_it) + "\n";
    if (!decision) text += "  who changes   " + names_of(model, decision.reason.roles_that_change_it) + "\n";
    return text;
}

Result<std::string> listed_who_can(const PolicyQuestion& question) {
    const Model& model = *TRY(question.model());
    const Permission permission = TRY(question.permission(1));
    std::string text;
    for (std::size_t column = 0; column < model.columns().size(); ++column) {
        const Cell& cell = model.cell(permission, column);
        if (cell.reach == Reach::none) continue;
        text += in_column(std::string(name_of(model.columns()[column].role)), 17) + words_of(model, cell) + "\n";
    }
    return text.empty() ? "Nobody can " + std::string(phrase_of(permission)) + ".\n" : text;
}

Result<std::string> compared(const PolicyQuestion& question) {
    const Model& model = *TRY(question.model());
    const Role one = TRY(question.role(1));
    const Role other = TRY(question.role(2));
    std::string text;
    for (std::size_t row = 0; row < permission_count; ++row) {
        const auto permission = static_cast<Permission>(row);
        const Cell ones = model.cell(permission, one);
        const Cell others = model.cell(permission, other);
        if (ones == others) continue;
        text += in_column(std::string(name_of(permission)), 30) + words_of(model, ones) + " | " +
                words_of(model, others) + "\n";
    }
    if (text.empty()) return std::string("They may the same.\n");
    return in_column("", 30) + std::string(name_of(one)) + " | " + std::string(name_of(other)) + "\n" + text;
}

Result<std::string> documented(const PolicyQuestion& question) {
    const Model& model = *TRY(question.model());
    return question.format == "csv" ? table_of(model) : documentation_of(model);
}

constexpr Question questions[]{
    {"explain",  "MODEL ROLE PERMISSION", 3, explained     },
    {"who-can",  "MODEL PERMISSION",      2, listed_who_can},
    {"diff",     "MODEL ROLE ROLE",       3, compared      },
    {"document", "MODEL",                 1, documented    },
};

std::string needed_words(const Question& question) {
    return "policy " + std::string(question.name) + " needs " + std::string(question.words);
}

}  // namespace

int policy_command(std::span<const std::string_view> arguments) {
    PolicyQuestion asked;
    Options options = options_into(asked);
    if (asks_for_help(arguments)) {
        std::printf("%s%s", std::string(usage).c_str(), options.help().c_str());
        return done;
    }
    constexpr std::string_view where_to_look = "; loggia policy --help explains them";
    if (arguments.empty())
        return complain("policy needs a question: explain, who-can, diff or document" + std::string(where_to_look),
                        asked_wrongly);
    const auto* question = std::ranges::find(questions, arguments.front(), &Question::name);
    if (question == std::end(questions))
        return complain("there is no question \"" + std::string(arguments.front()) + "\" about the policy" +
                            std::string(where_to_look),
                        asked_wrongly);
    asked.words = arguments.subspan(1);
    const auto first_option =
        std::ranges::find_if(asked.words, [](std::string_view word) { return word.starts_with("-"); });
    const auto count = static_cast<std::size_t>(first_option - asked.words.begin());
    if (count < question->word_count) return complain(needed_words(*question), asked_wrongly);
    if (const auto read = options.read(asked.words.subspan(question->word_count)); !read)
        return complain("policy " + std::string(question->name) + ": " + read.error().message, asked_wrongly);
    asked.words = asked.words.first(question->word_count);
    const auto answer = question->answer(asked);
    if (!answer)
        return complain("policy " + std::string(question->name) + ", " + answer.error().field + ": " +
                            answer.error().message,
                        asked_wrongly);
    std::fwrite(answer->data(), 1, answer->size(), stdout);
    return done;
}

}  // namespace loggia::server
