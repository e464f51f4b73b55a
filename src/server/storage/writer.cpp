#include "server/storage/writer.h"

#include <exception>

namespace loggia::storage {

namespace {

const Error too_busy{ErrorCode::unavailable, "The server is busy. Please try again in a moment.", {}, 1};
const Error stopping{ErrorCode::unavailable, "The server is restarting. Please try again in a moment.", {}, 5};
const Error broken{ErrorCode::internal, "Something went wrong on our side. Nothing was changed.", {}, 0};

}  // namespace

Writer::Writer(Store store, Options options) : m_store(std::move(store)), m_options(std::move(options)) {
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
    const bool committed = run_all(group, succeeded);
    if (committed) publish();
    m_unpublished.clear();
    {
        const std::lock_guard lock{m_mutex};
        ++m_counts.groups;
        for (const bool success : succeeded) ++(committed && success ? m_counts.committed : m_counts.failed);
    }
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

bool Writer::run_all(Group& group, std::vector<bool>& succeeded) {
    const std::vector<bool> everyone(group.size(), true);
    auto transaction = Transaction::begin(m_store.connection(), Transaction::Kind::write);
    if (!transaction) {
        fail_all(group, everyone, transaction.error());
        return false;
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        bool success = false;
        if (auto ran = run_in_savepoint(*group[i], success); !ran) {
            fail_all(group, everyone, ran.error());
            return false;
        }
        succeeded[i] = success;
    }
    if (auto committed = transaction->commit(); !committed) {
        fail_all(group, succeeded, committed.error());
        return false;
    }
    return true;
}

/// A failure of the savepoint itself, or a transaction that SQLite ended, concerns the whole group.
Outcome<void> Writer::run_in_savepoint(WriterTask& task, bool& succeeded) {
    auto savepoint = TRY(Savepoint::begin(m_store.connection()));
    const std::size_t published_before = m_unpublished.size();
    succeeded = run_one(task);
    if (!m_store.connection().in_transaction())
        return std::unexpected(DatabaseError{FailureKind::full, "the transaction was ended by a failure"});
    if (succeeded) return savepoint.keep();
    m_unpublished.resize(published_before);
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

void Writer::fail_all(Group& group, const std::vector<bool>& which, const DatabaseError& error) {
    report(error.message);
    for (std::size_t i = 0; i < group.size(); ++i)
        if (which[i]) group[i]->fail(error);
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
