#include "server/http/raw_head.h"

namespace loggia::http {

HeadScan scan_head(std::string_view received) {
    using enum HeadScan::State;
    std::size_t line_start = 0;
    const std::size_t limit = received.size() < longest_head ? received.size() : longest_head;
    for (std::size_t at = 0; at < limit; ++at) {
        const char byte = received[at];
        if (byte == '\0') return {malformed, 0};
        if (at == line_start && (byte == ' ' || byte == '\t')) return {malformed, 0};
        if (byte == '\n') return {malformed, 0};
        if (byte != '\r') continue;
        if (at + 1 == limit) break;
        if (received[at + 1] != '\n') return {malformed, 0};
        if (at == 0) return {malformed, 0};
        if (at == line_start) return {complete, at + 2};
        ++at;
        line_start = at + 1;
    }
    return {received.size() >= longest_head ? too_long : incomplete, 0};
}

}  // namespace loggia::http
