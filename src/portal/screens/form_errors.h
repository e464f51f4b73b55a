#pragma once

#include "core/base/result.h"
#include "portal/words/words.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loggia::portal {

/// What is wrong with which field of a form: found before sending or said by the server.
class FormErrors {
public:
    FormErrors() = default;
    /// A refusal that names a field belongs to it, any other to the form as a whole.
    FormErrors(const Words& words, const Error& error) { add(error.field, words.refusal(error)); }

    void add(std::string_view field, std::string_view message) { m_errors.emplace_back(field, message); }

    /// Empty if there is nothing wrong with it.
    [[nodiscard]] std::string_view of(std::string_view field) const {
        for (const auto& [name, message] : m_errors)
            if (name == field) return message;
        return {};
    }
    /// What belongs to none of these fields.
    [[nodiscard]] std::string_view besides(std::initializer_list<std::string_view> fields) const {
        for (const auto& [name, message] : m_errors) {
            bool is_shown = false;
            for (const auto field : fields) is_shown = is_shown || field == name;
            if (!is_shown) return message;
        }
        return {};
    }
    [[nodiscard]] bool empty() const { return m_errors.empty(); }
    [[nodiscard]] const std::string& first_field() const { return m_errors.front().first; }

private:
    std::vector<std::pair<std::string, std::string>> m_errors;
};

}  // namespace loggia::portal
