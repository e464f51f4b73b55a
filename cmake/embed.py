"""embed.py SYMBOL FILE HEADER: writes a header that holds the file's bytes."""
import os
import sys

symbol, source, header = sys.argv[1:]
data = open(source, "rb").read()


def escape(byte: int) -> str:
    if byte == 10:
        return "\\n"
    if byte in (34, 92, 63):
        return "\\" + chr(byte)
    return chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}"


lines = [data[i:i + 100] for i in range(0, len(data), 100)] or [b""]
literal = "\n".join('    "' + "".join(map(escape, line)) + '"' for line in lines)
os.makedirs(os.path.dirname(header), exist_ok=True)
with open(header, "w", encoding="ascii") as out:
    out.write(f"""#pragma once

#include <string_view>

namespace loggia::embedded {{
inline constexpr std::string_view {symbol}{{
{literal},
    {len(data)}}};
}}
""")
