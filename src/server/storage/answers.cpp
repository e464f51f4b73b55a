#include "server/storage/answers.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace loggia::storage {

namespace {

using Digest = std::array<unsigned char, crypto_generichash_BYTES>;
static_assert(crypto_generichash_BYTES == crypto_secretbox_KEYBYTES);

constexpr int base64 = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

/// A hash for one purpose, which none for another purpose can equal.
Digest digest(std::string_view purpose, std::string_view key, std::string_view text) {
    Digest derived{};
    crypto_generichash(derived.data(), derived.size(), bytes_of(key), key.size(), bytes_of(purpose), purpose.size());
    Digest result{};
    crypto_generichash(result.data(), result.size(), bytes_of(text), text.size(), derived.data(), derived.size());
    return result;
}

std::string hexadecimal(const Digest& digest) {
    std::array<char, 2 * crypto_generichash_BYTES + 1> text{};
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return {text.data(), text.size() - 1};
}

std::string raw(const Digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

}  // namespace

Result<IdempotencyKey> IdempotencyKey::make(std::optional<PersonId> actor, std::string_view key,
                                            std::string_view endpoint, std::string_view request) {
    const bool printable = std::ranges::all_of(key, [](char letter) { return letter > ' ' && letter < '\x7f'; });
    if (key.size() < 16 || key.size() > 128 || !printable)
        return fail(ErrorCode::invalid_input, "An Idempotency-Key has 16 to 128 letters and digits.",
                    "Idempotency-Key");
    IdempotencyKey made;
    made.m_actor = actor.value_or(PersonId{});
    made.m_lookup = hexadecimal(digest("loggia key lookup 1", key, ""));
    std::string whole{endpoint};
    whole += '\n';
    whole += request;
    made.m_request = hexadecimal(digest("loggia key request 1", key, whole));
    made.m_sealing_key = raw(digest("loggia key sealing 1", key, ""));
    return made;
}

std::string IdempotencyKey::seal(std::string_view text) const {
    // A nonce made of the text: another text under the same key never meets the same nonce.
    const Digest nonce = digest("loggia key nonce 1", m_sealing_key, text);
    std::string sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size(), '\0');
    std::memcpy(sealed.data(), nonce.data(), crypto_secretbox_NONCEBYTES);
    auto* box = reinterpret_cast<unsigned char*>(sealed.data()) + crypto_secretbox_NONCEBYTES;
    crypto_secretbox_easy(box, bytes_of(text), text.size(), nonce.data(), bytes_of(m_sealing_key));
    std::string encoded(sodium_base64_encoded_len(sealed.size(), base64), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), bytes_of(sealed), sealed.size(), base64);
    encoded.pop_back();
    return encoded;
}

std::optional<std::string> IdempotencyKey::open(std::string_view sealed) const {
    std::string box(sealed.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(box.data()), box.size(), sealed.data(), sealed.size(),
                          nullptr, &size, nullptr, base64) != 0 ||
        size < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
        return std::nullopt;
    const std::size_t boxed = size - crypto_secretbox_NONCEBYTES;
    std::string text(boxed - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(text.data()),
                                   bytes_of(box) + crypto_secretbox_NONCEBYTES, boxed, bytes_of(box),
                                   bytes_of(m_sealing_key)) != 0)
        return std::nullopt;
    return text;
}

Result<std::optional<Answer>> find_answer(const BusinessReader& business, const IdempotencyKey& key) {
    auto query = TRY(business.query("SELECT request_hash, status, sealed_json FROM answer WHERE business_id = ?1 "
                                    "AND actor_id = ?2 AND key_hash = ?3",
                                    key.actor(), key.lookup()));
    if (!TRY(query.next())) return std::optional<Answer>{};
    auto json = query.text(0) == key.request() ? key.open(query.text(2)) : std::nullopt;
    if (!json)
        return fail(ErrorCode::invalid_input, "This Idempotency-Key was used for another request.",
                    "Idempotency-Key");
    return Answer{query.get<int>(1), std::move(*json)};
}

Outcome<void> keep_answer(BusinessWriter& business, const IdempotencyKey& key, const Answer& answer, Instant now) {
    TRY(business.run("INSERT INTO answer (business_id, actor_id, key_hash, request_hash, status, sealed_json, "
                     "answered_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                     key.actor(), key.lookup(), key.request(), answer.status, key.seal(answer.json), now));
    return {};
}

}  // namespace loggia::storage
