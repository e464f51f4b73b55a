#pragma once

#include "core/api/fields.h"
#include "core/base/civil.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::api {

/// Appends values to a text in the wire form that messages.h describes. Text that is not UTF-8 is a bug of the
/// caller.
class JsonWriter {
public:
    explicit JsonWriter(std::string& text) : m_text(text) {}

    void write(bool value) { m_text += value ? "true" : "false"; }
    void write(std::int64_t value) {
        char digits[24];
        m_text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
    void write(const std::string& value) { write_text(value); }
    void write(Instant value) { write(unix_seconds(value)); }
    void write(Date value) { write_text(to_text(value)); }
    void write(policy::Role value) { write_text(policy::name_of(value)); }
    void write(policy::Permission value) { write_text(policy::name_of(value)); }
    void write(policy::Reach value) { write_text(policy::name_of(value)); }
    void write(policy::Switch value) { write_text(policy::name_of(value)); }
    void write(domain::BookingStatus value) { write_text(domain::name_of(value)); }
    template <class Kind> void write(Id<Kind> value) {
        m_text += '"';
        write(value.value);
        m_text += '"';
    }
    template <class Item> void write(const std::vector<Item>& items) {
        m_text += '[';
        for (const auto& item : items) {
            separate('[');
            write(item);
        }
        m_text += ']';
    }
    template <Message Type> void write(const Type& message) {
        m_text += '{';
        each_field(*this, message);
        m_text += '}';
    }

    /// One field of the object being written.
    template <class Value> void operator()(std::string_view name, const Value& value) {
        separate('{');
        write_text(name);
        m_text += ':';
        write(value);
    }
    template <class Value> void operator()(std::string_view name, const std::optional<Value>& value) {
        if (value) (*this)(name, *value);
    }

private:
    void separate(char opening) {
        if (m_text.back() != opening) m_text += ',';
    }

    void write_text(std::string_view text) {
        static constexpr char hex[] = "0123456789abcdef";
        m_text += '"';
        for (char character : text) {
            const auto byte = static_cast<unsigned char>(character);
            if (character == '"' || character == '\\') {
                m_text += '\\';
                m_text += character;
            } else if (byte < 0x20) {
                m_text += "\\u00";
                m_text += hex[byte >> 4];
                m_text += hex[byte & 15];
            } else {
                m_text += character;
            }
        }
        m_text += '"';
    }

    std::string& m_text;
};

}  // namespace loggia::api
