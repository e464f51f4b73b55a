#include "server/storage/power_loss.h"

#include "server/storage/answers.h"
#include "server/storage/power_loss_vfs.h"
#include "server/storage/stored_world.h"
#include "server/storage/writer.h"

#include <algorithm>
#include <array>
#include <future>
#include <latch>
#include <map>
#include <set>

namespace loggia::storage {

namespace {

using domain::BookingStatus;

constexpr int losses_of_a_disk = 20;
constexpr std::string_view address = "sqlite:/bookings.db";

/// What a booking is; nothing while it is not there.
struct Standing {
    BookingStatus status = BookingStatus::confirmed;
    PersonId staff;
    Instant start;
    bool operator==(const Standing&) const = default;
};
using Known = std::optional<Standing>;

/// A change that somebody means once.
struct Intent {
    int number = 0;
    BookingId booking_id;
    Known before;
    Standing after;

    Result<Answer> operator()(BusinessWriter& business) const {
        const auto key =
            TRY(IdempotencyKey::make(world::mara, "the-intent-number-" + std::to_string(number), "", ""));
        if (auto answered = TRY(find_answer(business, key))) return *std::move(answered);
        auto wanted = booking(booking_id, world::piano_lesson(), after.start, after.staff, world::mara);
        wanted.status = after.status;
        if (before) {
            const auto stored = TRY(find_booking(business, booking_id));
            if (!stored) return fail(ErrorCode::not_found, "it is not there");
            TRY(change_booking(business, *stored, wanted));
        } else {
            TRY(insert_booking(business, wanted, world::now()));
        }
        TRY(record_change(business, world::zone(), booking_id, wanted.claimed()));
        const Answer answer{200, std::to_string(number) + " is done"};
        TRY(keep_answer(business, key, answer, world::now()));
        return answer;
    }
};

struct Asked {
    Intent intent;
    Result<Answer> answer;
    [[nodiscard]] bool is_refused() const { return !answer && answer.error().code == ErrorCode::conflict; }
};

/// A disk, and what those who ask know of it.
class Endurance {
public:
    Endurance(const PowerLossRun& run, unsigned seed, PowerLossDamage& damage)
        : m_run(run), m_seed(seed), m_damage(damage), m_random(seed), m_disk(seed) {
        must(must(open()).write(harbour, [](BusinessWriter& business) { return fill_with_world(business); }));
    }

    /// False when the disk cannot be used any more.
    bool live_until_power_goes() {
        m_checkpoint_after = any(0, 2) == 0 ? 2000 : 60;
        m_disk.lose_power_at(any(1, 500));
        if (any(0, 1) == 0) m_disk.lose_power_at_sync(any(1, 8));
        m_asked.clear();
        if (auto store = open()) {
            Writer writer{*std::move(store)};
            while (m_disk.has_power()) ask_several(writer);
        }
        ++m_damage.losses;
        m_damage.syncs += m_disk.syncs();
        m_disk.restore_power();
        return look();
    }

private:
    int any(int from, int to) { return std::uniform_int_distribution{from, to}(m_random); }

    Result<Store> open() {
        Opener opener = [this,
                         open = must(opener_of(address, Access::read_write))]() -> Outcome<std::unique_ptr<Driver>> {
            auto driver = TRY(open());
            // So that most lives see several checkpoints.
            TRY(driver->run_script("PRAGMA wal_autocheckpoint=" + std::to_string(m_checkpoint_after)));
            if (!m_run.weakened_by.empty()) TRY(driver->run_script(m_run.weakened_by));
            return driver;
        };
        return Store::open(std::move(opener), Access::read_write);
    }

    Intent intend(const BookingId id, const Known& before) {
        const std::array staff{world::ana, world::clara};
        Intent intent{++m_intents, id, before, {}};
        intent.after.staff = staff[static_cast<std::size_t>(any(0, 1))];
        intent.after.start = world::at("2026-10-26 09:00") + days{any(0, 4)} + minutes{15 * any(0, 24)};
        if (before && any(0, 2) == 0) {
            intent.after = *before;
            intent.after.status = BookingStatus::cancelled;
        }
        return intent;
    }

    /// New bookings and others that are there, each once.
    std::vector<Intent> intend_several() {
        std::vector<Intent> intents;
        std::set<BookingId> touched;
        for (int count = any(1, 12); count > 0; --count) {
            const bool is_new = m_known.empty() || any(0, 1) == 0;
            const BookingId id{is_new ? ++m_bookings : any(1, m_bookings)};
            if (!touched.insert(id).second) continue;
            const auto found = m_known.find(id);
            const auto intent = intend(id, found == m_known.end() ? Known{} : found->second);
            if (intent.before != intent.after) intents.push_back(intent);
        }
        return intents;
    }

    /// As one group of the writer: it is kept busy until all are queued, so that a seed always does the same.
    void ask_several(Writer& writer) {
        std::latch started{1};
        std::latch queued{1};
        std::promise<void> freed;
        writer.submit(
            harbour,
            [&](BusinessWriter&) -> Result<int> {
                started.count_down();
                queued.wait();
                return 0;
            },
            [&](const Result<int>&) { freed.set_value(); });
        started.wait();
        const auto intents = intend_several();
        std::vector<std::promise<Result<Answer>>> answers(intents.size());
        for (std::size_t i = 0; i < intents.size(); ++i)
            writer.submit(harbour, intents[i],
                          [&, i](Result<Answer> answer) { answers[i].set_value(std::move(answer)); });
        queued.count_down();
        freed.get_future().get();
        for (std::size_t i = 0; i < intents.size(); ++i) hear({intents[i], answers[i].get_future().get()});
    }

    void hear(Asked asked) {
        if (asked.answer) {
            take_effect(asked.intent);
            ++m_damage.acknowledged;
        }
        if (!asked.is_refused()) m_asked.push_back(std::move(asked));
    }

    void found(std::int64_t& count, const std::string& what) {
        if (m_damage.is_none())
            m_damage.first =
                what + " (seed " + std::to_string(m_seed) + ", loss " + std::to_string(m_damage.losses) + ")";
        ++count;
    }

    bool look() {
        auto store = open();
        if (!store || !is_sound(*store)) {
            found(m_damage.unreadable, store ? "the integrity check fails" : store.error().message);
            return false;
        }
        try {
            learn(*store);
            compare(*store);
            repeat_what_was_asked(*store);
        } catch (const std::exception& exception) {
            found(m_damage.unreadable, exception.what());
            return false;
        }
        return m_damage.is_none();
    }

    static bool is_sound(Store& store) {
        auto check = store.connection().query("PRAGMA integrity_check");
        if (!check) return false;
        const auto row = check->next();
        return row && *row && check->text(0) == "ok";
    }

    /// Whether what was in flight when the power went is there; either way is right.
    void learn(Store& store) {
        for (const auto& [intent, answer] : m_asked) {
            if (answer) continue;
            ++m_damage.in_flight;
            if (standing(store, intent.booking_id) != intent.after) continue;
            ++m_damage.had_landed;
            take_effect(intent);
        }
    }

    /// What was acknowledged is answered alike, and what was in flight is done now if it was not.
    void repeat_what_was_asked(Store& store) {
        for (const auto& [intent, answer] : m_asked) {
            const auto again = store.write(harbour, intent);
            if (answer && again != answer) found(m_damage.answered_otherwise, "a repetition is answered otherwise");
            const auto known = m_known.find(intent.booking_id);
            const bool had_landed = known != m_known.end() && known->second == intent.after;
            if (!answer && again && !had_landed) take_effect(intent);
        }
    }

    void take_effect(const Intent& intent) {
        m_known[intent.booking_id] = intent.after;
        ++m_changes;
    }

    static Known standing(Store& store, BookingId id) {
        const auto stored =
            must(store.read(harbour, [&](const BusinessReader& business) -> Result<std::optional<StoredBooking>> {
                return TRY(find_booking(business, id));
            }));
        return stored ? Known{{stored->status, stored->staff, stored->visit.from}} : Known{};
    }

    void compare(Store& store) {
        auto& connection = store.connection();
        auto rows = must(connection.query("SELECT id, status, staff_id, starts_at, room_id, from_cell, to_cell "
                                          "FROM booking WHERE business_id = ?1",
                                          harbour));
        std::map<BookingId, Standing> there;
        std::map<std::pair<ResourceId, std::int64_t>, BookingId> expected;
        while (must(rows.next())) {
            const auto id = rows.get<BookingId>(0);
            const auto status = domain::booking_status_named(rows.text(1));
            there[id] = {status.value(), rows.get<PersonId>(2), rows.get<Instant>(3)};
            if (!domain::occupies_time(*status)) continue;
            for (auto cell = rows.integer(5); cell < rows.integer(6); ++cell)
                for (const auto resource : {domain::resource_of(rows.get<PersonId>(2)), rows.get<ResourceId>(4)})
                    if (!expected.try_emplace({resource, cell}, id).second)
                        found(m_damage.half_written, "two bookings have the same time");
        }
        if (there != m_known) found(m_damage.lost, "the bookings are not those that were acknowledged");

        auto claims =
            must(connection.query("SELECT resource_id, cell, booking_id FROM claim WHERE business_id = ?1", harbour));
        decltype(expected) claimed;
        while (must(claims.next()))
            claimed[{claims.get<ResourceId>(0), claims.integer(1)}] = claims.get<BookingId>(2);
        if (claimed != expected) found(m_damage.half_written, "the claims are not those of the bookings");

        auto numbers = must(connection.query("SELECT COUNT(*), MIN(c.seq), MAX(c.seq), MAX(h.seq) FROM change c, "
                                             "business_head h WHERE c.business_id = ?1 AND h.business_id = ?1",
                                             harbour));
        must(numbers.next());
        const bool is_whole = numbers.integer(0) == m_changes && numbers.integer(2) == m_changes &&
                              (m_changes == 0 || (numbers.integer(1) == 1 && numbers.integer(3) == m_changes));
        if (!is_whole) found(m_damage.gaps, "the numbers of the changes have a gap");
    }

    const PowerLossRun& m_run;
    unsigned m_seed;
    PowerLossDamage& m_damage;
    std::mt19937 m_random;
    PowerLossDisk m_disk;
    int m_checkpoint_after = 2000;
    int m_intents = 0;
    int m_bookings = 0;
    std::int64_t m_changes = 0;             ///< that took effect
    std::map<BookingId, Standing> m_known;  ///< what each booking was when it was heard of last
    std::vector<Asked> m_asked;             ///< in this life, but for conflicts
};

}  // namespace

PowerLossDamage lose_power_often(const PowerLossRun& run) {
    PowerLossDamage damage;
    for (unsigned disk = 0; damage.losses < run.losses; ++disk) {
        Endurance endurance{run, run.seed + disk, damage};
        for (int i = 0; i < losses_of_a_disk && damage.losses < run.losses; ++i)
            if (!endurance.live_until_power_goes()) break;
    }
    return damage;
}

}  // namespace loggia::storage
