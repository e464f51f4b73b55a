#!/usr/bin/env python3
"""Serves a bundled site to this machine: its files, and its page for every other address. Prints where."""
import argparse
import http.server
import os
import posixpath

TYPES = {".wasm": "application/wasm", ".js": "text/javascript", ".css": "text/css", ".ttf": "font/ttf",
         ".html": "text/html; charset=utf-8", ".webmanifest": "application/manifest+json", ".png": "image/png",
         ".svg": "image/svg+xml"}


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        found = super().translate_path(path)
        is_page = not posixpath.splitext(path.split("?")[0])[1]
        return os.path.join(self.directory, "index.html") if is_page else found

    def guess_type(self, path: str) -> str:
        return TYPES.get(os.path.splitext(path)[1], "application/octet-stream")

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_) -> None:
        pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site")
    parser.add_argument("--port", type=int, default=0, help="0: one that is free")
    arguments = parser.parse_args()
    site = os.path.abspath(arguments.site)
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", arguments.port), lambda *parts: Handler(*parts, directory=site))
    print(f"http://localhost:{server.server_port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


main()
