#include "ui/gallery/pages.h"
#include "ui/widgets/number_field.h"

#include <optional>
#include <string>

namespace loggia::ui::gallery {

namespace {

class Fields final : public Exhibit {
public:
    void build(Page& page, Milliseconds) override {
        {
            const Scope form = page.form("fields");
            texts(page);
            numbers(page);
            days(page);
            page.submit("save", "Save");
            if (form.submitted()) ++m_saved;
        }
        page.text("Saved " + std::to_string(m_saved) + " times", Text::muted);
        states(page);
    }

private:
    void texts(Page& page) {
        const Scope part = sample(page, "Texts");
        page.text_field("name", "Full name", m_name, {.autocomplete = "name", .required = true});
        page.text_field("email", "Email", m_email, {.type = FieldType::email, .autocomplete = "email"});
        page.text_field("phone", "Phone", m_phone,
                        {.type = FieldType::tel,
                         .autocomplete = "tel",
                         .placeholder = "+386 40 123 456",
                         .hint = "With the country in front, for messages about your booking"});
        page.text_field("password", "Password", m_password,
                        {.type = FieldType::password,
                         .autocomplete = "new-password",
                         .hint = "At least 12 characters",
                         .reveal = true});
        page.text_field("code", "Code from the message", m_code, {.type = FieldType::one_time_code, .max_length = 6});
        page.text_field("search", "Search", m_search, {.type = FieldType::search, .placeholder = "Name or email"});
        page.text_field("notes", "Notes", m_notes, {.multiline = true});
    }

    void numbers(Page& page) {
        const Scope part = sample(page, "Numbers");
        number_field(page, "seats", "Seats", m_seats, {.minimum = 1, .maximum = 8});
        number_field(page, "price", "Price", m_price,
                     {.minimum = 0,
                      .maximum = 100'000,
                      .step = 50,
                      .decimals = 2,
                      .hint = "For one lesson",
                      .unit = "€",
                      .required = true});
        number_field(page, "fixed", "Rooms", m_rooms, {.disabled = true});
    }

    void days(Page& page) {
        const Scope part = sample(page, "Days and times");
        page.text_field("day", "Day", m_day,
                        {.type = FieldType::date, .minimum = "2026-10-01", .maximum = "2026-12-31"});
        page.text_field("time", "Time", m_time,
                        {.type = FieldType::time, .minimum = "08:00", .maximum = "20:00", .step = "300"});
    }

    void states(Page& page) {
        const Scope part = sample(page, "States");
        page.text_field("wrong", "Contact email", m_wrong,
                        {.type = FieldType::email, .error = "Enter an email address with an @."});
        page.text_field("off", "Business number", m_off, {.disabled = true});
        page.text_field("empty", "Nickname", m_empty, {.placeholder = "Optional"});
    }

    std::string m_name = "Mara Kovač", m_email = "mara@example.org", m_phone, m_password, m_code, m_search, m_notes,
                m_day = "2026-10-24", m_time = "10:30", m_wrong = "mara.example.org", m_off = "ATU 1234567", m_empty;
    std::optional<std::int64_t> m_seats = 2, m_price = 4200, m_rooms = 3;
    int m_saved = 0;
};

}  // namespace

std::unique_ptr<Exhibit> make_fields() { return std::make_unique<Fields>(); }

}  // namespace loggia::ui::gallery
