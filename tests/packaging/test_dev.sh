#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How packaging/dev behaves when set-up goes wrong. Runs a copy of it against stand-ins for the
# programs that would download, make or enter the userland: no network, no root, a few seconds.
# shellcheck disable=SC2016 # the stand-ins are scripts in single quotes
set -euo pipefail

source_dir=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

project=$work/project
stubs=$work/stubs
host=$work/host
failures=0

fail()
{
    printf 'FAIL: %s: %s\n' "$case" "$1"
    sed 's/^/    | /' "$work/output"
    failures=$((failures + 1))
}

expect_status() { [[ $status -eq $1 ]] || fail "exit status $status, not $1"; }
expect_failure() { [[ $status -ne 0 ]] || fail "exit status 0"; }
expect_output() { grep -q -e "$1" "$work/output" || fail "the output lacks: $1"; }
expect_no_half() { [[ -z $(find "$work/cache" -name '.making-*' 2>/dev/null) ]] || fail "half a userland was left"; }
expect_made() { [[ $(wc -l <"$work/made") -eq $1 ]] || fail "made $(wc -l <"$work/made") times, not $1"; }
userlands() { find "$work/cache/dateline" -mindepth 1 -maxdepth 1 -type d -name 'debian13-*'; }

stub()
{
    printf '#!/usr/bin/env bash\n%s\n' "$2" >"$stubs/$1"
    chmod +x "$stubs/$1"
}

# What the script finds of the real host: everything but what could make or enter a userland.
mkdir "$host"
ln -s /usr/bin/* "$host/"
rm -f "$host"/{mmdebstrap,bwrap,unshare,newuidmap,apt-get,apt-config,sudo,dpkg-query,df}

# A case starts from nothing: a fresh copy, an empty cache, stand-ins that succeed.
begin()
{
    case=$1
    rm -rf "$project" "$stubs" "$work/cache" "$work/inside"
    mkdir -p "$project/app" "$project/tests/readers" "$stubs" "$work/cache" "$work/inside"
    cp -r "$source_dir/packaging" "$project/"
    # Its trial uses a network on purpose, which would count as an attempt of this test.
    printf '#!/usr/bin/env bash\n[[ $1 != bash ]] && exec "$@"\n' >"$project/packaging/offline"
    cp -r "$source_dir/tests/readers/frictionless" "$project/tests/readers/"
    cp "$source_dir/CMakePresets.json" "$project/"
    : >"$work/made"
    : >"$work/entered"
    : >"$work/output"
    stub apt-config ''
    stub apt-get "echo \"apt-get \$*\" >>'$work/installed'"
    stub dpkg-query 'printf installed'
    stub sudo 'exit 1'
    stub newuidmap ''
    stub df 'printf "head\nx 9 9 90000 1%% /\n"'
    # Both run what follows their options.
    stub unshare 'while [[ $1 != -- ]]; do shift; done; shift; exec "$@"'
    stub bwrap "
        [[ \"\$*\" != *--chdir* ]] && exit
        printf '%s\n' \"\$*\" >>'$work/entered'
        while [[ \$1 != -- ]]; do shift; done
        shift 2
        while [[ \$1 == -u || \$1 == *=* ]]; do [[ \$1 == -u ]] && shift; shift; done
        [[ -x '$work/inside/'\${1##*/} ]] && exec '$work/inside/'\${1##*/} \"\${@:2}\"
        exec \"\$@\""
    makes_userland 'mkdir -p "$half/usr"'
}

# makes_userland SCRIPT: what mmdebstrap does in the folder $half.
makes_userland() { stub mmdebstrap "half=\${@: -2:1}; echo made >>'$work/made'; $1"; }

# An array, not a function: with & it must be the script itself that gets the process id.
dev=(env -i PATH="$stubs:$host" HOME="$work" XDG_CACHE_HOME="$work/cache" DATELINE_USERLAND=1
    "$project/packaging/dev")

dev()
{
    status=0
    "${dev[@]}" "$@" >"$work/output" 2>&1 || status=$?
}

begin "first and second call"
dev exec bash -c 'exit 7'
expect_status 7
dev exec true
expect_status 0
expect_made 1
expect_no_half

begin "the download breaks"
makes_userland 'mkdir -p "$half/usr"; echo "E: Failed to fetch it"; exit 100'
dev exec true
expect_failure
expect_output 'Failed to fetch it'
expect_output 'DATELINE_DEBIAN_MIRROR'
expect_no_half
[[ -z $(userlands) ]] || fail "a broken userland is in place"
makes_userland 'mkdir -p "$half/usr"'
dev exec true
expect_status 0

begin "the disk fills up"
makes_userland 'mkdir -p "$half/usr"; echo "E: Write error (28: No space left on device)"; exit 1'
dev exec true
expect_failure
expect_output 'is full'
expect_no_half

begin "the disk is too small from the start"
stub df 'printf "head\nx 9 9 100 1%% /\n"'
dev exec true
expect_failure
expect_output '100 MB free'
expect_made 0

begin "the cache cannot be written"
: >"$work/file"
ln -s "$work/file/cache" "$work/cache/dateline"
dev exec true
expect_failure
expect_output 'cannot write to'

begin "killed in the middle"
makes_userland 'mkdir -p "$half/usr"; sleep 1; touch "'"$work/survivor"'"'
"${dev[@]}" exec true >"$work/output" 2>&1 &
victim=$!
until compgen -G "$work/cache/dateline/.making-*/usr" >/dev/null; do sleep 0.05; done
kill -9 "$victim"
{ wait "$victim"; } 2>/dev/null || true
[[ -z $(userlands) ]] || fail "half a userland is in place"
makes_userland '[[ ! -e $half ]] && mkdir -p "$half/usr"'
dev exec true
expect_status 0
expect_no_half

begin "two calls at once"
makes_userland 'mkdir "$half"; sleep 0.5; mkdir "$half/usr"'
"${dev[@]}" exec true >"$work/first" 2>&1 &
first=$!
dev exec true
expect_status 0
wait "$first" || fail "the first call failed: $(cat "$work/first")"
expect_made 1

begin "an old userland"
dev exec true
echo "# changed" >>"$project/packaging/debian-packages"
dev exec true
expect_status 0
expect_made 2
[[ $(userlands | wc -l) -eq 1 ]] || fail "the old userland is still there"

begin "an old userland in use"
dev exec true
flock --shared "$(userlands).lock" sleep 5 &
user=$!
sleep 0.1
echo "# changed" >>"$project/packaging/debian-packages"
dev exec true
expect_status 0
[[ $(userlands | wc -l) -eq 2 ]] || fail "a userland was removed from under a call"
kill "$user"

begin "a host program is missing"
rm "$stubs/mmdebstrap"
: >"$work/installed"
stub dpkg-query ''
dev exec true
expect_failure
if [[ $EUID -eq 0 ]]; then
    grep -q 'apt-get install .*mmdebstrap' "$work/installed" || fail "mmdebstrap was not installed"
else
    expect_output 'sudo apt-get install .*mmdebstrap'
fi

begin "namespaces are forbidden"
stub bwrap 'exit 1'
dev exec true
expect_failure
expect_output 'namespaces'

begin "no network for builds, network for exec"
dev exec true
! grep -q -e --unshare-net "$work/entered" || fail "exec has no network"
printf '#!/bin/sh\nexit 1\n' >"$work/inside/cmake"
chmod +x "$work/inside/cmake"
dev build
expect_failure
tail -n 1 "$work/entered" | grep -q -e '--unshare-net .*cmake --preset dev' || fail "build has network"

begin "one part of test fails"
for command in xargs shellcheck cmake ninja python3 dateline headless npm; do
    printf '#!/bin/sh\necho %s\n' "$command" >"$work/inside/$command"
done
echo 'mkdir -p build/asan build/tidy' >>"$work/inside/cmake"
echo 'exit 1' >>"$work/inside/xargs"
chmod +x "$work/inside"/*
dev test
expect_status 1
expect_output 'FAILED before the tests: format'
[[ $(tail -n 1 "$work/output") == headless ]] || fail "the test runner does not have the last word"
printf '#!/bin/sh\n' >"$work/inside/xargs"
dev test
expect_status 0
printf '#!/bin/sh\nexit 8\n' >"$work/inside/headless"
dev test
expect_failure

begin "the packages from npm"
for command in cmake ninja; do printf '#!/bin/sh\n' >"$work/inside/$command"; done
echo 'mkdir -p build/asan' >>"$work/inside/cmake"
printf '#!/bin/sh\necho "node_modules: $DATELINE_NODE_PACKAGES"\n' >"$work/inside/headless"
printf '#!/bin/sh\necho "npm cannot reach it"\nexit 1\n' >"$work/inside/npm"
chmod +x "$work/inside"/*
dev test -R readers
expect_status 0
expect_output 'npm cannot reach it'
expect_output 'NO SECOND OPINION'
expect_output 'node_modules: $'
[[ -z $(find "$work/cache" -name '.making-node*') ]] || fail "half of the packages were left"
printf '#!/bin/sh\nmkdir "$3/node_modules"\n' >"$work/inside/npm"
dev test -R readers
expect_status 0
expect_output "node_modules: $work/cache/dateline/node-"

begin "run"
for command in cmake ninja dateline headless; do
    printf '#!/bin/sh\necho %s "$@" >>%s\n' "$command" "$work/calls" >"$work/inside/$command"
done
echo 'mkdir -p build/release' >>"$work/inside/cmake"
echo 'while [ $# -gt 1 ]; do shift; done; echo picture >"$1"' >>"$work/inside/headless"
chmod +x "$work/inside"/*
# expect_last_call EXPRESSION
expect_last_call() { tail -n 1 "$work/calls" | grep -q -x -e "$1" || fail "the last call was: $(tail -n 1 "$work/calls")"; }
dev run
expect_status 0
expect_output "$project/build/dateline.png"
expect_last_call "headless 2560x1600 .*/dateline --size 1600x1000 .*/data/overseas-stations --screenshot .*/build/dateline.png"
dev run "$work" --theme night
expect_last_call "headless 2560x1600 .*/dateline --size 1600x1000 $work --theme night --screenshot .*/build/dateline.png"
dev run check "$work"
expect_last_call "headless 2560x1600 .*/dateline check $work"
dev=("${dev[@]:0:2}" DISPLAY=:7 "${dev[@]:2}")
dev run --theme night
expect_last_call "dateline .*/data/overseas-stations --theme night"

begin "what the killed call had started"
[[ ! -e $work/survivor ]] || fail "it lived on"

begin "an unknown word"
dev frobnicate
expect_status 2
expect_output 'frobnicate'
expect_output 'screens'

[[ $failures -eq 0 ]] && echo "packaging/dev: all cases passed"
