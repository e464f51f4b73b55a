#include "ui/gallery/gallery.h"

#include "ui/gallery/collection_pages.h"
#include "ui/gallery/pages.h"

namespace loggia::ui {

namespace {

class Gallery final : public Application {
public:
    void start(const Launch& launch) override { m_url = launch.url; }
    void receive(const HttpReply&) override {}
    void receive_live(std::string_view) override {}
    void navigate(std::string_view url) override { m_url = url; }
    Host take_requests() override { return {}; }

    void build(Page& page, Milliseconds) override {
        const auto at = [&](std::string_view path) { return m_url.starts_with(path); };
        if (m_collections.build(page, m_url)) return;
        if (at("/details")) return gallery::details(page, m_state);
        if (at("/home")) return gallery::home(page, m_state);
        if (at("/week500")) return gallery::week(page, m_state, 500);
        if (at("/week")) return gallery::week(page, m_state, 0);
        if (at("/kit")) return gallery::kit(page, m_state);
        gallery::book(page, m_state);
    }

private:
    std::string m_url;
    gallery::State m_state;
    gallery::CollectionPages m_collections;
};

}  // namespace

std::unique_ptr<Application> make_gallery() { return std::make_unique<Gallery>(); }

}  // namespace loggia::ui
