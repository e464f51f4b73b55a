#!/usr/bin/env bash
# Sets up Emscripten (em++, for the portal) without touching the system. In this order: one that is already there,
# the official emsdk, the packages of Debian 13 unpacked into a prefix of our own. The result is a file that names
# Emscripten's directory, which cmake/emscripten.cmake reads.
#   ./emsdk-setup.sh            sets up; does nothing when that is done
#   source ./emsdk-setup.sh     the same, and puts em++ on this shell's PATH
#   LOGGIA_EMSCRIPTEN_FROM=emsdk|debian ./emsdk-setup.sh    tries only that source
loggia_emscripten_setup() (
    set -euo pipefail
    . "$1/tools/lib/common.sh"
    . "$1/tools/lib/emscripten.sh"
    emscripten_is_ready && exit 0
    say "Emscripten: setting up $EMSCRIPTEN_VERSION in $LOGGIA_EMSCRIPTEN"
    from="${LOGGIA_EMSCRIPTEN_FROM:-}"
    if [ -z "$from" ] && emscripten_from_path; then
        :
    elif [ "$from" != debian ] && emscripten_from_emsdk; then
        :
    elif [ "$from" != emsdk ] && emscripten_from_debian; then
        :
    else
        die "Emscripten could not be set up" "check the network and start again, or put an em++ >= $EMSCRIPTEN_VERSION on PATH"
    fi
    emscripten_is_ready || die "Emscripten was set up but does not compile" "see $LOGGIA_CACHE/log/emscripten-*.log"
    say "Emscripten: ready in $(cat "$LOGGIA_EMSCRIPTEN/root")"
    note "cmake --preset web finds it; to call em++ by hand: source ./emsdk-setup.sh"
)

loggia_root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    loggia_emscripten_setup "$loggia_root"
else
    loggia_emscripten_setup "$loggia_root" &&
        PATH="$(. "$loggia_root/tools/lib/common.sh" && cat "$LOGGIA_EMSCRIPTEN/root"):$PATH" && export PATH
fi
