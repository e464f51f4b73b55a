#pragma once

#include "core/scheduling/free_times.h"
#include "server/storage/catalog.h"

namespace loggia::storage {

/// What free_times needs for the days from…to of a location (nothing: the first), as far as they lie within the
/// horizon of some service, or of nobody's where the horizon is waived: then within two years. Holds that expired by
/// `now` are free. For readers: answered from memory where nothing changed.
[[nodiscard]] Outcome<scheduling::Snapshot> read_snapshot(const BusinessReader& business, const Catalog& catalog,
                                                          Date from, Date to, Instant now,
                                                          std::optional<LocationId> location = {},
                                                          scheduling::RefusalSet waived = {});

/// What check_start needs for one start, from the transaction of the writer and not from memory: the
/// performers' day (the visit's stretch is enough where one person is asked for), the stretch of rooms and equipment.
/// It says whose each claim is.
[[nodiscard]] Outcome<scheduling::Snapshot>
read_start_snapshot(const BusinessWriter& business, const Catalog& catalog, const scheduling::FreeTimesQuery& query,
                    Instant starts_at, std::optional<LocationId> location = {});

/// Makes it a question for this client, with the limits of clients: for the days from…to of the snapshot.
Outcome<void> add_client(const BusinessReader& business, scheduling::Snapshot& snapshot, PersonId client, Date from,
                         Instant now);

}  // namespace loggia::storage
