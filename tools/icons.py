#!/usr/bin/env python3
"""Draws the logo of assets/logo as the PNG files that home screens and tabs ask for.

Understands as much of SVG as our logo uses: rect with rx, and path with M L H V A Z in absolute numbers, each filled
with one colour.
"""
import argparse
import math
import os
import struct
import sys
import xml.etree.ElementTree as ElementTree
import zlib

ICONS = [  # file, drawing, pixels
    ("icon-192.png", "loggia.svg", 192),
    ("icon-512.png", "loggia.svg", 512),
    ("icon-maskable-192.png", "loggia-maskable.svg", 192),
    ("icon-maskable-512.png", "loggia-maskable.svg", 512),
    ("apple-touch-icon.png", "loggia-maskable.svg", 180),
    ("icon-32.png", "loggia.svg", 32),
]
SAMPLES = 4  # lines per pixel; across a line coverage is exact
SVG = "{http://www.w3.org/2000/svg}"


def arc(start, radius, sweep, end):
    """Points of the short or half circular arc between two points."""
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    half = math.dist(start, end) / 2
    height = math.sqrt(max(0.0, radius * radius - half * half)) / (2 * half)
    side = 1 if sweep else -1
    centre = (middle[0] - side * (end[1] - start[1]) * height, middle[1] + side * (end[0] - start[0]) * height)
    first = math.atan2(start[1] - centre[1], start[0] - centre[0])
    turn = math.atan2(end[1] - centre[1], end[0] - centre[0]) - first
    turn = turn % (2 * math.pi) if sweep else -(-turn % (2 * math.pi))
    steps = 48
    angles = [first + turn * i / steps for i in range(1, steps + 1)]
    return [(centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)) for angle in angles]


def path_points(words):
    points, words = [], words.replace(",", " ").split()
    while words:
        command = words.pop(0)
        if command in "ML":
            points.append((float(words.pop(0)), float(words.pop(0))))
        elif command == "H":
            points.append((float(words.pop(0)), points[-1][1]))
        elif command == "V":
            points.append((points[-1][0], float(words.pop(0))))
        elif command == "A":
            radius, _, _, _, sweep, x, y = (float(words.pop(0)) for _ in range(7))
            points += arc(points[-1], radius, sweep, (x, y))
        elif command != "Z":
            sys.exit(f"icons: a path says {command!r}, which this rasteriser does not draw")
    return points


def rect_points(x, y, width, height, rx):
    right, bottom = x + width, y + height
    if not rx:
        return [(x, y), (right, y), (right, bottom), (x, bottom)]
    return path_points(f"M {x + rx} {y} H {right - rx} A {rx} {rx} 0 0 1 {right} {y + rx} V {bottom - rx} "
                       f"A {rx} {rx} 0 0 1 {right - rx} {bottom} H {x + rx} A {rx} {rx} 0 0 1 {x} {bottom - rx} "
                       f"V {y + rx} A {rx} {rx} 0 0 1 {x + rx} {y} Z")


def shapes(drawing):
    """The view box, and every shape as its points and its colour."""
    root = ElementTree.parse(drawing).getroot()
    found = []
    for element in root:
        if element.tag == SVG + "title":
            continue
        if element.tag == SVG + "rect":
            points = rect_points(*(float(element.get(name, 0)) for name in ("x", "y", "width", "height", "rx")))
        elif element.tag == SVG + "path":
            points = path_points(element.get("d"))
        else:
            sys.exit(f"icons: {drawing} has a {element.tag}, which this rasteriser does not draw")
        found.append((points, tuple(bytes.fromhex(element.get("fill")[1:]))))
    return [float(number) for number in root.get("viewBox").split()], found


def coverage_of_row(points, row, pixels):
    """How much of each pixel of a row a shape covers, from 0 to 1."""
    covered = [0.0] * pixels
    for sample in range(SAMPLES):
        y = row + (sample + 0.5) / SAMPLES
        crossings = sorted(a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
                           for a, b in zip(points, points[1:] + points[:1]) if (a[1] <= y) != (b[1] <= y))
        for left, right in zip(crossings[::2], crossings[1::2]):
            left, right = max(0.0, left), min(float(pixels), right)
            for x in range(int(left), min(pixels, math.ceil(right))):
                covered[x] += max(0.0, min(right, x + 1) - max(left, x)) / SAMPLES
    return covered


def png(drawing, pixels):
    (left, top, width, _), found = shapes(drawing)
    scale = pixels / width
    placed = [([((x - left) * scale, (y - top) * scale) for x, y in points], colour) for points, colour in found]
    rows = bytearray()
    for row in range(pixels):
        line = [(0.0, 0.0, 0.0, 0.0)] * pixels  # premultiplied
        for points, colour in placed:
            for x, share in enumerate(coverage_of_row(points, row, pixels)):
                if share > 0:
                    line[x] = tuple(share * part + (1 - share) * below for part, below in zip((*colour, 255), line[x]))
        rows.append(0)
        for red, green, blue, alpha in line:
            whole = 255 / alpha if alpha else 0
            rows += bytes(min(255, round(part)) for part in (red * whole, green * whole, blue * whole, alpha))
    chunk = lambda kind, body: struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", pixels, pixels, 8, 6, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(bytes(rows), 9)) + chunk(b"IEND", b""))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--logo", required=True, help="the folder of the drawings")
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    os.makedirs(arguments.out, exist_ok=True)
    for name, drawing, pixels in ICONS:
        with open(os.path.join(arguments.out, name), "wb") as file:
            file.write(png(os.path.join(arguments.logo, drawing), pixels))


main()
