// What is kept beside the code and must say the same: the documents, and the digests of all answers.
#include "core/policy/documentation.h"
#include "policy/enumeration.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

using namespace loggia::policy;

namespace {

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("the documents say what the tables say", "[pinned]") {
    for (const Model* model : all_models()) {
        const std::string name{model->name()};
        INFO("if the table is right: loggia policy document " << name << " > docs/permissions/" << name << ".md");
        CHECK((content_of("docs/permissions/" + name + ".md") == documentation_of(*model)));
    }
}

TEST_CASE("every answer, reason and sentence is the same natively and as WebAssembly", "[pinned]") {
    std::string found;
    for (const Model* model : all_models()) found += digest_of(*model) + "\n";
    INFO("if the change is meant, and interpreter.py agrees: policy_answers digests > tests/policy/answers.digest");
    CHECK(content_of("tests/policy/answers.digest") == found);
}

TEST_CASE("every cell of a table has its line for programs") {
    for (const Model* model : all_models()) {
        const std::string table = table_of(*model);
        CHECK(static_cast<std::size_t>(std::ranges::count(table, '\n')) ==
              1 + permission_count * model->columns().size());
        CHECK(table.starts_with("permission,role,reach,condition,may_touch\nbrowse_business,visitor,all,none,\n"));
    }
    CHECK(table_of(petcare_model()).contains("\nassign_roles,admin,all,none,service_supporter service_performer\n"));
    CHECK(table_of(studio_model()).contains("\ncancel_booking,limited_staff,assigned,limited_staff_cancellation,\n"));
}
