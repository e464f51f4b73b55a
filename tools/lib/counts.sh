# How many tests passed and failed, read from what the runners print.
# shellcheck shell=bash

# count_catch2 LOG: test cases of every program in a verbose ctest log; a program that died counts as one failure.
count_catch2() {
    [ -f "$1" ] || { echo 0 0; return; }
    awk '
        { gsub(/\033\[[0-9;]*m/, "") }
        /All tests passed \(/ { sub(/.* in /, ""); passed += $1 }
        /^[0-9]+: test cases: / {
            for (i = 1; i < NF; i++) { if ($(i + 1) == "passed") passed += $i; if ($(i + 1) == "failed") failed += $i }
            reported++
        }
        /tests failed out of / { sub(/.*tests passed, /, ""); programs = $1 }
        END { if (programs > reported) failed += programs - reported; print passed + 0, failed + 0 }' "$1"
}

# count_playwright LOG: from the closing lines of its list reporter.
count_playwright() {
    [ -f "$1" ] || { echo 0 0; return; }
    awk '
        /^ +[0-9]+ passed/ { passed = $1 }
        /^ +[0-9]+ (failed|flaky|did not run|interrupted)/ { failed += $1 }
        END { print passed + 0, failed + 0 }' "$1"
}
