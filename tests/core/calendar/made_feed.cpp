#include "calendar/made_feed.h"

#include <random>
#include <string_view>
#include <utility>

namespace loggia::calendar {
namespace {

/// A bit of text, how it should arrive in a property, and how as a parameter.
struct Piece {
    std::string_view given;
    std::string_view as_text;
    std::string_view as_parameter;
};

constexpr Piece pieces[]{
    {"piano",           "piano",           "piano"         },
    {"Šiška ",          "Šiška ",          "Šiška "        },
    {"日本語",          "日本語",          "日本語"        },
    {"🎹🎻",            "🎹🎻",            "🎹🎻"          },
    {"שלום",            "שלום",            "שלום"          },
    {",",               ",",               ","             },
    {";",               ";",               ";"             },
    {":",               ":",               ":"             },
    {"=\"",             "=\"",             "='"            },
    {"\\ ",             "\\ ",             "\\ "           },
    {"^n",              "^n",              "'n"            },
    {"%",               "%",               "%"             },
    {"x\ny",            "x\ny",            "x y"           },
    {"x\r\n y",         "x\n y",           "x  y"          },
    {"x\rBEGIN:VEVENT", "x\nBEGIN:VEVENT", "x BEGIN:VEVENT"},
    {"x\xE2\x80\xA8y",  "x\ny",            "x y"           },
    {"x\x01y",          "xy",              "x y"           },
    {"x\xFFy",          "xy",              "xy"            },
    {"\xC2\xA0|",       "\xC2\xA0|",       "\xC2\xA0|"     },
    {"<b>&amp;",        "<b>&amp;",        "<b>&amp;"      },
};

struct Text {
    std::string given;
    std::string as_text;
    std::string as_parameter;
};

std::string printable(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string made;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (value > 0x20 && value != 0x7F && byte != '%')
            made += byte;
        else
            made.append({'%', digits[value >> 4], digits[value & 15]});
    }
    return made;
}

class FeedMaker {
public:
    explicit FeedMaker(unsigned seed) : m_random(seed) {}

    MadeFeed make() {
        constexpr Method methods[]{Method::publish, Method::request, Method::cancel};
        const std::size_t method = below(3);
        constexpr const char* method_names[]{"PUBLISH", "REQUEST", "CANCEL"};
        Feed& feed = m_made.feed;
        feed.method = methods[method];
        say("method", method_names[method]);
        feed.name = text("name", 5);
        if (below(2) == 0) feed.refresh_after = minutes{1 + below(3000)};
        if (feed.refresh_after > minutes{0}) say("refresh", std::to_string(feed.refresh_after.count()));
        const std::size_t count = below(8);
        for (std::size_t i = 0; i < count; ++i) add_event(i);
        return std::move(m_made);
    }

private:
    [[nodiscard]] std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_random() % end); }

    void say(std::string_view name, std::string_view what) {
        m_made.as_read.append(name).append(" ").append(printable(what)).append("\n");
    }
    /// What says nothing is not written, and not found.
    std::string text(std::string_view name, std::size_t longest) {
        Text made = text_of(longest);
        if (!made.as_text.empty()) say(name, made.as_text);
        return std::move(made.given);
    }
    /// It begins and ends with a letter: readers differ in what they make of a space there.
    Text text_of(std::size_t longest) {
        const std::size_t count = below(longest + 1);
        if (count == 0) return {};
        Text made{"a", "a", "a"};
        for (std::size_t i = 0; i < count; ++i) {
            const Piece& piece = pieces[below(std::size(pieces))];
            made.given += piece.given, made.as_text += piece.as_text, made.as_parameter += piece.as_parameter;
        }
        made.given += 'z', made.as_text += 'z', made.as_parameter += 'z';
        return made;
    }

    Participant participant(std::string_view name, std::string_view answer) {
        Text made = text_of(4);
        Participant who{std::move(made.given), "p" + std::to_string(below(1000)) + ".x+y@example.org"};
        say(name, "mailto:" + who.email + '|' + made.as_parameter + '|' + std::string{answer});
        return who;
    }

    void add_event(std::size_t number) {
        constexpr std::int64_t start_of_2026 = 1'767'225'600;
        FeedEvent event{.uid = event_uid(BusinessId{1 + static_cast<std::int64_t>(below(5))},
                                         BookingId{static_cast<std::int64_t>(m_random() >> 1)}),
                        .sequence = static_cast<std::int64_t>(below(40)),
                        .changed_at = instant_of(start_of_2026 + below(60'000'000))};
        event.time.from = instant_of(start_of_2026) + days{90 * number} + seconds{below(80 * 86'400)};
        event.time.to = event.time.from + seconds{below(4 * 86'400)};
        say("uid", event.uid);
        say("sequence", std::to_string(event.sequence));
        say("stamp", std::to_string(unix_seconds(event.changed_at)));
        say("modified", std::to_string(unix_seconds(event.changed_at)));
        say("start", std::to_string(unix_seconds(event.time.from)));
        say("end", std::to_string(unix_seconds(event.time.to)));
        event.summary = text("summary", 12);
        event.location = text("location", 6);
        event.description = text("description", 60);
        if (below(2) == 0)
            event.url = "https://harbour.example/bookings/" + std::to_string(m_random()) + "?a=b&c=%20;d,e";
        if (!event.url.empty()) say("url", event.url);
        decide(event);
        m_made.feed.events.push_back(std::move(event));
    }

    void decide(FeedEvent& event) {
        constexpr const char* names[]{"TENTATIVE", "CONFIRMED", "CANCELLED"};
        event.status = static_cast<EventStatus>(below(3));
        event.occupies = below(4) == 0 ? Occupies::nothing : Occupies::its_time;
        const bool is_cancelled = event.status == EventStatus::cancelled;
        say("status", names[static_cast<std::size_t>(event.status)]);
        say("transparency", is_cancelled || event.occupies == Occupies::nothing ? "TRANSPARENT" : "OPAQUE");
        if (m_made.feed.method != Method::publish || below(3) == 0) event.organizer = participant("organizer", "");
        for (std::size_t i = below(4); i > 0; --i) {
            const Answer answer = below(2) == 0 ? Answer::accepted : Answer::awaited;
            event.attendees.push_back(
                {participant("attendee", answer == Answer::accepted ? "ACCEPTED" : "NEEDS-ACTION"), answer});
        }
        if (below(2) == 0) event.reminder = minutes{below(3000)};
        if (event.reminder && !is_cancelled) say("alarm", std::to_string(event.reminder->count()));
    }

    std::mt19937_64 m_random;
    MadeFeed m_made;
};

}  // namespace

MadeFeed make_feed(unsigned seed) { return FeedMaker{seed}.make(); }

}  // namespace loggia::calendar
