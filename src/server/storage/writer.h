#pragma once

#include "server/storage/commit_mark.h"
#include "server/storage/store.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace loggia::storage {

/// A job and whom to tell, without their types.
class WriterTask {
public:
    explicit WriterTask(BusinessId business) : m_business(business) {}
    virtual ~WriterTask() = default;
    [[nodiscard]] BusinessId business() const { return m_business; }

    /// Whether the job succeeded, and so may be committed. Runs again if what it did was undone.
    virtual bool run(BusinessWriter& writer) = 0;
    virtual void fail(const Error& error) = 0;
    virtual void finish() = 0;

private:
    BusinessId m_business;
};

struct WriterOptions {
    std::size_t longest_queue = 4096;           ///< beyond it jobs are refused at once, so that waiting stays bounded
    std::size_t largest_group = 64;             ///< 1: a commit for each job
    int attempts = 6;                           ///< at a group that lost against another writer, or its connection
    std::chrono::milliseconds first_pause{50};  ///< before the second attempt; doubled with each
    /// Called on the writer thread after a commit, before the answers: `business` is now at `seq`.
    std::function<void(BusinessId business, std::int64_t seq)> published;
    /// Hears of bugs and broken disks: what no caller can mend.
    std::function<void(std::string_view message)> report;
};

/// The one thread that writes. It takes what is queued (at most `largest_group`, without waiting for more),
/// runs each job in a savepoint of its own inside one transaction, commits to the disk once, and only then
/// tells everybody: an answer is never sent for what a power cut could undo. A job that fails is undone
/// alone. If the commit fails, every job of the group hears a failure.
///
/// Where other processes write to the same database, the business is locked from the first statement on, so that a
/// job finds what it would find if it were alone. A group that loses against another, or whose connection breaks, is
/// run again, unless the commit took effect and only its answer got lost (commit_mark.h): nothing is done twice, and
/// what cannot be found out is answered as ErrorCode::unavailable.
class Writer {
public:
    using Options = WriterOptions;

    struct Counts {
        std::uint64_t groups = 0;
        std::uint64_t committed = 0;
        std::uint64_t failed = 0;
        std::uint64_t refused = 0;
    };

    explicit Writer(Store store, Options options = {});
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// `job(BusinessWriter&) -> Result<T>` runs on the writer thread, several times if it was undone, and so changes
    /// nothing but the database; `done(Result<T>)` is called exactly
    /// once: there after the commit, or here and at once when the queue is full or the writer has stopped
    /// (ErrorCode::unavailable with retry_after_seconds). `done` is short, does not block and does not throw:
    /// it hands the answer on. Any thread.
    template <class Job, class Done>
    void submit(BusinessId business, Job job, Done done);

    /// Refuses new jobs, finishes those it has, ends the thread.
    void stop();

    [[nodiscard]] Counts counts() const;

private:
    using Group = std::vector<std::unique_ptr<WriterTask>>;

    void enqueue(std::unique_ptr<WriterTask> task);
    void work();
    Group next_group();
    void commit(Group& group);
    void finish(Group& group);

    enum class Fate { undone, committed, unknown };
    struct Attempt {
        Fate fate = Fate::undone;
        DatabaseError error;  ///< unless it is committed
    };
    Attempt persist(Group& group, std::vector<bool>& succeeded);
    Attempt attempt(Group& group, std::vector<bool>& succeeded);
    Attempt look_for(const Group& group);
    Outcome<void> reach_database();
    Outcome<void> lock_businesses(const Group& group);
    Outcome<void> run_all(Group& group, std::vector<bool>& succeeded);
    Outcome<void> run_in_savepoint(WriterTask& task, bool& succeeded);
    bool run_one(WriterTask& task);
    void publish();
    void report(std::string_view message) const;

    Store m_store;
    Options m_options;
    CommitMark m_mark;          ///< writer thread only, as is what follows
    bool m_is_cut_off = false;  ///< the database was out of reach the last time
    std::vector<std::pair<BusinessId, std::int64_t>> m_unpublished;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<WriterTask>> m_queue;  ///< guarded, as is what follows
    Counts m_counts;
    bool m_stopping = false;
    std::thread m_thread;
};

// ---- inline
// -----------------------------------------------------------------------------------------------------

template <class Job, class Done>
class TypedWriterTask : public WriterTask {
public:
    TypedWriterTask(BusinessId business, Job job, Done done)
        : WriterTask(business), m_job(std::move(job)), m_done(std::move(done)) {}

    bool run(BusinessWriter& writer) override {
        m_result.emplace(m_job(writer));
        return m_result->has_value();
    }
    void fail(const Error& error) override { m_result.emplace(std::unexpected(error)); }
    void finish() override { m_done(std::move(*m_result)); }

private:
    Job m_job;
    Done m_done;
    std::optional<std::invoke_result_t<Job&, BusinessWriter&>> m_result;
};

template <class Job, class Done>
void Writer::submit(BusinessId business, Job job, Done done) {
    enqueue(std::make_unique<TypedWriterTask<Job, Done>>(business, std::move(job), std::move(done)));
}

}  // namespace loggia::storage
