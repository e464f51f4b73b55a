#include "portal/net/client.h"

#include "core/api/error_status.h"
#include "portal/words/own_failures.h"

#include <algorithm>

namespace loggia::portal {

namespace {

constexpr int most_attempts = 4;
constexpr ui::Milliseconds first_delay = 800;
constexpr std::int64_t longest_wait_seconds = 8;

bool is_success(int status) { return status >= 200 && status < 300; }

/// What the server said went wrong; when it said nothing we understand, what its status means.
Error error_in(const ui::HttpReply& reply) {
    Error error;
    if (reply.status == 0) return Client::no_answer();
    for (const auto& row : api::error_statuses)
        if (row.status == reply.status) error.code = row.code;
    error.message = own_failure::server_trouble;
    if (auto view = api::decode<api::ErrorView>(reply.body)) {
        for (const auto& row : api::error_statuses)
            if (row.name == view->code) error.code = row.code;
        if (!view->message.empty()) error.message = std::move(view->message);
        error.field = std::move(view->field);
    }
    error.retry_after_seconds = static_cast<int>(std::clamp<std::int64_t>(reply.retry_after_seconds, 0, 3600));
    return error;
}

}  // namespace

Error Client::no_answer() { return {ErrorCode::unavailable, std::string(own_failure::no_connection), {}, 0}; }

Error Client::unreadable_reply() { return {ErrorCode::internal, std::string(own_failure::server_trouble), {}, 0}; }

CallId Client::send(api::WireRequest wire, Credentials credentials, std::string key, Read read) {
    const bool changes_something = wire.method == api::Method::POST;
    if (changes_something && key.empty()) key = m_keys.next();
    ui::HttpRequest request{
        .id = ++m_last,
        .method = changes_something ? "POST" : "GET",
        .path = std::move(wire.path),
        .body = std::move(wire.body),
        .idempotency_key = std::move(key),
    };
    m_to_send.push_back(request);
    m_calls.push_back({.request = std::move(request),
                       .credentials = credentials,
                       .read = std::move(read),
                       .asked_by = m_known.owner()});
    return m_last;
}

void Client::cancel(CallId id) {
    if (std::erase_if(m_calls, [&](const Call& call) { return call.request.id == id; }) == 0) return;
    if (std::erase_if(m_to_send, [&](const ui::HttpRequest& request) { return request.id == id; }) == 0)
        m_to_cancel.push_back(id);
}

/// Whether the call is kept for another try: the network lost it, or the server asked to come back soon.
bool Client::wait_for_another_try(Call& call, const ui::HttpReply& reply) const {
    const bool was_lost = reply.status == 0;
    const bool is_busy = reply.status == api::status_of(ErrorCode::unavailable).status &&
                         reply.retry_after_seconds > 0 && reply.retry_after_seconds <= longest_wait_seconds;
    if ((!was_lost && !is_busy) || call.attempts >= most_attempts || (was_lost && !m_is_online)) return false;
    call.delay = is_busy ? reply.retry_after_seconds * 1000 : first_delay << (call.attempts - 1);
    ++call.attempts;
    call.waits = true;
    call.due.reset();
    return true;
}

/// Where nothing answers, or only what stands before the server, what it last said is better than nothing.
bool Client::answer_from_memory(const Call& call, const ui::HttpReply& reply) {
    const bool is_away = reply.status == 0 || (reply.status >= 502 && reply.status <= 504);
    if (!is_away || call.request.method != "GET") return false;
    const auto* answer = m_known.recall(call.request.path);
    if (!answer) return false;
    m_is_remembering = true;
    const bool is_readable = call.read(answer->body, Source::memory);
    m_is_remembering = false;
    if (is_readable) return true;
    m_known.forget(call.request.path);
    return false;
}

void Client::receive(const ui::HttpReply& reply) {
    const auto found = std::ranges::find(m_calls, reply.id, [](const Call& call) { return call.request.id; });
    if (found == m_calls.end()) return;
    if (const Call asked = *found; answer_from_memory(asked, reply)) {
        std::erase_if(m_calls, [&](const Call& call) { return call.request.id == reply.id; });
        return;
    }
    if (wait_for_another_try(*found, reply)) return;
    const Call call = std::move(*found);
    m_calls.erase(found);
    if (is_success(reply.status)) {
        const std::string body = reply.body.empty() ? std::string("{}") : reply.body;
        if (call.read(body, Source::server) && call.request.method == "GET")
            m_known.keep(call.request.path, call.asked_by, m_now, body);
        return;
    }
    Error error = error_in(reply);
    const bool has_ended = error.code == ErrorCode::unauthenticated && call.credentials == Credentials::presumed;
    call.read(std::unexpected(std::move(error)), Source::server);
    if (has_ended && m_on_signed_out) m_on_signed_out();
}

void Client::set_online(bool is_online) {
    m_is_online = is_online;
    if (!is_online) return;
    for (auto& call : m_calls) call.due = 0;
}

std::optional<ui::Milliseconds> Client::tick(ui::Milliseconds now) {
    m_now = now;
    std::optional<ui::Milliseconds> next;
    for (auto& call : m_calls) {
        if (!call.waits) continue;
        if (!call.due) call.due = now + call.delay;
        if (*call.due > now) {
            next = std::min(next.value_or(*call.due), *call.due);
            continue;
        }
        call.waits = false;
        m_to_send.push_back(call.request);
    }
    return next;
}

void Client::take_into(ui::Host& host) {
    host.requests.insert(host.requests.end(), m_to_send.begin(), m_to_send.end());
    host.cancelled.insert(host.cancelled.end(), m_to_cancel.begin(), m_to_cancel.end());
    for (auto& change : m_known.take_changes()) host.records.push_back(std::move(change));
    m_to_send.clear();
    m_to_cancel.clear();
}

}  // namespace loggia::portal
