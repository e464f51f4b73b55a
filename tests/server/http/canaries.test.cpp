#include "server/http/canaries.h"

#include "core/base/civil.h"
#include "portal/routes.h"
#include "server/http/requests_about_changes.h"
#include "server/http/requests_about_roles.h"
#include "server/http/requests_about_series.h"
#include "server/http/sample_requests.h"
#include "server/pages/page_visitor.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using testing::Account;
using testing::Canaries;
using testing::RecordedDemo;
using testing::Whose;

namespace {

using Heard = std::set<std::string>;

/// Listens to every answer an account gets.
class Listener {
public:
    Listener(RecordedDemo& demo, const Canaries& canaries, const Account& account)
        : m_demo(demo), m_canaries(canaries), m_account(account), m_permitted(canaries.permitted(account)) {}

    void get(const std::string& path) { take("GET " + path, m_demo.served().get(path, m_account.cookie)); }
    /// With a session of its own: signing out would end the account's.
    void post(const std::string& path, const std::string& body) {
        take("POST " + path, m_demo.served().post(path, body, m_demo.sign_in(m_account)));
    }
    void send(const api::WireRequest& wire) {
        return wire.method == api::Method::GET ? get(wire.path) : post(wire.path, wire.body);
    }
    void follow_events() {
        testing::RawClient client(m_demo.served().port());
        client.send(testing::get_request("/api/events", m_account.cookie));
        const auto head = client.receive(false);
        take("events", head);
        if (head.status != 200) return;
        (void)m_demo.hold({});  // something to hear of
        take("events", m_canaries.heard_in(client.receive_until("\n\n")));
    }

    [[nodiscard]] const Heard& heard() const { return m_heard; }
    [[nodiscard]] const Heard& permitted() const { return m_permitted; }

private:
    void take(const std::string& what, const testing::RawResponse& response) {
        CHECK(response.status < 500);
        take(what, m_canaries.heard_in(response));
    }
    void take(const std::string& what, const Heard& heard) {
        for (const auto& canary : heard)
            if (!m_permitted.contains(canary)) FAIL_CHECK(m_account.name << " hears " << canary << " from " << what);
        m_heard.insert(heard.begin(), heard.end());
    }

    RecordedDemo& m_demo;
    const Canaries& m_canaries;
    const Account& m_account;
    Heard m_permitted;
    Heard m_heard;
};

/// Requests that name no record: the whole of what they can be answered.
template <class Request>
std::vector<Request> wide_requests(const RecordedDemo&) {
    return {testing::sample<Request>()};
}
template <>
std::vector<api::CalendarRequest> wide_requests(const RecordedDemo& demo) {
    const Date today = demo.catalog().today(demo.now());
    return {
        {plus_days(today, -62), plus_days(today, -1)},
        {today, plus_days(today, 62)}
    };
}

template <class Row>
void ask(RecordedDemo& demo, const Account& account, Listener& listener) {
    using Request = typename Row::Request;
    for (const auto& request : wide_requests<Request>(demo))
        listener.send(api::encode_request(Row::method, Row::path, request));
    for (const auto& about : testing::requests_about<Row>(demo, account))
        listener.send(api::encode_request(Row::method, Row::path, about.request));
}

/// The address of each page, about these records.
std::vector<std::string> page_paths(RecordedDemo& demo, const std::vector<BookingId>& bookings) {
    std::set<std::string> paths;
    for (const auto& route : portal::routes)
        for (const BookingId booking : bookings) {
            const auto stored = demo.find(booking);
            const Instant start = stored ? stored->visit.from : demo.now();
            std::string path(route.pattern);
            const std::pair<std::string, std::string> values[]{
                {"{service}", std::to_string(demo.catalog().services.front().id.value)},
                {"{booking}", std::to_string(booking.value)                           },
                {"{date}",    to_text(demo.catalog().zone->date_at(start))            },
            };
            for (const auto& [placeholder, value] : values)
                if (const auto at = path.find(placeholder); at != path.npos)
                    path.replace(at, placeholder.size(), value);
            INFO(route.pattern);
            REQUIRE(path.find('{') == path.npos);  // say above what a new placeholder stands for
            paths.insert(path);
        }
    return {paths.begin(), paths.end()};
}

constexpr std::string_view files_and_errors[]{
    "/healthz",     "/manifest.webmanifest", "/index.html",     "/app.js",       "/no/such/page", "/api",
    "/api/no-such", "/api/bookings",         "/api/bookings/x", "/api/calendar", "/robots.txt",
};

}  // namespace

TEST_CASE("What an account may not see is in no answer, event, page, file or error that it can get") {
    Heard kinds;
    testing::each_recorded_demo(
        [&](RecordedDemo& demo) {
            std::map<std::string, std::map<Whose, BookingId>> shown;
            for (const Account& account : demo.accounts())
                for (const Whose whose : testing::all_whose)
                    if (const auto booking = demo.booking(whose, account))
                        shown[account.name].emplace(whose, *booking);
            const Canaries canaries(demo);
            for (const Account& account : demo.accounts()) {
                Listener listener(demo, canaries, account);
                api::Endpoints::each([&]<class Row>() {
                    if (Row::method == api::Method::GET) ask<Row>(demo, account, listener);
                });
                // Of what the policy grants nothing is kept back either.
                CHECK(listener.heard() == listener.permitted());
                for (const auto& [whose, booking] : shown[account.name])
                    listener.send(testing::wire_of<testing::Row<"show_booking">>({booking}));
                std::vector<BookingId> on_pages;
                for (const Whose whose : {Whose::assigned, Whose::recent_clients, Whose::anothers})
                    if (const auto found = shown[account.name].find(whose); found != shown[account.name].end())
                        on_pages.push_back(found->second);
                for (const auto& path : page_paths(demo, on_pages)) listener.get(path);
                for (const auto path : files_and_errors) listener.get(std::string(path));
                for (const auto& [whose, booking] : shown[account.name])
                    listener.send(testing::wire_of<testing::Row<"cancel_booking">>({booking}));
                api::Endpoints::each([&]<class Row>() {
                    if (Row::method == api::Method::POST) ask<Row>(demo, account, listener);
                });
                listener.follow_events();
                for (const auto& canary : listener.heard()) kinds.insert(Canaries::kind_of(canary));
            }
        },
        testing::options_with_pages());
    CHECK(kinds == Heard{"born", "email", "name", "phone", "price"});
}
