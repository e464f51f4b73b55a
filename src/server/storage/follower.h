#pragma once

#include "server/storage/store.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <thread>

/// How a process hears what the others that share its database commit.
namespace loggia::storage {

struct FollowerOptions {
    std::chrono::milliseconds asks_each{250};       ///< where the server does not tell
    std::chrono::milliseconds asks_at_least{2000};  ///< where it does
    std::chrono::milliseconds tells_at_most{100};   ///< between two tellings
};

/// A thread that waits for the server to say that something was committed, and asks from time to time whether it says
/// so or not: how far the business is by then is what `moved` hears, on that thread, each number once and ascending.
/// A connection that breaks is made anew.
class Follower {
public:
    using Options = FollowerOptions;
    using Moved = std::function<void(std::int64_t seq)>;

    Follower(Store store, BusinessId business, Moved moved, Options options = {});
    ~Follower();
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

    /// This process has committed: the others are told. Any thread; does not wait.
    void tell();

    void stop();

private:
    using Clock = std::chrono::steady_clock;

    void work();
    void listen();
    void tell_if_due();
    void look();
    void wait();
    void wake();

    Store m_store;
    BusinessId m_business;
    Moved m_moved;
    Options m_options;
    int m_wake = -1;  ///< an eventfd
    std::atomic<bool> m_has_news = false;
    std::atomic<bool> m_is_stopping = false;
    // Of the thread alone:
    std::int64_t m_seq = -1;
    int m_listens_on = -1;  ///< the number of the connection on which LISTEN was said
    bool m_is_told = false;
    bool m_is_cut_off = false;
    Clock::time_point m_told_at;
    std::thread m_thread;
};

}  // namespace loggia::storage
