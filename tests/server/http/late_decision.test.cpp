#include "server/http/served_demo.h"
#include "server/storage/sessions.h"
#include "server/storage/team.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <chrono>
#include <functional>

using namespace loggia;
using policy::Role;
using storage::BusinessWriter;
using testing::ServedDemo;

namespace {

/// A server that looks at the clock twice for a write: as the request comes in, and when it was let in and is about
/// to be handed to the writer. What happens at the second look happens in between.
class Interrupted {
public:
    Interrupted() : m_demo(options()) {}

    [[nodiscard]] const ServedDemo& demo() const { return m_demo; }

    void between_coming_in_and_being_written(std::function<Result<int>(BusinessWriter&)> what) {
        m_what = std::move(what);
        m_looks = 0;
    }

private:
    server::PortalServerOptions options() {
        auto options = testing::options_without_brakes();
        options.clock = [this] {
            if (m_what && ++m_looks == 2) happen();
            return std::chrono::floor<seconds>(std::chrono::system_clock::now());
        };
        return options;
    }

    void happen() {
        const auto what = std::exchange(m_what, {});
        auto store = storage::Store::open(m_demo.database(), storage::Access::read_write);
        const auto business = store->businesses()->front().id;
        // On a thread of the server, where a check of the test would have nobody to tell.
        if (!store->write(business, what)) std::abort();
    }

    std::function<Result<int>(BusinessWriter&)> m_what;
    std::atomic<int> m_looks = 0;
    ServedDemo m_demo;
};

api::SwitchChange opposite_of_messaging(const ServedDemo& demo, const std::string& cookie) {
    const auto session = testing::body_of<api::SessionView>(demo.get("/api/session", cookie));
    const auto switches = policy::SwitchSet::from_bits(static_cast<std::uint32_t>(session.switches));
    return {policy::Switch::messaging, !switches.is_on(policy::Switch::messaging), "Tries it out."};
}

}  // namespace

TEST_CASE("a write is allowed by the roles its sender has when it is written") {
    Interrupted interrupted;
    const ServedDemo& demo = interrupted.demo();
    const std::string owner = demo.cookie_of(Role::owner);
    const auto person = testing::body_of<api::SessionView>(demo.get("/api/session", owner)).person->id;
    const auto wanted = api::encode(opposite_of_messaging(demo, owner));
    int expected = 0;
    SECTION("nothing happened") { expected = 200; }
    SECTION("the roles were taken away") {
        expected = 403;
        interrupted.between_coming_in_and_being_written([&](BusinessWriter& writer) -> Result<int> {
            const auto member = TRY(storage::find_team_member(writer, person));
            TRY(storage::set_held_roles(writer, *member, {{Role::limited_staff}, {}}));
            return 0;
        });
    }
    SECTION("they signed out") {
        expected = 401;
        interrupted.between_coming_in_and_being_written([&](BusinessWriter& writer) -> Result<int> {
            TRY(storage::end_all_sessions(writer, person));
            return 0;
        });
    }
    const auto response = demo.post("/api/switches", wanted, owner);
    INFO(response.body);
    CHECK(response.status == expected);
}
