#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

/// Brakes against guessing and flooding. All of it is in memory and per process; time is an argument.
namespace loggia::auth {

using LimitClock = std::chrono::steady_clock;

/// Each key may spend `per_minute` at once and gets as many back each minute.
class TokenBuckets {
public:
    explicit TokenBuckets(double per_minute) : m_per_minute(per_minute) {}

    /// 0 if there was a token to take; else the seconds until there will be one.
    [[nodiscard]] int take(std::string_view key, LimitClock::time_point now);

private:
    struct Bucket {
        double tokens = 0;
        LimitClock::time_point filled_at;
    };
    void forget_full_ones(LimitClock::time_point now);

    const double m_per_minute;
    std::mutex m_mutex;
    std::unordered_map<std::string, Bucket> m_buckets;
};

/// Failed sign-ins of one account. After `free_failures` in a quarter of an hour each further one doubles the
/// wait, from one minute to fifteen; no account is ever locked for longer, because locking others out would
/// be an attack of its own.
class FailureDelays {
public:
    explicit FailureDelays(int free_failures) : m_free_failures(free_failures) {}

    /// Seconds to wait before another try; 0: try.
    [[nodiscard]] int wait(std::string_view account, LimitClock::time_point now);
    void failed(std::string_view account, LimitClock::time_point now);
    void succeeded(std::string_view account);

private:
    struct Failures {
        int count = 0;
        LimitClock::time_point last;
        LimitClock::time_point next_try;
    };
    void forget_old_ones(LimitClock::time_point now);

    const int m_free_failures;
    std::mutex m_mutex;
    std::unordered_map<std::string, Failures> m_failures;
};

/// What one client address, or one account, may do.
struct Limits {
    double sign_ins_per_minute = 20;
    double registrations_per_minute = 30;
    double holds_per_minute = 30;
    int failures_per_account = 5;
};

/// All brakes of a server.
struct RateLimits {
    explicit RateLimits(const Limits& limits = {})
        : sign_ins(limits.sign_ins_per_minute),
          registrations(limits.registrations_per_minute),
          holds(limits.holds_per_minute),
          failures(limits.failures_per_account) {}

    TokenBuckets sign_ins;
    TokenBuckets registrations;
    TokenBuckets holds;
    FailureDelays failures;
};

}  // namespace loggia::auth
