#pragma once

#include "server/http/served_demo.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// A browser without script: reads pages, fills in their form, presses what is on them, follows where that leads.
namespace loggia::testing {

/// A built site with a place for pages, as web/index.html is one.
[[nodiscard]] std::filesystem::path site_with_pages();
/// Over it, without brakes.
[[nodiscard]] server::PortalServerOptions options_with_pages();

class PageVisitor {
public:
    explicit PageVisitor(const ServedDemo& demo, std::string cookies = {})
        : m_demo(demo), m_cookies(std::move(cookies)) {}

    void open(std::string_view path);
    void type(std::string_view name, std::string_view value);
    void tick(std::string_view words);
    /// The button, radio or link that says this.
    void press(std::string_view words);
    /// Without looking at what comes back.
    [[nodiscard]] std::string body_of_press(std::string_view words) const;
    [[nodiscard]] RawResponse send(const std::string& body, std::string_view header_lines = {}) const;

    [[nodiscard]] bool says(std::string_view words) const { return m_page.body.find(words) != std::string::npos; }
    [[nodiscard]] const RawResponse& page() const { return m_page; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const std::string& cookies() const { return m_cookies; }
    [[nodiscard]] std::string value_of(std::string_view name) const;

private:
    struct Control {
        std::string tag, name, value, words, href;
        bool is_ticked = false, is_box = false;
    };
    void show(RawResponse response, std::string path);
    void read_controls();
    [[nodiscard]] const Control& control(std::string_view words) const;

    const ServedDemo& m_demo;
    std::string m_cookies;  ///< "a=1; b=2"
    std::string m_path;
    RawResponse m_page;
    std::vector<Control> m_controls;
};

}  // namespace loggia::testing
