#pragma once

#include "server/storage/store.h"

#include <optional>
#include <string_view>

/// The secret addresses at which other calendars read what somebody is booked for: at most one for each person. Only
/// the hash of the secret is stored.
namespace loggia::storage {

/// In place of the one before.
Outcome<void> set_calendar_feed(BusinessWriter& business, PersonId person, std::string_view secret_hash, Instant now);
Outcome<void> end_calendar_feed(BusinessWriter& business, PersonId person);

/// When the address of the person was made; nothing if there is none.
[[nodiscard]] Outcome<std::optional<Instant>> calendar_feed_made_at(const BusinessReader& business, PersonId person);

/// Whose address has this secret.
[[nodiscard]] Outcome<std::optional<PersonId>> owner_of_calendar_feed(const BusinessReader& business,
                                                                      std::string_view secret_hash);

}  // namespace loggia::storage
