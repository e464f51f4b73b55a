#include "calendar/made_feed.h"
#include "core/base/text.h"
#include "core/calendar/repetition.h"
#include "core/calendar/written_time.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

using namespace loggia;
using namespace loggia::calendar;

namespace {

/// Gone when the test is over.
class Folder {
public:
    Folder() : m_path(std::filesystem::temp_directory_path() / ("loggia-readers-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(m_path);
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& text) const {
        std::ofstream{m_path / name, std::ios::binary} << text;
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream file{m_path / name, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    /// Runs one of the readers; what it complains of stands in the output of the test.
    void read_with(const std::string& command, const std::string& script) const {
        const std::string line =
            command + " tests/core/calendar/" + script + " '" + m_path.string() + "' < /dev/null 1>&2";
        INFO(line << "\ntools/setup test installs what it needs");
        // No other thread runs here.
        REQUIRE(std::system(line.c_str()) == 0);  // NOLINT
    }

private:
    std::filesystem::path m_path;
};

/// A rule by chance, with a first time and a window.
struct MadeRule {
    std::string rule;
    CivilTime first;
    CivilRange within;
};

class RuleMaker {
public:
    explicit RuleMaker(unsigned seed) : m_random(seed) {}

    MadeRule make() {
        constexpr const char* every[]{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
        const std::size_t frequency = below(4);
        const CivilTime first =
            day_of(Date{std::chrono::year{2019} / 1 / 1}) + days{below(3000)} + minutes{below(1440)};
        const CivilTime from = first - days{200} + days{below(2000)};
        MadeRule made{
            std::string{"FREQ="}
            + every[frequency], first, {from, from + days{below(800)}}
        };
        if (below(2) == 0) made.rule += ";INTERVAL=" + std::to_string(1 + below(6));
        add_days(made.rule, frequency);
        if (below(3) == 0)
            made.rule += ";COUNT=" + std::to_string(2 + below(60));
        else if (below(2) == 0)
            made.rule += ";UNTIL=" + written(first + days{below(2000)});
        if (below(4) == 0) made.rule += ";WKST=" + std::string{weekdays[below(7)]};
        return made;
    }

    /// By the clock on the wall.
    static std::string written(CivilTime time) {
        std::string text = to_written_text(Instant{time.time_since_epoch()});
        text.pop_back();
        return text;
    }

private:
    static constexpr const char* weekdays[]{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

    [[nodiscard]] std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_random() % end); }

    template <class Make> std::string list(std::size_t longest, Make make) {
        std::string made = make();
        for (std::size_t more = below(longest); more > 0; --more) made += ',' + make();
        return made;
    }

    void add_days(std::string& rule, std::size_t frequency) {
        // With both kinds in one list the readers want days that are of both.
        const bool has_ordinals = frequency >= 2 && below(2) == 0;
        bool has_list = false;
        if (below(2) == 0) {
            has_list = true;
            rule += ";BYDAY=" + list(4, [&] {
                        const int ordinal = !has_ordinals   ? 0
                                            : below(2) == 0 ? 1 + static_cast<int>(below(4))
                                                            : -1 - static_cast<int>(below(4));
                        return (ordinal != 0 ? std::to_string(ordinal) : "") + weekdays[below(7)];
                    });
        }
        if (frequency != 1 && below(3) == 0) {
            has_list = true;
            rule += ";BYMONTHDAY=" + list(5, [&] {
                        const int day = static_cast<int>(1 + below(31));
                        return std::to_string(below(3) == 0 ? -day : day);
                    });
        }
        if (below(4) == 0) rule += ";BYMONTH=" + list(4, [&] { return std::to_string(1 + below(12)); });
        if (has_list && frequency >= 2 && below(3) == 0)
            rule += ";BYSETPOS=" + list(2, [&] {
                        return std::to_string(below(2) == 0 ? -1 - static_cast<int>(below(3))
                                                            : 1 + static_cast<int>(below(3)));
                    });
    }

    std::mt19937_64 m_random;
};

std::string starts_of(const MadeRule& made) {
    Effort effort;
    const auto starts = repeated_starts(made.rule, made.first, scheduling::Zone::utc(), made.within, effort);
    if (!starts) return starts.error().message;
    std::string text;
    for (const CivilTime start : *starts) text += (text.empty() ? "" : " ") + RuleMaker::written(start);
    return text;
}

/// The other readers look for a time that never comes until the year 9999.
bool comes_again(MadeRule made) {
    const auto without_end = [&](std::string_view part) {
        const auto at = made.rule.find(part);
        if (at == std::string::npos) return;
        const auto end = made.rule.find(';', at + 1);
        made.rule.erase(at, end == std::string::npos ? end : end - at);
    };
    without_end(";COUNT=");
    without_end(";UNTIL=");
    made.within = {made.first, made.first + days{30 * 365}};
    Effort effort;
    const auto starts = repeated_starts(made.rule, made.first, scheduling::Zone::utc(), made.within, effort);
    return !starts || starts->size() > 2;
}

constexpr unsigned feed_count = 200;
constexpr unsigned rule_count = 500;

}  // namespace

TEST_CASE("two independent readers find in our feeds what we put there, and one follows rules as we do") {
    const Folder folder;
    for (unsigned seed = 0; seed < feed_count; ++seed)
        folder.write(std::to_string(seed) + ".ics", to_icalendar(make_feed(seed).feed));
    std::string rules;
    std::vector<MadeRule> made_rules;
    for (unsigned seed = 0; made_rules.size() < rule_count; ++seed) {
        const auto made = RuleMaker{seed}.make();
        if (!comes_again(made)) continue;
        made_rules.push_back(made);
        const auto& [rule, first, within] = made_rules.back();
        rules += rule + '|' + RuleMaker::written(first) + '|' + RuleMaker::written(within.from) + '|' +
                 RuleMaker::written(within.to) + '\n';
    }
    folder.write("rules.txt", rules);

    folder.read_with(LOGGIA_PYTHON, "read_back.py");
    folder.read_with("node", "read_back.mjs");

    for (const auto* reader : {"icalendar", "icaljs"}) {
        for (unsigned seed = 0; seed < feed_count; ++seed) {
            CAPTURE(reader, seed);
            CHECK(folder.read(std::to_string(seed) + '.' + reader) == make_feed(seed).as_read);
        }
    }
    const std::string followed = folder.read("rules.dateutil");
    const auto lines = text::split(followed, '\n');
    REQUIRE(lines.size() == rule_count + 1);
    for (unsigned i = 0; i < rule_count; ++i) {
        CAPTURE(made_rules[i].rule, RuleMaker::written(made_rules[i].first));
        CHECK(starts_of(made_rules[i]) == lines[i]);
    }
}
