#!/usr/bin/env python3
"""Refuses SQL that SQLite, PostgreSQL, Citus, YugabyteDB and CockroachDB do not share. --self-test proves it."""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STORAGE = ROOT / "src" / "server" / "storage"
# They speak to one engine each; what a migration may say in two ways stands there as a table.
DRIVERS = {"sqlite_driver.cpp", "postgres_driver.cpp", "postgres_statement.cpp"}

LITERAL = re.compile(r'"((?:\\.|[^"\\\n])*)"')
COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|(//[^\n]*)')
MACRO = re.compile(r"^#define (\w+)(?:[^\n]*\\\n)*[^\n]*$", re.M)
STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WITH|REPLACE|MERGE|TRUNCATE|PRAGMA|BEGIN|"
                       r"COMMIT|ROLLBACK|SAVEPOINT|RELEASE|LOCK|SET|LISTEN|NOTIFY|CALL|VACUUM|GRANT|COPY)\b(?!:)")

# What must not stand in a statement: pattern, and why. Matched with the texts in quotes taken out.
REFUSED = [(re.compile(pattern, re.I), why) for pattern, why in [
    (r"\bINSERT\s+OR\b|^\s*REPLACE\b|\bOR\s+(?:IGNORE|REPLACE|ABORT)\b", "only SQLite: ON CONFLICT (…) DO …"),
    (r"\bON\s+CONFLICT\s+DO\b", "name the key: ON CONFLICT (business_id, …) DO …"),
    (r"\bMERGE\b|\bTRUNCATE\b|\bCOPY\b|\bVACUUM\b|\bPRAGMA\b|\bCALL\b", "not everywhere"),
    (r"\bAUTOINCREMENT\b|\b(?:BIG|SMALL)?SERIAL\b|\bIDENTITY\b|\bSEQUENCE\b|\bNEXTVAL\b|\bROWID\b|"
     r"\bLASTVAL\b|\bCTID\b|\bXMIN\b",
     "numbers are made by the program"),
    (r"\bTRIGGER\b|\bFUNCTION\b|\bPROCEDURE\b|\bEXTENSION\b|\bENUM\b|"
     r"\bCREATE\s+(?:TYPE|DOMAIN|VIEW|RULE|SCHEMA)\b|\bDO\s+\$",
     "the database only keeps"),
    (r"\bEXCLUDE\b|\bGIST\b|\bGIN\b|\bUSING\s+\w+\s*\(|\bTEMP(?:ORARY)?\b|\bUNLOGGED\b|\bPARTITION\b|"
     r"\bDEFERRABLE\b|\bCOLLATE\b|\bGENERATED\b",
     "not on every engine"),
    (r"\bREFERENCES\b|\bFOREIGN\s+KEY\b|\bCASCADE\b", "a key into another shard cannot be checked"),
    (r"\bARRAY\b|\bANY\s*\(|\bUNNEST\b|\bGENERATE_SERIES\b|\bJSONB?\w*\b|->|::|@>|<@|~~?|\bILIKE\b|"
     r"\bGLOB\b|\bREGEXP\b|\bSIMILAR\b",
     "PostgreSQL's or SQLite's own"),
    (r"\bIFNULL\b|\bNVL\b|\bGROUP_CONCAT\b|\bSTRING_AGG\b|\bSTRFTIME\b|\bUNIXEPOCH\b|\bDATETIME\s*\(|"
     r"\bNOW\s*\(|\bCURRENT_\w+\b|"
     r"\bRANDOM\s*\(|\bEXTRACT\b|\bINTERVAL\b|\bTO_CHAR\b|\bLAST_INSERT_ROWID\b|\bCHANGES\s*\(|\bTYPEOF\b|\bQUOTE\s*\(",
     "time and chance come from the program, and functions differ"),
    (r"ADVISORY|\bLOCK\s+TABLE\b|\bFOR\s+(?:UPDATE|SHARE|NO\s+KEY)\b|\bSKIP\s+LOCKED\b|\bNOWAIT\b",
     "locks are the driver's (Dialect::lock_business)"),
    (r"\bLISTEN\b|\bNOTIFY\b", "the driver's (Dialect)"),
    (r"\bRECURSIVE\b|\bLATERAL\b|\bTABLESAMPLE\b|\bOVER\s*\(|\bFULL\s+(?:OUTER\s+)?JOIN\b|"
     r"\bRIGHT\s+(?:OUTER\s+)?JOIN\b|\bNATURAL\b|\bCROSS\s+JOIN\b",
     "Citus cannot do it, or not on every table"),
    (r"SELECT\s+\*|RETURNING\s+\*|\.\*", "name the columns: others follow in later migrations"),
    (r"==|\bIS\s+NOT\s+\?|\bIS\s+\?|\bISNULL\b|\bNOTNULL\b|\bNOT\s+NULL\s+\?|!<|!>", "only SQLite: = and IS NULL"),
    (r"(?:\bOR|\bAND|\bNOT|\bWHERE|\(|\bWHEN)\s*\?\d+\s*(?:\bOR\b|\bAND\b|\bTHEN\b|$)", "a number is no truth: ?1 = 1"),
    (r"\?(?!\d)|\$\d|(?<![:\w]):[a-z]\w*|@\w+", "parameters are ?1, ?2"),
    (r"`|\[|\"", "no quoted names"),
    (r"\bSET\s+(?:\w+\s*=\s*[^,]+,\s*)*business_id\s*=", "a row does not move to another business"),
    (r"\bLIMIT\s+\S+\s*,|\bFETCH\s+FIRST\b", "LIMIT n"),
    (r"\bTRUE\b|\bFALSE\b", "0 and 1"),
    (r"\bINSERT\s+INTO\s+\w+\s+(?:VALUES|SELECT)\b", "name the columns"),
    (r"\bBEGIN\b|^\s*SET\s+(?!\w+\s*=\s*\?)", "the driver's (Dialect)"),
]]
CONTROL = {"COMMIT", "ROLLBACK", "SAVEPOINT job", "ROLLBACK TO SAVEPOINT job", "RELEASE SAVEPOINT job"}
# What is not of one business: the statement begins so, and why that is right.
OF_NO_BUSINESS = [
    ("SELECT business_id, slug, name FROM business", "which businesses there are"),
    ("SELECT MAX(version) FROM schema_version", "the schema is of all"),
    ("INSERT INTO schema_version", "the schema is of all"),
    ("CREATE TABLE IF NOT EXISTS schema_version", "the schema is of all"),
    ("DROP TABLE IF EXISTS ", "the schema is of all"),
]
# Keys that do not begin with the business: Citus keeps this table whole on every node.
OTHER_KEYS = {("business", "slug"), ("schema_version", "version")}

TABLE = re.compile(r"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)\s*\((.*)\)\s*(/\*(?:clustered )?table\*/)?\s*$",
                   re.S)
INDEX = re.compile(r"CREATE\s+(?:UNIQUE\s+)?INDEX\s+\w+\s+ON\s+(\w+)\s*\((\w+)[^)]*\)(?:\s+WHERE\s+.+)?$", re.S)
COLUMN = re.compile(r"(\w+)\s+(BIGINT|TEXT)"
                    r"((?:\s+NOT\s+NULL)?(?:\s+DEFAULT\s+(?:-?\d+|'[^']*'))?(?:\s+(?:PRIMARY\s+KEY|UNIQUE))?)$")
KEY = re.compile(r"(?:PRIMARY\s+KEY|UNIQUE)\s*\((\w+)(?:,\s*\w+)*\)$")
CHECK = re.compile(r"CHECK\s*\([\w\s<>=]+\)$")
ADDED = re.compile(r"ALTER\s+TABLE\s+(\w+)\s+ADD\s+COLUMN\s+(.+)$", re.S)
ORDER = re.compile(r"\bORDER\s+BY\s+((?:[\w.]+(?:\s+(?:ASC|DESC))?(?:\s*,\s*)?)+)", re.I)


def statements_in_cpp(text: str) -> list[tuple[int, str]]:
    """(line, statement): literals that follow each other are one, and a macro of literals stands for them."""
    text = COMMENT.sub(lambda match: match[0] if match[1] is None else "", text)
    macros = {}
    for match in MACRO.finditer(text):
        macros[match[1]] = "".join(LITERAL.findall(match[0]))
    text = MACRO.sub(lambda match: "\n" * match[0].count("\n"), text)
    piece = r'(?:"(?:\\.|[^"\\\n])*"' + "".join(rf"|\b{name}\b" for name in macros) + ")"
    found = []
    for match in re.finditer(rf"{piece}(?:\s*{piece})*", text):
        whole = "".join(macros.get(part, part[1:-1]) for part in re.findall(piece, match[0]))
        if STATEMENT.match(whole):
            found.append((text.count("\n", 0, match.start()) + 1, whole.replace('\\"', '"')))
    return found


def statements_in_sql(text: str) -> list[tuple[int, str]]:
    text = re.sub(r"--[^\n]*", "", text)
    found, start = [], 0
    for end in [match.start() for match in re.finditer(";", text)] + [len(text)]:
        statement = text[start:end]
        if statement.strip():
            found.append((text.count("\n", 0, start + len(statement) - len(statement.lstrip())) + 1, statement.strip()))
        start = end + 1
    return found


def split_columns(body: str) -> list[str]:
    parts, depth, part = [], 0, ""
    for char in body:
        depth += (char == "(") - (char == ")")
        if char == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += char
    return [" ".join(each.split()) for each in [*parts, part.strip()] if each]


def problems_of_table(name: str, body: str) -> list[str]:
    found, has_key = [], False
    for part in split_columns(body):
        column, key = COLUMN.match(part), KEY.match(part)
        first = key[1] if key else column[1] if column and re.search("PRIMARY|UNIQUE", column[3]) else None
        has_key = has_key or part.startswith("PRIMARY") or "PRIMARY KEY" in part
        if not column and not key and not CHECK.match(part):
            found.append(f"'{part}': a column is BIGINT or TEXT, then NOT NULL, DEFAULT; a table has keys and checks")
        if first and first != "business_id" and (name, first) not in OTHER_KEYS:
            found.append(f"the key ({first} …) of {name} does not begin with business_id")
    if not has_key:
        found.append(f"{name} has no primary key")
    return found


def problems_of_schema(statement: str) -> list[str] | None:
    """None if the statement does not make or change a table or an index."""
    if table := TABLE.match(statement):
        return problems_of_table(table[1], table[2])
    if index := INDEX.match(statement):
        return [] if index[2] == "business_id" else [f"an index of {index[1]} does not begin with business_id"]
    if added := ADDED.match(statement):
        column = COLUMN.match(" ".join(added[2].split()))
        is_plain = column and "KEY" not in column[3] and "UNIQUE" not in column[3]
        return [] if is_plain else [f"'{added[2]}': a plain column"]
    if re.match(r"CREATE|ALTER", statement):
        return ["only CREATE TABLE, CREATE INDEX and ALTER TABLE … ADD COLUMN"]
    return None


def problems_of(statement: str, texts: set[str]) -> list[str]:
    """`texts`: the columns that hold text."""
    bare = re.sub(r"'(?:''|[^'])*'", "''", re.sub(r"/\*(?:clustered )?table\*/", "", statement))
    if statement in CONTROL:
        return []
    found = [f"'{match[0].strip()}': {why}" for pattern, why in REFUSED if (match := pattern.search(bare))]
    schema = problems_of_schema(statement)
    if schema is not None:
        return found + schema
    if "business_id" not in bare and not any(statement.startswith(begin) for begin, _ in OF_NO_BUSINESS):
        found.append("a statement names its business")
    for order in ORDER.finditer(bare):
        for column in re.findall(r"[\w.]+", re.sub(r"\b(?:ASC|DESC)\b", "", order[1], flags=re.I)):
            if column.split(".")[-1] in texts:
                found.append(f"'ORDER BY {column}': texts are sorted by the program, engines disagree")
    return found


def text_columns(migrations: list[str]) -> set[str]:
    return {name for sql in migrations for name in re.findall(r"(?:^|\bCOLUMN|\()\s*(\w+) TEXT\b", sql, re.M)}


# A statement, and a word of the reason for which it is refused; none: it is not.
EXAMPLES = [
    ("SELECT id FROM person WHERE business_id = ?1 AND (?2 IS NULL OR id < ?2) ORDER BY id DESC LIMIT ?3", None),
    ("SELECT id FROM person WHERE business_id = ?1 AND (?2 = 1 OR id = ?3)", None),
    ("INSERT INTO thing (business_id, id) VALUES (?1, ?2) ON CONFLICT (business_id, id) DO UPDATE SET id = ?2", None),
    ("UPDATE business_head SET seq = seq + 1 WHERE business_id = ?1 RETURNING seq", None),
    ("SELECT 1 FROM person WHERE business_id = ?1 AND name = 'INSERT OR IGNORE, true?'", None),
    ("COMMIT", None),
    ("CREATE TABLE thing (business_id BIGINT NOT NULL, name TEXT, PRIMARY KEY (business_id, name)) /*table*/", None),
    ("CREATE INDEX thing_by_name ON thing (business_id, name) WHERE name IS NOT NULL", None),
    ("ALTER TABLE thing ADD COLUMN color TEXT NOT NULL DEFAULT 'red'", None),
    ("INSERT OR IGNORE INTO thing (business_id) VALUES (?1)", "SQLite"),
    ("INSERT INTO thing (business_id) VALUES (?1) ON CONFLICT DO NOTHING", "name the key"),
    ("INSERT INTO thing VALUES (?1, business_id)", "name the columns"),
    ("SELECT * FROM thing WHERE business_id = ?1", "name the columns"),
    ("SELECT id FROM thing WHERE id = ?1", "names its business"),
    ("SELECT id FROM thing WHERE business_id = ?1 AND (?2 OR id = 3)", "no truth"),
    ("SELECT id FROM thing WHERE business_id = ?1 ORDER BY name, id", "sorted by the program"),
    ("SELECT t.id FROM thing t WHERE t.business_id = ?1 ORDER BY t.id, t.name DESC", "sorted by the program"),
    ("SELECT id FROM thing WHERE business_id = $1", "parameters"),
    ("SELECT id FROM thing WHERE business_id = ? AND id = ?2", "parameters"),
    ("SELECT id FROM thing WHERE business_id = ?1 AND id = ANY(?2)", "own"),
    ("SELECT id::text FROM thing WHERE business_id = ?1", "own"),
    ("SELECT id FROM thing WHERE business_id = ?1 AND name ILIKE ?2", "own"),
    ("SELECT IFNULL(id, 0) FROM thing WHERE business_id = ?1", "functions"),
    ("DELETE FROM thing WHERE business_id = ?1 AND made_at < now()", "time"),
    ("SELECT id FROM thing WHERE business_id = ?1 FOR UPDATE", "locks"),
    ("SELECT pg_advisory_lock(1) FROM thing WHERE business_id = ?1", "locks"),
    ("SELECT \"id\" FROM thing WHERE business_id = ?1", "quoted"),
    ("SELECT id FROM thing WHERE business_id == ?1", "SQLite"),
    ("SELECT id, COUNT(*) OVER (ORDER BY id) FROM thing WHERE business_id = ?1", "Citus"),
    ("UPDATE thing SET business_id = ?2 WHERE business_id = ?1", "does not move"),
    ("UPDATE thing SET is_big = TRUE WHERE business_id = ?1", "0 and 1"),
    ("NOTIFY loggia", "driver"),
    ("BEGIN IMMEDIATE", "driver"),
    ("PRAGMA query_only = 1", "not everywhere"),
    ("CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, business_id BIGINT NOT NULL)",
     "does not begin with business_id"),
    ("CREATE TABLE thing (business_id BIGINT NOT NULL, id BIGINT NOT NULL)", "no primary key"),
    ("CREATE TABLE thing (business_id BIGINT NOT NULL, id SERIAL, PRIMARY KEY (business_id, id))",
     "made by the program"),
    ("CREATE TABLE thing (business_id BIGINT NOT NULL, at TIMESTAMP, PRIMARY KEY (business_id))", "BIGINT or TEXT"),
    ("CREATE TABLE thing (business_id BIGINT NOT NULL, PRIMARY KEY (business_id)) STRICT", "only CREATE TABLE"),
    ("CREATE TABLE thing (business_id BIGINT NOT NULL PRIMARY KEY, a BIGINT REFERENCES b (id))", "another shard"),
    ("CREATE TABLE thing (business_id BIGINT NOT NULL, a TEXT, PRIMARY KEY (business_id), UNIQUE (a))",
     "does not begin"),
    ("CREATE INDEX thing_by_name ON thing (name)", "does not begin with business_id"),
    ("CREATE TRIGGER t AFTER INSERT ON thing", "only keeps"),
    ("ALTER TABLE thing DROP COLUMN color", "only CREATE TABLE"),
    ("ALTER TABLE thing ADD COLUMN id BIGINT UNIQUE", "plain column"),
]
CPP_EXAMPLE = '''
#define RECORD                                  \\
    "SELECT id "                                \\
    "FROM thing "
// "INSERT OR IGNORE INTO comment"
auto a = query(RECORD "WHERE business_id = ?1 " "AND id = ?2", id);  // "SELECT 1"
auto b = text("Select a service, then a time");
    run("DELETE FROM thing "
        "WHERE business_id = ?1");
'''


def self_test() -> None:
    for statement, reason in EXAMPLES:
        found = problems_of(statement, {"name"})
        assert bool(found) == (reason is not None), f"{statement}: {found}"
        assert reason is None or any(reason in each for each in found), f"{statement}: {found} does not say '{reason}'"
    found = statements_in_cpp(CPP_EXAMPLE)
    assert found == [(6, "SELECT id FROM thing WHERE business_id = ?1 AND id = ?2"),
                     (8, "DELETE FROM thing WHERE business_id = ?1")], found
    assert statements_in_sql("-- a;\nCREATE a;\n\nALTER b -- c\n;\n") == [(2, "CREATE a"), (4, "ALTER b")]
    made, added = "CREATE TABLE a (\n    b BIGINT,\n    c TEXT NOT NULL\n)", "ALTER TABLE a ADD COLUMN d TEXT"
    assert text_columns([made, added]) == {"c", "d"}


def main() -> None:
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        print(f"sql: the check tells {len(EXAMPLES)} examples apart")
        return
    migrations = sorted((STORAGE / "migrations").glob("*.sql"))
    texts = text_columns([path.read_text(encoding="utf-8") for path in migrations])
    sources = [(path, statements_in_sql) for path in migrations]
    sources += [(path, statements_in_cpp) for path in sorted(STORAGE.glob("*.cpp")) if path.name not in DRIVERS]
    problems, count = [], 0
    for path, statements_in in sources:
        for line, statement in statements_in(path.read_text(encoding="utf-8")):
            count += 1
            problems += [f"{path.relative_to(ROOT)}:{line}: {each}" for each in problems_of(statement, texts)]
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"sql: {count} statements, {len(problems)} outside the subset that all engines share")
    sys.exit(1 if problems else 0)


main()
