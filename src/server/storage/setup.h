#pragma once

#include "core/domain/business.h"
#include "core/policy/decide.h"
#include "server/storage/store.h"

/// What makes a business: rows that the portal cannot make yet. Used by the demo, `loggia init` and
/// tests, as are those of supply.h.
namespace loggia::storage {

Outcome<void> add_business(BusinessWriter& business, const domain::Business& row, const policy::Model& model,
                           policy::SwitchSet switches);
/// From now on everybody may come in as its accounts.
Outcome<void> make_demo(BusinessWriter& business);
Outcome<void> add_location(BusinessWriter& business, const domain::Location& row);
Outcome<void> add_room(BusinessWriter& business, const domain::Room& row, int position);
/// With its performers, rooms and equipment, which must be there.
Outcome<void> add_service(BusinessWriter& business, const domain::Service& row, int position);

}  // namespace loggia::storage
