#pragma once

#include "core/api/fields.h"

#include <string_view>
#include <vector>

namespace loggia::testing {

/// Finds the bookings and people in an answer, wherever in it they are.
class AnsweredRecords {
public:
    template <api::Message Type>
    void read(const Type& message) {
        if constexpr (std::same_as<Type, api::BookingView>) m_bookings.push_back(message);
        if constexpr (std::same_as<Type, api::PersonView>) m_people.push_back(message);
        api::each_field(*this, message);
    }

    template <class Value>
    void operator()(std::string_view, const Value& value) {
        look_into(value);
    }

    [[nodiscard]] const std::vector<api::BookingView>& bookings() const { return m_bookings; }
    [[nodiscard]] const std::vector<api::PersonView>& people() const { return m_people; }

private:
    template <class Value>
    void look_into(const Value& value) {
        if constexpr (api::Message<Value>) read(value);
    }
    template <class Value>
    void look_into(const std::optional<Value>& value) {
        if (value) look_into(*value);
    }
    template <class Value>
    void look_into(const std::vector<Value>& values) {
        for (const Value& value : values) look_into(value);
    }

    std::vector<api::BookingView> m_bookings;
    std::vector<api::PersonView> m_people;
};

}  // namespace loggia::testing
