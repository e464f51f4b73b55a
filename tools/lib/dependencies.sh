# What Loggia is built from, and how it comes here. Each part appears in LOGGIA_DEPENDENCIES only when it is whole.
# shellcheck shell=bash
# shellcheck source=tools/lib/private_apt.sh
. "$LOGGIA_ROOT/tools/lib/private_apt.sh"

IMGUI_VERSION=1.92.2b
CATCH2_VERSION=3.7.1
BETTER_SQLITE3=better-sqlite3@13.2.0 # ships SQLite's amalgamation 3.54.1 unchanged
INTER=inter-ui@4.1.1
LUCIDE=lucide-static@1.62.0

# Digests of the files that are compiled, so that it does not matter which archive brought them.
IMGUI_DIGEST=f3c6b244b415201e1f263fcf2b0d526225dc06bbc6c39927f9eb848d44cdda23
CATCH2_DIGEST=ea4b886ce40eb346dcecc353874b3e1a87a3d1390d065d6190772813426025c9
SQLITE_DIGEST=9882cbf5a2bb35ddf136fdfe5cf078368ff01ec44bffd84e3ccb673bf2ffb67a
INTER_DIGEST=f5f612d48673dd0518673b2faaf110ed620d2fabcc81e7c1a3911d826c7b9da7
LUCIDE_DIGEST=8ba3661739c81f2b6ff6e83974a01d0ee15ffda3d9219b9a4f2b1b64165c0544

DEPENDENCY_FILES=(imgui/imgui.cpp catch2/src/catch2/catch_session.cpp sqlite/sqlite3.c json/include/nlohmann/json.hpp
    inter/Inter-Regular.woff2 inter/Inter-SemiBold.woff2 lucide/lucide.ttf lucide/codepoints.json)

# digest DIRECTORY FILE_PATTERN...
digest() {
    (cd "$1" && shift && set -f && find . -type f \( -false $(printf -- ' -o -path ./%s' "$@") \) -print0 | LC_ALL=C sort -z |
        xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

# verified NAME DIRECTORY DIGEST FILE_PATTERN...
verified() {
    local name="$1" directory="$2" expected="$3" found
    shift 3
    found="$(digest "$directory" "$@")"
    [ "$found" = "$expected" ] && return 0
    rm -rf "$directory"
    die "$name does not have the content that this version of Loggia was tested with ($found)" \
        "start again; if it stays so, the package was changed at its source and tools/lib/dependencies.sh needs a look"
}

# from_github REPOSITORY TAG DIRECTORY: the source of a tag; fails where GitHub is out of reach.
from_github() {
    local archive="$LOGGIA_DOWNLOADS/${1##*/}-$2.tar.gz"
    download "https://github.com/$1/archive/refs/tags/$2.tar.gz" any "$archive" || return 1
    rm -rf "$3" && mkdir -p "$3"
    tar -xzf "$archive" -C "$3" --strip-components=1 || { rm -rf "$archive" "$3"; return 1; }
    rm -f "$archive"
}

provide_imgui() {
    local work="$LOGGIA_DOWNLOADS/imgui" version
    from_github ocornut/imgui "v$IMGUI_VERSION" "$work" || debian_source testing imgui "$work"
    version="$(sed -n 's/^#define IMGUI_VERSION_NUM *//p' "$work/imgui.h")"
    # Debian's testing moves on; a newer 1.92 comes signed by Debian instead of pinned by us.
    if [ "$version" = 19222 ]; then
        verified "Dear ImGui" "$work" "$IMGUI_DIGEST" "imgui*.cpp" "imgui*.h" "imstb_*.h"
    elif [ "${version:-0}" -lt 19222 ] || [ "$version" -ge 19300 ]; then
        die "Dear ImGui $version came, 1.92.2b or a newer 1.92 is needed" "unpack one into $LOGGIA_DEPENDENCIES/imgui"
    fi
    publish "$work" "$LOGGIA_DEPENDENCIES/imgui"
}

provide_catch2() {
    local work="$LOGGIA_DOWNLOADS/catch2"
    from_github catchorg/Catch2 "v$CATCH2_VERSION" "$work" || debian_source trixie catch2 "$work"
    verified Catch2 "$work" "$CATCH2_DIGEST" "src/*.cpp" "src/*.hpp"
    publish "$work" "$LOGGIA_DEPENDENCIES/catch2"
}

# from_npm NAME PACKAGE@VERSION DIGEST FILE...: some files of a package, as LOGGIA_DEPENDENCIES/NAME.
from_npm() {
    local name="$1" package="$2" expected="$3" work="$LOGGIA_DOWNLOADS/$1" file
    shift 3
    npm_package "$package" "$work.package"
    rm -rf "$work" && mkdir -p "$work"
    for file in "$@"; do cp "$work.package/$file" "$work/"; done
    rm -rf "$work.package"
    verified "$package" "$work" "$expected" "*"
    publish "$work" "$LOGGIA_DEPENDENCIES/$name"
}

provide_json() {
    local work="$LOGGIA_DOWNLOADS/json"
    rm -rf "$work" && mkdir -p "$work/include"
    cp -r /usr/include/nlohmann "$work/include/"
    publish "$work" "$LOGGIA_DEPENDENCIES/json"
}

# provide NAME FIRST_FILE COMMAND...: does nothing where the part is there already.
provide() {
    local name="$1" file="$2"
    shift 2
    [ ! -f "$LOGGIA_DEPENDENCIES/$file" ] || return 0
    note "$name"
    "$@"
}

provide_dependencies() {
    provide "Dear ImGui $IMGUI_VERSION" imgui/imgui.cpp provide_imgui
    provide "Catch2 $CATCH2_VERSION" catch2/src/catch2/catch_session.cpp provide_catch2
    provide "SQLite 3.54.1" sqlite/sqlite3.c from_npm sqlite "$BETTER_SQLITE3" "$SQLITE_DIGEST" deps/sqlite3/sqlite3.c deps/sqlite3/sqlite3.h
    provide "nlohmann/json" json/include/nlohmann/json.hpp provide_json
    provide "Inter" inter/Inter-Regular.woff2 from_npm inter "$INTER" "$INTER_DIGEST" web/Inter-Regular.woff2 web/Inter-SemiBold.woff2 LICENSE.txt
    provide "Lucide icons" lucide/codepoints.json from_npm lucide "$LUCIDE" "$LUCIDE_DIGEST" font/lucide.ttf font/codepoints.json LICENSE
}
