#include "server/endpoints/free_time_refusals.h"

namespace loggia::endpoints {

Error refusal_of(scheduling::Refusal refusal) {
    using enum scheduling::Refusal;
    const std::string sentence{scheduling::explain(refusal)};
    switch (refusal) {
    case person_busy:
    case no_room:
    case room_busy:
    case equipment_busy: return {ErrorCode::conflict, time_is_taken, "starts_at", 0};
    case too_far:
    case off_grid: return {ErrorCode::invalid_input, sentence, "starts_at", 0};
    case does_not_perform: return {ErrorCode::invalid_input, sentence, "person_id", 0};
    default: return {ErrorCode::conflict, sentence, "starts_at", 0};
    }
}

}  // namespace loggia::endpoints
