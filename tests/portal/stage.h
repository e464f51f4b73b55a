#pragma once

#include "core/api/json.h"
#include "core/policy/role.h"
#include "portal/portal.h"
#include "support/world.h"
#include "ui/layout.h"
#include "ui/page.h"
#include "ui/text_measure.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A portal without a browser and without a server: pages are built headlessly, requests are answered by the test.
namespace loggia::portal::stage {

/// What the server of Harbour Music School would say to these.
[[nodiscard]] api::BusinessView business();
[[nodiscard]] api::ServiceList services();
[[nodiscard]] api::StaffList staff();
[[nodiscard]] api::SessionView visitor();
[[nodiscard]] api::SessionView session_of(PersonId person);
[[nodiscard]] api::SessionView session_with(policy::Role role);  ///< whoever has it; no person for a visitor

/// Who works at the school, by their roles; and a role that it made: limited staff who take attendance of all.
[[nodiscard]] api::TeamView team();
inline constexpr CustomRoleId front_desk{501};
[[nodiscard]] api::AccessChangeView some_change();

/// Free at these times of 2026-10-24 and 26, with Ana in Room 2.
[[nodiscard]] api::FreeTimesView some_free_times();
[[nodiscard]] api::FreeTimeView free_at(std::string_view wall_time);
[[nodiscard]] api::HoldView hold_at(std::string_view wall_time);
/// Three Saturdays at half past ten; the second is possible an hour later only.
[[nodiscard]] api::SeriesPlanView some_plan();
/// A piano lesson of Ana's for Luka, confirmed.
[[nodiscard]] api::BookingView lesson(std::int64_t id, std::string_view wall_time);

inline constexpr ui::Viewport desktop{.width = 1440, .height = 900};
inline constexpr ui::Viewport tablet{.width = 820, .height = 1180};
inline constexpr ui::Viewport phone{.width = 390, .height = 844};

struct Answer {
    int status = 200;
    std::string body;
};
template <class Message> [[nodiscard]] Answer ok(const Message& message) { return {200, api::encode(message)}; }
[[nodiscard]] Answer refused(ErrorCode code, std::string message, std::string field = {});

class Stage;

/// The database of a browser, whose pages share it and take turns in sending.
struct Disk {
    std::map<std::string, std::string> known, outbox;
    const Stage* sender = nullptr;
    bool is_full = false;  ///< nothing can be written
};

class Stage {
public:
    explicit Stage(std::string url, ui::Viewport viewport = desktop);
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    /// What the server says to paths that begin with this; the longest beginning counts. Without an answer a request
    /// waits.
    void serve(std::string path, Answer answer) { m_answers[std::move(path)] = std::move(answer); }
    void serve_silence(const std::string& path) { m_answers.erase(path); }
    /// Everything the business says to everybody, and this session.
    void serve_world(const api::SessionView& session);

    /// Before the start: the browser has this database.
    void use(Disk& disk) { m_disk = &disk; }
    void begin_offline() { m_begins_online = false; }

    /// Starts the portal; with `settle` it gets all the answers there are.
    void start(std::vector<ui::Stored> stored = {}, std::string zone = "Europe/Ljubljana");
    void start_speaking(ui::WordsFile words);
    void bring_words(ui::WordsFile words);
    void settle();
    void settle_once();  ///< one round of answers
    void build();

    // -- what the person in front of it does
    void press(ui::Role role, std::string_view name);
    void write(std::string_view label, std::string text);
    void choose(ui::Role role, std::string_view name);  ///< a radio or checkbox
    void clear(std::string_view checkbox);
    void submit(std::string_view form = {});  ///< the one with this key, or the first
    void follow(std::string_view link);
    void go_to(std::string url);
    void close_dialog();
    void press_in_dialog(std::string_view name);
    void go_offline();
    void go_online();
    void hear_of_outbox();  ///< another page has changed it
    void tell(std::string_view told);
    void find_update();
    [[nodiscard]] bool opened_update() const { return m_has_opened_update; }
    void lose_stream();
    void wait(seconds time);
    void hear(std::string_view event);
    void lose_network() { m_is_cut = true; }
    void find_network() { m_is_cut = false; }

    // -- what is there
    [[nodiscard]] const ui::Node* find(ui::Role role, std::string_view name) const;
    [[nodiscard]] bool shows(ui::Role role, std::string_view name) const { return find(role, name) != nullptr; }
    [[nodiscard]] bool says(std::string_view words) const;  ///< anywhere on the page
    [[nodiscard]] std::string everything() const;
    [[nodiscard]] std::string name_of(const ui::Node& node) const;
    [[nodiscard]] std::string attribute(const ui::Node& node, ui::Attribute attribute) const;
    [[nodiscard]] std::string value_of(std::string_view label) const;  ///< of a field
    [[nodiscard]] const std::string& url() const { return m_portal.navigator().url(); }
    [[nodiscard]] const ui::Page& page() const { return m_page; }
    [[nodiscard]] Store& store() { return m_portal.store(); }

    // -- what was sent
    [[nodiscard]] std::vector<ui::HttpRequest>
    sent(std::string_view path) const;  ///< all that begin with it, in order
    [[nodiscard]] const std::vector<ui::HttpRequest>& sent() const { return m_sent; }
    [[nodiscard]] const std::vector<ui::Navigation>& navigations() const { return m_navigations; }
    [[nodiscard]] std::string stored(std::string_view key) const;
    [[nodiscard]] const ui::Host& last_host() const { return m_host; }
    [[nodiscard]] const std::string& document_language() const { return m_language; }
    [[nodiscard]] const std::string& wanted_words() const { return m_wanted_words; }
    [[nodiscard]] const std::string& first_live_url() const { return m_live_url; }

    ui::Milliseconds now = unix_seconds(world::now()) * 1000;

private:
    [[nodiscard]] const ui::Node& found(ui::Role role, std::string_view name) const;
    [[nodiscard]] const ui::Node& field(std::string_view label) const;
    [[nodiscard]] std::string words_of(ui::NodeIndex index) const;
    [[nodiscard]] const Answer* answer_to(const ui::HttpRequest& request) const;
    [[nodiscard]] bool is_within(const ui::Node& node, ui::NodeIndex box) const;
    bool answer_once();
    void take();
    void write_records();
    bool report_records();
    [[nodiscard]] std::vector<ui::Stored> outbox_records() const;

    Portal m_portal;
    ui::Page m_page;
    ui::Viewport m_viewport;
    std::string m_start_url;
    std::map<std::string, Answer> m_answers;
    std::vector<ui::HttpRequest> m_waiting;
    std::vector<ui::HttpRequest> m_sent;
    std::vector<ui::Navigation> m_navigations;
    std::map<std::string, std::string> m_stored;
    ui::Host m_host;
    std::string m_live_url;
    std::string m_language, m_wanted_words;
    ui::WordsFile m_words;
    Disk* m_disk = nullptr;
    std::vector<std::string> m_written;
    bool m_wants_turn = false;
    bool m_begins_online = true;
    bool m_has_opened_update = false;
    bool m_is_cut = false;
};

}  // namespace loggia::portal::stage
