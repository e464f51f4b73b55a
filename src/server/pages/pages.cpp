#include "server/pages/pages.h"

#include "core/base/text.h"
#include "portal/routes.h"
#include "portal/words/all_words.h"
#include "portal/words/choice_of_language.h"
#include "server/auth/random.h"
#include "server/http/gzip.h"
#include "server/pages/cookies.h"
#include "server/pages/document.h"
#include "server/pages/languages.h"
#include "server/pages/page_run.h"

#include <algorithm>
#include <utility>

namespace loggia::server {

namespace {

/// As far as the browser tells.
ui::Viewport viewport_of(const http::Request& request) {
    ui::Viewport viewport;
    viewport.width = request.is_from_phone ? 390 : 1440;
    viewport.height = request.is_from_phone ? 844 : 900;
    return viewport;
}

auth::Transport transport_of(const http::Request& request) {
    return request.is_local() ? auth::Transport::local : auth::Transport::tls;
}

/// The address as the portal's own links say it. What is no text is no address of ours.
std::string url_of(const http::Request& request) {
    std::string url;
    for (std::string_view rest = request.path; !rest.empty();) {
        rest.remove_prefix(1);
        const std::string_view segment = rest.substr(0, rest.find('/'));
        if (!text::is_utf8(segment)) return "/-";
        url.append("/").append(portal::url_encoded(segment));
        rest.remove_prefix(segment.size());
    }
    char separator = '?';
    for (const auto& [name, value] : request.query) {
        if (!text::is_utf8(name) || !text::is_utf8(value)) continue;
        if (text::has_control_characters(name) || text::has_control_characters(value)) continue;
        url.append(1, std::exchange(separator, '&')).append(portal::url_encoded(name));
        url.append("=").append(portal::url_encoded(value));
    }
    return url.empty() ? "/" : url;
}

Seed fresh_seed() {
    Seed seed{};
    auth::fill_with_random(std::as_writable_bytes(std::span(seed)));
    return seed;
}

std::string_view kept(const Visit& visit, std::string_view key) {
    const auto found = std::ranges::find(visit.launch.stored, key, &ui::Stored::key);
    return found == visit.launch.stored.end() ? std::string_view{} : std::string_view(found->value);
}

Visit visit_of(const http::Request& request, std::optional<PostedForm> form, Instant now) {
    Visit visit;
    visit.viewport = viewport_of(request);
    visit.launch.url = url_of(request);
    visit.launch.seed = form ? form->seed : fresh_seed();
    visit.launch.now = unix_seconds(now) * 1000;
    visit.launch.languages = languages_in(request.accept_language);
    visit.launch.stored = kept_in(request.cookie, transport_of(request));
    const std::string_view language =
        portal::choice_of_language(visit.launch.url, kept(visit, "language"), visit.launch.languages);
    visit.launch.words = {std::string(language), std::string(portal::words_file_of(language))};
    visit.is_dark = kept(visit, "theme") == "dark";
    visit.form = std::move(form);
    return visit;
}

std::string_view path_of(std::string_view url) { return url.substr(0, url.find('?')); }

/// Whether the run ended at another page than the one asked for.
bool leads_on(const PageRun& run, const http::Request& request, bool answers_form) {
    return answers_form ? run.has_moved() : path_of(run.url()) != path_of(url_of(request));
}

void add_run_headers(http::Response& response, const PageRun& run, const http::Request& request) {
    for (const auto& line : run.header_lines()) {
        const auto colon = line.find(": ");
        response.add_header(std::string_view(line).substr(0, colon), std::string_view(line).substr(colon + 2));
    }
    if (!run.has_stored()) return;
    const std::string cookie = kept_cookie(run.stored(), transport_of(request));
    if (!cookie.empty()) response.add_header("Set-Cookie", cookie);
}

bool is_personal(const http::Request& request, bool answers_form) {
    return answers_form || auth::session_token_in(request.cookie, transport_of(request)).has_value();
}

/// Each page carries a seed of its own, so nobody but its visitor may keep it; a personal one not even they.
std::string_view caching_of(const http::Request& request, bool answers_form) {
    return is_personal(request, answers_form) ? "private, no-store" : "private, no-cache";
}

/// What is personal may be a secret, and its length is left alone.
http::Response html_response(int status, std::string html, const http::Request& request, bool answers_form) {
    constexpr std::string_view type = "text/html; charset=utf-8";
    if (is_personal(request, answers_form)) return http::Response::with_type(status, type, std::move(html));
    return http::packed_response(status, type, std::move(html), request);
}

}  // namespace

void Pages::answer(http::Request request, http::Reply reply, Services& services, http::HomeThread& home) const {
    std::optional<PostedForm> form;
    if (request.method == http::Method::post) {
        auto posted = parse_form(request.body);
        if (!posted) {
            http::Response response = http::Response::text(400, posted.error().message + "\n");
            response.name_route("form");
            return reply(std::move(response));
        }
        form = *std::move(posted);
    }
    const bool answers_form = form.has_value();
    const auto run = std::make_shared<PageRun>(m_router, services, home, request,
                                               visit_of(request, std::move(form), services.shared.clock()));
    run->start([this, request = std::move(request), reply = std::move(reply), answers_form](PageRun* ended) mutable {
        PageRun& done = *ended;
        const auto respond = [&]() -> http::Response {
            if (leads_on(done, request, answers_form)) return http::Response::see_other(done.url());
            const Showing showing{request, m_styles, fresh_seed(), answers_form};
            return html_response(status_of(done), m_frame.fill(document_of(done, showing)), request, answers_form);
        };
        http::Response response = respond();
        add_run_headers(response, done, request);
        response.add_header("Vary", "Accept-Encoding, Accept-Language, Cookie, User-Agent, Sec-CH-UA-Mobile");
        response.cache_for(caching_of(request, answers_form));
        response.name_route(answers_form ? "form" : "page");
        reply(std::move(response));
    });
}

}  // namespace loggia::server
