#!/usr/bin/env python3
"""Flips every cell of the tables, one at a time, and fails if all tests go on passing.
Usage: mutations.py POLICY_ANSWERS POLICY_FLIPPED [MODEL...]   (programs of one build; all models without names)
First come the tests that know what the cells mean; what gets past them must fail against the documents."""
import concurrent.futures
import os
import subprocess
import sys


def rows_of(tables: str):
    """(model, permission, role, reach, condition, may_touch) of every cell."""
    model = ""
    for line in tables.splitlines():
        if line.startswith("model "):
            model = line.removeprefix("model ")
        elif not line.startswith("permission,"):
            yield [model, *line.split(",")]


def flips(tables: str, wanted: list[str]):
    rows = list(rows_of(tables))
    for model, permission, role, reach, condition, may_touch in rows:
        if wanted and model not in wanted:
            continue
        cell = f"{model},{permission},{role}"
        if reach == "none":
            yield f"{cell},give"
            continue
        yield f"{cell},take"
        if reach != "all":
            yield f"{cell},widen"
        if condition != "none":
            yield f"{cell},unconditional"
        staff = list(dict.fromkeys(row[2] for row in rows if row[0] == model))[2:]
        if may_touch and set(may_touch.split()) != set(staff):
            yield f"{cell},touch_all"


def passes(program: str, flip: str, tests: str) -> bool:
    environment = {**os.environ, "LOGGIA_FLIP": flip}
    result = subprocess.run([program, tests, "--abort"], env=environment, capture_output=True, text=True, check=False)
    if result.returncode < 0:
        sys.exit(f"mutations: {flip} broke off: {result.stderr}")
    return result.returncode == 0


def what_notices(program: str, flip: str) -> str:
    if not passes(program, flip, "~[pinned]"):
        return "the rules"
    return "nothing" if passes(program, flip, "the documents say what the tables say") else "the documents"


def main() -> None:
    answers, flipped, *wanted = sys.argv[1:]
    tables = subprocess.run([answers, "tables"], check=True, capture_output=True, text=True).stdout
    if not passes(flipped, "", "~[pinned]") or not passes(flipped, "", "the documents say what the tables say"):
        sys.exit("mutations: the tests fail before anything is flipped")
    every = list(flips(tables, wanted))
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        noticed = list(pool.map(lambda flip: what_notices(flipped, flip), every))
    for model in dict.fromkeys(flip.split(",")[0] for flip in every):
        mine = [by for flip, by in zip(every, noticed) if flip.startswith(f"{model},")]
        print(f"mutations of {model}: {len(mine)} flipped, {mine.count('the rules')} noticed by the rules, "
              f"{mine.count('the documents')} by the documents alone, {mine.count('nothing')} by nothing")
    for flip, by in zip(every, noticed):
        if by == "nothing" or os.environ.get("LOGGIA_FLIPS") == "list" and by == "the documents":
            print(f"  {by}: {flip}")
    sys.exit(0 if every and "nothing" not in noticed else 1)


main()
