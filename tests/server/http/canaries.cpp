#include "server/http/canaries.h"

#include "core/base/civil.h"
#include "core/base/text.h"
#include "server/storage/catalog.h"
#include "server/storage/stored_world.h"
#include "server/storage/team.h"

#include <array>

namespace loggia::testing {

namespace {

using policy::Permission;
using storage::BusinessReader;
using storage::BusinessWriter;
using storage::must;

// Ten digits that are no time of this century and no id of a test.
constexpr std::int64_t first_price = 8'412'340'000;
constexpr std::string_view price_prefix = "841234";
constexpr std::string_view born_prefix = "1971-";
constexpr std::size_t date_length = 10;
constexpr std::string_view begin = "canary-";
constexpr std::string_view end = "-end";
constexpr std::size_t longest = 40;

std::string canary(std::string_view kind, std::int64_t number) {
    return std::string(begin) + std::string(kind) + "-" + std::to_string(number) + std::string(end);
}

/// "84,123,400.17" is 8412340017, however it is grouped.
std::string without_grouping(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = text.substr(i);
        if (text[i] == '.' || text[i] == ',' || text[i] == '\'') continue;
        if (rest.starts_with("\xC2\xA0") && ++i) continue;
        if (rest.starts_with("\xE2\x80\xAF") && (i += 2)) continue;
        plain += text[i];
    }
    return plain;
}

template <class Take>
void each_at(std::string_view text, std::string_view prefix, Take&& take) {
    for (auto at = text.find(prefix); at != text.npos; at = text.find(prefix, at + prefix.size()))
        take(text.substr(at));
}

}  // namespace

Canaries::Canaries(RecordedDemo& demo) : m_demo(demo) {
    replace_people();
    replace_bookings();
    keep_secrets();
}

void Canaries::replace_people() {
    must(m_demo.store().write(m_demo.business(), [&](BusinessWriter& business) -> Result<int> {
        {
            auto query = TRY(business.query("SELECT id, account_manager FROM person WHERE business_id = ?1"));
            while (TRY(query.next())) {
                Person& person = m_people[query.get<PersonId>(0)];
                person.account_manager = query.get<std::optional<PersonId>>(1);
            }
        }
        for (const auto& member : TRY(storage::team_of(business))) m_team.push_back(member.id);
        std::int64_t number = 100;
        for (auto& [id, person] : m_people) {
            ++number;
            person.name = canary("name", number);
            if (!person.account_manager) person.email = canary("email", number) + "@example.org";
            if (!person.account_manager) person.phone = canary("phone", number);
            const Date born = plus_days(Date{std::chrono::year{1971}, std::chrono::month{1}, std::chrono::day{1}},
                                        static_cast<int>(number - 100));
            person.born = to_text(born);
            TRY(business.run("UPDATE person SET name = ?3, email = ?4, phone = ?5, born = ?6, password_hash = ?7 "
                             "WHERE business_id = ?1 AND id = ?2",
                             id, person.name, person.account_manager ? std::nullopt : std::optional(person.email),
                             person.phone, born, canary("hash", number)));
        }
        REQUIRE(number < 100 + 365);
        TRY(business.catalog_changed());
        return 0;
    }));
    must(m_demo.store().write(other_business, [&](BusinessWriter& business) -> Result<int> {
        TRY(business.run("UPDATE person SET name = 'canary-elsewhere-' || id || '-end', phone = name "
                         "WHERE business_id = ?1"));
        return 0;
    }));
}

void Canaries::replace_bookings() {
    std::int64_t number = 0;
    const auto bookings = m_demo.bookings();
    must(m_demo.store().write(m_demo.business(), [&](BusinessWriter& business) -> Result<int> {
        for (const auto& booking : bookings) {
            // Never whole euros, which are written without cents.
            const std::int64_t price = first_price + number + number / 99 + 1;
            ++number;
            m_prices[booking.id] = std::to_string(price);
            TRY(business.run("UPDATE booking SET price_minor_units = ?3, secret_hash = ?4 "
                             "WHERE business_id = ?1 AND id = ?2",
                             booking.id, price, canary("secret", number)));
        }
        return 0;
    }));
}

void Canaries::keep_secrets() {
    m_secrets = must(m_demo.store().read(
        m_demo.business(), [&](const BusinessReader& business) -> Result<std::vector<std::string>> {
            std::vector<std::string> secrets;
            auto sessions = TRY(business.query("SELECT token_hash FROM session WHERE business_id = ?1"));
            while (TRY(sessions.next())) secrets.emplace_back(sessions.text(0));
            return secrets;
        }));
}

std::set<std::string> Canaries::permitted(const Account& account) const {
    std::set<std::string> seen;
    const auto add = [&](const std::string& email_or_name) {
        if (!email_or_name.empty()) seen.insert(email_or_name.substr(0, email_or_name.find('@')));
    };
    for (const auto& member : m_demo.catalog().staff) add(m_people.at(member.person.id).name);
    if (policy::decide_any(account.actor, Permission::view_roles))
        for (const PersonId person : m_team) add(m_people.at(person).name);
    const auto& me = account.actor.person;
    for (const auto& [id, person] : m_people) {
        const bool is_mine = me && person.account_manager == me;
        if (id == me || is_mine) add(person.name);
        if (id == me) add(person.email);
        if (id == me) add(person.phone);
        if (is_mine) add(person.born);
    }
    for (const auto& booking : m_demo.bookings()) {
        const auto subject = m_demo.subject_of(booking, account.actor);
        const auto may = [&](Permission permission) {
            return policy::decide(account.actor, permission, subject).allowed;
        };
        if (!may(Permission::view_booking) || !m_prices.contains(booking.id)) continue;
        const Person& client = m_people.at(booking.client->id);
        const Person& reached = client.account_manager ? m_people.at(*client.account_manager) : client;
        if (may(Permission::view_client_name)) add(client.name);
        if (may(Permission::view_client_contact)) add(reached.email);
        if (may(Permission::view_client_contact)) add(reached.phone);
        if (may(Permission::view_account_manager) && client.account_manager) add(reached.name);
        if (may(Permission::view_prices_of_bookings)) add(m_prices.at(booking.id));
    }
    return seen;
}

std::set<std::string> Canaries::heard_in(const RawResponse& response) const {
    std::string text = response.body;
    for (const auto& [name, value] : response.headers) text += "\n" + name + ": " + value;
    for (const auto& cookie : response.cookies) text += "\n" + cookie;
    return heard_in(std::move(text));
}

std::set<std::string> Canaries::heard_in(std::string text) const {
    text = text::ascii_lower(text);
    std::set<std::string> heard;
    each_at(text, begin, [&](std::string_view rest) {
        const auto stop = rest.substr(0, longest).find(end);
        // One that was cut off is in nobody's list, and is told by what is left of it.
        heard.emplace(rest.substr(0, stop == rest.npos ? longest : stop + end.size()));
    });
    each_at(text, born_prefix, [&](std::string_view rest) { heard.emplace(rest.substr(0, date_length)); });
    each_at(without_grouping(text), price_prefix,
            [&](std::string_view rest) { heard.emplace(rest.substr(0, std::to_string(first_price).size())); });
    for (const auto& secret : m_secrets)
        if (text.find(secret) != text.npos) heard.insert("stored secret " + secret);
    return heard;
}

std::string Canaries::kind_of(const std::string& canary) {
    if (canary.starts_with(born_prefix)) return "born";
    if (canary.starts_with(price_prefix)) return "price";
    if (!canary.starts_with(begin)) return canary;
    return canary.substr(begin.size(), canary.find('-', begin.size()) - begin.size());
}

}  // namespace loggia::testing
