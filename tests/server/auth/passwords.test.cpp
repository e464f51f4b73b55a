#include "server/auth/passwords.h"
#include "server/auth/hashing_worker.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <ctime>
#include <future>
#include <latch>
#include <limits>

using namespace loggia::auth;

TEST_CASE("A password is verified by its hash and by no other") {
    const Passwords passwords;
    const std::string hash = passwords.hash("correct horse");
    CHECK(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK(passwords.verify(hash, "correct horse"));
    CHECK_FALSE(passwords.verify(hash, "correct horsf"));
    CHECK_FALSE(passwords.verify(hash, ""));
    CHECK_FALSE(passwords.verify("", "correct horse"));
    CHECK(passwords.hash("correct horse") != hash);
}

TEST_CASE("No cost below the floor is accepted, and a higher one is told from an older hash") {
    CHECK(Passwords({.memory_bytes = 1024, .passes = 1}).hash("a").find("m=19456,t=2") != std::string::npos);
    const Passwords dearer({.memory_bytes = 24 * 1024 * 1024, .passes = 2});
    const std::string old_hash = Passwords{}.hash("a");
    CHECK(dearer.needs_rehash(old_hash));
    CHECK_FALSE(Passwords{}.needs_rehash(old_hash));
    CHECK(dearer.verify(old_hash, "a"));
}

TEST_CASE("Nobody's password is never right, and takes as long to say so") {
    const Passwords passwords;
    const std::string hash = passwords.hash("a");
    // Of the processor, which other programs do not take part in.
    const auto time_of = [](auto&& work) {
        auto fastest = std::numeric_limits<std::clock_t>::max();
        for (int round = 0; round < 5; ++round) {
            const std::clock_t start = std::clock();
            work();
            fastest = std::min(fastest, std::clock() - start);
        }
        return fastest;
    };
    const auto somebody = time_of([&] { CHECK_FALSE(passwords.verify(hash, "b")); });
    const auto nobody = time_of([&] { CHECK_FALSE(passwords.verify_nobody("b")); });
    CHECK(nobody > somebody / 2);
    CHECK(nobody < somebody * 2);
}

TEST_CASE("The hashing worker refuses at once when its queue is full, and finishes what it took") {
    std::latch start(1);
    int given = 0;
    int refused = 0;
    {
        HashingWorker worker(3);
        std::promise<void> running;
        worker.submit([&](HashingWorker::Turn) {
            running.set_value();
            start.wait();
        });
        running.get_future().wait();
        for (int count = 0; count < 5; ++count)
            worker.submit(
                [&](HashingWorker::Turn turn) { ++(turn == HashingWorker::Turn::given ? given : refused); });
        CHECK(refused == 2);
        start.count_down();
    }
    CHECK(given == 3);
}
