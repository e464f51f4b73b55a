#include "portal/net/known.h"

#include "core/api/json.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace loggia::portal {

namespace {

enum class Whose : std::uint8_t { everybodys, personal };

struct Row {
    std::string_view path;  ///< before the query
    Whose whose;
    std::size_t most;  ///< different queries
};

constexpr std::string_view session_path = "/api/session";

/// The answers that are kept.
constexpr std::array rows{
    Row{"/api/business",    Whose::everybodys, 1},
    Row{"/api/services",    Whose::everybodys, 1},
    Row{"/api/staff",       Whose::everybodys, 1},
    Row{session_path,       Whose::personal,   1},
    Row{"/api/my/bookings", Whose::personal,   1},
    Row{"/api/calendar",    Whose::personal,   3},
};

constexpr std::size_t longest_answer = 400'000;
constexpr ui::Milliseconds longest_use = 30LL * 24 * 3600 * 1000;

std::string_view without_query(std::string_view path) { return path.substr(0, path.find('?')); }

const Row* row_of(std::string_view path) {
    const auto* row = std::ranges::find(rows, without_query(path), &Row::path);
    return row == rows.end() ? nullptr : row;
}

/// "<when> <person, 0 for everybody> <body>"
std::string text_of(const Known::Answer& answer) {
    return std::to_string(answer.at) + " " + std::to_string(answer.person.value) + " " + answer.body;
}

std::optional<Known::Answer> answer_in(const ui::Stored& stored) {
    const std::string_view text = stored.value;
    const auto first = text.find(' ');
    const auto second = first == text.npos ? text.npos : text.find(' ', first + 1);
    if (second == text.npos || !row_of(stored.key)) return std::nullopt;
    const auto at = text::to_integer(text.substr(0, first));
    const auto person = text::to_integer(text.substr(first + 1, second - first - 1));
    if (!at || !person || *at < 0 || *person < 0) return std::nullopt;
    return Known::Answer{stored.key, *at, PersonId{*person}, std::string(text.substr(second + 1))};
}

}  // namespace

bool Known::is_worth_keeping(std::string_view path) { return row_of(path) != nullptr; }

void Known::restore(const std::vector<ui::Stored>& records, ui::Milliseconds now) {
    for (const auto& stored : records) {
        auto answer = answer_in(stored);
        const bool is_of_use = answer && answer->at <= now && answer->at > now - longest_use;
        if (is_of_use) {
            m_answers.push_back(std::move(*answer));
        } else {
            m_changes.push_back({ui::Records::known, stored.key, {}});
        }
    }
    const auto session = find(session_path);
    const auto view =
        session == m_answers.end() ? std::nullopt : std::optional(api::decode<api::SessionView>(session->body));
    if (view && *view && (*view)->person) m_owner = (*view)->person->id;
    const auto is_strange = [&](const Answer& answer) {
        return row_of(answer.path)->whose == Whose::personal && answer.person != m_owner;
    };
    for (auto found = m_answers.begin(); (found = std::ranges::find_if(m_answers, is_strange)) != m_answers.end();)
        remove(found);
    limit_weeks();
}

void Known::belongs_to(std::optional<PersonId> person) {
    const PersonId now = person.value_or(PersonId{});
    if (now == m_owner) return;
    m_owner = now;
    const auto is_personal = [](const Answer& answer) { return row_of(answer.path)->whose == Whose::personal; };
    for (auto found = m_answers.begin(); (found = std::ranges::find_if(m_answers, is_personal)) != m_answers.end();)
        remove(found);
}

void Known::keep(std::string_view path, PersonId asked_by, ui::Milliseconds now, std::string_view body) {
    const Row* row = row_of(path);
    if (!row || body.size() > longest_answer) return;
    const bool is_personal = row->whose == Whose::personal;
    // The answer that says who is here belongs to whoever that is.
    if (is_personal && asked_by != m_owner && row->path != session_path) return;
    auto found = find(path);
    if (found == m_answers.end()) found = m_answers.insert(found, {.path = std::string(path), .body = {}});
    *found = {std::string(path), now, is_personal ? m_owner : PersonId{}, std::string(body)};
    m_changes.push_back({ui::Records::known, found->path, text_of(*found)});
    limit_weeks();
}

/// Of the answers that differ only by their query, the latest.
void Known::limit_weeks() {
    for (const Row& row : rows) {
        const auto is_one = [&](const Answer& answer) { return without_query(answer.path) == row.path; };
        while (static_cast<std::size_t>(std::ranges::count_if(m_answers, is_one)) > row.most) {
            auto oldest = std::ranges::find_if(m_answers, is_one);
            for (auto other = oldest; other != m_answers.end(); ++other)
                if (is_one(*other) && other->at < oldest->at) oldest = other;
            remove(oldest);
        }
    }
}

const Known::Answer* Known::recall(std::string_view path) {
    const auto found = find(path);
    if (found == m_answers.end()) return nullptr;
    found->is_recalled = true;
    return &*found;
}

void Known::forget(std::string_view path) {
    if (const auto found = find(path); found != m_answers.end()) remove(found);
}

void Known::remove(std::vector<Answer>::iterator answer) {
    m_changes.push_back({ui::Records::known, answer->path, {}});
    m_answers.erase(answer);
}

std::vector<Known::Answer>::iterator Known::find(std::string_view path) {
    return std::ranges::find(m_answers, path, &Answer::path);
}

bool Known::is_recalled(std::string_view path) const {
    const auto found = std::ranges::find(m_answers, path, &Answer::path);
    return found != m_answers.end() && found->is_recalled;
}

std::optional<ui::Milliseconds> Known::recalled_as_of() const {
    std::optional<ui::Milliseconds> oldest;
    for (const auto& answer : m_answers)
        if (answer.is_recalled) oldest = std::min(oldest.value_or(answer.at), answer.at);
    return oldest;
}

}  // namespace loggia::portal
