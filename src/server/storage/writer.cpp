#include "server/storage/writer.h"

#include <sodium.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <set>

namespace loggia::storage {

namespace {

const Error too_busy{ErrorCode::unavailable, "The server is busy. Please try again in a moment.", {}, 1};
const Error stopping{ErrorCode::unavailable, "The server is restarting. Please try again in a moment.", {}, 5};
const Error broken{ErrorCode::internal, "Something went wrong on our side. Nothing was changed.", {}, 0};

}  // namespace

Writer::Writer(Store store, Options options) : m_store(std::move(store)), m_options(std::move(options)) {
    randombytes_buf(&m_mark.writer, sizeof m_mark.writer);
    m_mark.writer &= std::numeric_limits<std::int64_t>::max();
    m_thread = std::thread{[this] { work(); }};
}

Writer::~Writer() { stop(); }

void Writer::stop() {
    {
        const std::lock_guard lock{m_mutex};
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) m_thread.join();
}

Writer::Counts Writer::counts() const {
    const std::lock_guard lock{m_mutex};
    return m_counts;
}

void Writer::enqueue(std::unique_ptr<WriterTask> task) {
    {
        std::unique_lock lock{m_mutex};
        const bool full = m_queue.size() >= m_options.longest_queue;
        if (full || m_stopping) {
            ++m_counts.refused;
            const bool stops = m_stopping;
            lock.unlock();
            task->fail(stops ? stopping : too_busy);
            task->finish();
            return;
        }
        m_queue.push_back(std::move(task));
        if (m_queue.size() > 1) return;
    }
    m_wake.notify_one();
}

void Writer::work() {
    for (Group group = next_group(); !group.empty(); group = next_group()) commit(group);
}

Writer::Group Writer::next_group() {
    std::unique_lock lock{m_mutex};
    m_wake.wait(lock, [this] { return !m_queue.empty() || m_stopping; });
    Group group;
    while (!m_queue.empty() && group.size() < m_options.largest_group) {
        group.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return group;
}

void Writer::commit(Group& group) {
    std::vector<bool> succeeded(group.size(), false);
    const Attempt last = persist(group, succeeded);
    const bool committed = last.fate == Fate::committed;
    if (committed) {
        publish();
    } else {
        report(last.error.message);
        for (auto& task : group) task->fail(last.error);
    }
    {
        const std::lock_guard lock{m_mutex};
        ++m_counts.groups;
        for (const bool success : succeeded) ++(committed && success ? m_counts.committed : m_counts.failed);
    }
    finish(group);
}

void Writer::finish(Group& group) {
    for (auto& task : group) {
        try {
            task->finish();
        } catch (const std::exception& exception) {
            report(std::string{"an answer threw: "} + exception.what());
        } catch (...) {
            report("an answer threw");
        }
    }
}

/// Until it is committed, or it is known that it will not be, or patience ends. While the database is out of reach
/// each group has one attempt, so that nobody waits for those before them.
Writer::Attempt Writer::persist(Group& group, std::vector<bool>& succeeded) {
    const int attempts = m_is_cut_off ? 1 : m_options.attempts;
    auto pause = m_options.first_pause;
    Attempt last;
    for (int number = 1;; ++number) {
        if (auto reached = reach_database(); !reached)
            last.error = reached.error();
        else
            last = last.fate == Fate::unknown ? look_for(group) : attempt(group, succeeded);
        if (last.fate == Fate::committed) return last;
        m_store.forget();
        const bool may_pass = last.error.kind == FailureKind::retry || last.error.kind == FailureKind::lost;
        if (number >= attempts || !may_pass) return last;
        // Two processes that met once are not to meet again.
        std::this_thread::sleep_for(
            pause + std::chrono::milliseconds{randombytes_uniform(static_cast<std::uint32_t>(pause.count()) + 1)});
        pause *= 2;
    }
}

Outcome<void> Writer::reach_database() {
    const auto& trouble = m_store.connection().trouble();
    if (!m_is_cut_off && !(trouble && trouble->kind == FailureKind::lost)) return {};
    auto reached = m_store.connection().reconnect();
    m_is_cut_off = !reached;
    return reached;
}

Writer::Attempt Writer::attempt(Group& group, std::vector<bool>& succeeded) {
    m_unpublished.clear();
    succeeded.assign(group.size(), false);
    auto transaction = Transaction::begin(m_store.connection(), Transaction::Kind::write);
    if (!transaction) return {Fate::undone, transaction.error()};
    if (auto ran = run_all(group, succeeded); !ran) return {Fate::undone, ran.error()};
    if (auto committed = transaction->commit(); !committed)
        return {committed.error().kind == FailureKind::lost ? Fate::unknown : Fate::undone, committed.error()};
    return {Fate::committed, {}};
}

/// What became of a commit whose answer got lost.
Writer::Attempt Writer::look_for(const Group& group) {
    const auto landed = [&]() -> Outcome<bool> {
        auto transaction = TRY(Transaction::begin(m_store.connection(), Transaction::Kind::write));
        TRY(lock_businesses(group));
        return has_landed(BusinessReader{m_store, group.front()->business()}, m_mark);
    }();
    if (!landed) return {Fate::unknown, landed.error()};
    if (*landed) return {Fate::committed, {}};
    return {
        Fate::undone, {FailureKind::lost, "the connection broke before a commit took effect"}
    };
}

/// Ascending, so that two writers never wait for each other.
Outcome<void> Writer::lock_businesses(const Group& group) {
    std::set<BusinessId> businesses;
    for (const auto& task : group) businesses.insert(task->business());
    for (const BusinessId business : businesses) TRY(m_store.lock(business));
    return {};
}

Outcome<void> Writer::run_all(Group& group, std::vector<bool>& succeeded) {
    TRY(lock_businesses(group));
    for (std::size_t i = 0; i < group.size(); ++i) {
        bool success = false;
        TRY(run_in_savepoint(*group[i], success));
        succeeded[i] = success;
    }
    const bool changes_something = std::ranges::find(succeeded, true) != succeeded.end();
    if (!changes_something || !m_store.connection().driver().may_lose_answers()) return {};
    ++m_mark.group;
    BusinessWriter first{m_store, group.front()->business()};
    return leave_mark(first, m_mark, std::chrono::floor<seconds>(std::chrono::system_clock::now()));
}

/// A failure of the savepoint itself, or of the transaction, concerns the whole group.
Outcome<void> Writer::run_in_savepoint(WriterTask& task, bool& succeeded) {
    {
        auto savepoint = TRY(Savepoint::begin(m_store.connection()));
        const std::size_t published_before = m_unpublished.size();
        succeeded = run_one(task);
        if (!m_store.connection().trouble()) {
            if (!m_store.connection().in_transaction())
                return failed(FailureKind::full, "the transaction was ended by a failure");
            if (succeeded) return savepoint.keep();
            m_unpublished.resize(published_before);
        }
    }
    // Undoing the job may have failed too.
    if (const auto& trouble = m_store.connection().trouble()) return std::unexpected(*trouble);
    return {};
}

bool Writer::run_one(WriterTask& task) {
    try {
        BusinessWriter writer{m_store, task.business()};
        if (!task.run(writer)) return false;
        if (writer.taken_seq() != 0) m_unpublished.emplace_back(task.business(), writer.taken_seq());
        return true;
    } catch (const std::exception& exception) {
        report(std::string{"a job threw: "} + exception.what());
    } catch (...) {
        report("a job threw");
    }
    task.fail(broken);
    return false;
}

void Writer::publish() {
    if (!m_options.published) return;
    std::map<BusinessId, std::int64_t> heads;
    for (const auto& [business, seq] : m_unpublished) heads[business] = seq;
    for (const auto& [business, seq] : heads) m_options.published(business, seq);
}

void Writer::report(std::string_view message) const {
    if (m_options.report) m_options.report(message);
}

}  // namespace loggia::storage
