#include "server/endpoints/registration_rules.h"

#include "core/base/civil.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace loggia::endpoints {

namespace {

constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_email = 254;
constexpr std::size_t longest_phone = 32;
constexpr std::size_t fewest_digits = 6;
constexpr std::size_t shortest_password = 10;
constexpr std::size_t longest_password = 128;
constexpr int oldest_age = 120;

/// What is tried first everywhere and is long enough to pass the length rule; compared in lower case.
constexpr std::array<std::string_view, 56> common_passwords{
    "1234567890",   "0123456789",   "12345678910",      "123456789a",  "1234567891",    "0987654321",
    "1111111111",   "0000000000",   "1122334455",       "1q2w3e4r5t",  "1q2w3e4r5t6y",  "q1w2e3r4t5",
    "q1w2e3r4t5y6", "qwertyuiop",   "qwerty1234",       "qwerty12345", "qwerty123456",  "qwertyuiop123",
    "qwertzuiop",   "asdfghjkl;",   "asdfghjkl1",       "zxcvbnm123",  "1qaz2wsx3edc",  "password12",
    "password123",  "password1234", "password12345",    "passw0rd123", "p@ssw0rd123",   "p@ssword123",
    "mypassword",   "mypassword1",  "passwordpassword", "letmein123",  "letmein1234",   "welcome123",
    "welcome1234",  "iloveyou12",   "iloveyou123",      "abcdefghij",  "abcdefghijk",   "abc1234567",
    "abcd123456",   "abcd1234567",  "abcdef1234",       "aaaaaaaaaa",  "administrator", "admin12345",
    "admin123456",  "changeme123",  "sunshine123",      "princess123", "football123",   "baseball123",
    "superman123",  "dragon12345"};

std::unexpected<Error> wrong(std::string sentence, std::string_view field) {
    return fail(ErrorCode::invalid_input, std::move(sentence), std::string{field});
}

bool is_email_shaped(std::string_view email) {
    const auto at = email.find('@');
    if (at == std::string_view::npos || at == 0 || email.find('@', at + 1) != std::string_view::npos) return false;
    const auto domain = email.substr(at + 1);
    const auto dot = domain.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == domain.size()) return false;
    if (domain.find("..") != std::string_view::npos) return false;
    return std::ranges::all_of(email, [](char letter) {
        return static_cast<unsigned char>(letter) > ' ' &&
               std::string_view{"\"(),:;<>[\\]\x7f"}.find(letter) == std::string_view::npos;
    });
}

bool contains_word(std::string_view text, std::string_view word) {
    return word.size() >= 4 && text.find(word) != std::string_view::npos;
}

}  // namespace

Result<std::string> checked_name(std::string_view name, std::string_view field) {
    const auto trimmed = text::trimmed(name);
    if (trimmed.empty()) return wrong("Please enter a name.", field);
    if (text::code_points(trimmed) > longest_name) return wrong("Please enter at most 100 letters.", field);
    if (text::has_control_characters(trimmed) || trimmed.find_first_of("\n\t") != std::string_view::npos)
        return wrong("Please enter the name on one line.", field);
    return std::string{trimmed};
}

Result<std::string> checked_email(std::string_view email) {
    auto lower = text::ascii_lower(text::trimmed(email));
    if (lower.size() > longest_email || !is_email_shaped(lower))
        return wrong("Please enter an e-mail address such as name@example.org.", "email");
    return lower;
}

Result<std::string> checked_phone(std::string_view phone) {
    const auto trimmed = text::trimmed(phone);
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    const bool plain = std::ranges::all_of(trimmed, [&](char letter) {
        return is_digit(letter) || std::string_view{"+ -./()"}.find(letter) != std::string_view::npos;
    });
    const bool plus_leads = trimmed.rfind('+') == std::string_view::npos || trimmed.rfind('+') == 0;
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(trimmed, is_digit));
    if (!plain || !plus_leads || digits < fewest_digits || trimmed.size() > longest_phone)
        return wrong("Please enter a phone number such as +386 40 123 456.", "phone");
    return std::string{trimmed};
}

Result<api::Nothing> check_password(std::string_view password, std::string_view email,
                                    std::string_view business_name) {
    const std::size_t length = text::code_points(password);
    if (length < shortest_password) return wrong("Please choose a password of at least 10 characters.", "password");
    if (length > longest_password) return wrong("Please choose a password of at most 128 characters.", "password");
    const auto lower = text::ascii_lower(password);
    const auto name = text::ascii_lower(business_name);
    if (std::ranges::find(common_passwords, lower) != common_passwords.end())
        return wrong("Everybody tries this password first. Please choose another one.", "password");
    if (contains_word(lower, email.substr(0, email.find('@'))))
        return wrong("Please choose a password without your e-mail name in it.", "password");
    if (contains_word(lower, name) || contains_word(lower, std::string_view{name}.substr(0, name.find(' '))))
        return wrong("Please choose a password without our name in it.", "password");
    return api::Nothing{};
}

Result<api::NewDependent> checked_dependent(const api::NewDependent& dependent, Date today,
                                            const std::string& field) {
    auto name = TRY(checked_name(dependent.name, field.empty() ? "name" : field + ".name"));
    const std::string born_field = field.empty() ? "born" : field + ".born";
    if (!dependent.born.ok() || dependent.born > today)
        return wrong("Please enter a birth date that is not in the future.", born_field);
    if (age_on(dependent.born, today) > oldest_age)
        return wrong("Please check the year of this birth date.", born_field);
    return api::NewDependent{std::move(name), dependent.born};
}

Result<api::Registration> checked_registration(const api::Registration& registration, std::string_view business_name,
                                               Date today) {
    api::Registration checked;
    checked.name = TRY(checked_name(registration.name, "name"));
    checked.email = TRY(checked_email(registration.email));
    checked.phone = TRY(checked_phone(registration.phone));
    TRY(check_password(registration.password, checked.email, business_name));
    if (registration.dependents.size() > most_dependents)
        return wrong("Please add at most 10 people here; more can be added later.", "dependents");
    for (std::size_t i = 0; i < registration.dependents.size(); ++i) {
        const auto field = "dependents." + std::to_string(i);
        checked.dependents.push_back(TRY(checked_dependent(registration.dependents[i], today, field)));
    }
    return checked;
}

}  // namespace loggia::endpoints
