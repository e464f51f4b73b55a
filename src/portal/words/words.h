#pragma once

#include "core/api/messages.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/domain/booking.h"
#include "core/policy/decide.h"
#include "core/scheduling/zone.h"
#include "phrases.generated.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace loggia::portal {

/// A phrase that says the same wherever it stands: `(words.*sentence)()`.
using Sentence = std::string_view (Phrases::*)() const;

/// Everything the portal says, in one language: the phrases of assets/strings as they are, and here what is put
/// together of several or of a date, a time, an amount. Immutable: pages in several languages may be built at once.
class Words : public Phrases {
public:
    /// What joins the last of several to the others.
    enum class Joint : std::uint8_t { both, either };

    /// `file` is what tools/make_words.py made of the language; without its texts, see `is_whole`, it says nothing.
    Words(std::string_view language, std::string file)
        : Phrases(language, std::move(file), Phrases::shape, Phrases::text_count) {}

    [[nodiscard]] bool is_whole() const { return has_lines(); }
    [[nodiscard]] bool runs_right_to_left() const { return direction() == "rtl"; }

    // Dates and times
    [[nodiscard]] std::string short_date(Date date) const;                ///< "Sat 24 Oct"
    [[nodiscard]] std::string long_date(Date date) const;                 ///< "Saturday 24 October"
    [[nodiscard]] std::string full_date(Date date) const;                 ///< "24 October 2026"
    [[nodiscard]] std::string month_and_year(Date date) const;            ///< "October 2026"
    [[nodiscard]] std::string short_month(Date date) const;               ///< "Oct 2026", for narrow places
    [[nodiscard]] std::string_view month_name(CivilTime time) const;      ///< "Oct"
    [[nodiscard]] std::string_view weekday_name(Date date) const;         ///< "Sat"
    [[nodiscard]] std::string weekday_and_day(CivilTime time) const;      ///< "Sat 24"
    [[nodiscard]] std::string clock(CivilTime time) const;                ///< "10:30"
    [[nodiscard]] std::string times(CivilTime from, CivilTime to) const;  ///< "10:30 – 11:15"
    [[nodiscard]] std::string short_time(CivilTime time) const;           ///< "Sat 24 Oct, 10:30"
    [[nodiscard]] std::string time_on(CivilTime time) const;              ///< "10:30 on Saturday 24 October"
    [[nodiscard]] std::string date_and_times(CivilTime from, CivilTime to) const;
    /// How many cells of a month's grid are before its first day, 0 to 6.
    [[nodiscard]] int cells_before(Date first_of_month) const;
    /// Seven names in the order of this language's week, for the head of a month's grid.
    [[nodiscard]] std::array<std::string_view, 7> week_of_narrow_names() const;
    [[nodiscard]] std::array<std::string_view, 7> week_of_names() const;

    // Numbers
    [[nodiscard]] std::string number(std::int64_t value) const;
    [[nodiscard]] std::string price(const Money& amount) const;        ///< "€42", "€42.50", "Free"
    [[nodiscard]] std::string exact_price(const Money& amount) const;  ///< always with the decimals: "€42.00"

    // Sentences
    [[nodiscard]] std::string acting_as_role(policy::Role role) const;
    [[nodiscard]] std::string free_to_cancel_before(loggia::minutes notice) const;
    [[nodiscard]] std::string day_with_free_times(Date date, int free) const;
    [[nodiscard]] std::string times_line(std::int64_t duration_minutes, std::string_view with, int free) const;
    [[nodiscard]] std::string summary_line(CivilTime from, CivilTime to, std::string_view room,
                                           const Money& price) const;
    [[nodiscard]] std::string zone_note(const scheduling::Zone& shown, const scheduling::Zone& visitors,
                                        Instant at) const;
    [[nodiscard]] std::string held_for_more_time(seconds left) const;
    [[nodiscard]] std::string agree_to_terms(CivilTime deadline) const { return agree_until(short_time(deadline)); }
    [[nodiscard]] std::string book_this(std::string_view service) const;
    [[nodiscard]] std::string free_to_cancel_until(CivilTime deadline) const;
    [[nodiscard]] std::string greeting(CivilTime time, std::string_view full_name) const;
    [[nodiscard]] std::string_view status_name(domain::BookingStatus status) const;
    [[nodiscard]] std::string booking_in_full(std::string_view service, std::string_view client, CivilTime from,
                                              CivilTime to, std::string_view performer,
                                              domain::BookingStatus status) const;

    // Refusals. The server words them in English; in other languages their code, field and reason are worded here.
    [[nodiscard]] std::string refusal(const Error& error) const;
    [[nodiscard]] std::string refusal(const policy::Decision& decision, const policy::Actor& asker) const;

    /// "staff, managers and owners"
    [[nodiscard]] std::string listed(policy::RoleSet roles, const policy::Model& model,
                                     Joint joint = Joint::both) const;

private:
    [[nodiscard]] std::string free_count(int free) const;
};

/// English is part of the portal; it is spoken until another language's words have come.
[[nodiscard]] std::unique_ptr<const Words> english_words();

[[nodiscard]] std::string_view first_name(std::string_view name);                 ///< "Mara"
[[nodiscard]] std::string joined(std::initializer_list<std::string_view> parts);  ///< with " · ", empty ones left out
[[nodiscard]] std::string
spaced(std::initializer_list<std::string_view> parts);  ///< with spaces, empty ones left out

}  // namespace loggia::portal
