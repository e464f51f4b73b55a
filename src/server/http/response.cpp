#include "server/http/response.h"

#include "core/api/error_status.h"
#include "core/api/json.h"
#include "server/http/security_headers.h"

#include <algorithm>
#include <array>

namespace loggia::http {

namespace {

struct StatusPhrase {
    int status;
    std::string_view phrase;
};

constexpr std::array status_phrases{
    StatusPhrase{200, "OK"                             },
    StatusPhrase{303, "See Other"                      },
    StatusPhrase{304, "Not Modified"                   },
    StatusPhrase{400, "Bad Request"                    },
    StatusPhrase{401, "Unauthorized"                   },
    StatusPhrase{403, "Forbidden"                      },
    StatusPhrase{404, "Not Found"                      },
    StatusPhrase{405, "Method Not Allowed"             },
    StatusPhrase{406, "Not Acceptable"                 },
    StatusPhrase{409, "Conflict"                       },
    StatusPhrase{411, "Length Required"                },
    StatusPhrase{413, "Content Too Large"              },
    StatusPhrase{414, "URI Too Long"                   },
    StatusPhrase{415, "Unsupported Media Type"         },
    StatusPhrase{417, "Expectation Failed"             },
    StatusPhrase{421, "Misdirected Request"            },
    StatusPhrase{422, "Unprocessable Content"          },
    StatusPhrase{429, "Too Many Requests"              },
    StatusPhrase{431, "Request Header Fields Too Large"},
    StatusPhrase{500, "Internal Server Error"          },
    StatusPhrase{501, "Not Implemented"                },
    StatusPhrase{503, "Service Unavailable"            },
    StatusPhrase{505, "HTTP Version Not Supported"     },
};

bool is_token(std::string_view text) {
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::ranges::all_of(text, [&](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
               (letter >= 'A' && letter <= 'Z') || others.find(letter) != std::string_view::npos;
    });
}

bool is_one_line(std::string_view text) {
    return std::ranges::all_of(text,
                               [](unsigned char byte) { return (byte >= 0x20 && byte != 0x7f) || byte == '\t'; });
}

std::string_view code_for(int status) {
    switch (status) {
    case 403: return api::status_of(ErrorCode::forbidden).name;
    case 404: return api::status_of(ErrorCode::not_found).name;
    case 429: return api::status_of(ErrorCode::rate_limited).name;
    case 503: return api::status_of(ErrorCode::unavailable).name;
    default: return api::status_of(ErrorCode::invalid_input).name;
    }
}

}  // namespace

std::string_view phrase_of(int status) {
    const auto row = std::ranges::find(status_phrases, status, &StatusPhrase::status);
    return row == status_phrases.end() ? "Unknown" : row->phrase;
}

Response Response::json(int status, std::string body) {
    Response response(status);
    response.m_header_lines = "Content-Type: application/json\r\n";
    response.m_body = std::move(body);
    return response;
}

Response Response::text(int status, std::string body) {
    Response response(status);
    response.m_header_lines = "Content-Type: text/plain; charset=utf-8\r\n";
    response.m_body = std::move(body);
    return response;
}

Response Response::with_type(int status, std::string_view content_type, std::string body) {
    Response response(status);
    response.add_header("Content-Type", content_type);
    response.m_body = std::move(body);
    return response;
}

Response Response::see_other(std::string_view url) {
    Response response(303);
    response.add_header("Location", url);
    return response;
}

Response Response::failure(const Error& error) {
    const auto row = api::status_of(error.code);
    Response response =
        json(row.status, api::encode(api::ErrorView{std::string(row.name), error.message, error.field}));
    if (row.status == 429 || row.status == 503)
        response.add_header("Retry-After", std::to_string(std::max(1, error.retry_after_seconds)));
    return response;
}

Response Response::refusal(const Refusal& refusal) {
    Response response =
        json(refusal.status,
             api::encode(api::ErrorView{std::string(code_for(refusal.status)), refusal.message, refusal.field}));
    if (refusal.status == 405) response.add_header("Allow", "GET, HEAD, POST");
    if (refusal.status == 429 || refusal.status == 503) response.add_header("Retry-After", "1");
    return response;
}

Response Response::fixed(int status, std::string_view content_type, std::string_view body) {
    Response response(status);
    response.m_fixed_body = body;
    response.add_header("Content-Type", content_type);
    return response;
}

Response Response::event_stream() {
    Response response(200);
    response.m_is_event_stream = true;
    response.m_header_lines = "Content-Type: text/event-stream\r\nX-Accel-Buffering: no\r\n";
    response.m_route = "events";
    return response;
}

bool Response::add_header(std::string_view name, std::string_view value) {
    if (!is_token(name) || !is_one_line(value)) return false;
    m_header_lines.append(name).append(": ").append(value).append("\r\n");
    return true;
}

void Response::cache_for(std::string_view cache_control) {
    if (is_one_line(cache_control)) m_cache_control = cache_control;
}

std::string Response::head(bool keep_alive, bool over_tls, std::string_view date) const {
    std::string head;
    head.reserve(1024);
    head.append("HTTP/1.1 ").append(std::to_string(m_status)).append(" ").append(phrase_of(m_status));
    head.append("\r\nDate: ").append(date).append("\r\n").append(security_headers);
    if (over_tls) head.append(transport_security_header);
    head.append("Cache-Control: ").append(m_cache_control).append("\r\n").append(m_header_lines);
    // A 304 describes the representation the client already has; its length is not ours to restate.
    if (!m_is_event_stream && m_status != 304)
        head.append("Content-Length: ").append(std::to_string(body().size())).append("\r\n");
    head.append(keep_alive && !m_is_event_stream ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
    return head;
}

}  // namespace loggia::http
