#include "server/pages/page_visitor.h"

#include "portal/url.h"
#include "server/pages/cookies.h"

#include <algorithm>
#include <fstream>

namespace loggia::testing {

namespace {

std::string unescaped(std::string text) {
    constexpr std::pair<std::string_view, std::string_view> codes[]{
        {"&lt;",   "<" },
        {"&gt;",   ">" },
        {"&quot;", "\""},
        {"&#39;",  "'" },
        {"&amp;",  "&" }
    };
    for (const auto& [code, letter] : codes)
        for (auto at = text.find(code); at != text.npos; at = text.find(code, at + letter.size()))
            text.replace(at, code.size(), letter);
    return text;
}

/// The value of an attribute in a tag, quoted or not.
std::string attribute_in(std::string_view tag, std::string_view name) {
    const std::string wanted = " " + std::string(name) + "=";
    const auto at = tag.find(wanted);
    if (at == tag.npos) return {};
    tag.remove_prefix(at + wanted.size());
    if (tag.starts_with('"')) return unescaped(std::string(tag.substr(1, tag.find('"', 1) - 1)));
    return std::string(tag.substr(0, tag.find_first_of(" >")));
}

std::string words_in(std::string_view html) {
    std::string words;
    bool is_hidden = false;
    while (!html.empty()) {
        const auto tag = html.find('<');
        if (!is_hidden) words.append(html.substr(0, tag)).append(" ");
        if (tag == html.npos) break;
        const auto end = html.find('>', tag);
        is_hidden = html.substr(tag, end - tag).find("aria-hidden=true") != html.npos;
        html.remove_prefix(end + 1);
    }
    return unescaped(words);
}

}  // namespace

std::filesystem::path site_with_pages() {
    const auto site = std::filesystem::temp_directory_path() / "loggia-site-with-pages";
    std::filesystem::create_directories(site);
    std::ofstream(site / "index.html")
        << "<!doctype html>\n<html lang=\"en\" data-theme=\"auto\">\n<head>\n"
           "<!--head--><title>Loggia</title><!--/head-->\n"
           "<!--script--><script src=\"/app.js\"></script><!--/script-->\n</head>\n<body>\n"
           "<!--page--><main></main><!--/page-->\n<div id=\"stage\"></div>\n</body>\n</html>\n";
    return site;
}

server::PortalServerOptions options_with_pages() {
    auto options = options_without_brakes();
    options.site = site_with_pages();
    return options;
}

void PageVisitor::open(std::string_view path) {
    const std::string cookie_line = m_cookies.empty() ? std::string{} : "Cookie: " + m_cookies + "\r\n";
    show(m_demo.get(path, cookie_line + "Accept-Language: en\r\n"), std::string(path));
}

void PageVisitor::show(RawResponse response, std::string path) {
    for (const auto& cookie : response.cookies) m_cookies = server::cookies_after(m_cookies, cookie);
    m_path = std::move(path);
    if (response.status == 303) return open(response.header("location"));
    m_page = std::move(response);
    read_controls();
}

void PageVisitor::read_controls() {
    m_controls.clear();
    const std::string_view body = m_page.body;
    for (auto at = body.find('<'); at != body.npos; at = body.find('<', at + 1)) {
        const auto end = body.find('>', at);
        if (end == body.npos) break;
        const std::string_view tag = body.substr(at, end - at);
        Control control;
        control.tag = tag.substr(1, tag.find(' ') - 1);
        const bool holds_words = control.tag == "button" || control.tag == "a";
        if (!holds_words && control.tag != "input") continue;
        control.name = attribute_in(tag, "name");
        control.value = attribute_in(tag, "value");
        control.href = attribute_in(tag, "href");
        control.is_box = tag.find("type=checkbox") != tag.npos;
        control.is_ticked = tag.find(" checked") != tag.npos;
        control.words = attribute_in(tag, "aria-label");
        const auto close = control.is_box ? body.find("</label>", end) : body.find("</" + control.tag + ">", end);
        if (control.words.empty() && (holds_words || control.is_box))
            control.words = words_in(body.substr(end + 1, close - end - 1));
        m_controls.push_back(std::move(control));
    }
}

void PageVisitor::type(std::string_view name, std::string_view value) {
    const auto found = std::ranges::find(m_controls, name, &Control::name);
    INFO("field " << name << " in " << m_page.body);
    REQUIRE(found != m_controls.end());
    found->value = value;
}

const PageVisitor::Control& PageVisitor::control(std::string_view words) const {
    const auto found = std::ranges::find_if(m_controls, [&](const Control& one) {
        return one.words.find(words) != std::string::npos && (one.is_box || !one.href.empty() || !one.name.empty());
    });
    INFO("pressing " << words << " on " << m_path << " " << m_page.status << " " << m_page.body);
    REQUIRE(found != m_controls.end());
    return *found;
}

void PageVisitor::tick(std::string_view words) {
    const auto& one = control(words);
    m_controls[static_cast<std::size_t>(&one - m_controls.data())].is_ticked = true;
}

std::string PageVisitor::body_of_press(std::string_view words) const {
    const Control& pressed = control(words);
    std::string body;
    for (const Control& one : m_controls) {
        if (one.tag != "input" || one.name.empty() || (one.is_box && !one.is_ticked)) continue;
        body.append(portal::url_encoded(one.name)).append("=").append(portal::url_encoded(one.value)).append("&");
    }
    return body + portal::url_encoded(pressed.name) + "=";
}

RawResponse PageVisitor::send(const std::string& body, std::string_view header_lines) const {
    const std::string fields = "Host: localhost\r\nSec-Fetch-Site: same-origin\r\nAccept-Language: en\r\n"
                               "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                               std::to_string(body.size()) + "\r\n" +
                               (m_cookies.empty() ? std::string{} : "Cookie: " + m_cookies + "\r\n") +
                               std::string(header_lines);
    return RawClient(m_demo.port()).exchange("POST " + m_path + " HTTP/1.1\r\n" + fields + "\r\n" + body);
}

void PageVisitor::press(std::string_view words) {
    const Control& pressed = control(words);
    if (!pressed.href.empty()) return open(pressed.href);
    show(send(body_of_press(words)), m_path);
}

std::string PageVisitor::value_of(std::string_view name) const {
    const auto found = std::ranges::find(m_controls, name, &Control::name);
    return found == m_controls.end() ? std::string{} : found->value;
}

}  // namespace loggia::testing
