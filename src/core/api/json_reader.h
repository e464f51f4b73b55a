#pragma once

#include "core/api/fields.h"
#include "core/api/json.h"
#include "core/base/civil.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::api {

/// The scalar forms, from text: a path placeholder, a query parameter, or a JSON string. Nothing if it is not one.
template <class Kind> std::optional<Id<Kind>> id_from(std::string_view text) {
    const auto number = text::to_integer(text);
    if (!number || *number <= 0 || text.front() == '0') return std::nullopt;
    return Id<Kind>{*number};
}

/// Of a name that an asker made up, so much is repeated to them.
inline constexpr std::size_t longest_shown_name = 80;

/// Years 1970 to 2199: whatever is outside is a mistake or an attack on arithmetic.
inline std::optional<Instant> instant_from(std::optional<std::int64_t> number) {
    constexpr std::int64_t year_2200 = 7'258'118'400;
    if (!number || *number < 0 || *number >= year_2200) return std::nullopt;
    return instant_of(*number);
}

/// Fills a message from a parsed object and remembers the first thing that is wrong with it, by its path.
class JsonReader {
public:
    JsonReader(const nlohmann::json& object, std::span<const Parameter> parameters)
        : m_object(&object), m_parameters(parameters) {}

    template <Message Type> std::optional<Error> read_root(Type& message) {
        read_object(message);
        if (m_error) return m_error;
        for (const auto& parameter : m_parameters)
            if (!known(parameter.name)) refuse(parameter.name, "is not a field of this request");
        return m_error;
    }

    /// One field of the message being read.
    template <class Value> void operator()(std::string_view name, Value& value) {
        read_field(name, value, Presence::required);
    }
    template <class Value> void operator()(std::string_view name, std::optional<Value>& value) {
        if (!is_given(name)) return m_fields.push_back(name);
        read_field(name, value.emplace(), Presence::given);
    }

private:
    enum class Presence { required, given };

    template <class Value> void read_field(std::string_view name, Value& value, Presence presence) {
        m_fields.push_back(name);
        if (m_error) return;
        const std::size_t parent = m_path.size();
        m_path += (m_path.empty() ? "" : ".") + std::string(name);
        const auto* parameter = parameter_named(name);
        const auto member = m_object->find(name);
        if (parameter && member != m_object->end())
            refuse("is given twice");
        else if (parameter)
            read_text(parameter->value, value);
        else if (member != m_object->end())
            read(*member, value);
        else if (presence == Presence::required)
            refuse("is missing");
        m_path.resize(parent);
    }

    template <Message Type> void read(const nlohmann::json& json, Type& message) {
        if (!json.is_object()) return refuse("must be an object");
        const auto* outer = std::exchange(m_object, &json);
        auto outer_fields = std::exchange(m_fields, {});
        const auto outer_parameters = std::exchange(m_parameters, {});
        read_object(message);
        m_object = outer;
        m_fields = std::move(outer_fields);
        m_parameters = outer_parameters;
    }

    template <Message Type> void read_object(Type& message) {
        each_field(*this, message);
        if (m_error) return;
        for (const auto& [name, value] : m_object->items())
            if (!known(name)) return refuse(m_path + (m_path.empty() ? "" : ".") + name, "is not a known field");
    }

    void read(const nlohmann::json& json, bool& value) {
        if (!json.is_boolean()) return refuse("must be true or false");
        value = json.get<bool>();
    }
    void read(const nlohmann::json& json, std::int64_t& value) {
        const auto number = integer_in(json);
        if (!number) return refuse("must be a whole number");
        value = *number;
    }
    void read(const nlohmann::json& json, std::string& value) {
        if (!json.is_string()) return refuse("must be text");
        read_text(json.get_ref<const std::string&>(), value);
    }
    void read(const nlohmann::json& json, Instant& value) {
        const auto instant = instant_from(integer_in(json));
        if (!instant) return refuse("must be a time in whole seconds since 1970");
        value = *instant;
    }
    /// Everything else that is one value travels as text.
    template <class Value>
        requires(!Message<Value>)
    void read(const nlohmann::json& json, Value& value) {
        if (!json.is_string()) return refuse("must be text");
        read_text(json.get_ref<const std::string&>(), value);
    }
    template <class Item> void read(const nlohmann::json& json, std::vector<Item>& items) {
        if (!json.is_array()) return refuse("must be a list");
        const std::size_t parent = m_path.size();
        for (const auto& element : json) {
            if (m_error) return;
            m_path += "." + std::to_string(items.size());
            read(element, items.emplace_back());
            m_path.resize(parent);
        }
    }

    void read_text(const std::string& text, std::string& value) {
        if (!text::is_utf8(text)) return refuse("is not UTF-8");
        if (text::code_points(text) > longest_text) return refuse("is too long");
        if (text::has_control_characters(text)) return refuse("has control characters");
        value = text;
    }
    void read_text(const std::string& text, std::int64_t& value) {
        accept(text::to_integer(text), value, "must be a whole number");
    }
    void read_text(const std::string& text, bool& value) {
        if (text != "true" && text != "false") return refuse("must be true or false");
        value = text == "true";
    }
    void read_text(const std::string& text, Instant& value) {
        accept(instant_from(text::to_integer(text)), value, "must be a time in whole seconds since 1970");
    }
    void read_text(const std::string& text, Date& value) {
        accept(parse_date(text), value, "must be a date like 2026-10-24");
    }
    void read_text(const std::string& text, policy::Role& value) {
        accept(policy::role_named(text), value, "is not a role");
    }
    void read_text(const std::string& text, policy::Permission& value) {
        accept(policy::permission_named(text), value, "is not a permission");
    }
    void read_text(const std::string& text, policy::Reach& value) {
        accept(policy::reach_named(text), value, "is not a reach");
    }
    void read_text(const std::string& text, policy::Switch& value) {
        accept(policy::switch_named(text), value, "is not a switch");
    }
    void read_text(const std::string& text, domain::BookingStatus& value) {
        accept(domain::booking_status_named(text), value, "is not a booking status");
    }
    template <class Kind> void read_text(const std::string& text, Id<Kind>& value) {
        accept(id_from<Kind>(text), value, "is not an id");
    }
    template <class Other> void read_text(const std::string&, Other&) { refuse("cannot be given in the address"); }

    template <class Value> void accept(std::optional<Value> parsed, Value& value, std::string_view complaint) {
        if (!parsed) return refuse(complaint);
        value = *parsed;
    }

    static std::optional<std::int64_t> integer_in(const nlohmann::json& json) {
        if (json.is_number_unsigned() && json.get<std::uint64_t>() > INT64_MAX) return std::nullopt;
        if (!json.is_number_integer()) return std::nullopt;
        return json.get<std::int64_t>();
    }

    [[nodiscard]] const Parameter* parameter_named(std::string_view name) {
        const Parameter* found = nullptr;
        for (const auto& parameter : m_parameters) {
            if (parameter.name != name) continue;
            if (found) refuse("is given twice");
            found = &parameter;
        }
        return found;
    }
    [[nodiscard]] bool is_given(std::string_view name) {
        return parameter_named(name) != nullptr || m_object->find(name) != m_object->end();
    }
    [[nodiscard]] bool known(std::string_view name) const {
        return std::find(m_fields.begin(), m_fields.end(), name) != m_fields.end();
    }

    void refuse(std::string_view complaint) { refuse(m_path, complaint); }
    void refuse(const std::string& field, std::string_view complaint) {
        if (m_error) return;
        const std::string shown = field.substr(0, longest_shown_name);
        m_error =
            Error{ErrorCode::invalid_input,
                  (shown.empty() ? "The body" : "\"" + shown + "\"") + " " + std::string(complaint) + ".", shown, 0};
    }

    const nlohmann::json* m_object;
    std::span<const Parameter> m_parameters;
    std::vector<std::string_view> m_fields;  ///< of the message being read
    std::string m_path;
    std::optional<Error> m_error;
};

}  // namespace loggia::api
