# The three ways to an Emscripten; emsdk-setup.sh chooses. Each leaves LOGGIA_EMSCRIPTEN/root, written last.
# shellcheck shell=bash
# shellcheck source=tools/lib/private_apt.sh
. "$LOGGIA_ROOT/tools/lib/private_apt.sh"

EMSCRIPTEN_VERSION=3.1.69
# Unpacked from Debian, but never these: the system's own interpreters and compilers serve, or nobody calls them.
EMSCRIPTEN_LEAVE_OUT='perl|python|media-types|node|libnode|gcc|libgcc-|libstdc\+\+-|libc6-dev|linux-libc|ccache|dpkg|tar$|tzdata'
EMSCRIPTEN_LEAVE_OUT+='|binutils|lib(asan|tsan|hwasan|lsan|ubsan|gprofng|pfm|objc|gomp|itm|cc1|clang1)|llvm-19-tools|readline'
EMSCRIPTEN_LEAVE_OUT+='|coreutils|debconf|base|bash|sed|libcurl|libldap|libkrb|libgnutls|openssl|netbase|adduser|passwd'

emscripten_is_ready() {
    local root
    root="$(cat "$LOGGIA_EMSCRIPTEN/root" 2> /dev/null)" && [ -x "$root/em++" ] &&
        [ -f "$root/cmake/Modules/Platform/Emscripten.cmake" ]
}

# emscripten_publish ROOT: only an Emscripten that compiles and links is one.
emscripten_publish() {
    local work="$LOGGIA_EMSCRIPTEN/trial"
    mkdir -p "$work"
    printf '#include <cstdio>\nint main() { std::puts("Emscripten works"); }\n' > "$work/trial.cpp"
    quietly "$LOGGIA_CACHE/log/emscripten-trial.log" "$1/em++" -fwasm-exceptions -O1 "$work/trial.cpp" -o "$work/trial.js" &&
        [ "$(node "$work/trial.js")" = "Emscripten works" ] || return 1
    rm -rf "$work"
    printf '%s\n' "$1" > "$LOGGIA_EMSCRIPTEN/root.part"
    mv "$LOGGIA_EMSCRIPTEN/root.part" "$LOGGIA_EMSCRIPTEN/root"
}

emscripten_from_path() {
    local found version
    found="$(command -v em++)" || return 1
    version="$("$found" -dumpversion 2> /dev/null)" || return 1
    [ "$(printf '%s\n%s\n' "$EMSCRIPTEN_VERSION" "$version" | sort -V | head -n1)" = "$EMSCRIPTEN_VERSION" ] || return 1
    note "using $found, version $version"
    emscripten_publish "$(dirname "$(readlink -f "$found")")"
}

emscripten_from_emsdk() {
    local archive="$LOGGIA_DOWNLOADS/emsdk-$EMSCRIPTEN_VERSION.tar.gz" home="$LOGGIA_EMSCRIPTEN/emsdk"
    download "https://github.com/emscripten-core/emsdk/archive/refs/tags/$EMSCRIPTEN_VERSION.tar.gz" any "$archive" ||
        { note "the official emsdk is out of reach; taking Debian's packages"; return 1; }
    rm -rf "$home" && mkdir -p "$home"
    tar -xzf "$archive" -C "$home" --strip-components=1 || { rm -f "$archive"; return 1; }
    note "emsdk install $EMSCRIPTEN_VERSION (about 400 MB)"
    quietly "$LOGGIA_CACHE/log/emscripten-emsdk.log" "$home/emsdk" install "$EMSCRIPTEN_VERSION" &&
        quietly "$LOGGIA_CACHE/log/emscripten-emsdk.log" "$home/emsdk" activate "$EMSCRIPTEN_VERSION" || return 1
    # Emscripten reads the configuration beside its own scripts, so nobody needs an environment variable.
    cp "$home/.emscripten" "$home/upstream/emscripten/.emscripten"
    sed -i "s#^emsdk_path = .*#emsdk_path = '$home'#" "$home/upstream/emscripten/.emscripten"
    emscripten_publish "$home/upstream/emscripten"
}

emscripten_from_debian() {
    local prefix="$LOGGIA_EMSCRIPTEN/debian" archives="$LOGGIA_DOWNLOADS/emscripten" packages
    command -v patchelf > /dev/null || die "patchelf is missing" "run tools/setup, which installs it"
    note "reading the package lists of Debian 13"
    private_apt_update trixie
    packages="$(private_apt trixie --print-uris -y install emscripten | sed -n "s#^'[^']*' \([^_]*\)_.*#\1#p" |
        grep -Ev "^($EMSCRIPTEN_LEAVE_OUT)")" || return 1
    mkdir -p "$archives"
    note "downloading $(wc -l <<< "$packages") packages, about 330 MB"
    # apt verifies each against the signed lists and takes up a broken-off download.
    # shellcheck disable=SC2086
    (cd "$archives" && quietly "$LOGGIA_CACHE/log/emscripten-download.log" private_apt trixie download $packages) || return 1
    note "unpacking"
    rm -rf "$prefix" && mkdir -p "$prefix"
    local package
    for package in "$archives"/*.deb; do dpkg-deb --fsys-tarfile "$package" | tar -x -C "$prefix" --no-same-owner; done
    emscripten_relocate "$prefix" || return 1
    npm_package acorn@8.14.0 "$prefix/usr/share/emscripten/node_modules/acorn"
    emscripten_publish "$prefix/usr/share/emscripten" || return 1
    rm -rf "$archives"
}

# emscripten_relocate PREFIX: the programs use the prefix's loader and libraries; the configuration names the prefix.
emscripten_relocate() {
    local prefix="$1" triplet root="$1/usr/share/emscripten" loader library_path program
    triplet="$(gcc -dumpmachine 2> /dev/null || echo "$(uname -m)-linux-gnu")"
    loader="$(find "$prefix" -name 'ld-linux-*.so.*' \( -type f -o -type l \) | head -n1)"
    library_path="$prefix/usr/lib/$triplet:$prefix/lib/$triplet:$prefix/usr/lib/llvm-19/lib"
    for program in "$prefix"/usr/lib/llvm-19/bin/* "$prefix"/usr/bin/wasm-* "$prefix"/usr/bin/wasm2js; do
        [ -f "$program" ] && [ ! -L "$program" ] && head -c 4 "$program" | grep -q ELF || continue
        patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$library_path" "$program" || return 1
    done
    find "$prefix/usr/lib/$triplet" -maxdepth 1 -name '*.so*' -type f -size +5M -exec \
        patchelf --force-rpath --set-rpath "$library_path" {} + || true
    cat > "$root/.emscripten" << CONFIG
LLVM_ROOT = '$prefix/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$prefix/usr'
EMSCRIPTEN_ROOT = '$root'
NODE_JS = '$(command -v node)'
CACHE = '$root/cache'
FROZEN_CACHE = False
CONFIG
}
