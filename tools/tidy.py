#!/usr/bin/env python3
"""What the compiler does not say about tidiness: sizes, names, and which words may stand where."""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CPP = {".h", ".cpp"}
SCRIPTS = {".py", ".js", ".mjs", ".ts"}
TEXT = CPP | SCRIPTS | {".sh", ".cmake", ".txt", ".md", ".json", ".html", ".css", ".sql", ".glsl", ".yml", ""}
LINE_LIMIT = 120
ROW_LIMIT = 160
ROW = re.compile(r"^\s*[\w:]*\{.*\},?\s*(?://.*)?$")
FILE_LIMIT = {"src": 400, "tests": 600, "tools": 400, "cmake": 200, "web": 600}
FUNCTION_LIMIT = 60
BANNED = re.compile(r"(?:^|_)(helper|util|utils|misc)s?(?:_|$)")
# A manager is a person in this domain; a class that manages something is not.
MANAGING_CLASS = re.compile(r"[a-z](?<!Account)Manager$")
IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
LITERAL_OR_COMMENT = re.compile(
    r'''R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|//[^\n]*|/\*.*?\*/''', re.S)
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/")
SQL = re.compile(r'"\s*(?:SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE)\b', re.S)
# pattern, where it may stand, what to say
PLACES = [
    (re.compile(r"__EMSCRIPTEN__"), ("src/platform/",), "only src/platform may ask for Emscripten"),
    (re.compile(r"#\s*include\s*<nlohmann/"), ("src/core/api/", "src/server/storage/demo"), "only src/core/api knows JSON"),
    (re.compile(r'#\s*include\s*[<"]imgui\w*\.h[>"]'), ("src/ui/paint/", "src/platform/"),
     "only ui/paint and platform include Dear ImGui"),
    (SQL, ("src/server/storage/",), "only src/server/storage contains SQL"),
]



def without_strings_and_comments(text: str) -> str:
    """The same lines with the contents of comments and literals blanked."""
    def blank(match: re.Match) -> str:
        return re.sub(r"[^\n]", " ", match[0])
    return LITERAL_OR_COMMENT.sub(blank, text)


def long_functions(code: str) -> list[tuple[int, int]]:
    """(line, length) of outermost function bodies: a brace that follows a ')' and is not within another one."""
    found, stack, body = [], [], None
    line, before = 1, ""
    for char in code:
        if char == "\n":
            line += 1
        elif char == "{":
            opens_body = body is None and re.search(r"\)\s*(?:const|noexcept|override|final|\s|->\s*[\w:<>,*& ]+)*$", before)
            stack.append((line, bool(opens_body)))
            if opens_body:
                body = len(stack)
        elif char == "}" and stack:
            start, was_body = stack.pop()
            if was_body:
                body = None
                if line - start + 1 > FUNCTION_LIMIT:
                    found.append((start, line - start + 1))
        before = "" if char in "{};" else (before + char)[-200:]
    return found


def check_cpp(path: str, text: str, report) -> None:
    code = without_strings_and_comments(text)
    for number, line in enumerate(code.splitlines(), 1):
        if line.lstrip().startswith("#"):
            continue
        for word in IDENTIFIER.findall(line):
            if BANNED.search(CAMEL.sub("_", word).lower()) or MANAGING_CLASS.search(word):
                report(number, f"'{word}': say what it does")
    for pattern, places, message in PLACES:
        if path.startswith("src/") and not path.startswith(places):
            for match in pattern.finditer(text):
                report(text.count("\n", 0, match.start()) + 1, message)
    for start, length in long_functions(code):
        if path.startswith("src/"):
            report(start, f"a function of {length} lines; {FUNCTION_LIMIT} are the limit")


def check(path: str, text: str, report) -> None:
    lines = text.splitlines()
    top = path.split("/")[0]
    if top in FILE_LIMIT and Path(path).suffix not in (".json", ".md") and len(lines) > FILE_LIMIT[top]:
        report(len(lines), f"{len(lines)} lines; {FILE_LIMIT[top]} are the limit here")
    tables = "// clang-format off" in text
    for number, line in enumerate(lines, 1):
        limit = ROW_LIMIT if ROW.match(line) else LINE_LIMIT
        if len(line) > limit and Path(path).suffix in CPP | SCRIPTS and not tables:
            report(number, f"{len(line)} columns; {limit} are the limit")
        if line != line.rstrip() and Path(path).suffix != ".md":
            report(number, "white space at the end")
        if UNFINISHED.search(line):
            report(number, "finish it, or write it into an issue")
        if MACHINE_PATH.search(line):
            report(number, "a path of one machine")
    if Path(path).suffix in CPP:
        check_cpp(path, text, report)


def main() -> None:
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                            capture_output=True, check=True, text=True).stdout
    problems, count = [], 0
    for path in sorted(filter(None, listed.split("\0"))):
        file = ROOT / path
        if not file.is_file() or file.suffix not in TEXT or path.endswith("package-lock.json"):
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        count += 1
        check(path, text, lambda line, what: problems.append(f"{path}:{line}: {what}"))
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"tidy: {count} files, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
