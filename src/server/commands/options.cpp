#include "server/commands/options.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstdlib>

namespace loggia::server {

namespace {

std::unexpected<Error> wrong(std::string message) { return fail(ErrorCode::invalid_input, std::move(message)); }

std::string variable_of(std::string_view name) {
    std::string variable = "LOGGIA_";
    for (const char letter : name.substr(2))
        variable +=
            letter == '-' ? '_' : static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
    return variable;
}

}  // namespace

void Options::text(std::string_view name, std::string_view value_name, std::string_view help, std::string& target) {
    m_options.push_back({name, std::string(value_name), std::string(help), target, Takes::value,
                         [name, value_name, &target](std::string_view value) -> Result<void> {
                             if (value.empty())
                                 return wrong(std::string(name) + " needs a value: " + std::string(value_name));
                             target = value;
                             return {};
                         }});
}

void Options::number(std::string_view name, std::string_view help, std::int64_t least, std::int64_t most,
                     std::int64_t& target) {
    m_options.push_back({name, "N", std::string(help), std::to_string(target), Takes::value,
                         [name, least, most, &target](std::string_view value) -> Result<void> {
                             const auto number = text::to_integer(value);
                             if (!number || *number < least || *number > most)
                                 return wrong(std::string(name) + " takes a number from " + std::to_string(least) +
                                              " to " + std::to_string(most) + ", not \"" + std::string(value) + "\"");
                             target = *number;
                             return {};
                         }});
}

void Options::list(std::string_view name, std::string_view value_name, std::string_view help,
                   std::vector<std::string>& target) {
    m_options.push_back({name,
                         std::string(value_name),
                         std::string(help) + " (may be given several times)",
                         {},
                         Takes::value,
                         [name, value_name, &target](std::string_view values) -> Result<void> {
                             if (values.empty())
                                 return wrong(std::string(name) + " needs a value: " + std::string(value_name));
                             while (!values.empty()) {
                                 const std::string_view value = values.substr(0, values.find(','));
                                 values.remove_prefix(std::min(values.size(), value.size() + 1));
                                 if (!value.empty()) target.push_back(text::ascii_lower(value));
                             }
                             return {};
                         }});
}

void Options::choice(std::string_view name, std::string_view help, std::vector<std::string_view> choices,
                     std::string& target) {
    std::string names;
    for (const std::string_view one : choices) names.append(names.empty() ? "" : "|").append(one);
    m_options.push_back(
        {name, names, std::string(help), target, Takes::value,
         [name, names, choices = std::move(choices), &target](std::string_view value) -> Result<void> {
             if (std::ranges::find(choices, value) == choices.end())
                 return wrong(std::string(name) + " takes " + names + ", not \"" + std::string(value) + "\"");
             target = value;
             return {};
         }});
}

void Options::flag(std::string_view name, std::string_view help, bool& target) {
    m_options.push_back(
        {name, {}, std::string(help), {}, Takes::nothing, [&target](std::string_view) -> Result<void> {
             target = true;
             return {};
         }});
}

const Options::Option* Options::find(std::string_view name) const {
    const auto option = std::ranges::find(m_options, name, &Option::name);
    return option == m_options.end() ? nullptr : &*option;
}

Result<void> Options::read_environment() const {
    for (const Option& option : m_options) {
        if (option.takes == Takes::nothing) continue;
        const std::string variable = variable_of(option.name);
        const char* value = std::getenv(variable.c_str());
        if (!value) continue;
        if (const auto outcome = option.set(value); !outcome) return wrong(variable + ": " + outcome.error().message);
    }
    return {};
}

Result<void> Options::read(std::span<const std::string_view> arguments) {
    TRY(read_environment());
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        const std::string_view argument = arguments[index];
        const std::size_t equals = argument.find('=');
        const std::string_view name = argument.substr(0, equals);
        const Option* option = find(name);
        if (!option) return wrong("there is no option \"" + std::string(argument) + "\" here");
        if (option->takes == Takes::nothing) {
            if (equals != std::string_view::npos) return wrong(std::string(name) + " takes no value");
            TRY(option->set({}));
        } else if (equals != std::string_view::npos) {
            TRY(option->set(argument.substr(equals + 1)));
        } else {
            if (index + 1 == arguments.size())
                return wrong(std::string(name) + " needs a value: " + option->value_name);
            TRY(option->set(arguments[++index]));
        }
    }
    return {};
}

std::string Options::help() const {
    std::string text;
    for (const Option& option : m_options) {
        text.append("  ").append(option.name);
        if (!option.value_name.empty()) text.append(" ").append(option.value_name);
        text.append("\n      ").append(option.help);
        if (!option.standard.empty()) text.append(" [").append(option.standard).append("]");
        text.append("\n");
    }
    return text;
}

}  // namespace loggia::server
