#!/usr/bin/env python3
"""Turns the system's tzdata into the table that src/core/scheduling/zone.cpp compiles in.

    make_zones.py <zoneinfo directory> <output>

Per zone: the rule that holds from some moment on for ever (the POSIX footer of the TZif file, RFC 8536) and, before
that moment, the transitions from 2024 on that the rule does not give. Zones that agree in both share one row.
"""

import bisect
import calendar
import pathlib
import re
import struct
import sys
from datetime import date, timedelta

FIRST_YEAR = 2024
LAST_YEAR = 2037  # as far as zic writes out what the footer says too
START = calendar.timegm((FIRST_YEAR, 1, 1, 0, 0, 0))


def names_and_files(zoneinfo):
    """Every zone and link of tzdata.zi, with the file that holds it; a link's own file need not be installed."""
    zones, links = set(), {}
    for line in (zoneinfo / "tzdata.zi").read_text().splitlines():
        words = line.split()
        if line.startswith("Z "):
            zones.add(words[1])
        elif line.startswith("L "):
            links[words[2]] = words[1]
    files = {}
    for name in (zones | links.keys()) - {"Factory"}:
        target = name
        while not (zoneinfo / target).is_file() and target in links:
            target = links[target]
        files[name] = zoneinfo / target
    return dict(sorted(files.items()))


def read_tzif(path):
    """(offset at START, [(instant, offset)] after START, footer)"""
    raw = path.read_bytes()

    def header(at):
        magic, version, *counts = struct.unpack(">4sc15x6l", raw[at:at + 44])
        if magic != b"TZif" or version < b"2":
            sys.exit(f"{path} is not a TZif file of version 2 or newer")
        return counts

    isutc, isstd, leap, times, types, letters = header(0)
    second = 44 + times * 5 + types * 6 + letters + leap * 8 + isstd + isutc
    isutc, isstd, leap, times, types, letters = header(second)
    at = second + 44
    instants = struct.unpack(f">{times}q", raw[at:at + times * 8])
    at += times * 8
    indexes = raw[at:at + times]
    at += times
    offsets = [struct.unpack(">lBB", raw[at + i * 6:at + i * 6 + 6])[0] for i in range(types)]
    at += types * 6 + letters + leap * 12 + isstd + isutc
    footer = raw[at:].decode().strip("\n")

    initial, later = offsets[0], []
    for instant, index in zip(instants, indexes):
        if instant <= START:
            initial = offsets[index]
        else:
            later.append((instant, offsets[index]))
    return initial, later, footer


class Footer:
    """A POSIX TZ string, for finding out which transitions it already gives."""

    def __init__(self, text):
        name = r"(?:<[^>]+>|[A-Za-z]+)"
        match = re.fullmatch(rf"{name}([-+\d:]+)(?:{name}([-+\d:]+)?,([^,]+),([^,]+))?", text)
        self.standard = -self.seconds(match[1])
        self.rules = [self.rule(match[3]), self.rule(match[4])] if match[3] else []
        if self.rules:
            self.summer = -self.seconds(match[2]) if match[2] else self.standard + 3600

    @staticmethod
    def seconds(text):
        sign = -1 if text.startswith("-") else 1
        parts = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
        return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])

    def rule(self, text):
        day, _, time = text.partition("/")
        return day, self.seconds(time or "2")

    @staticmethod
    def day(rule, year):
        if rule.startswith("J"):
            number = int(rule[1:])
            return date(year, 1, 1) + timedelta(number - 1 + (calendar.isleap(year) and number >= 60))
        if not rule.startswith("M"):
            return date(year, 1, 1) + timedelta(int(rule))
        month, week, weekday = map(int, rule[1:].split("."))
        days = [d for d in calendar.Calendar().itermonthdates(year, month)
                if d.month == month and (d.weekday() + 1) % 7 == weekday]
        return days[min(week, len(days)) - 1]

    def transitions(self, first_year, last_year):
        found = []
        for year in range(first_year, last_year + 1) if self.rules else []:
            for (rule, time), before, after in ((self.rules[0], self.standard, self.summer),
                                                (self.rules[1], self.summer, self.standard)):
                midnight = calendar.timegm(self.day(rule, year).timetuple())
                found.append((midnight + time - before, after))
        return sorted(found)


def explicit_part(initial, later, footer):
    """What has to be kept of the file because the footer does not say it: the transitions up to the last such one."""
    end_year = max([LAST_YEAR] + [1970 + instant // 31556952 for instant, _ in later])
    rule = Footer(footer)
    given = rule.transitions(FIRST_YEAR - 1, end_year + 1)
    last = later[-1][0] if later else START
    truth = sorted(set(later + [(i, o) for i, o in given if i > last]))

    def offset(table, first, instant):
        index = bisect.bisect_right(table, (instant, 10**9)) - 1
        return table[index][1] if index >= 0 else first

    kept = later
    while True:
        since = kept[-1][0] if kept else START
        checks = [since] + [i for i, _ in truth + given if i > since]
        if any(offset(truth, initial, i) != offset(given, rule.standard, i) for i in checks):
            break
        if not kept:
            return []
        kept, previous = kept[:-1], kept
    return previous


def cpp_table(rows, names):
    footers = sorted({footer for _, _, footer in rows})
    order = {row: index for index, row in enumerate(sorted(rows))}
    out = ["// Made by tools/make_zones.py from the system's tzdata.", "",
           "constexpr std::string_view footers[]{"]
    out += [f'    "{footer}",' for footer in footers]
    out += ["};", "", "constexpr Transition transitions[]{"]
    rules, count = [], 0
    for initial, explicit, footer in sorted(rows):
        out += [f"    {{{instant}, {offset}}}," for instant, offset in explicit]
        rules.append(f"    {{{footers.index(footer)}, {initial}, {count}, {len(explicit)}}},")
        count += len(explicit)
    out += ["};", "", "constexpr RuleRow rule_rows[]{"] + rules
    out += ["};", "", "constexpr std::string_view zone_names[]{"]
    out += [f'    "{name}",' for name in names]
    out += ["};", "", "constexpr std::uint8_t rule_of_zone[]{"]
    out += [f"    {order[row]}," for row in names.values()]
    return "\n".join(out + ["};", ""])


def main():
    zoneinfo, output = map(pathlib.Path, sys.argv[1:3])
    names = {}
    for name, path in names_and_files(zoneinfo).items():
        initial, later, footer = read_tzif(path)
        if not footer:
            sys.exit(f"{name} has no footer")
        explicit = tuple(explicit_part(initial, later, footer))
        names[name] = (initial if explicit else 0, explicit, footer)
    rows = set(names.values())
    if len(rows) > 256:
        sys.exit(f"{len(rows)} different rules do not fit the table's one byte")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(cpp_table(rows, names))


if __name__ == "__main__":
    main()
