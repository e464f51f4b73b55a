#pragma once

#include <string_view>

namespace loggia::http {

/// What of a file we hold besides the file itself.
struct Codings {
    bool brotli = false;
    bool gzip = false;
};

enum class Coding { identity, gzip, brotli };

/// The best we hold of what `accept_encoding` allows: brotli before gzip before the plain file; a coding with
/// q=0 is refused. The plain file is always an answer.
[[nodiscard]] Coding choose_coding(std::string_view accept_encoding, Codings available);

}  // namespace loggia::http
