#include "core/domain/business.h"

#include <algorithm>

namespace loggia::domain {

Terms terms_of(const Service& service) {
    return {service.duration, service.buffer_before, service.buffer_after, service.price};
}

Terms terms_of(const Service& service, PersonId performer) {
    Terms terms = terms_of(service);
    const auto own = std::ranges::find(service.own_terms, performer, &OwnTerms::person);
    if (own == service.own_terms.end()) return terms;
    terms.duration = own->duration.value_or(terms.duration);
    terms.buffer_before = own->buffer_before.value_or(terms.buffer_before);
    terms.buffer_after = own->buffer_after.value_or(terms.buffer_after);
    terms.price.minor_units = own->price_minor_units.value_or(terms.price.minor_units);
    return terms;
}

BookingRules rules_for(const Service& service, BookingRules rules) {
    rules.minimum_notice = service.minimum_notice.value_or(rules.minimum_notice);
    rules.horizon = service.horizon.value_or(rules.horizon);
    if (service.cut_off) rules.cut_off = service.cut_off;
    return rules;
}

}  // namespace loggia::domain
