#!/usr/bin/env python3
"""What Python says about every zone: zone_oracle.py <zoneinfo directory> <output>

One line a zone: its name, the offset at the start of 2024, then "instant offset" for every change until
the end of 2037.
"""

import pathlib
import sys
import zoneinfo
from datetime import datetime, timedelta, timezone

FIRST = int(datetime(2024, 1, 1, tzinfo=timezone.utc).timestamp())
LAST = int(datetime(2038, 1, 1, tzinfo=timezone.utc).timestamp())
STEP = 3 * 86400  # no zone changes its clocks twice within this


def names(folder):
    """Zones and links, and for a link without a file of its own the zone it stands for."""
    target = {}
    for line in (folder / "tzdata.zi").read_text().splitlines():
        words = line.split()
        if line.startswith("Z "):
            target.setdefault(words[1], words[1])
        elif line.startswith("L "):
            target[words[2]] = words[1]
    target.pop("Factory", None)
    return {name: name if (folder / name).is_file() else to for name, to in sorted(target.items())}


def changes(zone):
    def offset(moment):
        return int(datetime.fromtimestamp(moment, zone).utcoffset() / timedelta(seconds=1))

    yield FIRST, offset(FIRST)
    before = offset(FIRST)
    for start in range(FIRST, LAST, STEP):
        after = offset(start + STEP)
        if after == before:
            continue
        low, high = start, start + STEP
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset(middle) == before else (low, middle)
        yield high, after
        before = after


def main():
    folder, output = map(pathlib.Path, sys.argv[1:3])
    zoneinfo.reset_tzpath([str(folder)])
    known, lines = {}, []
    for name, target in names(folder).items():
        content = (folder / target).read_bytes()
        if content not in known:
            (_, first), *rest = changes(zoneinfo.ZoneInfo(target))
            known[content] = " ".join([str(first)] + [f"{moment} {offset}" for moment, offset in rest])
        lines.append(f"{name} {known[content]}\n")
    output.write_text("".join(lines))


if __name__ == "__main__":
    main()
