#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3_vfs;

/// A disk whose power can go.
namespace loggia::storage {

/// The content of one file; which names lead to it is the disk's affair.
class PowerLossFile {
public:
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }
    void write(std::size_t at, std::string_view bytes, std::size_t sector);
    void truncate(std::size_t length);
    /// What was written is certain from now on.
    void sync(std::size_t sector);

    /// What is left when the power goes: of each sector that was written since the last sync any of the contents it
    /// had since, the one it had before, or a piece of one and a piece of another; any of the lengths. What never
    /// reached a sector that is new may be anything. What is newest is there with a chance of `survival` percent.
    [[nodiscard]] std::string left(std::size_t sector, int survival, std::mt19937& random) const;

private:
    std::string m_bytes;                                         ///< as whoever reads it finds it
    std::string m_synced;                                        ///< what is certain
    std::map<std::size_t, std::vector<std::string>> m_unsynced;  ///< by sector, what it held since, in order
    std::vector<std::size_t> m_unsynced_lengths;
};

/// A disk in memory that is SQLite's default for as long as it lives, so that a store that is opened meanwhile lies
/// on it. It keeps what it promised and nothing else: what was synced survives, a file is there after its first sync
/// or that of a folder, bytes next to those that were written stay what they were (as SQLite assumes of every disk).
/// Any thread.
class PowerLossDisk {
public:
    explicit PowerLossDisk(unsigned seed);
    ~PowerLossDisk();
    PowerLossDisk(const PowerLossDisk&) = delete;
    PowerLossDisk& operator=(const PowerLossDisk&) = delete;

    /// The power goes with the `number`th change from now on: a write, a sync, a new length, a new file or one that
    /// goes. From then on every call fails.
    void lose_power_at(int number);
    /// The same with a sync, which then promised nothing: all that it was to make certain was written before.
    void lose_power_at_sync(int number);
    /// What is left is what is there. Nothing may be open.
    void restore_power();
    [[nodiscard]] bool has_power() const;
    [[nodiscard]] int syncs() const;  ///< since the power was there again

private:
    friend struct PowerLossCalls;
    using Names = std::map<std::string, std::shared_ptr<PowerLossFile>>;

    /// Counts it; false if it does not happen any more. The last one that happens is the one the power goes with.
    [[nodiscard]] bool change();
    [[nodiscard]] bool is_off() const { return m_changes_left == 0 || m_syncs_left == 0; }
    void sync_folder() { m_synced_names = m_names; }

    mutable std::mutex m_mutex;
    std::mt19937 m_random;  ///< guarded, as is what follows
    std::size_t m_sector = 512;
    int m_changes_left = -1;  ///< -1: as many as wanted
    int m_syncs_left = -1;
    int m_syncs = 0;
    Names m_names;
    Names m_synced_names;
    std::map<std::string, std::shared_ptr<struct PowerLossSharedMemory>> m_shared_memory;
    std::unique_ptr<sqlite3_vfs> m_vfs;
};

}  // namespace loggia::storage
