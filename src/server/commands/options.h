#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::server {

/// The options of one command: read from the arguments, or from the environment (--database is
/// LOGGIA_DATABASE), and listed by --help with what they are without either.
class Options {
public:
    void text(std::string_view name, std::string_view value_name, std::string_view help, std::string& target);
    void number(std::string_view name, std::string_view help, std::int64_t least, std::int64_t most,
                std::int64_t& target);
    /// May be given several times; several in the environment are separated by commas.
    void list(std::string_view name, std::string_view value_name, std::string_view help,
              std::vector<std::string>& target);
    void choice(std::string_view name, std::string_view help, std::vector<std::string_view> choices,
                std::string& target);
    void flag(std::string_view name, std::string_view help, bool& target);

    /// Fails with a sentence that names the option and what it accepts.
    [[nodiscard]] Result<void> read(std::span<const std::string_view> arguments);

    /// A line or two for each option.
    [[nodiscard]] std::string help() const;

private:
    enum class Takes { value, nothing };
    struct Option {
        std::string_view name;  ///< "--port"
        std::string value_name;
        std::string help;
        std::string standard;  ///< what it is if it is not given
        Takes takes;
        std::function<Result<void>(std::string_view)> set;
    };

    [[nodiscard]] const Option* find(std::string_view name) const;
    [[nodiscard]] Result<void> read_environment() const;

    std::vector<Option> m_options;
};

}  // namespace loggia::server
