#pragma once

#include "core/scheduling/free_times.h"
#include "core/scheduling/period.h"

#include <optional>
#include <vector>

/// Who and what could serve a query, in the order in which they would be taken.
namespace loggia::scheduling {

struct Candidate {
    PersonId person;
    const Calendar* calendar = nullptr;  ///< null: not at work at this location at all
    std::size_t length = 0;              ///< which of the lengths a visit with them has
};

/// A kind of equipment and how many units of it a visit needs.
struct Needed {
    ResourceId equipment;
    const Calendar* calendar = nullptr;  ///< null: there is none at this location
    int units = 1;
};

struct Candidates {
    Candidates(const Snapshot& snapshot, const FreeTimesQuery& query);

    std::vector<Candidate> people;
    std::vector<const Calendar*> rooms;  ///< none if the service needs none
    std::vector<Needed> equipment;
    std::vector<VisitCells> lengths;  ///< different ones; mostly there is one
};

}  // namespace loggia::scheduling
