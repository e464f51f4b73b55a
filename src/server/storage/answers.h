#pragma once

#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>

/// The answers to mutations, kept so that a repeated request is answered alike and done once.
namespace loggia::storage {

inline constexpr days answers_are_kept{8};

/// What an Idempotency-Key and a request make. The key itself, which only the caller knows, is not stored:
/// its hash finds the answer, a hash keyed with it recognises the request (so a password in it cannot be
/// guessed from the database), and the answer is sealed with it (so a secret in it cannot be read there).
class IdempotencyKey {
public:
    /// `key` is 16 to 128 printable ASCII characters, made freshly for each intent. `endpoint` and `request`
    /// are what a repetition has to match: the endpoint's name, path parameters and body.
    [[nodiscard]] static Result<IdempotencyKey> make(std::optional<PersonId> actor, std::string_view key,
                                                     std::string_view endpoint, std::string_view request);

    [[nodiscard]] PersonId actor() const { return m_actor; }  ///< not set for a visitor
    [[nodiscard]] const std::string& lookup() const { return m_lookup; }
    [[nodiscard]] const std::string& request() const { return m_request; }
    [[nodiscard]] std::string seal(std::string_view text) const;
    [[nodiscard]] std::optional<std::string> open(std::string_view sealed) const;

private:
    PersonId m_actor;
    std::string m_lookup;
    std::string m_request;
    std::string m_sealing_key;
};

struct Answer {
    int status = 200;
    std::string json;
    bool operator==(const Answer&) const = default;
};

/// The answer given before, if any; invalid_input if the key was used for another request.
[[nodiscard]] Result<std::optional<Answer>> find_answer(const BusinessReader& business, const IdempotencyKey& key);

/// In the transaction of the change it answers.
Outcome<void> keep_answer(BusinessWriter& business, const IdempotencyKey& key, const Answer& answer, Instant now);

}  // namespace loggia::storage
