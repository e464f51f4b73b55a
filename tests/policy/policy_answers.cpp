// Prints the tables, or what `decide` answers to everything that can be asked, for interpreter.py to compare; or the
// digests that answers.digest keeps.
#include "core/policy/documentation.h"
#include "policy/enumeration.h"

#include <cstdio>
#include <string>
#include <string_view>

using namespace loggia;
using namespace loggia::policy;

namespace {

std::string names_of(const Model& model, RoleSet roles) {
    std::string text;
    for (const Column& column : model.columns())
        if (roles.has(column.role)) text.append(text.empty() ? "" : "+").append(name_of(column.role));
    return text;
}

void print_tables(const Model& model) {
    std::printf("model %s\n%s", std::string(model.name()).c_str(), table_of(model).c_str());
}

/// One line: model, roles, bits of the switches, permission, and nine letters for each record and target.
void print_answers(const Model& model) {
    for (const Actor& asker : askers_of(model))
        for (std::size_t row = 0; row < permission_count; ++row) {
            std::string line = std::string(model.name()) + " " + names_of(model, asker.roles) + " " +
                               std::to_string(asker.switches.bits()) + " " +
                               std::string(name_of(static_cast<Permission>(row))) + " ";
            ask_everything(
                asker, static_cast<Permission>(row),
                [&](const Actor&, Permission, const Decision& decision) { line += letters_of(model, decision); });
            std::puts(line.c_str());
        }
}

void print_digest(const Model& model) { std::puts(digest_of(model).c_str()); }

}  // namespace

int main(int count, char** words) {
    const std::string_view what = count == 2 ? words[1] : "";
    void (*print)(const Model&) = nullptr;
    if (what == "tables") print = print_tables;
    if (what == "answers") print = print_answers;
    if (what == "digests") print = print_digest;
    if (!print) {
        std::fputs("Usage: policy_answers tables|answers|digests\n", stderr);
        return 2;
    }
    for (const Model* model : all_models()) print(*model);
    return 0;
}
