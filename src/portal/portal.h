#pragma once

#include "portal/navigator.h"
#include "portal/net/client.h"
#include "portal/screens/screens.h"
#include "portal/store/store.h"
#include "ui/host.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace loggia::portal {

/// The portal as one application: answers go into the store, a build shows the screen of the current address, what
/// the person asked for becomes requests. Knows no browser, no clock and no canvas.
class Portal final : public ui::Application {
public:
    void start(const ui::Launch& launch) override;
    void receive(const ui::HttpReply& reply) override;
    void receive_live(std::string_view data) override;
    void navigate(std::string_view url) override;
    void online(bool is_online) override;
    void returned() override;
    void live_state(bool is_connected) override;
    void outbox(const std::vector<ui::Stored>& records, ui::Turn turn) override;
    void record_kept(std::string_view key, bool is_kept) override;
    void hear(std::string_view told) override;
    void update_ready() override;
    void build(ui::Page& page, ui::Milliseconds now) override;
    void speak(ui::WordsFile words) override;
    ui::Host take_requests() override;

    [[nodiscard]] Store& store() { return *m_store; }
    [[nodiscard]] const Navigator& navigator() const { return m_navigator; }

private:
    struct LivingScreen {
        std::unique_ptr<Screen> (*make)();
        std::unique_ptr<Screen> screen;
    };

    void begin_anew();
    void follow_outbox();
    void follow_rights();
    void load_rights_anew();
    void wake_for_what_waits(ui::Page& page, ui::Milliseconds now);
    void ask_again();
    void settle();
    void build_place(ui::Page& page, const Address& address, ui::Milliseconds now);
    void build_without_session(ui::Page& page, const Context& context);
    void greet_new_screen(ui::Page& page, Place place);
    void draw_question_before_leaving(ui::Page& page, const Context& context);
    void act_on(const Wishes& wishes);
    void keep_theme(ui::ThemeChoice theme);
    void want_language(std::string_view language);
    void begin_speaking(const Words& words);
    Screen& screen_of(Place place);
    [[nodiscard]] std::string landing(const Address& address) const;

    std::unique_ptr<Client> m_client;
    std::unique_ptr<Store> m_store;
    Navigator m_navigator;
    /// Every language spoken so far: the page shown last still points into the words of its own.
    std::vector<std::unique_ptr<const Words>> m_all_words;
    const Words* m_words = nullptr;
    std::string m_wanted_language;
    std::vector<LivingScreen> m_screens;
    std::optional<Place> m_shown;  ///< in the latest build
    std::string m_visitor_zone;
    ui::Milliseconds m_asked_again = 0;  ///< what is shown only from memory
    bool m_is_update_ready = false;
    bool m_asks_before_leaving = false;
    ui::Host m_host;
};

}  // namespace loggia::portal
