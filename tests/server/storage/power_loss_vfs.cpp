#include "server/storage/power_loss_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <set>
#include <stdexcept>
#include <utility>

namespace loggia::storage {

namespace {

int any(int from, int to, std::mt19937& random) { return std::uniform_int_distribution{from, to}(random); }

void put(std::string& bytes, std::size_t at, std::string_view piece) {
    if (at >= bytes.size()) return;
    bytes.replace(at, std::min(piece.size(), bytes.size() - at), piece.substr(0, bytes.size() - at));
}

}  // namespace

// ---- a file
// --------------------------------------------------------------------------------------------------------

void PowerLossFile::write(std::size_t at, std::string_view bytes, std::size_t sector) {
    if (m_bytes.size() < at + bytes.size()) {
        m_bytes.resize(at + bytes.size());
        m_unsynced_lengths.push_back(m_bytes.size());
    }
    put(m_bytes, at, bytes);
    for (std::size_t each = at / sector; each * sector < at + bytes.size(); ++each)
        m_unsynced[each].push_back(m_bytes.substr(each * sector, sector));
}

void PowerLossFile::truncate(std::size_t length) {
    m_bytes.resize(length);
    m_unsynced_lengths.push_back(length);
}

void PowerLossFile::sync(std::size_t sector) {
    m_synced.resize(m_bytes.size());
    for (const auto& [number, contents] : m_unsynced)
        if (number * sector < m_bytes.size()) put(m_synced, number * sector, m_bytes.substr(number * sector, sector));
    m_unsynced.clear();
    m_unsynced_lengths.clear();
}

std::string PowerLossFile::left(std::size_t sector, int survival, std::mt19937& random) const {
    const auto survives = [&] { return any(1, 100, random) <= survival; };
    const auto one_of = [&](const auto& several) {
        return survives() ? several.back()
                          : several[static_cast<std::size_t>(any(0, static_cast<int>(several.size()) - 1, random))];
    };
    std::string left = m_synced;
    if (!m_unsynced_lengths.empty() && survives()) left.resize(one_of(m_unsynced_lengths));
    for (const auto& [number, contents] : m_unsynced) {
        const std::size_t at = number * sector;
        if (survives()) {
            put(left, at, one_of(contents));
            if (!survives()) put(left, at, one_of(contents).substr(0, random() % sector));
        } else if (at >= m_synced.size() && any(0, 3, random) == 0) {
            std::string remains(sector, '\0');
            std::ranges::generate(remains, [&] { return static_cast<char>(random()); });
            put(left, at, remains);
        }
    }
    return left;
}

// ---- what SQLite calls
// ---------------------------------------------------------------------------------------------

/// What connections have in common of a database in WAL mode; gone with the power, and with the last of them.
struct PowerLossSharedMemory {
    std::vector<std::unique_ptr<std::array<char, 32768>>> regions;
    std::array<int, SQLITE_SHM_NLOCK> locks{};  ///< how many share it; -1: one has it alone
    int users = 0;
    std::map<const struct OpenFile*, int> levels;  ///< of the locks of the database file itself
};

struct OpenFile {
    PowerLossDisk* disk;
    std::string name;
    std::shared_ptr<PowerLossFile> file;
    std::shared_ptr<PowerLossSharedMemory> shared;
    bool is_new = false;  ///< its name is certain only with the first sync
    bool uses_memory = false;
    std::set<int> shared_locks;
    std::set<int> own_locks;
};

struct PowerLossCalls {
    /// As SQLite lays it out: it knows the first member only.
    struct Handle {
        sqlite3_file base;
        OpenFile* open;
    };

    static OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file)->open; }
    static PowerLossDisk& of(sqlite3_vfs* vfs) { return *static_cast<PowerLossDisk*>(vfs->pAppData); }

    static int close(sqlite3_file* file) {
        shm_unmap(file, 0);
        unlock(file, SQLITE_LOCK_NONE);
        delete reinterpret_cast<Handle*>(file)->open;
        return SQLITE_OK;
    }
    static int read(sqlite3_file* file, void* to, int amount, sqlite3_int64 at) {
        OpenFile& open = of(file);
        const std::lock_guard lock{open.disk->m_mutex};
        if (open.disk->is_off()) return SQLITE_IOERR_READ;
        const std::string& bytes = open.file->bytes();
        const auto wanted = static_cast<std::size_t>(amount);
        const auto from = std::min(static_cast<std::size_t>(at), bytes.size());
        const auto there = std::min(wanted, bytes.size() - from);
        std::memcpy(to, bytes.data() + from, there);
        std::memset(static_cast<char*>(to) + there, 0, wanted - there);
        return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }
    static int write(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 at) {
        OpenFile& open = of(file);
        const std::lock_guard lock{open.disk->m_mutex};
        if (!open.disk->change()) return SQLITE_IOERR_WRITE;
        open.file->write(static_cast<std::size_t>(at),
                         {static_cast<const char*>(bytes), static_cast<std::size_t>(amount)}, open.disk->m_sector);
        return open.disk->is_off() ? SQLITE_IOERR_WRITE : SQLITE_OK;
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 length) {
        OpenFile& open = of(file);
        const std::lock_guard lock{open.disk->m_mutex};
        if (!open.disk->change()) return SQLITE_IOERR_TRUNCATE;
        open.file->truncate(static_cast<std::size_t>(length));
        return open.disk->is_off() ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
    }
    static int sync(sqlite3_file* file, int) {
        OpenFile& open = of(file);
        const std::lock_guard lock{open.disk->m_mutex};
        if (!open.disk->change()) return SQLITE_IOERR_FSYNC;
        if (open.disk->m_syncs_left > 0) --open.disk->m_syncs_left;
        // Where the power goes with it, nothing is certain.
        if (open.disk->is_off()) return SQLITE_IOERR_FSYNC;
        ++open.disk->m_syncs;
        open.file->sync(open.disk->m_sector);
        if (std::exchange(open.is_new, false)) open.disk->sync_folder();
        return SQLITE_OK;
    }
    static int size(sqlite3_file* file, sqlite3_int64* length) {
        OpenFile& open = of(file);
        const std::lock_guard lock{open.disk->m_mutex};
        *length = static_cast<sqlite3_int64>(open.file->bytes().size());
        return open.disk->is_off() ? SQLITE_IOERR_FSTAT : SQLITE_OK;
    }

    static int lock(sqlite3_file* file, int level) {
        OpenFile& open = of(file);
        const std::lock_guard lock{open.disk->m_mutex};
        const int highest_of_others = level == SQLITE_LOCK_EXCLUSIVE  ? SQLITE_LOCK_NONE
                                      : level == SQLITE_LOCK_RESERVED ? SQLITE_LOCK_SHARED
                                                                      : SQLITE_LOCK_RESERVED;
        auto& levels = open.shared->levels;
        for (const auto& [other, held] : levels)
            if (other != &open && held > highest_of_others) return SQLITE_BUSY;
        levels[&open] = std::max(levels[&open], level);
        return SQLITE_OK;
    }
    static int unlock(sqlite3_file* file, int level) {
        OpenFile& open = of(file);
        const std::lock_guard lock{open.disk->m_mutex};
        auto& levels = open.shared->levels;
        if (level == SQLITE_LOCK_NONE)
            levels.erase(&open);
        else
            levels[&open] = std::min(levels[&open], level);
        return SQLITE_OK;
    }
    static int check_reserved_lock(sqlite3_file* file, int* is_reserved) {
        OpenFile& open = of(file);
        const std::lock_guard lock{open.disk->m_mutex};
        *is_reserved = std::ranges::any_of(open.shared->levels,
                                           [](const auto& each) { return each.second >= SQLITE_LOCK_RESERVED; });
        return SQLITE_OK;
    }
    static int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int sector_size(sqlite3_file*) { return 4096; }
    /// As SQLite's own for Unix says of every disk.
    static int device_characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    static int shm_map(sqlite3_file* file, int region, int, int extend, void volatile** memory) {
        OpenFile& open = of(file);
        const std::lock_guard lock{open.disk->m_mutex};
        auto& shared = *open.shared;
        if (!std::exchange(open.uses_memory, true)) ++shared.users;
        const auto number = static_cast<std::size_t>(region);
        while (extend != 0 && shared.regions.size() <= number)
            shared.regions.push_back(std::make_unique<std::array<char, 32768>>());
        *memory = number < shared.regions.size() ? shared.regions[number]->data() : nullptr;
        return SQLITE_OK;
    }
    static int shm_lock(sqlite3_file* file, int first, int count, int flags) {
        OpenFile& open = of(file);
        const std::lock_guard lock{open.disk->m_mutex};
        auto& locks = open.shared->locks;
        const bool alone = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
        auto& held = alone ? open.own_locks : open.shared_locks;
        for (int each = first; each < first + count; ++each) {
            const int now = locks[static_cast<std::size_t>(each)];
            const bool is_mine = held.contains(each);
            if ((flags & SQLITE_SHM_LOCK) != 0 && !is_mine && (alone ? now != 0 : now < 0)) return SQLITE_BUSY;
        }
        for (int each = first; each < first + count; ++each) {
            int& now = locks[static_cast<std::size_t>(each)];
            if ((flags & SQLITE_SHM_LOCK) != 0) {
                if (held.insert(each).second) now = alone ? -1 : now + 1;
            } else if (held.erase(each) == 1) {
                now = alone ? 0 : now - 1;
            }
        }
        return SQLITE_OK;
    }
    static void shm_barrier(sqlite3_file* file) { const std::lock_guard lock{of(file).disk->m_mutex}; }
    static int shm_unmap(sqlite3_file* file, int) {
        OpenFile& open = of(file);
        const std::lock_guard lock{open.disk->m_mutex};
        auto& shared = *open.shared;
        for (const int each : open.shared_locks) --shared.locks[static_cast<std::size_t>(each)];
        for (const int each : open.own_locks) shared.locks[static_cast<std::size_t>(each)] = 0;
        open.shared_locks.clear();
        open.own_locks.clear();
        if (std::exchange(open.uses_memory, false) && --shared.users == 0) shared.regions.clear();
        return SQLITE_OK;
    }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags);
    static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
        PowerLossDisk& disk = of(vfs);
        const std::lock_guard lock{disk.m_mutex};
        if (!disk.m_names.contains(name)) return SQLITE_IOERR_DELETE_NOENT;
        if (!disk.change()) return SQLITE_IOERR_DELETE;
        disk.m_names.erase(name);
        if (disk.is_off()) return SQLITE_IOERR_DELETE;
        if (sync_folder != 0) disk.sync_folder();
        return SQLITE_OK;
    }
    static int access(sqlite3_vfs* vfs, const char* name, int, int* is_there) {
        PowerLossDisk& disk = of(vfs);
        const std::lock_guard lock{disk.m_mutex};
        if (disk.is_off()) return SQLITE_IOERR_ACCESS;
        *is_there = disk.m_names.contains(name);
        return SQLITE_OK;
    }
    static int full_pathname(sqlite3_vfs*, const char* name, int room, char* full) {
        sqlite3_snprintf(room, full, "%s", name);
        return SQLITE_OK;
    }
};

namespace {

const sqlite3_io_methods file_methods{
    .iVersion = 2,
    .xClose = PowerLossCalls::close,
    .xRead = PowerLossCalls::read,
    .xWrite = PowerLossCalls::write,
    .xTruncate = PowerLossCalls::truncate,
    .xSync = PowerLossCalls::sync,
    .xFileSize = PowerLossCalls::size,
    .xLock = PowerLossCalls::lock,
    .xUnlock = PowerLossCalls::unlock,
    .xCheckReservedLock = PowerLossCalls::check_reserved_lock,
    .xFileControl = PowerLossCalls::file_control,
    .xSectorSize = PowerLossCalls::sector_size,
    .xDeviceCharacteristics = PowerLossCalls::device_characteristics,
    .xShmMap = PowerLossCalls::shm_map,
    .xShmLock = PowerLossCalls::shm_lock,
    .xShmBarrier = PowerLossCalls::shm_barrier,
    .xShmUnmap = PowerLossCalls::shm_unmap,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

}  // namespace

int PowerLossCalls::open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    PowerLossDisk& disk = of(vfs);
    const std::lock_guard lock{disk.m_mutex};
    file->pMethods = nullptr;
    if (disk.is_off()) return SQLITE_CANTOPEN;
    auto open = std::make_unique<OpenFile>();
    open->disk = &disk;
    open->shared = std::make_shared<PowerLossSharedMemory>();
    if (!name) {
        open->file = std::make_shared<PowerLossFile>();
    } else {
        open->name = name;
        if (!disk.m_names.contains(name)) {
            if ((flags & SQLITE_OPEN_CREATE) == 0 || !disk.change()) return SQLITE_CANTOPEN;
            disk.m_names[name] = std::make_shared<PowerLossFile>();
            // SQLite's own for Unix syncs the folder with these and with no other file.
            open->is_new = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0;
        }
        open->file = disk.m_names[name];
        auto& shared = disk.m_shared_memory[name];
        if (!shared) shared = open->shared;
        open->shared = shared;
    }
    reinterpret_cast<Handle*>(file)->open = open.release();
    file->pMethods = &file_methods;
    if (out_flags) *out_flags = flags;
    return SQLITE_OK;
}

// ---- the disk
// ------------------------------------------------------------------------------------------------------

PowerLossDisk::PowerLossDisk(unsigned seed) : m_random(seed), m_vfs(std::make_unique<sqlite3_vfs>()) {
    m_sector = any(0, 1, m_random) == 0 ? 512 : 4096;
    // Time, randomness and sleep are those of the machine.
    *m_vfs = *sqlite3_vfs_find(nullptr);
    m_vfs->pNext = nullptr;
    m_vfs->zName = "power-loss";
    m_vfs->szOsFile = sizeof(PowerLossCalls::Handle);
    m_vfs->pAppData = this;
    m_vfs->xOpen = PowerLossCalls::open;
    m_vfs->xDelete = PowerLossCalls::remove;
    m_vfs->xAccess = PowerLossCalls::access;
    m_vfs->xFullPathname = PowerLossCalls::full_pathname;
    if (sqlite3_vfs_register(m_vfs.get(), 1) != SQLITE_OK) throw std::runtime_error{"SQLite takes no disk"};
}

PowerLossDisk::~PowerLossDisk() { sqlite3_vfs_unregister(m_vfs.get()); }

bool PowerLossDisk::change() {
    if (is_off()) return false;
    if (m_changes_left > 0) --m_changes_left;
    return true;
}

void PowerLossDisk::lose_power_at(int number) {
    const std::lock_guard lock{m_mutex};
    m_changes_left = number;
}

void PowerLossDisk::lose_power_at_sync(int number) {
    const std::lock_guard lock{m_mutex};
    m_syncs_left = number;
}

void PowerLossDisk::restore_power() {
    const std::lock_guard lock{m_mutex};
    constexpr std::array chances{0, 50, 90, 99, 100};
    const int survival = chances[static_cast<std::size_t>(any(0, 4, m_random))];
    Names left;
    const auto keep = [&](const std::string& name, const std::shared_ptr<PowerLossFile>& file) {
        const std::string bytes = file->left(m_sector, survival, m_random);
        auto& kept = left[name] = std::make_shared<PowerLossFile>();
        kept->write(0, bytes, m_sector);
        kept->sync(m_sector);
    };
    // A name that came, went or led elsewhere since the folder was synced may or may not have done so.
    std::set<std::string> names;
    for (const auto& [name, file] : m_names) names.insert(name);
    for (const auto& [name, file] : m_synced_names) names.insert(name);
    for (const auto& name : names) {
        const Names& seen = any(1, 100, m_random) <= survival ? m_names : m_synced_names;
        if (const auto found = seen.find(name); found != seen.end()) keep(name, found->second);
    }
    m_names = left;
    m_synced_names = std::move(left);
    m_shared_memory.clear();
    m_sector = any(0, 1, m_random) == 0 ? 512 : 4096;
    m_changes_left = -1;
    m_syncs_left = -1;
    m_syncs = 0;
}

bool PowerLossDisk::has_power() const {
    const std::lock_guard lock{m_mutex};
    return !is_off();
}

int PowerLossDisk::syncs() const {
    const std::lock_guard lock{m_mutex};
    return m_syncs;
}

}  // namespace loggia::storage
