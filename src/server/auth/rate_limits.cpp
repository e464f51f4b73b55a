#include "server/auth/rate_limits.h"

#include <algorithm>
#include <cmath>

namespace loggia::auth {

namespace {

constexpr std::size_t most_keys = 50'000;
constexpr std::chrono::minutes failure_window{15};
constexpr std::chrono::seconds shortest_wait{60};
constexpr std::chrono::seconds longest_wait{15 * 60};

int whole_seconds(LimitClock::duration time) {
    return std::max(1, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time).count()));
}

}  // namespace

int TokenBuckets::take(std::string_view key, LimitClock::time_point now) {
    const std::lock_guard lock(m_mutex);
    if (m_buckets.size() >= most_keys) forget_full_ones(now);
    const auto [entry, is_new] = m_buckets.try_emplace(std::string(key), Bucket{m_per_minute, now});
    Bucket& bucket = entry->second;
    const double minutes_passed = std::chrono::duration<double, std::ratio<60>>(now - bucket.filled_at).count();
    bucket.tokens = std::min(m_per_minute, bucket.tokens + minutes_passed * m_per_minute);
    bucket.filled_at = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return 0;
    }
    return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / m_per_minute * 60)));
}

void TokenBuckets::forget_full_ones(LimitClock::time_point now) {
    std::erase_if(m_buckets,
                  [&](const auto& entry) { return now - entry.second.filled_at > std::chrono::minutes{1}; });
    // Everything is recent: a flood from everywhere. Forgetting all is kinder to memory than to the flood.
    if (m_buckets.size() >= most_keys) m_buckets.clear();
}

int FailureDelays::wait(std::string_view account, LimitClock::time_point now) {
    const std::lock_guard lock(m_mutex);
    const auto entry = m_failures.find(std::string(account));
    if (entry == m_failures.end() || now >= entry->second.next_try) return 0;
    return whole_seconds(entry->second.next_try - now);
}

void FailureDelays::failed(std::string_view account, LimitClock::time_point now) {
    const std::lock_guard lock(m_mutex);
    if (m_failures.size() >= most_keys) forget_old_ones(now);
    Failures& failures = m_failures[std::string(account)];
    if (now - failures.last > failure_window) failures.count = 0;
    ++failures.count;
    failures.last = now;
    if (failures.count < m_free_failures) return;
    const int doublings = std::min(failures.count - m_free_failures, 4);
    failures.next_try = now + std::min(shortest_wait * (1 << doublings), longest_wait);
}

void FailureDelays::succeeded(std::string_view account) {
    const std::lock_guard lock(m_mutex);
    m_failures.erase(std::string(account));
}

void FailureDelays::forget_old_ones(LimitClock::time_point now) {
    std::erase_if(m_failures, [&](const auto& entry) { return now - entry.second.last > failure_window; });
    if (m_failures.size() >= most_keys) m_failures.clear();
}

}  // namespace loggia::auth
