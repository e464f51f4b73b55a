#include "core/policy/documentation.h"
#include "server/http/program.h"

#include <catch2/catch_test_macros.hpp>

#include <sstream>

using namespace loggia;

namespace {

struct Row {
    const char* question;
    const char* answer;
};

testing::Outcome asked(const std::string& question) {
    std::vector<std::string> words{"policy"};
    std::istringstream stream(question);
    for (std::string word; stream >> word;) words.push_back(word);
    return testing::run(words);
}

// clang-format off
constexpr Row answered[]{
    {"explain studio staff modify_services",
     "No. Only owners can change services.\n  who may       owner\n  who changes   owner\n"},
    {"explain studio owner modify_services",
     "Yes. You can change services.\n  granted to    owner: all\n  who may       owner\n"},
    {"explain studio visitor create_booking --record own", "No. Sign in to make a booking.\n"},
    {"explain studio limited_staff cancel_booking --record assigned", "  switched off  limited_staff_cancellation\n"},
    {"explain studio limited_staff cancel_booking --record=assigned --on limited_staff_cancellation",
     "  granted to    limited_staff: assigned, if cancelling by limited staff is on\n"},
    {"explain studio limited_staff view_client_name --record recent-client",
     "  granted to    limited_staff: recent clients\n"},
    {"explain petcare service_supporter view_client_contact --record support-task",
     "  granted to    service_supporter: with a support task\n"},
    {"explain operator administrator,service_provider perform_service --record assigned",
      "  granted to    service_provider: all\n"},
    {"explain petcare admin assign_roles --touching service_supporter", "Yes. You can give and take roles.\n"},
    {"explain petcare admin assign_roles --touching admin",
     "only where it concerns service supporters and service performers. For others, ask owner admins.\n"},
    {"who-can petcare view_revenue", "owner_admin        all\n"},
    {"who-can studio create_service_provider", "Nobody can "},
    {"diff studio manager owner", "modify_services                 – | all\n"},
    {"diff studio owner owner", "They may the same.\n"},
};

constexpr Row refused[]{
    {"", "policy needs a question: explain, who-can, diff or document"},
    {"explian", "there is no question \"explian\" about the policy"},
    {"explain studio staff", "policy explain needs MODEL ROLE PERMISSION"},
    {"explain studio --record own", "policy explain needs MODEL ROLE PERMISSION"},
    {"explain studoi staff view_booking",
     "policy explain, MODEL: there is no model \"studoi\"; there are operator, workspace, petcare, studio"},
    {"explain studio admin view_booking",
     "policy explain, ROLE: the studio model has no role \"admin\"; it has visitor, client, limited_staff"},
    {"explain studio staff, view_booking", "ROLE: the studio model has no role \"\""},
    {"explain studio staff see_booking",
     "PERMISSION: there is no permission \"see_booking\"; loggia policy document studio lists them"},
    {"explain studio staff view_booking --record mine", "--record takes any|anothers|own"},
    {"explain studio staff view_booking --touching boss", "--touching: the studio model has no role \"boss\""},
    {"explain studio staff view_booking --on none",
     "--on: there is no switch \"none\"; there are limited_staff_attendance"},
    {"who-can studio view_booking more", "there is no option \"more\""},
    {"diff studio staff boss", "policy diff, ROLE: the studio model has no role \"boss\""},
    {"document studio --format html", "--format takes markdown|csv, not \"html\""},
};
// clang-format on

}  // namespace

TEST_CASE("The policy is asked from the command line in the words of the portal") {
    for (const Row& row : answered) {
        const auto outcome = asked(row.question);
        INFO(row.question << "\n" << outcome.output << outcome.errors);
        CHECK(outcome.exit_code == 0);
        CHECK(outcome.errors.empty());
        CHECK(outcome.output.find(row.answer) != std::string::npos);
    }
}

TEST_CASE("The policy is documented from the command line, for people and for programs") {
    for (const policy::Model* model : policy::all_models()) {
        const std::string name{model->name()};
        CHECK((asked("document " + name).output == policy::documentation_of(*model)));
        CHECK((asked("document " + name + " --format csv").output == policy::table_of(*model)));
    }
}

TEST_CASE("A wrong question about the policy is told which word is wrong and what would be right") {
    for (const Row& row : refused) {
        const auto outcome = asked(row.question);
        INFO(row.question << "\n" << outcome.errors);
        CHECK(outcome.exit_code == 2);
        CHECK(outcome.output.empty());
        CHECK(outcome.errors.find(row.answer) != std::string::npos);
    }
}
