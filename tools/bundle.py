#!/usr/bin/env python3
"""Turns the linked portal, the fonts and web/ into the directory a server serves.

Files go to assets/ under a name with their content's hash, so that browsers may keep them forever; pages and the
service worker keep their names. `{{name}}` in a text file becomes the address of that file, `{{precache}}` the list of
what opens the portal without a network (the assets and shell.html), `{{version}}` the hash of all that and `{{words}}`
the address of each language. assets.json tells the server which name became which address.
"""
import argparse
import concurrent.futures
import gzip
import hashlib
import json
import os
import re
import shutil
import sys

import brotli

KEEPS_ITS_NAME = {".html", ".webmanifest", ".txt"}
TEXT = {".html", ".css", ".js", ".mjs", ".json", ".webmanifest", ".svg", ".txt"}
COMPRESSIBLE = TEXT | {".wasm", ".ttf", ".words"}
FIRST_VISIT = {".html", ".css", ".js", ".mjs", ".wasm", ".ttf"}
SHELL = "shell.html"
ON_DEMAND = "-more.ttf"  # loaded by pages that need it, not by a first visit
PLACEHOLDER = re.compile(r"\{\{([\w./-]+)\}\}")


def opens_the_portal(name: str) -> bool:
    return not keeps_its_name(name) and not name.endswith(ON_DEMAND)


def keeps_its_name(name: str) -> bool:
    return os.path.splitext(name)[1] in KEEPS_ITS_NAME or name == "service_worker.js"


class Site:
    def __init__(self, sources: dict[str, str]):
        self.sources = sources
        self.contents: dict[str, bytes] = {}
        self.addresses: dict[str, str] = {}
        self.open: list[str] = []

    def address(self, name: str) -> str:
        """The address of a file; the files it refers to are finished first."""
        if name in self.addresses:
            return self.addresses[name]
        if name not in self.sources:
            sys.exit(f"bundle: {self.open[-1]} refers to {{{{{name}}}}}, which is not a file of the site")
        if name in self.open:
            sys.exit(f"bundle: {' → '.join(self.open)} → {name} refer to each other in a circle")
        self.open.append(name)
        content = self.filled(name)
        self.open.pop()
        stem, extension = os.path.splitext(name)
        digest = hashlib.sha256(content).hexdigest()[:10]
        self.addresses[name] = f"/{name}" if keeps_its_name(name) else f"/assets/{stem}.{digest}{extension}"
        self.contents[name] = content
        return self.addresses[name]

    def filled(self, name: str) -> bytes:
        with open(self.sources[name], "rb") as file:
            content = file.read()
        if os.path.splitext(name)[1] not in TEXT:
            return content
        text = content.decode("utf-8")
        if name == "app.js":
            text = text.replace("app.wasm", os.path.basename(self.address("app.wasm")))
        return PLACEHOLDER.sub(lambda match: self.fill(match[1]), text).encode("utf-8")

    def fill(self, word: str) -> str:
        if word == "words":
            files = sorted(name for name in self.sources if name.endswith(".words"))
            return json.dumps({name.removesuffix(".words"): self.address(name) for name in files})
        if word not in ("version", "precache"):
            return self.address(word)
        kept = sorted(self.address(name) for name in self.sources if name == SHELL or opens_the_portal(name))
        if word == "precache":
            return json.dumps(kept)
        return hashlib.sha256("".join(kept).encode() + self.contents[SHELL]).hexdigest()[:10]

    def write(self, out: str) -> dict[str, int]:
        """Writes every file plain, brotli and gzip; returns the brotli sizes."""
        def one(name: str) -> tuple[str, int]:
            path = out + self.addresses[name]
            content = self.contents[name]
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)
            if os.path.splitext(name)[1] not in COMPRESSIBLE:
                return name, len(content)
            small = brotli.compress(content, quality=11)
            with open(path + ".br", "wb") as file:
                file.write(small)
            with open(path + ".gz", "wb") as file:
                file.write(gzip.compress(content, 9, mtime=0))
            return name, len(small)

        with concurrent.futures.ThreadPoolExecutor() as pool:
            return dict(pool.map(one, self.sources))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", required=True)
    parser.add_argument("--web", required=True)
    parser.add_argument("--budget-kb", type=float, required=True)
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()

    sources = {os.path.basename(path): path for path in arguments.files}
    for folder, _, names in os.walk(arguments.web):
        for name in names:
            path = os.path.join(folder, name)
            sources[os.path.relpath(path, arguments.web)] = path

    site = Site(sources)
    for name in sources:
        site.address(name)
    part = arguments.out + ".part"
    shutil.rmtree(part, ignore_errors=True)
    sizes = site.write(part)
    with open(part + "/assets.json", "w", encoding="utf-8") as file:
        json.dump(site.addresses, file, indent=1, sort_keys=True)
    shutil.rmtree(arguments.out, ignore_errors=True)
    os.rename(part, arguments.out)

    first = {name: size for name, size in sizes.items()
             if os.path.splitext(name)[1] in FIRST_VISIT and not name.endswith(ON_DEMAND)}
    for name, size in sorted(first.items(), key=lambda item: -item[1]):
        print(f"  {size / 1024:7.1f} KB  {name}")
    total = sum(first.values()) / 1024
    print(f"  {total:7.1f} KB  a first visit, brotli (budget {arguments.budget_kb:g} KB)")
    if total > arguments.budget_kb:
        shutil.rmtree(arguments.out)
        sys.exit(f"bundle: a first visit loads {total:.1f} KB, which is above the budget of {arguments.budget_kb:g} KB")


main()
