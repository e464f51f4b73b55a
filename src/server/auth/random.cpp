#include "server/auth/random.h"

#include <sodium.h>

namespace loggia::auth {

void fill_with_random(std::span<std::byte> bytes) { randombytes_buf(bytes.data(), bytes.size()); }

}  // namespace loggia::auth
