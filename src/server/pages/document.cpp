#include "server/pages/document.h"

#include "core/api/json_writer.h"
#include "languages.generated.h"
#include "portal/routes.h"
#include "portal/words/all_words.h"
#include "server/pages/structured_data.h"
#include "ui/html/html.h"

#include <algorithm>

namespace loggia::server {

namespace {

using portal::Place;

std::string escaped(std::string_view text) {
    std::string out;
    ui::html::escape(out, text);
    return out;
}

void append_meta(std::string& head, std::string_view kind, std::string_view name, std::string_view content) {
    head.append("<meta ").append(kind).append("=\"").append(name).append("\" content=\"");
    ui::html::escape(head, content);
    head.append("\">\n");
}

void append_link(std::string& head, std::string_view relation, std::string_view address) {
    head.append("<link rel=\"").append(relation).append("\" href=\"");
    ui::html::escape(head, address);
    head.append("\">\n");
}

std::string origin_of(const http::Request& request) {
    return (request.is_local() ? "http://" : "https://") + request.host;
}

bool is_public(Place place) { return place == Place::choose_service || place == Place::choose_time; }

/// The address without what was chosen on the page: one page, one address for search engines.
std::string canonical_path(const portal::Address& address) {
    std::vector<portal::UrlParameter> named;
    const std::string_view pattern = portal::route_to(address.place()).pattern;
    for (const auto& parameter : address.parameters())
        if (pattern.find("{" + parameter.name + "}") != std::string_view::npos) named.push_back(parameter);
    return portal::url_of(address.place(), named);
}

/// The same page in each of our languages; search engines show everybody theirs.
void append_languages(std::string& head, const std::string& canonical) {
    const auto append = [&](std::string_view language, const std::string& address) {
        head.append("<link rel=\"alternate\" hreflang=\"").append(language).append("\" href=\"");
        ui::html::escape(head, address);
        head.append("\">\n");
    };
    for (const auto& language : portal::languages)
        append(language.tag, canonical + "?lang=" + std::string(language.tag));
    append("x-default", canonical);
}

void append_public_facts(std::string& head, PageRun& run, const portal::Address& address, const std::string& origin) {
    const auto& business = run.portal().store().business;
    PublicFacts facts;
    facts.origin = origin;
    facts.business = portal::here(business.business());
    facts.services = portal::here(business.services());
    facts.words = &portal::words_of(run.language());
    if (!facts.business || !facts.services) return;
    if (const auto id = address.id<ServiceId>("service")) facts.service = business.service(*id);
    const std::string canonical = origin + canonical_path(address);
    const std::string description = description_of(facts);
    append_link(head, "canonical", canonical);
    append_languages(head, canonical);
    append_meta(head, "name", "description", description);
    append_meta(head, "property", "og:title", run.page().document_title());
    append_meta(head, "property", "og:description", description);
    append_meta(head, "property", "og:type", "website");
    append_meta(head, "property", "og:url", canonical);
    append_meta(head, "property", "og:site_name", facts.business->name);
    append_meta(head, "property", "og:locale", run.language());
    head.append("<script type=\"application/ld+json\">").append(for_script(linked_data(facts))).append("</script>\n");
}

/// The answers the page was made from, so that the canvas begins with the same ones.
std::string said_block(const std::vector<Said>& said) {
    std::string json = "[";
    api::JsonWriter writer(json);
    for (const auto& [path, body] : said) {
        json.append(json.size() > 1 ? ",{" : "{");
        writer("path", path);
        json.append(",\"body\":").append(body).append("}");
    }
    json += "]";
    return "<script type=\"application/json\" id=\"said\">" + for_script(json) + "</script>\n";
}

std::string theme_in(const PageRun& run) {
    const auto found = std::ranges::find(run.stored(), "theme", &ui::Stored::key);
    const bool is_known = found != run.stored().end() && (found->value == "dark" || found->value == "light");
    return is_known ? found->value : "auto";
}

std::string form_of(PageRun& run, const Showing& showing) {
    std::string form = "<form id=\"page\" method=\"post\" novalidate action=\"" + escaped(run.url()) + "\">\n";
    const auto hidden = [&](std::string_view name, const std::string& value) {
        form.append("<input type=hidden name=\"").append(name).append("\" value=\"").append(value).append("\">");
    };
    hidden(seed_name, to_hex(showing.seed));
    if (!run.trail().empty()) hidden(trail_name, to_text(run.trail()));
    if (run.has_missed())
        form.append("<p role=alert class=\"p16 b27 i26\">")
            .append(escaped(portal::words_of(run.language()).try_again()))
            .append("</p>");
    form.append(ui::html::body_of(run.page())).append("\n</form>\n");
    return form;
}

}  // namespace

PageParts document_of(PageRun& run, const Showing& showing) {
    const auto address = portal::route_of(run.url());
    PageParts parts;
    parts.language = escaped(run.language().empty() ? "en" : run.language());
    parts.direction = run.direction() == ui::Direction::right_to_left ? "rtl" : "ltr";
    parts.theme = theme_in(run);
    parts.has_script = !showing.answers_form;
    parts.head = "<title>" + escaped(run.page().document_title()) + "</title>\n";
    append_link(parts.head, "stylesheet", showing.styles.address_of(run.page().brand_colour()));
    if (address && is_public(address->place())) {
        append_public_facts(parts.head, run, *address, origin_of(showing.request));
    } else {
        append_meta(parts.head, "name", "robots", "noindex");
    }
    // Asked for by a page of ours, the same address comes with the cookies that another site's link does not bring.
    if (showing.request.is_from_elsewhere && status_of(run) == 403)
        parts.head += "<noscript><meta http-equiv=\"refresh\" content=\"0\"></noscript>\n";
    parts.page = form_of(run, showing);
    // Led here by another site, the browser kept our cookies back: what a stranger was told is not what to begin
    // with.
    if (parts.has_script && !showing.request.is_from_elsewhere) parts.page += said_block(run.said());
    return parts;
}

int status_of(PageRun& run) {
    const auto address = portal::route_of(run.url());
    if (!address) return 404;
    if (run.has_missed()) return 409;
    const auto& session = run.portal().store().session.current();
    return session.may_any(portal::route_to(address->place()).needs) ? 200 : 403;
}

}  // namespace loggia::server
