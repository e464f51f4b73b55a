#include "core/base/text.h"
#include "core/policy/topic.h"
#include "languages.generated.h"
#include "portal/words/all_words.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>
#include <set>

using namespace loggia;
using namespace loggia::portal;
using namespace std::chrono;

namespace {

CivilTime at(int year_number, unsigned month_number, unsigned day_number, int hour, int minute) {
    return day_of(year{year_number} / month{month_number} / day{day_number}) + hours{hour} + loggia::minutes{minute};
}

/// What each language says of a number of free times, which shows the form it chose.
std::string free_times(std::string_view language, std::int64_t count) { return words_of(language).times_free(count); }

}  // namespace

TEST_CASE("every language has its texts, and all the words of the kit") {
    for (const auto& language : languages) {
        CAPTURE(language.tag);
        const Words& words = words_of(language.tag);
        CHECK(words.language() == language.tag);
        CHECK(words.is_whole());
        CHECK(words.language_name() == language.own_name);
    }
    // A word of the kit that is missing in the strings would silently be said in English.
    CHECK(Phrases::kit_texts * sizeof(std::string_view) == sizeof(ui::Words));
}

TEST_CASE("every role of every model is named in every language") {
    for (const auto& language : languages)
        for (const policy::Role role : policy::all_roles) {
            CAPTURE(language.tag, policy::name_of(role));
            CHECK_FALSE(words_of(language.tag).roles(static_cast<std::size_t>(role)).empty());
            CHECK_FALSE(words_of(language.tag).roles_many(static_cast<std::size_t>(role)).empty());
        }
}

TEST_CASE("every permission has a name of its own in every language, its own words in each") {
    for (const auto& language : languages) {
        std::set<std::string> titles;
        for (std::size_t i = 0; i < policy::permission_count; ++i) {
            const std::string_view name = words_of(language.tag).permission_names(i);
            CAPTURE(language.tag, name);
            CHECK_FALSE(name.empty());
            CHECK(titles.insert(text::with_capital(name)).second);
            CHECK((name == words_of("en").permission_names(i)) == (language.tag == "en"));
        }
    }
}

TEST_CASE("in English a permission is called what refusals call it") {
    for (std::size_t i = 0; i < policy::permission_count; ++i)
        CHECK(words_of("en").permission_names(i) == policy::phrase_of(static_cast<policy::Permission>(i)));
}

TEST_CASE("every topic, reach and switch is named in every language, each by words of its own") {
    for (const auto& language : languages) {
        CAPTURE(language.tag);
        const Words& words = words_of(language.tag);
        std::set<std::string_view> topics, reaches, switches;
        for (std::size_t i = 0; i < policy::topics().size(); ++i) topics.insert(words.permission_topics(i));
        for (std::size_t i = 0; i < policy::reach_count; ++i) reaches.insert(words.reaches(i));
        for (std::size_t i = 1; i < policy::switch_count; ++i) switches.insert(words.switches(i));
        CHECK(topics.size() == policy::topics().size());
        CHECK(reaches.size() == policy::reach_count);
        CHECK(switches.size() + 1 == policy::switch_count);
        for (const auto& said : {topics, reaches, switches}) CHECK_FALSE(said.contains(""));
    }
}

TEST_CASE("the words of the kit are English by default") {
    const ui::Words plain;
    const ui::Words said = words_of("en").kit();
    CHECK(said.loading == plain.loading);
    CHECK(said.summary == plain.summary);
    CHECK(words_of("de").kit().close == "Schließen");
}

TEST_CASE("a file that is not of this build says nothing") {
    for (const char* file : {"", "\n", "deadbeef\nBook\n", "no line end"}) {
        CAPTURE(file);
        const Words words("de", file);
        CHECK_FALSE(words.is_whole());
        CHECK(words.book().empty());
        CHECK(words.times_free(3).empty());
        CHECK(words.short_date(year{2026} / 10 / 24).empty());
    }
}

TEST_CASE("each language chooses the form of a counted thing by its own rule") {
    struct Row {
        std::string_view language;
        std::int64_t count;
        Plural form;
    };
    using enum Plural;
    const Row rows[]{
        {"en",  0,                                        other},
        {"en",  1,                                        one  },
        {"en",  2,                                        other},
        {"en",  21,                                       other},
        {"de",  0,                                        other},
        {"de",  1,                                        one  },
        {"de",  11,                                       other},
        {"fr",  0,                                        one  },
        {"fr",  1,                                        one  },
        {"fr",  2,                                        other},
        {"fr",  1'000'000,                                many },
        {"es",  0,                                        other},
        {"es",  1,                                        one  },
        {"es",  2,                                        other},
        {"es",  2'000'000,                                many },
        {"sl",  0,                                        other},
        {"sl",  1,                                        one  },
        {"sl",  2,                                        two  },
        {"sl",  3,                                        few  },
        {"sl",  4,                                        few  },
        {"sl",  5,                                        other},
        {"sl",  11,                                       other},
        {"sl",  101,                                      one  },
        {"sl",  102,                                      two  },
        {"sl",  104,                                      few  },
        {"sl",  111,                                      other},
        {"ar",  0,                                        zero },
        {"ar",  1,                                        one  },
        {"ar",  2,                                        two  },
        {"ar",  3,                                        few  },
        {"ar",  10,                                       few  },
        {"ar",  11,                                       many },
        {"ar",  99,                                       many },
        {"ar",  100,                                      other},
        {"ar",  102,                                      other},
        {"ar",  103,                                      few  },
        {"ar",  111,                                      many },
        {"ja",  0,                                        other},
        {"ja",  1,                                        other},
        {"ja",  1'000'000,                                other},
        {"en",  -1,                                       one  },
        {"sl",  -102,                                     two  },
        {"tlh", 1,                                        other},
        {"fr",  std::numeric_limits<std::int64_t>::min(), other},
    };
    for (const auto& row : rows) {
        CAPTURE(row.language, row.count);
        CHECK(plural_rule_of(row.language)(row.count) == row.form);
    }
}

TEST_CASE("a language has exactly the forms that its rule can choose") {
    struct Open : Words {
        using Words::at;
        using Words::Words;
    };
    for (const auto& language : languages) {
        CAPTURE(language.tag);
        std::set<Plural> chosen{plural_rule_of(language.tag)(1'000'000)};
        for (std::int64_t count = 0; count < 1000; ++count) chosen.insert(plural_rule_of(language.tag)(count));
        const auto& words = static_cast<const Open&>(words_of(language.tag));
        for (const auto slot : Phrases::plurals)
            for (std::size_t form = 0; form < plural_forms; ++form)
                CHECK(words.at(slot + form).empty() != chosen.contains(static_cast<Plural>(form)));
    }
}

TEST_CASE("counted things read as people say them") {
    CHECK(free_times("en", 1) == "1 time free");
    CHECK(free_times("en", 5) == "5 times free");
    CHECK(free_times("sl", 1) == "1 prost termin");
    CHECK(free_times("sl", 2) == "2 prosta termina");
    CHECK(free_times("sl", 3) == "3 prosti termini");
    CHECK(free_times("sl", 5) == "5 prostih terminov");
    CHECK(free_times("ar", 2) == "وقتان متاحان");
    CHECK(free_times("ar", 11) == "11 وقتًا متاحًا");
    CHECK(free_times("ja", 3) == "空き3件");
    CHECK(words_of("en").held_for_more_time(seconds{30}) == "Held for you for one more minute");
    CHECK(words_of("en").held_for_more_time(seconds{61}) == "Held for you for 2 more minutes");
}

TEST_CASE("dates and times read as the language writes them") {
    const CivilTime moment = at(2026, 10, 4, 9, 5);
    const Date date = date_of(floor<days>(moment));
    struct Row {
        std::string_view language, short_time, long_date, month, clock, afternoon;
    };
    // clang-format off
    const Row rows[]{
        {"en", "Sun 4 Oct, 09:05",        "Sunday 4 October",         "October 2026",    "09:05",  "14:30"},
        {"de", "So, 4. Okt., 09:05",      "Sonntag, 4. Oktober",      "Oktober 2026",    "09:05",  "14:30"},
        {"es", "dom, 4 oct, 9:05",        "domingo, 4 de octubre",    "octubre de 2026", "9:05",   "14:30"},
        {"fr", "dim. 4 oct., 09:05",      "dimanche 4 octobre",       "octobre 2026",    "09:05",  "14:30"},
        {"sl", "ned., 4. okt., 09:05",    "nedelja, 4. oktober",      "oktober 2026",    "09:05",  "14:30"},
        {"ar", "الأحد 4 أكتوبر، 9:05 ص",  "الأحد، 4 أكتوبر",          "أكتوبر 2026",     "9:05 ص", "2:30 م"},
        {"ja", "10月4日(日) 9:05",         "10月4日 日曜日",            "2026年10月",       "9:05",   "14:30"},
    };
    // clang-format on
    for (const auto& row : rows) {
        CAPTURE(row.language);
        const Words& words = words_of(row.language);
        CHECK(words.short_time(moment) == row.short_time);
        CHECK(words.long_date(date) == row.long_date);
        CHECK(words.month_and_year(date) == row.month);
        CHECK(words.clock(moment) == row.clock);
        CHECK(words.clock(moment + hours{5} + loggia::minutes{25}) == row.afternoon);
    }
    CHECK(words_of("ar").clock(at(2026, 10, 4, 0, 0)) == "12:00 ص");
    CHECK(words_of("ar").clock(at(2026, 10, 4, 12, 0)) == "12:00 م");
}

TEST_CASE("a month's grid begins with the language's first day of the week") {
    const Date thursday = year{2026} / 10 / 1;
    struct Row {
        std::string_view language;
        std::string_view first;
        int blanks;
    };
    for (const Row& row : {
             Row{"en", "Monday",     3},
             Row{"ja", "日曜日",     4},
             Row{"ar", "السبت",      5},
             Row{"sl", "ponedeljek", 3}
    }) {
        CAPTURE(row.language);
        CHECK(words_of(row.language).week_of_names().front() == row.first);
        CHECK(words_of(row.language).cells_before(thursday) == row.blanks);
    }
}

TEST_CASE("money shows decimals only where there are some, exact money always") {
    struct Row {
        std::string_view language;
        Money amount;
        std::string_view text, exact;
    };
    // clang-format off
    const Row rows[]{
        {"en", {4200, "EUR"},    "€42",           "€42.00"},
        {"en", {4250, "EUR"},    "€42.50",        "€42.50"},
        {"en", {4205, "GBP"},    "£42.05",        "£42.05"},
        {"en", {5, "USD"},       "$0.05",         "$0.05"},
        {"en", {0, "EUR"},       "Free",          "€0.00"},
        {"en", {-1250, "EUR"},   "-€12.50",       "-€12.50"},
        {"en", {150'000, "JPY"}, "¥150,000",      "¥150,000"},
        {"en", {4200, "CHF"},    "CHF 42",        "CHF 42.00"},
        {"en", {12500, "KWD"},   "KWD 12.500",    "KWD 12.500"},
        {"en", {std::numeric_limits<std::int64_t>::min(), "EUR"}, "-€92,233,720,368,547,758.08", "-€92,233,720,368,547,758.08"},
        {"de", {123'450, "EUR"}, "1.234,50\u00a0€", "1.234,50\u00a0€"},
        {"es", {123'450, "EUR"}, "1234,50\u00a0€",  "1234,50\u00a0€"},
        {"fr", {123'450, "EUR"}, "1\u202f234,50\u00a0€", "1\u202f234,50\u00a0€"},
        {"sl", {0, "EUR"},       "Brezplačno",    "0,00\u00a0€"},
        {"ja", {4200, "JPY"},    "¥4,200",        "¥4,200"},
        {"ar", {4250, "EUR"},    "42.50\u00a0€",  "42.50\u00a0€"},
    };
    // clang-format on
    for (const auto& row : rows) {
        CAPTURE(row.language, row.amount.minor_units, row.amount.currency);
        CHECK(words_of(row.language).price(row.amount) == row.text);
        CHECK(words_of(row.language).exact_price(row.amount) == row.exact);
    }
}

TEST_CASE("a refusal is worded in the reader's language by its code and field") {
    const Error taken{ErrorCode::conflict, "Somebody was faster.", "starts_at", 0};
    CHECK(words_of("en").refusal(taken) == "Somebody was faster.");
    CHECK(words_of("de").refusal(taken) == words_of("de").time_not_bookable());
    const Error limited{ErrorCode::rate_limited, "Slowly.", {}, 61};
    CHECK(words_of("sl").refusal(limited) == words_of("sl").too_often(2));
    for (const auto& language : languages)
        for (const auto code :
             {ErrorCode::invalid_input, ErrorCode::unauthenticated, ErrorCode::forbidden, ErrorCode::not_found,
              ErrorCode::conflict, ErrorCode::rate_limited, ErrorCode::unavailable, ErrorCode::internal})
            CHECK_FALSE(words_of(language.tag).refusal(Error{code, "Said in English.", "a.field", 0}).empty());
}

TEST_CASE("a name that another role has is refused as that, not as a name that is missing") {
    for (const auto& language : languages) {
        const Words& words = words_of(language.tag);
        const std::string said = words.refusal(Error{ErrorCode::conflict, {}, "name", 0});
        CHECK(said == words.role_name_taken());
        CHECK(said != words.refusal(Error{ErrorCode::invalid_input, {}, "name", 0}));
    }
}

TEST_CASE("what is switched off is for those of the business's own model to switch on") {
    for (const policy::Model* model : policy::all_models())
        for (const policy::Grant& grant : policy::grants_of(*model)) {
            const policy::Actor actor{.model = model, .person = PersonId{1}, .roles = {grant.role}};
            const auto decision = policy::decide_any(actor, grant.permission);
            if (decision.reason.kind != policy::ReasonKind::switched_off || !policy::acts_as_staff(actor)) continue;
            for (const auto& language : languages) {
                const Words& words = words_of(language.tag);
                const std::string said = words.refusal(decision, actor);
                CAPTURE(model->name(), policy::name_of(grant.permission), said);
                if (grant.cell.condition == policy::Switch::plan_grow) {
                    CHECK(said.find("Grow") != std::string::npos);
                    continue;
                }
                if (language.tag == "en") continue;
                for (const policy::Column& column : model->columns()) {
                    const auto name = words.roles_many(static_cast<std::size_t>(column.role));
                    const bool can =
                        model->cell(policy::Permission::set_access_rights, column.role) != policy::Cell{};
                    if (can) CHECK(said.find(name) != std::string::npos);
                }
            }
        }
    const auto refusal_in = [](const policy::Model& model, policy::Role role, policy::Permission permission) {
        const policy::Actor actor{.model = &model, .person = PersonId{1}, .roles = {role}};
        return words_of("de").refusal(policy::decide_any(actor, permission), actor);
    };
    using enum policy::Permission;
    CHECK(refusal_in(policy::studio_model(), policy::Role::limited_staff, take_attendance) ==
          "Das müssen zuerst Leitende oder Inhaber einschalten.");
    CHECK(refusal_in(policy::operator_model(), policy::Role::service_provider, track_time) ==
          "Das müssen zuerst Administratoren einschalten.");
}

TEST_CASE("what the policy refuses is explained in every language") {
    policy::Decision decision;
    decision.reason.roles_with_it = {policy::Role::manager, policy::Role::owner};
    const policy::Actor staff{
        .person = PersonId{1}, .roles = {policy::Role::staff}, .dependents = {}, .switches = {}};
    CHECK(words_of("de").refusal(decision, staff) == "Das können nur Leitende und Inhaber.");
    decision.reason.kind = policy::ReasonKind::sign_in_first;
    CHECK(words_of("fr").refusal(decision, policy::Actor{}) == "Connectez-vous d’abord.");
}
