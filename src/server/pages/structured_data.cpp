#include "server/pages/structured_data.h"

#include "core/api/json_writer.h"
#include "core/base/text.h"
#include "portal/routes.h"

namespace loggia::server {

namespace {

/// One object after the other, with what is inside them.
class Objects {
public:
    Objects() : m_json(m_text) {}

    void open(std::string_view type) {
        m_text += '{';
        say("@type", type);
    }
    void close() { m_text += '}'; }
    void say(std::string_view name, std::string_view value) {
        if (!value.empty()) m_json(name, std::string(value));
    }
    /// The object that follows is the value of this field.
    void name(std::string_view name) { m_text.append(",\"").append(name).append("\":"); }
    void raw(std::string_view text) { m_text += text; }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    api::JsonWriter m_json;
};

std::string amount_of(const Money& price) {
    constexpr std::int64_t cents = 100;
    return std::to_string(price.minor_units / cents) + "." + text::padded(price.minor_units % cents, 2);
}

std::string service_url(const PublicFacts& facts, const api::ServiceView& service) {
    return std::string(facts.origin) +
           portal::url_of(portal::Place::choose_time, {
                                                          {"service", std::to_string(service.id.value)}
    });
}

void write_offer(Objects& out, const PublicFacts& facts, const api::ServiceView& service) {
    out.open("Offer");
    out.say("price", amount_of(service.price));
    out.say("priceCurrency", service.price.currency);
    out.say("url", service_url(facts, service));
    out.name("itemOffered");
    out.open("Service");
    out.say("name", service.name);
    out.say("description", service.description);
    out.close();
    out.close();
}

void write_reservation(Objects& out, std::string_view target) {
    out.name("potentialAction");
    out.open("ReserveAction");
    out.name("target");
    out.open("EntryPoint");
    out.say("urlTemplate", target);
    out.close();
    out.close();
}

}  // namespace

std::string linked_data(const PublicFacts& facts) {
    Objects out;
    out.open("LocalBusiness");
    out.say("@context", "https://schema.org");
    out.say("name", facts.business->name);
    out.say("url", std::string(facts.origin) + "/");
    out.name("address");
    out.open("PostalAddress");
    out.say("name", facts.business->location_name);
    out.say("streetAddress", facts.business->location_address);
    out.close();
    out.name("makesOffer");
    out.raw("[");
    bool is_first = true;
    for (const auto& service : facts.services->services) {
        if (facts.service && facts.service->id != service.id) continue;
        if (!is_first) out.raw(",");
        is_first = false;
        write_offer(out, facts, service);
    }
    out.raw("]");
    write_reservation(out, facts.service ? service_url(facts, *facts.service)
                                         : std::string(facts.origin) + "/book/{service}");
    out.close();
    return out.take();
}

std::string description_of(const PublicFacts& facts) {
    std::string line;
    const auto append = [&](std::string_view words) {
        if (!words.empty()) line.append(line.empty() ? "" : " · ").append(words);
    };
    if (facts.service) {
        append(facts.service->name);
        append(facts.words->price(facts.service->price));
    }
    append(facts.business->name);
    append(facts.business->location_address);
    if (facts.service) {
        append(facts.service->description);
    } else {
        for (const auto& service : facts.services->services) append(service.name);
    }
    return line;
}

std::string for_script(std::string_view json) {
    std::string text;
    text.reserve(json.size());
    for (const char letter : json) {
        if (letter == '<') {
            text += "\\u003c";
        } else {
            text += letter;
        }
    }
    return text;
}

}  // namespace loggia::server
