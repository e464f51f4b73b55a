# An apt of our own: its state lies in the cache, so that packages of another Debian release can be read without
# changing the system. Packages are unpacked, never installed.
# shellcheck shell=bash

# private_apt SUITE ARGUMENTS...: apt-get on the suite's lists. A mirror that lags behind is welcome: signatures are
# verified all the same, and what we want from it does not change.
private_apt() {
    local suite="$1" state="$LOGGIA_CACHE/apt/$1"
    shift
    apt-get -o Dir::State="$state/state" -o Dir::State::status="$state/status" -o Dir::Cache="$state/cache" \
        -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null \
        -o APT::Get::List-Cleanup=0 -o APT::Sandbox::User="$(id -un)" -o Acquire::Languages=none \
        -o APT::Install-Recommends=0 -o Acquire::Check-Valid-Until=false "$@"
}

private_apt_update() {
    local suite="$1" state="$LOGGIA_CACHE/apt/$1" keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    [ -f "$keyring" ] || die "Debian's archive keys are missing" "apt-get install debian-archive-keyring"
    mkdir -p "$state/state/lists/partial" "$state/cache/archives/partial"
    : > "$state/status"
    printf '%s [signed-by=%s] %s %s main\n' deb "$keyring" "$DEBIAN_MIRROR" "$suite" \
        deb-src "$keyring" "$DEBIAN_MIRROR" "$suite" > "$state/sources.list"
    quietly "$LOGGIA_CACHE/log/apt-$suite.log" private_apt "$suite" update ||
        die "the package lists of Debian $suite could not be read" "check the network, then start again"
}

# debian_source SUITE PACKAGE DIRECTORY: the upstream part of a source package; apt checks its signature.
debian_source() {
    local work="$LOGGIA_DOWNLOADS/source.$$"
    private_apt_update "$1"
    rm -rf "$work" && mkdir -p "$work/unpacked"
    (cd "$work" && quietly "$LOGGIA_CACHE/log/source-$2.log" private_apt "$1" source --download-only "$2") ||
        { rm -rf "$work"; die "Debian $1's source package $2 could not be fetched" "check the network, then start again"; }
    tar -xf "$work"/*.orig.tar.* -C "$work/unpacked" --strip-components=1
    publish "$work/unpacked" "$3"
    rm -rf "$work"
}
