#!/usr/bin/env python3
"""Every test that invariants.cpp names as a proof is a test case of this repository.

    named_tests.py TESTS_FOLDER
"""

import pathlib
import re
import sys

NAMED = re.compile(r'^constexpr std::string_view \w+ =\s*"([^"]+)";', re.MULTILINE)
TEST_CASE = re.compile(r'TEST_CASE\(\s*"([^"]+)"')


def main(folder: str) -> int:
    tests = pathlib.Path(folder)
    named = NAMED.findall((tests / "policy" / "invariants.cpp").read_text("utf-8"))
    there = {name for path in tests.rglob("*.test.cpp") for name in TEST_CASE.findall(path.read_text("utf-8"))}
    missing = [name for name in named if name not in there]
    for name in missing:
        print(f"invariants.cpp names a test that does not exist: {name}")
    print(f"{len(named)} named tests, {len(missing)} missing")
    return 1 if missing or not named else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
