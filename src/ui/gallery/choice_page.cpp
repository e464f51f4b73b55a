#include "ui/gallery/pages.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/switch_box.h"

#include "icons.generated.h"

#include <array>
#include <string>
#include <vector>

namespace loggia::ui::gallery {

namespace {

constexpr std::array people{
    Option{"mara",  "Mara Kovač"     },
    Option{"luka",  "Luka Kovač"     },
    Option{"ana",   "Ana Novak"      },
    Option{"ben",   "Ben Keller"     },
    Option{"clara", "Clara Ito"      },
    Option{"jose",  "José García"    },
    Option{"zoe",   "Zoë Müller"     },
    Option{"iris",  "Iris Petrović"  },
    Option{"tim",   "Tim Vogel"      },
    Option{"ema",   "Ema Dvořák"     },
    Option{"nika",  "Nika Strand"    },
    Option{"oto",   "Oto Rasmussen"  },
    Option{"zala",  "Zala Fischer"   },
    Option{"vid",   "Vid Horvat"     },
    Option{"jon",   "Jon Björnsson"  },
    Option{"sofia", "Sofía Hernández"}
};

constexpr std::array instruments{
    Option{"piano",  "Piano" },
    Option{"violin", "Violin"},
    Option{"cello",  "Cello" },
    Option{"flute",  "Flute" },
    Option{"voice",  "Voice" },
    Option{"guitar", "Guitar"}
};

constexpr std::array grouped_instruments{
    Option{"", "Choose one"},
    Option{"violin", "Violin", "Strings"},
    Option{"cello", "Cello", "Strings"},
    Option{"guitar", "Guitar", "Strings"},
    Option{"flute", "Flute", "Winds"},
    Option{"piano", "Piano", "Keyboards"}
};

class Choices final : public Exhibit {
public:
    void build(Page& page, Milliseconds) override {
        switches(page);
        boxes(page);
        radios(page);
        lists(page);
        states(page);
    }

private:
    void switches(Page& page) {
        const Scope part = sample(page, "Switches");
        const Scope card = page.card({.gap = Space::none});
        switch_box(page, "reminders", "Send reminders", m_reminders, {.hint = "A day before each lesson"});
        switch_box(page, "listed", "Shown in search engines", m_listed);
        switch_box(page, "charge", "Charge when booking", m_charge,
                   {.disabled_reason = "Connect a payment account first."});
    }

    void boxes(Page& page) {
        const Scope part = sample(page, "Checkboxes");
        page.checkbox("terms", "I agree to the terms", m_agreed,
                      {.error = m_agreed ? "" : "Agree to the terms to go on."});
        page.checkbox("news", "Write to me about concerts", m_news);
        bool never = false;
        page.checkbox("post", "Write to me by post", never, {.disabled_reason = "We have no address of yours."});
    }

    void radios(Page& page) {
        const Scope part = sample(page, "Radios");
        constexpr std::array<std::string_view, 3> keys{"me", "luka", "other"};
        const std::array<Choice, 3> who{
            {{.title = "Me"},
             {.title = "Luka", .subtitle = "Child · born 3 May 2017"},
             {.title = "Somebody else", .disabled_reason = "Add them to your family first."}}
        };
        page.radio_group("who", "Who is it for?", m_who, who, keys);
        constexpr std::array<std::string_view, 2> services{"piano", "voice"};
        const std::array<Choice, 2> cards{
            {{.title = "Piano lesson", .subtitle = "45 min", .trailing = "€42", .icon = icon::music},
             {.title = "Voice coaching", .subtitle = "60 min", .trailing = "€55", .icon = icon::mic_vocal}}
        };
        page.radio_group("service", "Service", m_service, cards, services, {.look = ChoiceLook::cards});
        constexpr std::array<std::string_view, 2> teachers{"ana", "clara"};
        const std::array<Choice, 2> chips{
            {{.title = "Ana Novak", .initials = "AN", .hue = Hue::violet},
             {.title = "Clara Ito", .initials = "CI", .hue = Hue::orange}}
        };
        page.radio_group("teacher", "Teacher", m_teacher, chips, teachers, {.look = ChoiceLook::chips});
    }

    void lists(Page& page) {
        const Scope part = sample(page, "Lists to choose from");
        page.select("instrument", "Instrument", m_instrument, instruments);
        page.select("learns", "Learns", m_learns, grouped_instruments);
        combo_box(page, "client", "Client", m_client, people, {.placeholder = "Type a name"});
        page.text(m_client.empty() ? "Nobody chosen" : "Chosen: " + m_client, Text::muted);
        multi_select(page, "plays", "Plays", m_plays, instruments, {.placeholder = "Add an instrument"});
    }

    void states(Page& page) {
        const Scope part = sample(page, "States");
        combo_box(page, "loading", "Being asked for", m_none, {}, {.loading = true});
        combo_box(page, "wrong", "Substitute", m_none, people, {.error = "Choose who stands in."});
        combo_box(page, "off", "Room", m_none, people, {.disabled = true});
        page.select("off-select", "Location", m_instrument, instruments, {.disabled = true});
    }

    bool m_reminders = true, m_listed = false, m_charge = false, m_agreed = false, m_news = true;
    std::string m_who = "me", m_service = "piano", m_teacher = "ana", m_instrument = "violin", m_learns, m_client,
                m_none;
    std::vector<std::string> m_plays{"piano", "voice"};
};

}  // namespace

std::unique_ptr<Exhibit> make_choices() { return std::make_unique<Choices>(); }

}  // namespace loggia::ui::gallery
