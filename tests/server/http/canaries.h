#pragma once

#include "server/http/recorded_demo.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::testing {

/// Every private value of a demo replaced by one that is found again wherever it turns up, and who may meet it.
class Canaries {
public:
    /// Replaces them; what is added to the demo later sings no more.
    explicit Canaries(RecordedDemo& demo);

    /// What the policy lets the account see of them, asked past the server.
    [[nodiscard]] std::set<std::string> permitted(const Account& account) const;

    /// Those in an answer, header fields too.
    [[nodiscard]] std::set<std::string> heard_in(const RawResponse& response) const;
    [[nodiscard]] std::set<std::string> heard_in(std::string text) const;

    /// "name" of "canary-name-7-end"; what is told by its form has a kind too: "born", "price".
    [[nodiscard]] static std::string kind_of(const std::string& canary);

private:
    struct Person {
        std::string name, email, phone, born;
        std::optional<PersonId> account_manager;
    };
    void replace_people();
    void replace_bookings();
    void keep_secrets();

    RecordedDemo& m_demo;
    std::map<PersonId, Person> m_people;
    std::vector<PersonId> m_team;  ///< who works here
    std::map<BookingId, std::string> m_prices;
    std::vector<std::string> m_secrets;  ///< stored as they are; never to be met
};

}  // namespace loggia::testing
