# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# packaging/dev bench: ours and the peers on the same data in the same call. Sourced by
# packaging/dev. What is measured, and how, is in tests/bench/README.md.

bench_folder=$project/build/bench
bench_programs=$project/build/release/bin

word_bench()
{
    local events=1000000 growth=
    while [[ $# -gt 0 ]]; do
        case $1 in
        --events) [[ ${2-} =~ ^[1-9][0-9]*$ ]] || die "--events takes a whole number, not \"${2-}\"." ;;
        --growth) growth=10000000 ;;
        *) die "bench has no option \"$1\"; it knows --events N and --growth." ;;
        esac
        [[ $1 != --events ]] || { events=$2 && shift; }
        shift
    done
    say "bench: builds as released and measures; 6 to 10 minutes for a million events, with peers from npm."
    tools
    build release tests/bench/all >&2
    mkdir -p "$bench_folder/data"
    : >"$bench_folder/results.jsonl"
    bench_ours "$events" "$growth"
    bench_peers "$events"
    isolated python3 "$project/tests/bench/report.py" "$events" "$bench_folder"
}

# measured NAME CMD…: adds the lines of a program to the results; one that fails leaves its mark.
measured()
{
    say "· $1"
    isolated "${@:2}" >>"$bench_folder/results.jsonl" || {
        say "  $1 ended with an error."
        printf '{"engine":"%s","name":"failed","n":0}\n' "$1" >>"$bench_folder/results.jsonl"
    }
}

# bench_ours EVENTS GROWTH: the portable code path is told by its engine's name.
bench_ours()
{
    local query=$bench_programs/bench_query size
    measured "dateline, $1 events" "$query" --events "$1" --peers "$bench_folder/data"
    measured "dateline, portable code" env DATELINE_PORTABLE=1 "$query" --events "$1" --engine portable
    for size in 100000 $2; do
        [[ $size == "$1" ]] || measured "dateline, $size events" "$query" --events "$size"
    done
    isolated "$bench_programs/generate_package" --events "$1" --out "$bench_folder/package"
    measured "dateline, reading a package" "$bench_programs/bench_reader" "$bench_folder/package" "$1"
}

# bench_peers EVENTS: the scripts are copied beside the packages, where node looks for them.
bench_peers()
{
    local peer scripts=$bench_folder/peers heap=--max-old-space-size=16000
    measured "SQLite" "$bench_programs/bench_sqlite" --events "$1"
    if ! node_packages "$project/tests/bench/peers"; then
        say "The peers from npm are left out."
        return
    fi
    mkdir -p "$scripts"
    cp "$project"/tests/bench/peers/*.mjs "$project/tests/bench/peers/package.json" "$scripts"
    ln -sfn "$node_path/node_modules" "$scripts/node_modules"
    for peer in crossfilter clusters duckdb papaparse; do
        measured "$peer" node --expose-gc "$heap" "$scripts/$peer.mjs" "$bench_folder/data" "$bench_folder/package"
    done
}
