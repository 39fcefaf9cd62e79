#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test_generate.sh GENERATOR DATELINE: the same seed gives the same package, another seed another
# one, and the program finds no error in it.
set -euo pipefail

generator=$1
dateline=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail()
{
    printf 'FAIL: %s\n' "$1"
    exit 1
}

for name in first again; do
    "$generator" --events 2000 --seed 7 --out "$work/$name"
done
"$generator" --events 2000 --seed 8 --out "$work/other"
diff -r "$work/first" "$work/again" >/dev/null || fail "the same seed gave another package"
! diff -q "$work/first/events.csv" "$work/other/events.csv" >/dev/null || fail "another seed gave the same events"

"$dateline" check "$work/first" >"$work/report" || {
    cat "$work/report"
    fail "dateline check found errors"
}
[[ $(wc -l <"$work/first/events.csv") -eq 2001 ]] || fail "not 2000 events"
for what in '"old"' '测量' 'مسح' '/\.\.' '~' '?' 'X'; do
    grep -q -e "${what//\"/\"\"}" "$work/first/events.csv" || fail "no event has $what"
done
! "$generator" --events many --out "$work/none" 2>/dev/null || fail "a word was taken for a number"
