#!/usr/bin/env python3
"""What Python's icalendar reads in feeds, and python-dateutil in rules: read_back.py <folder>

For each <name>.ics the folder gets <name>.icalendar, a line for each thing found, as made_feed.h has it. For
the rules in rules.txt it gets rules.dateutil, a line of starts each.
"""

import pathlib
import re
import sys
from datetime import datetime, timedelta, timezone

from dateutil.rrule import rrulestr
from icalendar import Calendar
from icalendar.prop import vDuration

TIME = "%Y%m%dT%H%M%S"
TEXTS = ["SUMMARY", "LOCATION", "DESCRIPTION", "URL", "STATUS"]


def printable(text):
    return re.sub(r"[\x00-\x20%\x7f]", lambda found: f"%{ord(found[0]):02X}", text)


def seconds(moment):
    assert isinstance(moment, datetime) and moment.tzinfo is not None, moment
    return str(int(moment.astimezone(timezone.utc).timestamp()))


def minutes(duration):
    return str(duration // timedelta(minutes=1))


def participant(address):
    parameters = address.params
    return f"{address}|{parameters.get('CN', '')}|{parameters.get('PARTSTAT', '')}"


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def found_in_event(event):
    yield "uid", str(event["UID"])
    yield "sequence", str(event["SEQUENCE"])
    for name, what in [("DTSTAMP", "stamp"), ("LAST-MODIFIED", "modified"), ("DTSTART", "start"), ("DTEND", "end")]:
        yield what, seconds(event[name].dt)
    for name in TEXTS:
        if name in event:
            yield name.lower(), str(event[name])
    yield "transparency", str(event["TRANSP"])
    for name in ["ORGANIZER", "ATTENDEE"]:
        for address in listed(event.get(name)):
            yield name.lower(), participant(address)
    for alarm in event.walk("VALARM"):
        assert alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"] == event.get("SUMMARY", "")
        yield "alarm", minutes(-alarm["TRIGGER"].dt)


def found_in_calendar(calendar):
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and not calendar.is_broken
    yield "method", str(calendar["METHOD"])
    assert calendar.get("NAME") == calendar.get("X-WR-CALNAME")
    if "NAME" in calendar:
        yield "name", str(calendar["NAME"])
    assert calendar.get("REFRESH-INTERVAL") == calendar.get("X-PUBLISHED-TTL")
    if "REFRESH-INTERVAL" in calendar:
        yield "refresh", minutes(vDuration.from_ical(calendar["REFRESH-INTERVAL"]))
    assert all(part.name == "VEVENT" for part in calendar.subcomponents)
    for event in calendar.subcomponents:
        assert not event.errors, event.errors
        yield from found_in_event(event)


def starts(line):
    """Of "rule|first|from|to", by the wall clock: `first`, and what the rule adds to it within the window."""
    rule, *times = line.split("|")
    first, begin, end = (datetime.strptime(time, TIME) for time in times)
    # Where a rule never fits, dateutil would try every day until the year 9999.
    until = re.search(r"UNTIL=(\w+)", rule)
    last = min(end, datetime.strptime(until[1], TIME)) if until else end
    without_end = re.sub(r";(COUNT|UNTIL)=\w+", "", rule) + ";UNTIL=" + last.strftime(TIME)
    repeated = list(rrulestr(without_end, dtstart=first))
    count = re.search(r"COUNT=(\d+)", rule)
    # RFC 5545 counts the first time even where it does not fit.
    most = int(count[1]) - (0 if first in repeated else 1) if count else None
    found = {first} if begin <= first < end else set()
    found.update(start for start in repeated[:most] if begin <= start < end)
    return " ".join(start.strftime(TIME) for start in sorted(found))


def main():
    folder = pathlib.Path(sys.argv[1])
    for path in folder.glob("*.ics"):
        found = found_in_calendar(Calendar.from_ical(path.read_bytes()))
        text = "".join(f"{what} {printable(said)}\n" for what, said in found)
        path.with_suffix(".icalendar").write_text(text, encoding="utf-8")
    rules = (folder / "rules.txt").read_text().splitlines()
    (folder / "rules.dateutil").write_text("".join(starts(line) + "\n" for line in rules))


if __name__ == "__main__":
    main()
