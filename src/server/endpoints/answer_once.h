#pragma once

#include "core/api/json.h"
#include "server/storage/answers.h"

namespace loggia::endpoints {

/// Runs a write handler at most once for an Idempotency-Key, inside a writer's job: a repetition gets the
/// stored answer. Only success is stored; after a refusal the same request may be tried again.
/// `work(storage::BusinessWriter&) -> Result<Response>`.
template <class Work>
[[nodiscard]] Result<storage::Answer> answer_once(storage::BusinessWriter& business,
                                                  const storage::IdempotencyKey& key, Instant now, Work&& work) {
    if (auto before = TRY(storage::find_answer(business, key))) return *std::move(before);
    const auto response = TRY(std::forward<Work>(work)(business));
    storage::Answer answer{200, api::encode(response)};
    TRY(storage::keep_answer(business, key, answer, now));
    return answer;
}

}  // namespace loggia::endpoints
