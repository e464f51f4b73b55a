#!/usr/bin/env python3
"""Turns assets/strings/<language>.json into what the portal speaks with, and refuses languages that do not match.

    make_words.py <strings folder> <output folder>

English says which phrases there are. phrases.generated.h gives each a function (with a parameter for every
placeholder, in the order of the English text), languages.generated.h lists the languages, and <language>.words holds
one language's texts: a line each, placeholders as single bytes. The first line tells which English they belong to.
A section of ENUMERATIONS has a text for each value of an enumeration of the code, by its name and in its order.
"""

import hashlib
import json
import pathlib
import re
import sys

CATEGORIES = ["zero", "one", "two", "few", "many", "other"]
# Which forms whole numbers need (CLDR 45, plurals.xml); the rules themselves are in src/portal/words/plural.cpp.
NEEDED = {
    "ar": ["zero", "one", "two", "few", "many", "other"],
    "de": ["one", "other"],
    "en": ["one", "other"],
    "es": ["one", "many", "other"],
    "fr": ["one", "many", "other"],
    "ja": ["other"],
    "sl": ["one", "two", "few", "other"],
}
ENUMERATIONS = {"permission_names": ("policy::Permission", "core/policy/permission.h")}
PLACEHOLDER = re.compile(r"\{(\w+)\}")
MOST_PLACEHOLDERS = 8  # they become the bytes 1 to 8


class Enumeration(list):
    """The texts of a section of ENUMERATIONS; `names` says which value each belongs to."""

    def __init__(self, entries):
        super().__init__(entries.values())
        self.names = list(entries)


def texts_of(value):
    if isinstance(value, str):
        return [value]
    return list(value) if isinstance(value, list) else list(value.values())


def read(path):
    """{key: value} of a language; the sections of the file are for its readers, `kit` keeps its own names."""

    def once(pairs):
        keys = [key for key, _ in pairs]
        for key in keys:
            if keys.count(key) > 1:
                raise ValueError(f"{key} is there twice")
        return dict(pairs)

    phrases = {}
    for section, entries in json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once).items():
        if section in ENUMERATIONS:
            entries = {section: Enumeration(entries)}
        for key, value in entries.items():
            name = f"kit_{key}" if section == "kit" else key
            if name in phrases:
                raise ValueError(f"{name} is there twice")
            phrases[name] = value
    return phrases


def placeholders(value):
    """In order of appearance; {count} of a plural is not one of them, it is always there."""
    names = []
    for text in texts_of(value):
        for name in PLACEHOLDER.findall(text):
            if name not in names and not (isinstance(value, dict) and name == "count"):
                names.append(name)
    return names


def mistakes_in(tag, phrases, english):
    """Everything that keeps a language from being spoken, one sentence each."""
    found = []
    if tag not in NEEDED:
        return [f"tools/make_words.py and src/portal/words/plural.cpp do not know the plural rules of {tag}"]
    found += [f"{key} is missing" for key in english if key not in phrases]
    for key, value in phrases.items():
        if key not in english:
            found.append(f"{key} is not in en.json")
            continue
        model = english[key]
        if not isinstance(value, type(model)):
            found.append(f"{key} is not of the same kind as in en.json")
            continue
        texts = texts_of(value)
        if any(not isinstance(text, str) for text in texts):
            found.append(f"{key} holds something that is not a text")
            continue
        if any(character < " " for text in texts for character in text):
            found.append(f"{key} holds a line break or a control character")
        if isinstance(value, Enumeration) and value.names != model.names:
            found += [f"{key}.{name} is missing" for name in model.names if name not in value.names]
            found += [f"{key}.{name} is not in en.json" for name in value.names if name not in model.names]
            if sorted(value.names) == sorted(model.names):
                found.append(f"{key} is in another order than in en.json")
        elif isinstance(value, list) and len(value) != len(model):
            found.append(f"{key} has {len(value)} texts instead of {len(model)}")
        wanted = set(placeholders(model))
        if isinstance(value, dict):
            if sorted(value) != sorted(NEEDED[tag]):
                found.append(f"{key} has the forms {sorted(value)} instead of {NEEDED[tag]}")
            found += [f"{key}.{form} does not say {{count}}" for form in ["few", "many", "other"]
                      if "{count}" not in value.get(form, "{count}")]
        for text in texts:
            names = set(PLACEHOLDER.findall(text)) - ({"count"} if isinstance(value, dict) else set())
            if names != wanted and not isinstance(value, list):
                found.append(f"{key} has the placeholders {sorted(names)} instead of {sorted(wanted)}")
            if "{" in PLACEHOLDER.sub("", text) or "}" in PLACEHOLDER.sub("", text):
                found.append(f"{key} has a brace that belongs to no placeholder")
    return found


def slots(value):
    if isinstance(value, dict):
        return [value.get(category, "") for category in CATEGORIES]
    return texts_of(value)


def shape(english):
    """What a compiled portal expects of a language's file."""
    text = json.dumps([[key, type(value).__name__, len(slots(value)), placeholders(value), getattr(value, "names", [])]
                       for key, value in english.items()])
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def compact(phrases, english):
    lines = [shape(english)]
    for key, model in english.items():
        names = (["count"] if isinstance(model, dict) else []) + placeholders(model)
        for text in slots(phrases[key]):
            lines.append(PLACEHOLDER.sub(lambda match: chr(1 + names.index(match[1])), text))
    return "\n".join(lines) + "\n"


def function(key, value, slot):
    names = placeholders(value)
    if isinstance(value, list):
        return (f"    [[nodiscard]] std::string_view {key}(std::size_t index) const "
                f"{{ return one_of({slot}, {len(value)}, index); }}")
    parameters = [f"const Piece& {name}" for name in names]
    if isinstance(value, dict):
        parameters = ["std::int64_t count"] + parameters
        return (f"    [[nodiscard]] std::string {key}({', '.join(parameters)}) const "
                f"{{ return counted({slot}, count, {{{', '.join(names)}}}); }}")
    if names:
        return (f"    [[nodiscard]] std::string {key}({', '.join(parameters)}) const "
                f"{{ return filled({slot}, {{{', '.join(names)}}}); }}")
    return f"    [[nodiscard]] std::string_view {key}() const {{ return at({slot}); }}"


def order(key, value):
    kind = ENUMERATIONS[key][0]
    rows = "\n".join(f"        {kind}::{name}," for name in value.names)
    return f"    static constexpr std::array<{kind}, {len(value)}> {key}_order{{\n{rows}\n    }};"


def kit_field(key, value, slot):
    name = key.removeprefix("kit_")
    if isinstance(value, list):
        return f"            .{name} = {{{', '.join(f'at({slot + i})' for i in range(len(value)))}}},"
    return f"            .{name} = at({slot}),"


def header(english):
    functions, fields, plurals, orders, slot = [], [], [], [], 0
    for key, value in english.items():
        if key.startswith("kit_"):
            fields.append(kit_field(key, value, slot))
        else:
            functions.append(function(key, value, slot))
        if isinstance(value, dict):
            plurals.append(slot)
        if isinstance(value, Enumeration):
            orders.append(order(key, value))
        slot += len(slots(value))
    kit_texts = sum(len(slots(value)) for key, value in english.items() if key.startswith("kit_"))
    return "\n".join([
        "// Made by tools/make_words.py from assets/strings/en.json.",
        "#pragma once", "",
        *(f'#include "{path}"' for _, path in ENUMERATIONS.values()),
        '#include "portal/words/texts.h"',
        '#include "ui/words.h"', "",
        "namespace loggia::portal {", "",
        "class Phrases : public Texts {",
        "public:",
        f'    static constexpr std::string_view shape = "{shape(english)}";',
        f"    static constexpr std::size_t text_count = {slot};",
        f"    static constexpr std::size_t kit_texts = {kit_texts};",
        f"    static constexpr std::array<std::size_t, {len(plurals)}> plurals{{{', '.join(map(str, plurals))}}};",
        *orders, "",
        *functions, "",
        "    [[nodiscard]] ui::Words kit() const {",
        "        return {", *fields, "        };",
        "    }", "",
        "protected:",
        "    using Texts::Texts;",
        "};", "",
        "}  // namespace loggia::portal", ""])


def language_list(languages):
    rows = []
    for tag, phrases in languages.items():
        name = phrases["language_name"].replace('"', '\\"')
        rows.append(f'    {{"{tag}", "{name}"}},')
    return "\n".join([
        "// Made by tools/make_words.py from assets/strings.", "#pragma once", "",
        "#include <array>", "#include <string_view>", "",
        "namespace loggia::portal {", "",
        "struct Language {", "    std::string_view tag, own_name;", "};", "",
        f"inline constexpr std::array<Language, {len(languages)}> languages{{{{", *rows, "}};", "",
        "}  // namespace loggia::portal", ""])


def write(path, text):
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


def main():
    folder, output = map(pathlib.Path, sys.argv[1:3])
    languages, complaints = {}, []
    for path in sorted(folder.glob("*.json"), key=lambda path: (path.stem != "en", path.stem)):
        try:
            languages[path.stem] = read(path)
        except ValueError as error:
            sys.exit(f"{path}: {error}")
    english = languages["en"]
    for tag, phrases in languages.items():
        complaints += [f"{folder}/{tag}.json: {mistake}" for mistake in mistakes_in(tag, phrases, english)]
    if any(len(placeholders(value)) >= MOST_PLACEHOLDERS for value in english.values()):
        complaints.append(f"{folder}/en.json: a phrase has more than {MOST_PLACEHOLDERS - 1} placeholders")
    if complaints:
        sys.exit("\n".join(complaints))
    output.mkdir(parents=True, exist_ok=True)
    write(output / "phrases.generated.h", header(english))
    write(output / "languages.generated.h", language_list(languages))
    for tag, phrases in languages.items():
        write(output / f"{tag}.words", compact(phrases, english))


if __name__ == "__main__":
    main()
