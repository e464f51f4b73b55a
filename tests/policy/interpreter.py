#!/usr/bin/env python3
"""Reads the printed tables and answers everything that can be asked of them, with sets and loops and nothing shared
with the C++, then compares with what `decide` answered. Usage: interpreter.py POLICY_ANSWERS_COMMAND..."""
import functools
import itertools
import subprocess
import sys
from typing import NamedTuple

REACHES = ["none", "own", "assigned", "recent_clients", "support_tasks", "my_teams", "all"]
SWITCHES = ["none", "limited_staff_attendance", "limited_staff_cancellation", "messaging", "time_tracking",
            "view_customers", "edit_customers", "accept_tips", "ask_for_payment", "plan_grow"]
ME, DEPENDENT, STRANGER, COLLEAGUE = "me", "my dependent", "stranger", "colleague"
MY_TEAM, THEIR_TEAM = "my team", "their team"


class Cell(NamedTuple):
    role: str
    reach: str
    condition: str
    may_touch: frozenset


class Record(NamedTuple):
    client: str | None = STRANGER
    account_manager: str | None = None
    staff: str | None = COLLEAGUE
    days: int | None = 16
    support_task: bool = False
    team: str | None = THEIR_TEAM


class Changes(NamedTuple):
    """Who can make a refusal a yes."""
    roles: tuple[Cell, ...]
    access_rights: frozenset
    plan: frozenset


RECORDS = [
    Record(client=None, staff=None, days=None, team=None), Record(), Record(client=ME), Record(client=DEPENDENT),
    Record(account_manager=ME), Record(staff=ME), Record(days=-16), Record(days=-15), Record(days=15),
    Record(support_task=True), Record(team=MY_TEAM), Record(ME, ME, ME, 0, True, MY_TEAM),
]


def reaches(reach: str, record: Record) -> bool:
    """What DESIGN says of each reach, of somebody who is signed in."""
    if reach == "own":
        return record.client in (ME, DEPENDENT) or record.account_manager == ME
    if reach == "assigned":
        return record.staff == ME
    if reach == "recent_clients":
        return record.days is not None and -15 <= record.days <= 15
    if reach == "support_tasks":
        return record.support_task
    if reach == "my_teams":
        return record.team == MY_TEAM
    return reach == "all"


def having(row: tuple[Cell, ...]) -> frozenset:
    return frozenset(cell.role for cell in row if cell.reach != "none")


def bits(columns: list[str], roles) -> str:
    return f"{sum(1 << columns.index(role) for role in roles):02x}"


@functools.cache
def answers(row: tuple[Cell, ...], asker: frozenset, switches: frozenset, changes: "Changes") -> str:
    """All records and targets of one permission: nine letters each."""
    return "".join(answer(row, asker, switches, record, target, changes)
                   for record in RECORDS for target in [None] + [cell.role for cell in row])


def answer(row, asker, switches, record, target, changes) -> str:
    columns = [cell.role for cell in row]
    signed_in = asker != {"visitor"}
    mine = asker | {"client"} if signed_in else asker
    granted = [cell for cell in row if cell.reach != "none"]
    here = [cell for cell in granted if (reaches(cell.reach, record) if signed_in else cell.reach == "all")]
    is_on = [cell for cell in granted if cell.condition == "none" or cell.condition in switches]
    touching = [cell for cell in granted if not cell.may_touch or target in cell.may_touch]
    enough = [cell for cell in granted if cell in here and cell in is_on and cell in touching]
    allowing = [cell for cell in enough if cell.role in mine]
    widest = max((REACHES.index(cell.reach) for cell in is_on if cell.role in mine), default=0)
    may = bits(columns, [cell.role for cell in enough])
    if allowing:
        return f"g{max(REACHES.index(cell.reach) for cell in allowing)}{may}00000"
    off = [cell.condition for cell in here if cell.role in mine and cell not in is_on]
    untouched = [cell.may_touch for cell in here if cell.role in mine and cell in is_on and cell not in touching]
    if not signed_in:
        kind = "s"
    elif off:
        kind = "w"
    elif untouched:
        kind = "t"
    else:
        kind = "o" if widest else "l"
    if kind == "w":
        who_changes = changes.plan if off[-1] == "plan_grow" else changes.access_rights
    else:
        who_changes = {giver.role for giver in changes.roles if giver.may_touch & {cell.role for cell in enough}}
    return (f"{kind}{widest}{may}{SWITCHES.index(off[-1]) if off else 0}"
            f"{bits(columns, untouched[-1] if untouched else [])}{bits(columns, who_changes)}")


def read_tables(text: str) -> dict[str, dict[str, tuple[Cell, ...]]]:
    models: dict[str, dict[str, tuple[Cell, ...]]] = {}
    for line in text.splitlines():
        if line.startswith("model "):
            table = models.setdefault(line.removeprefix("model "), {})
        elif not line.startswith("permission,"):
            permission, role, reach, condition, may_touch = line.split(",")
            assert reach in REACHES and condition in SWITCHES, line
            table[permission] = table.get(permission, ()) + (
                Cell(role, reach, condition, frozenset(may_touch.split())),)
    return models


def expected_lines(models):
    alone = [frozenset()] + [frozenset([switch]) for switch in SWITCHES[1:]] + [frozenset(SWITCHES[1:])]
    for name, table in models.items():
        roles = [cell.role for cell in next(iter(table.values()))]
        changes = Changes(table["assign_roles"], having(table["set_access_rights"]),
                          having(table["change_subscription"]))
        asked = [((role,), switches) for role in roles for switches in alone]
        asked += [(pair, switches) for pair in itertools.combinations(roles[2:], 2)
                  for switches in (alone[0], alone[-1])]
        for asker, switches in asked:
            number = sum(1 << SWITCHES.index(switch) for switch in switches)
            for permission, row in table.items():
                yield (f"{name} {'+'.join(asker)} {number} {permission}",
                       answers(row, frozenset(asker), switches, changes))


def difference(head: str, expected: str, found: str) -> str:
    """The first decision of the line that is not as expected."""
    at = next(i for i in range(0, len(expected), 9) if expected[i:i + 9] != found[i:i + 9])
    targets = len(expected) // 9 // len(RECORDS)
    record, target = divmod(at // 9, targets)
    return (f"{head}: {RECORDS[record]}, target number {target}: decide says {found[at:at + 9]}, "
            f"the interpreter {expected[at:at + 9]}")


def main() -> None:
    command = sys.argv[1:]
    tables = subprocess.run([*command, "tables"], check=True, capture_output=True, text=True).stdout
    program = subprocess.Popen([*command, "answers"], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    count, differences = 0, []
    for line_of_ours, line in itertools.zip_longest(expected_lines(read_tables(tables)), program.stdout):
        head, expected = line_of_ours or ("", "")
        found_head, _, found = (line or "").rstrip("\n").rpartition(" ")
        count += len(expected) // 9
        if head != found_head:
            differences.append(f"asked in another order: {found_head!r} instead of {head!r}")
            break
        if expected != found:
            differences.append(difference(head, expected, found))
    if program.wait() != 0 and not differences:
        differences.append(f"policy_answers ended with {program.returncode}")
    print(*differences[:20], sep="\n", end="\n" if differences else "")
    print(f"interpreter: {count} decisions, {len(differences)} of the lines differ")
    sys.exit(1 if differences or count == 0 else 0)


main()
