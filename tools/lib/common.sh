# Shared by the scripts in tools/: where things live, how they speak, how they download.
# shellcheck shell=bash

if [ -z "${HOME:-}" ]; then
    HOME="$(getent passwd "$(id -u)" | cut -d: -f6)"
    [ -n "$HOME" ] && [ -w "$HOME" ] || HOME="/tmp/loggia-home-$(id -u)"
    export HOME
fi
LOGGIA_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
export LOGGIA_CACHE="${LOGGIA_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/loggia}"
export LOGGIA_DEPENDENCIES="${LOGGIA_DEPENDENCIES:-$LOGGIA_CACHE/dependencies}"
LOGGIA_EMSCRIPTEN="$LOGGIA_CACHE/emscripten"
LOGGIA_DOWNLOADS="$LOGGIA_CACHE/downloads"
DEBIAN_MIRROR="${LOGGIA_DEBIAN_MIRROR:-http://deb.debian.org/debian}"
mkdir -p "$LOGGIA_CACHE" "$LOGGIA_DOWNLOADS"

export CCACHE_DIR="${CCACHE_DIR:-$LOGGIA_CACHE/ccache}" CCACHE_MAXSIZE="${CCACHE_MAXSIZE:-5G}"
# Paths below the checkout are hashed relative to it, so that another clone finds the same objects.
export CCACHE_BASEDIR="$LOGGIA_ROOT" CCACHE_NOHASHDIR=1
export CCACHE_SLOPPINESS="pch_defines,time_macros"

say() { printf '%s\n' "$*"; }
note() { printf '  %s\n' "$*"; }

# die WHAT WHAT_TO_DO
die() {
    printf 'error: %s\n' "$1" >&2
    [ $# -lt 2 ] || printf '  what to do: %s\n' "$2" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo > /dev/null; then
        sudo "$@"
    else
        die "'$*' needs root and there is no sudo" "run it as root, then start again"
    fi
}

# quietly LOG COMMAND...: hides the output of a long command behind its running time, shows its end when it fails.
quietly() {
    local log="$1" start="$SECONDS" job
    shift
    mkdir -p "$(dirname "$log")"
    "$@" > "$log" 2>&1 < /dev/null &
    job=$!
    if [ -t 1 ]; then
        while kill -0 "$job" 2> /dev/null; do
            printf '\r  … %d s  %.90s\033[K' $((SECONDS - start)) "$(tail -c 200 "$log" | tr '\r' '\n' | tail -n 1 | tr -cd '[:print:]')"
            sleep 1
        done
        printf '\r\033[K'
    fi
    if ! wait "$job"; then
        tail -n 25 "$log" >&2
        printf 'error: failed: %s\n  the whole output: %s\n' "$*" "$log" >&2
        return 1
    fi
}

sha256_is() { [ "$(sha256sum "$1" | cut -d' ' -f1)" = "$2" ]; }

chromium_path() { command -v chromium chromium-browser google-chrome 2> /dev/null | head -n 1 | grep .; }

# Only with the screen nobody sees that it draws on.
firefox_path() { command -v Xvfb > /dev/null && command -v firefox-esr; }

# seconds_since START, with tenths, in the way of EPOCHREALTIME.
seconds_since() { awk -v a="$1" -v b="${EPOCHREALTIME/,/.}" 'BEGIN { printf "%.1f", b - a }'; }

# build PRESET TARGET...: configures once, then compiles; a terminal sees ninja's own progress.
build() {
    local preset="$1" log="$LOGGIA_ROOT/build/log/build-$1.log"
    shift
    cd "$LOGGIA_ROOT" || return
    if [ ! -f "build/$preset/build.ninja" ]; then
        quietly "$LOGGIA_ROOT/build/log/configure-$preset.log" cmake --preset "$preset" ||
            die "cmake --preset $preset failed" "see the lines above; tools/setup installs what is missing"
    fi
    if [ -t 1 ]; then
        cmake --build "build/$preset" --target "$@" || die "building $* failed" "see the first error above"
    else
        quietly "$log" cmake --build "build/$preset" --target "$@" ||
            { grep -n -m 12 -E 'error:|FAILED|undefined' "$log" >&2 || true; die "building $* failed" "the whole output: $log"; }
    fi
}

# download URL SHA256|any FILE: FILE appears only whole and verified. Fails quietly where the URL is out of reach.
download() {
    local url="$1" sha256="$2" file="$3"
    if [ -f "$file" ] && { [ "$sha256" = any ] || sha256_is "$file" "$sha256"; }; then return 0; fi
    mkdir -p "$(dirname "$file")"
    local part="$file.part.$$"
    if ! curl -fsSL --connect-timeout 6 --speed-limit 1000 --speed-time 20 --retry 1 -o "$part" "$url" 2> /dev/null; then
        rm -f "$part"
        return 1
    fi
    if [ "$sha256" != any ] && ! sha256_is "$part" "$sha256"; then
        rm -f "$part"
        note "$url does not have the expected content; not used" >&2
        return 1
    fi
    mv "$part" "$file"
}

# publish TEMPORARY FINAL: a directory appears under its name only when it is complete.
publish() {
    rm -rf "$2.old"
    [ ! -e "$2" ] || mv "$2" "$2.old"
    mkdir -p "$(dirname "$2")"
    mv "$1" "$2"
    rm -rf "$2.old"
}

# npm_package NAME@VERSION DIRECTORY: unpacks one package of the npm registry; npm checks its integrity.
npm_package() {
    local work="$LOGGIA_DOWNLOADS/npm.$$"
    rm -rf "$work" && mkdir -p "$work/unpacked"
    (cd "$work" && quietly "$LOGGIA_CACHE/log/npm-pack.log" npm pack --cache "$LOGGIA_CACHE/npm" --prefer-offline \
        --fetch-retry-mintimeout 2000 "$1") || { rm -rf "$work"; die "npm could not fetch $1" "check the network and 'npm config get registry', then start again"; }
    tar -xzf "$work"/*.tgz -C "$work/unpacked" --strip-components=1
    publish "$work/unpacked" "$2"
    rm -rf "$work"
}
