#include "server/http/guard.h"

#include "core/base/text.h"
#include "server/http/target.h"

#include <algorithm>
#include <optional>

namespace loggia::http {

namespace {

/// What the guard needs to know of the fields. A field that may come once and came twice is an error of its
/// own.
struct Fields {
    std::optional<std::string_view> host;
    std::optional<std::string_view> content_length;
    std::optional<std::string_view> content_type;
    std::optional<std::string_view> origin;
    std::optional<std::string_view> fetch_site;
    std::optional<std::string_view> idempotency_key;
    std::optional<std::string_view> expect;
    std::optional<std::string_view> transfer_encoding;
    std::optional<std::string_view> is_mobile;
    std::optional<std::string_view> user_agent;
    std::string accept_encoding;
    std::string accept_language;
    std::string if_none_match;
    std::string cookie;
    std::string connection;
    std::string_view forwarded_for;
};

std::unexpected<Refusal> refused(int status, std::string message, std::string field = {}) {
    return std::unexpected(Refusal{status, std::move(message), std::move(field)});
}

struct SingleField {
    std::string_view name;
    std::optional<std::string_view> Fields::* where;
};

constexpr SingleField single_fields[]{
    {"host",              &Fields::host             },
    {"content-length",    &Fields::content_length   },
    {"content-type",      &Fields::content_type     },
    {"origin",            &Fields::origin           },
    {"sec-fetch-site",    &Fields::fetch_site       },
    {"idempotency-key",   &Fields::idempotency_key  },
    {"expect",            &Fields::expect           },
    {"transfer-encoding", &Fields::transfer_encoding},
    {"sec-ch-ua-mobile",  &Fields::is_mobile        },
    {"user-agent",        &Fields::user_agent       },
};

struct ListField {
    std::string_view name;
    std::string Fields::* where;
    std::string_view separator;
};

constexpr ListField list_fields[]{
    {"accept-encoding", &Fields::accept_encoding, ", "},
    {"accept-language", &Fields::accept_language, ", "},
    {"if-none-match",   &Fields::if_none_match,   ", "},
    {"cookie",          &Fields::cookie,          "; "},
    {"connection",      &Fields::connection,      ", "},
};

std::expected<Fields, Refusal> sorted(const std::vector<HeaderField>& raw) {
    Fields fields;
    for (const auto& [raw_name, value] : raw) {
        const std::string name = text::ascii_lower(raw_name);
        for (const auto& single : single_fields) {
            if (single.name != name) continue;
            if (fields.*single.where) return refused(400, "The header field " + name + " was sent twice.", name);
            fields.*single.where = value;
        }
        for (const auto& list : list_fields) {
            if (list.name != name) continue;
            std::string& joined = fields.*list.where;
            if (!joined.empty()) joined += list.separator;
            joined += value;
        }
        if (name == "x-forwarded-for") fields.forwarded_for = value;
    }
    return fields;
}

std::expected<Method, Refusal> checked_method(std::string_view method) {
    if (method == "GET") return Method::get;
    if (method == "HEAD") return Method::head;
    if (method == "POST") return Method::post;
    for (const std::string_view known : {"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"})
        if (method == known) return refused(405, "Only GET, HEAD and POST are used here.");
    return refused(501, "The method is not one of HTTP's.");
}

std::string_view without_port(std::string_view host) {
    if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

bool has_sound_port(std::string_view host) {
    const std::string_view rest = host.substr(without_port(host).size());
    if (rest.empty()) return true;
    const auto port = text::to_integer(rest.substr(1));
    return rest.front() == ':' && port && *port >= 1 && *port <= 65535;
}

std::expected<std::string, Refusal> checked_host(const Fields& fields, const GuardRules& rules) {
    if (!fields.host || fields.host->empty()) return refused(400, "The Host header field is missing.", "host");
    std::string host = text::ascii_lower(*fields.host);
    if (!has_sound_port(host)) return refused(400, "The Host header field names no host.", "host");
    if (is_local_name(host) || std::ranges::find(rules.hosts, without_port(host)) != rules.hosts.end()) return host;
    return refused(421, "This server does not answer for that host; --host adds a name.", "host");
}

std::expected<std::size_t, Refusal> checked_length(Method method, const Fields& fields, const GuardRules& rules) {
    if (fields.transfer_encoding)
        return refused(411, "Send Content-Length; Transfer-Encoding is not accepted.", "transfer-encoding");
    if (!fields.content_length) return std::size_t{0};
    const std::string_view digits = *fields.content_length;
    const bool is_number =
        !digits.empty() && std::ranges::all_of(digits, [](char digit) { return digit >= '0' && digit <= '9'; });
    if (!is_number) return refused(400, "Content-Length is not a number.", "content-length");
    const auto length = text::to_integer(digits);
    if (!length || static_cast<std::uint64_t>(*length) > rules.longest_body)
        return refused(413, "The body is longer than " + std::to_string(rules.longest_body / 1024) + " KiB.");
    if (method != Method::post && *length > 0) return refused(400, "Only POST carries a body.", "content-length");
    return static_cast<std::size_t>(*length);
}

/// A browser tells us itself which site a request comes from; older ones at least name the origin. What tells
/// neither is no page of ours.
std::optional<Refusal> refusal_of_foreign_page(const Fields& fields, std::string_view host) {
    if (fields.fetch_site) {
        if (*fields.fetch_site == "same-origin") return std::nullopt;
        return Refusal{403, "Changes are accepted from our own pages only.", "sec-fetch-site"};
    }
    const std::string own_origin = std::string(is_local_name(host) ? "http://" : "https://") + std::string(host);
    if (fields.origin && text::ascii_lower(*fields.origin) == own_origin) return std::nullopt;
    return Refusal{403, "Changes are accepted from our own pages only.", "origin"};
}

bool has_token(std::string_view list, std::string_view wanted) {
    while (!list.empty()) {
        const std::string_view item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), item.size() + 1));
        if (text::ascii_lower(text::trimmed(item)) == wanted) return true;
    }
    return false;
}

/// The nearest hop speaks last; what a client claims comes before it and proves nothing.
std::string client_behind(std::string_view peer, std::string_view forwarded_for, const GuardRules& rules) {
    if (forwarded_for.empty() || std::ranges::find(rules.trusted_proxies, peer) == rules.trusted_proxies.end())
        return std::string(peer);
    const std::size_t comma = forwarded_for.rfind(',');
    const std::string_view last = comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1);
    return std::string(text::trimmed(last).substr(0, 64));
}

/// The size of a page is guessed from it, and nothing else.
bool says_phone(const Fields& fields) {
    return fields.is_mobile == "?1" ||
           (fields.user_agent && fields.user_agent->find("Mobi") != std::string_view::npos);
}

std::optional<Refusal> refusal_of_post(const Fields& fields, std::string_view host, std::string_view path,
                                       const GuardRules& rules) {
    if (auto refusal = refusal_of_foreign_page(fields, host)) return refusal;
    if (rules.takes_form && rules.takes_form(path)) {
        if (fields.content_type == "application/x-www-form-urlencoded") return std::nullopt;
        return Refusal{415, "Send a form, with Content-Type: application/x-www-form-urlencoded.", "content-type"};
    }
    if (!fields.content_type || *fields.content_type != "application/json")
        return Refusal{415, "Send JSON, with Content-Type: application/json.", "content-type"};
    return std::nullopt;
}

}  // namespace

bool is_local_name(std::string_view host) {
    const std::string_view name = without_port(host);
    return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

bool Request::is_local() const { return is_local_name(host); }

std::expected<Request, Refusal> check(const RawRequest& raw, const GuardRules& rules) {
    if (raw.version != 11) return refused(505, "Speak HTTP/1.1.");
    const auto method = checked_method(raw.method);
    if (!method) return std::unexpected(method.error());
    auto fields = sorted(raw.fields);
    if (!fields) return std::unexpected(std::move(fields).error());
    const auto length = checked_length(*method, *fields, rules);
    if (!length) return std::unexpected(length.error());
    auto host = checked_host(*fields, rules);
    if (!host) return std::unexpected(std::move(host).error());
    auto target = parse_target(raw.target);
    if (!target) return std::unexpected(std::move(target).error());
    if (fields->expect) return refused(417, "Expect is not supported; send the body at once.", "expect");
    if (*method == Method::post)
        if (auto refusal = refusal_of_post(*fields, *host, target->path, rules))
            return std::unexpected(std::move(*refusal));

    Request request;
    request.method = *method;
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    request.host = std::move(*host);
    request.client_address = client_behind(raw.peer_address, fields->forwarded_for, rules);
    request.cookie = std::move(fields->cookie);
    request.accept_encoding = std::move(fields->accept_encoding);
    request.accept_language = std::move(fields->accept_language);
    request.if_none_match = std::move(fields->if_none_match);
    request.idempotency_key = fields->idempotency_key.value_or("");
    request.content_length = *length;
    request.is_from_phone = says_phone(*fields);
    request.is_from_elsewhere = fields->fetch_site == "cross-site" || fields->fetch_site == "same-site";
    request.keep_alive = !has_token(fields->connection, "close");
    return request;
}

}  // namespace loggia::http
