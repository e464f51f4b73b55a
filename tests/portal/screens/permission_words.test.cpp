#include "core/base/text.h"
#include "core/policy/topic.h"
#include "languages.generated.h"
#include "portal/stage.h"
#include "portal/words/all_words.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace loggia;
using namespace loggia::portal;
using stage::Stage;
using ui::Role;

namespace {

Stage& owner_reading(Stage& stage, std::string_view language) {
    stage.serve_world(stage::session_with(policy::Role::owner));
    stage.serve("/api/team", stage::ok(stage::team()));
    stage.start_speaking({std::string(language), std::string(words_file_of(language))});
    stage.settle();
    return stage;
}

std::string title_in(std::string_view language, policy::Permission permission) {
    return text::with_capital(words_of(language).permission_names(static_cast<std::size_t>(permission)));
}

const ui::Node& only_select(const Stage& stage) {
    const auto& nodes = stage.page().nodes();
    const auto is_asked = [&](const ui::Node& node) {
        return node.role == Role::select && stage.attribute(node, ui::Attribute::name) == "asked";
    };
    const auto found = std::ranges::find_if(nodes, is_asked);
    REQUIRE(found != nodes.end());
    return *found;
}

}  // namespace

TEST_CASE("the matrix names every permission in the reader's language, and finds it by that name") {
    for (const auto& language : languages) {
        Stage stage("/staff/roles");
        owner_reading(stage, language.tag);
        CAPTURE(language.tag);
        for (std::size_t i = 0; i < policy::permission_count; ++i)
            CHECK(stage.shows(Role::link, title_in(language.tag, static_cast<policy::Permission>(i))));
        const std::string moving = title_in(language.tag, policy::Permission::reschedule_booking);
        stage.write(words_of(language.tag).find_permission(), moving);
        CHECK(stage.shows(Role::link, moving));
        CHECK_FALSE(stage.shows(Role::link, title_in(language.tag, policy::Permission::run_payroll)));
    }
}

TEST_CASE("whoever asks about a permission finds it under its topic, in the order of the matrix") {
    for (const auto* address : {"/staff/roles/who-can", "/staff/roles/people?person=11"})
        for (const auto* language : {"en", "de"}) {
            Stage stage(address);
            owner_reading(stage, language);
            CAPTURE(address, language, stage.everything());
            const auto& nodes = stage.page().nodes();
            std::size_t topic = 0, permission = 0;
            auto group = nodes[only_select(stage).first_child].next;  // after "Choose a permission"
            for (; group != ui::no_node; group = nodes[group].next, ++topic) {
                REQUIRE(nodes[group].role == Role::option_group);
                CHECK(nodes[group].value == words_of(language).permission_topics(topic));
                for (auto one = nodes[group].first_child; one != ui::no_node; one = nodes[one].next, ++permission) {
                    const auto which = static_cast<policy::Permission>(permission);
                    CHECK(nodes[one].value == policy::name_of(which));
                    CHECK(nodes[one].name == title_in(language, which));
                    CHECK(policy::topic_of(which) == topic);
                }
            }
            CHECK(topic == policy::topics().size());
            CHECK(permission == policy::permission_count);
        }
}

TEST_CASE("a role called what a role of the model is called in the reader's language is not sent") {
    const Words& german = words_of("de");
    Stage stage("/staff/roles/custom");
    owner_reading(stage, "de");
    stage.write(german.role_name(), "leitung");
    stage.write(german.reason(), "Zum Ausprobieren");
    stage.submit();
    CHECK(stage.says(german.role_name_taken()));
    CHECK(stage.sent("/api/roles").empty());
    stage.write(german.role_name(), "Empfang");
    stage.serve("/api/roles", stage::refused(ErrorCode::conflict, "Another role has this name.", "name"));
    stage.submit();
    stage.settle();
    CHECK(stage.sent("/api/roles").size() == 1);
    CHECK(stage.says(german.role_name_taken()));
}
