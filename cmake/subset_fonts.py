"""subset_fonts.py DEPENDENCIES ICON_LIST OUT: writes inter-{regular,semibold}[-more].ttf, icons.ttf and their header.

`more` is Greek and Cyrillic, which a browser loads when a page has some of it (unicode-range in web/style.css).

Layout tables and hints go: Dear ImGui uses neither, and the browser must space its own text exactly as ImGui does.
"""
import json
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x192, *range(0x218, 0x21C), 0x2BC, 0x2C6, 0x2C7, 0x2DA, 0x2DC,
         0x1E9E, *range(0x2010, 0x2016), *range(0x2018, 0x201F), 0x2020, 0x2021, 0x2022, 0x2026, 0x202F, 0x2030,
         0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20A4, 0x20A9, 0x20AA, 0x20AB, 0x20AC, 0x20B9, 0x20BA, 0x20BD,
         0x20BF, 0x2116, 0x2122, *range(0x2190, 0x2194), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25CF, 0x2605,
         0x2713, 0x2717]
MORE = [*range(0x370, 0x400), *range(0x400, 0x530)]
NEEDED_OF_MORE = "ΆΑΩάαςωϊΰАЯаяЁёЂђЄєІіЇїЊњЎўЏџҐґ"
NEEDED = "AZaz09 áčĆđéěłñőøšžŽßßÅÇ–—·…€£→←✓×“”‘’„•"


def shrink(source: str, target: str, codepoints: list[int], units_per_em: int = 0) -> None:
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    options = subset.Options(hinting=False, layout_features=[], glyph_names=False, notdef_outline=True,
                             name_IDs=[1, 2], name_languages=[0x409], legacy_kern=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "STAT", "DSIG", "gasp", "meta", "FFTM", "BASE"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=codepoints)
    worker.subset(font)
    if units_per_em:
        scale_upem(font, units_per_em)
    # A browser puts a glyph's left edge where the side bearing says; Lucide says 0 for all.
    for name in font.getGlyphOrder():
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(font["glyf"][name], "xMin", 0))
    font.save(target + ".part")
    os.replace(target + ".part", target)


def write_header(path: str, icons: dict[str, int]) -> None:
    lines = "".join(f"inline constexpr char32_t {name.replace('-', '_')} = 0x{code:x};\n"
                    for name, code in icons.items())
    text = ("#pragma once\n\n"
            "// One per line of assets/icons.txt: the character that icons.ttf draws as that icon.\n"
            f"namespace loggia::ui::icon {{\n{lines}}}\n")
    if os.path.isfile(path) and open(path, encoding="ascii").read() == text:
        return  # nothing is to be compiled anew
    with open(path, "w", encoding="ascii") as out:
        out.write(text)


def main() -> None:
    dependencies, icon_list, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    for weight in ["Regular", "SemiBold"]:
        for part, codepoints, needed in [("", LATIN, NEEDED), ("-more", MORE, NEEDED_OF_MORE)]:
            source, target = f"Inter-{weight}.woff2", f"inter-{weight.lower()}{part}.ttf"
            shrink(f"{dependencies}/inter/{source}", f"{out}/{target}", codepoints)
            missing = set(map(ord, needed)) - set(TTFont(f"{out}/{target}").getBestCmap())
            if missing:
                sys.exit(f"{target} lacks {''.join(map(chr, sorted(missing)))}")

    known = json.load(open(f"{dependencies}/lucide/codepoints.json", encoding="utf-8"))
    names = [line.strip() for line in open(icon_list, encoding="utf-8") if line.strip() and not line.startswith("#")]
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"{icon_list}: Lucide has no icon called {', '.join(unknown)}")
    icons = {name: known[name] for name in sorted(set(names))}
    # Five units a pixel on a phone's screen are as fine as anyone sees, and a fifth smaller to load.
    shrink(f"{dependencies}/lucide/lucide.ttf", f"{out}/icons.ttf", list(icons.values()), units_per_em=256)
    write_header(f"{out}/icons.generated.h", icons)


main()
