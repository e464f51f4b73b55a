#include "embedded/words_ar.h"
#include "embedded/words_de.h"
#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal::stage;

TEST_CASE("the portal speaks the language whose words it is started with, from its first build") {
    Stage stage("/");
    stage.serve_world(visitor());
    stage.start_speaking({"de", std::string(embedded::words_de)});
    stage.settle();
    CHECK(stage.shows(ui::Role::heading, "Termin buchen"));
    CHECK(stage.document_language() == "de");
}

TEST_CASE("words of another build, of no language and of none at all leave the portal in English") {
    for (const ui::WordsFile& file : {
             ui::WordsFile{"de", "deadbeef\nBuchen\n"},
             ui::WordsFile{"xx", "x"},
             ui::WordsFile{"de", ""},
             ui::WordsFile{}
    }) {
        Stage stage("/");
        stage.serve_world(visitor());
        stage.start_speaking(file);
        stage.settle();
        CHECK(stage.shows(ui::Role::heading, "Book a visit"));
        CHECK(stage.document_language() == "en");
    }
}

TEST_CASE("the language chosen in the menu is kept, asked for and spoken when its words have come") {
    Stage stage("/");
    stage.serve_world(visitor());
    stage.start();
    stage.settle();
    stage.write("Language", "ar");
    CHECK(stage.stored("language") == "ar");
    CHECK(stage.wanted_words() == "ar");
    CHECK(stage.shows(ui::Role::heading, "Book a visit"));
    stage.bring_words({"ar", std::string(embedded::words_ar)});
    CHECK(stage.shows(ui::Role::heading, "احجز موعدًا"));
    CHECK(stage.document_language() == "ar");
    stage.write("اللغة", "en");
    CHECK(stage.shows(ui::Role::heading, "Book a visit"));
    CHECK(stage.stored("language") == "en");
}

TEST_CASE("an address with a language is followed in that language") {
    Stage stage("/");
    stage.serve_world(visitor());
    stage.start();
    stage.settle();
    stage.go_to("/sign-in?lang=de");
    CHECK(stage.wanted_words() == "de");
    stage.bring_words({"de", std::string(embedded::words_de)});
    CHECK(stage.shows(ui::Role::heading, "Anmelden"));
    CHECK(stage.stored("language").empty());
}
