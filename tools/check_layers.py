#!/usr/bin/env python3
"""Fails on an #include that the module table of ARCHITECTURE.md forbids. --self-test proves that it would."""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


def read_table(text: str) -> dict[str, list[str]]:
    table = text.split("| module | may include |", 1)[1].split("\n\n", 1)[0]
    rows = [line.strip().strip("|").split("|") for line in table.splitlines()[2:]]
    return {module.strip(): allowed.split() for module, allowed in rows}


def within(path: str, module: str) -> bool:
    return path == module or path.startswith(module + "/")


def module_of(path: str, table: dict[str, list[str]]) -> str | None:
    """The longest row that covers the path counts."""
    return max((module for module in table if within(path, module)), key=len, default=None)


def violations(files: dict[str, str], table: dict[str, list[str]]) -> list[str]:
    tops = {module.split("/")[0] for module in table}
    found = []
    for path, text in sorted(files.items()):
        module = module_of(path, table)
        if module is None:
            found.append(f"src/{path} belongs to no module of ARCHITECTURE.md")
            continue
        for target in INCLUDE.findall(text):
            if target.split("/")[0] not in tops:
                continue
            if not any(within(target, allowed) for allowed in [module, *table[module]]):
                sees = " ".join(table[module]) or "only itself"
                found.append(f"src/{path} may not include {target}: {module} sees {sees}")
    return found


def self_test(table: dict[str, list[str]]) -> None:
    good = {"portal/a.cpp": '#include "core/policy/decide.h"\n#include "ui/page.h"',
            "core/base/b.h": '#include "core/base/c.h"'}
    bad = {"core/domain/a.h": '#include "core/policy/decide.h"', "ui/b.cpp": '#  include "portal/store.h"',
           "server/http/c.cpp": '#include "server/endpoints/d.h"', "elsewhere/e.cpp": ""}
    assert violations(good, table) == [], violations(good, table)
    found = violations(bad, table)
    assert len(found) == len(bad), f"one of the injected violations went unseen: {found}"


def main() -> None:
    table = read_table((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    if sys.argv[1:] == ["--self-test"]:
        self_test(table)
        print("layers: the check finds what is injected")
        return
    sources = [path for path in (ROOT / "src").rglob("*") if path.suffix in (".h", ".cpp")]
    files = {str(path.relative_to(ROOT / "src")): path.read_text(encoding="utf-8") for path in sources}
    found = violations(files, table)
    print(*found, sep="\n", end="\n" if found else "")
    print(f"layers: {len(sources)} files, {len(found)} violations")
    sys.exit(1 if found else 0)


main()
