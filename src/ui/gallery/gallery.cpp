#include "ui/gallery/gallery.h"

#include "ui/gallery/pages.h"

#include "icons.generated.h"

#include <string>

namespace loggia::ui {

namespace {

using gallery::Frame;
using gallery::GalleryPage;

void bar(Page& page, std::string_view title) {
    const Scope bar = page.top_bar({.title = title, .back_href = "/", .back_name = "All pages"});
}

void contents(Page& page) {
    page.title("Gallery");
    {
        const Scope bar = page.top_bar({.title = "Gallery", .emblem = icon::layout_dashboard, .home_href = "/"});
    }
    const Scope main = page.main(Width::reading);
    page.heading(1, "Every widget in every state");
    std::string_view family;
    for (const GalleryPage& one : gallery::pages()) {
        if (one.family != family) page.heading(2, one.family);
        family = one.family;
        page.link(one.path, one.title, one.path, {.look = LinkLook::button, .wide = true});
    }
}

class Gallery final : public Application {
public:
    void start(const Launch& launch) override { navigate(launch.url); }
    void receive(const HttpReply&) override {}
    void receive_live(std::string_view) override {}

    Host take_requests() override {
        Host host;
        if (m_exhibit != nullptr) host.released_files = m_exhibit->take_released();
        return host;
    }

    void navigate(std::string_view url) override {
        const std::string_view path = url.substr(0, url.find('?'));
        if (m_page != nullptr && m_page->path == path) return;
        m_page = nullptr;
        for (const GalleryPage& page : gallery::pages()) {
            if (page.path == path) m_page = &page;
        }
        m_exhibit = m_page == nullptr ? nullptr : m_page->make();
    }

    void build(Page& page, Milliseconds now) override {
        if (m_exhibit == nullptr) return contents(page);
        page.title(m_page->title);
        if (m_page->frame == Frame::none) return m_exhibit->build(page, now);
        bar(page, m_page->title);
        const Scope main = page.main(Width::half);
        m_exhibit->build(page, now);
    }

private:
    const GalleryPage* m_page = nullptr;
    std::unique_ptr<gallery::Exhibit> m_exhibit;
};

}  // namespace

std::unique_ptr<Application> make_gallery() { return std::make_unique<Gallery>(); }

}  // namespace loggia::ui
