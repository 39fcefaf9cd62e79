# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# packaging/dev bench: ours and the peers on the same data in the same call. Sourced by
# packaging/dev. What is measured, and how, is in tests/bench/README.md.

bench_folder=$project/build/bench
bench_programs=$project/build/release/bin

word_bench()
{
    local events=1000000 growth='' parts=(engine timeline map window) part
    while [[ $# -gt 0 ]]; do
        case $1 in
        --events)
            [[ ${2-} =~ ^[1-9][0-9]*$ ]] || die "--events takes a whole number, not \"${2-}\"."
            events=$2
            ;;
        --only)
            [[ " ${parts[*]} " == *" ${2-} "* ]] || die "--only takes one of: ${parts[*]}."
            parts=("$2")
            ;;
        --growth) growth=10000000 ;;
        *) die "bench has no option \"$1\"; it knows --events N, --only PART and --growth." ;;
        esac
        [[ $1 == --growth ]] || shift
        shift
    done
    say "bench: builds as released and measures; about 20 minutes for a million events, with peers from npm."
    tools
    build release dateline tests/bench/all >&2
    mkdir -p "$bench_folder/data"
    : >"$bench_folder/results.jsonl"
    find_peers
    for part in "${parts[@]}"; do
        "bench_$part" "$events" "$growth"
    done
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

# find_peers: the scripts are copied beside the packages, where node looks for them. Sets
# peer_scripts, which stays empty when the packages cannot be had.
find_peers()
{
    local node_path
    peer_scripts=
    if ! node_packages "$project/tests/bench/peers"; then
        say "The peers from npm are left out."
        return
    fi
    peer_scripts=$bench_folder/peers
    mkdir -p "$peer_scripts"
    cp "$project"/tests/bench/peers/*.mjs "$project/tests/bench/peers/package.json" "$peer_scripts"
    ln -sfn "$node_path/node_modules" "$peer_scripts/node_modules"
}

# peer NAME DATA: one of those scripts, on the events that our program left in DATA.
peer()
{
    [[ -n $peer_scripts ]] || return 0
    measured "$1" env TMPDIR="$bench_folder/data" node --expose-gc --max-old-space-size=16000 \
        "$peer_scripts/$1.mjs" "$2" "$bench_folder/package"
}

# in_window PROGRAM…: where frames are measured.
in_window() { measured "$1" "$project/packaging/headless" 1920x1200 "${@:2}"; }

# bench_engine EVENTS GROWTH: a machine may change its speed between one program and the next, so ours
# and the peers that are near a bar take turns, and the report takes the quickest of each.
bench_engine()
{
    local turn
    isolated "$bench_programs/generate_package" --events "$1" --out "$bench_folder/package"
    for turn in 1 2 3; do
        say "Turn $turn of 3:"
        bench_turn "$1"
    done
    say "Once:"
    bench_once "$@"
}

# bench_turn EVENTS
bench_turn()
{
    local query=$bench_programs/bench_query
    measured "dateline, $1 events" "$query" --events "$1" --peers "$bench_folder/data"
    peer crossfilter "$bench_folder/data"
    peer clusters "$bench_folder/data"
    measured "plain C++" "$bench_programs/bench_floor" --events "$1"
    measured "dateline, reading a package" "$bench_programs/bench_reader" "$bench_folder/package" "$1"
    [[ $1 == 100000 ]] || measured "dateline, 100000 events" "$query" --events 100000
}

# bench_once EVENTS GROWTH: the portable code path is told by its engine's name.
bench_once()
{
    local query=$bench_programs/bench_query
    measured "dateline, portable code" env DATELINE_PORTABLE=1 "$query" --events "$1" --engine portable
    [[ -z $2 ]] || measured "dateline, $2 events" "$query" --events "$2"
    measured "SQLite" "$bench_programs/bench_sqlite" --events "$1"
    peer duckdb "$bench_folder/data"
    peer papaparse "$bench_folder/data"
}

# bench_timeline EVENTS: 1,000 and 10,000 with peers, which can do no more.
bench_timeline()
{
    local size data
    for size in 1000 10000; do
        data=$bench_folder/data-$size
        mkdir -p "$data"
        in_window "timeline, $size events" "$bench_programs/bench_timeline" --events "$size" \
            --peers "$data" --plain yes
        peer timeline "$data"
    done
    in_window "timeline, $1 events" "$bench_programs/bench_timeline" --events "$1"
}

# bench_map EVENTS
bench_map()
{
    local program=$bench_programs/bench_map dataset=$project/$bundled
    in_window "map" "$program" "$dataset"
    in_window "map, MapPolygon and MapQuickItem" "$program" "$dataset" --peer yes
    in_window "map, $1 events" "$program" "$dataset" --events "$1"
}

# bench_window EVENTS: the whole program, the bundled dataset and a generated one.
bench_window()
{
    local scripts=$project/tests/bench/frames
    isolated "$bench_programs/generate_package" --events "$1" --out "$bench_folder/package"
    trace_window "$project/$bundled" "$scripts/bundled.json"
    trace_window "$bench_folder/package" "$scripts/synthetic.json"
    trace_opening "$bench_folder/package" "$1"
}

# trace_opening DATASET EVENTS: how long the program takes from its start to the first complete frame, five
# times, when the window manager is at rest.
trace_opening()
{
    local picture=$bench_folder/opened.png
    say "· window, opening"
    # shellcheck disable=SC2016 # for the inner shell
    headless 1920x1200 bash -c 'sleep 2; for turn in 1 2 3 4 5; do "$@" || exit; done' opening \
        "$bench_programs/dateline" "$1" --size 1600x1000 --trace-startup --screenshot "$picture" |
        sed -n "s/^ *\([0-9]*\) ms  first complete frame$/{\"engine\":\"dateline\",\"name\":\"open\",\"n\":$2,\"median_ms\":\1}/p" \
            >>"$bench_folder/results.jsonl" || {
        say "  the window ended with an error."
        printf '{"engine":"dateline, opening","name":"failed","n":0}\n' >>"$bench_folder/results.jsonl"
    }
}

# trace_window DATASET SCRIPT
trace_window()
{
    local lines=$bench_folder/frames.jsonl
    say "· window, ${2##*/}"
    headless 1920x1200 "$bench_programs/dateline" "$1" --size 1600x1000 --json --trace-frames "$2" \
        >"$lines" || say "  the window ended with an error."
    sed "s/^{/{\"engine\":\"dateline\",/; s/\"name\":\"/&window: /" "$lines" \
        >>"$bench_folder/results.jsonl"
}
