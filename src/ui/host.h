// The joint between an application and the place it runs in. The platform implements the world, portal::Portal the
// application.
#pragma once

#include "ui/page.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loggia::ui {

using Milliseconds = std::int64_t;  // since 1970-01-01 UTC

struct HttpRequest {
    std::uint32_t id = 0;
    std::string method, path;  // same origin, path starts with '/'
    std::string body;          // JSON, or empty
    std::string idempotency_key;
};

// Sends a chosen file as the body of a PUT; the answer comes as an HttpReply.
struct Upload {
    std::uint32_t id = 0, file = 0;
    std::string path;
};

struct HttpReply {
    std::uint32_t id = 0;
    int status = 0;  // 0: no answer from the network
    std::string body;
    std::int64_t retry_after_seconds = 0;
};

enum class Step : std::uint8_t {
    push,
    replace,  // the address changes, no step is added to the history
    back,     // the step that led here is undone if it came from this address, replaced if not
};

struct Navigation {
    std::string url;
    Step step = Step::push;
};

// High contrast is light or dark as the system is.
enum class ThemeChoice : std::uint8_t { automatic, light, dark, contrast };

enum class KeptBy : std::uint8_t { browser, tab };

struct Stored {
    std::string key, value;
    KeptBy by = KeptBy::browser;
};  // small things kept over a reload; an empty value removes the key

// What the browser keeps in its database, as texts under keys that sort: what was last known, and what waits to be
// sent.
enum class Records : std::uint8_t { known, outbox };

struct RecordChange {
    Records store = Records::known;
    std::string key, text;  // an empty text removes the record
};

// Of all open pages one at a time may send what waits.
enum class Turn : std::uint8_t { theirs, ours };

// What a language's texts are, as a file that only the application understands.
struct WordsFile {
    std::string language, text;
};

// What an application asks of the world; taken by the platform after each build.
struct Host {
    std::vector<HttpRequest> requests;
    std::vector<Upload> uploads;
    std::vector<std::uint32_t> released_files;  // the browser may forget them
    std::vector<std::uint32_t> cancelled;       // requests whose answer nobody waits for
    std::vector<Navigation> navigations;
    std::optional<std::string> live_url;  // event stream to follow; empty stops it
    std::optional<ThemeChoice> theme;
    std::optional<std::string> language;             // of the document
    Direction direction = Direction::left_to_right;  // with the language
    std::optional<std::string> wanted_words;         // a language whose words are to be handed to `speak`
    std::vector<Stored> stored;
    std::vector<std::string> copied;  // text for the clipboard
    std::vector<RecordChange> records;
    std::optional<Turn> turn;       // wants to be the page that sends, or gives that back
    std::vector<std::string> told;  // to the other pages of this browser
    bool apply_update = false;      // open this address anew, with the version that waits
};

struct Launch {
    std::string url;                      // path and query
    std::array<std::uint8_t, 32> seed{};  // from the browser's crypto
    Milliseconds now = 0;
    std::string zone;                    // the visitor's, "Europe/Ljubljana"
    std::vector<std::string> languages;  // the visitor's, best first
    std::vector<Stored> stored;
    bool is_online = true;
    bool keeps_records = false;  // the browser has a database for us
    std::vector<Stored> known, outbox;
    WordsFile words;  // of the language the visitor reads; without text if that is the built-in one
};

class Application {
public:
    virtual ~Application() = default;
    virtual void start(const Launch& launch) = 0;
    virtual void receive(const HttpReply& reply) = 0;
    virtual void receive_live(std::string_view data) = 0;
    virtual void uploaded(std::uint32_t, int) {}  // so many percent of that upload are sent
    virtual void
    navigate(std::string_view url) = 0;  // a link was followed or Back was pressed; the address bar already shows it
    virtual void online(bool) {}
    virtual void returned() {
    }  // looked at again: from another tab, or kept whole by the browser while another page was shown
    virtual void live_state(bool) {}  // the event stream is open, or broken and being opened again
    virtual void outbox(const std::vector<Stored>&, Turn) {}  // what waits now, and who may send it
    virtual void record_kept(std::string_view, bool) {}       // of the outbox: whether it is safely on the disk
    virtual void hear(std::string_view) {}                    // what another page of this browser told
    virtual void update_ready() {}                            // another version of the portal waits
    virtual void speak(WordsFile) {}                          // the words asked for have come
    virtual void build(Page& page, Milliseconds now) = 0;     // may run more than once a frame
    virtual Host take_requests() = 0;
};

}  // namespace loggia::ui
