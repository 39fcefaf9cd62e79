#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tidy.py BUILD_FOLDER STAMPS: clang-tidy on what changed since it was last found clean.

Reads BUILD_FOLDER/compile_commands.json, in which each module is one unity file. A unit's
stamp is a hash over everything that its result depends on: its command, its sources, the
project's headers that they reach, .clang-tidy and this script. A clean unit leaves its stamp
in STAMPS and is not looked at again until the hash differs.

Most of the time goes into the headers of Qt, which every check walks for each file anew. So the
changed units are put together into two files, one per core, those of app/ apart from those of
tests/. Units that do not compile together (a name of one hides that of another) are checked
one by one. Exit status 1 when a unit is not clean.
"""

import concurrent.futures
import hashlib
import json
import pathlib
import re
import shlex
import subprocess
import sys
import time

PROJECT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.MULTILINE)
ROOTS = (PROJECT / "app", PROJECT / "tests")
STAMP_LIFE_S = 60 * 24 * 3600
WORKERS = 2
ENTRY_POINTS = ("main", "LLVMFuzzerTestOneInput")


def of_the_project(path):
    return any(path.is_relative_to(root) for root in ROOTS)


def included(path):
    """The existing project and unity files that PATH includes."""
    for name in INCLUDE.findall(path.read_text(encoding="utf-8", errors="replace")):
        for folder in (path.parent, *ROOTS):
            candidate = (folder / name).resolve()
            if of_the_project(candidate) and candidate.is_file():
                yield candidate
                break


def reached(path):
    """PATH and all files of the project that it includes, directly or not."""
    seen, waiting = set(), [path]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(included(current))
    return seen


class Unit:
    """The sources of a target, its compiler's arguments and the stamp that it leaves when clean."""

    def __init__(self, path, entry, stamps):
        self.path = path
        root = PROJECT if of_the_project(self.path) else pathlib.Path(entry["directory"])
        self.name = str(self.path.relative_to(root)).split("/CMakeFiles/")[0]
        self.command = entry["command"]
        self.stamps = stamps

    def sources(self):
        """What the unity file includes, in its order, without what moc wrote. In that, headers
        are included by a path through the build folder, and would be taken for generated."""
        if of_the_project(self.path):
            return [self.path]
        included = INCLUDE.findall(self.path.read_text(encoding="utf-8"))
        return [pathlib.Path(name) for name in included if "mocs_compilation" not in name]

    def arguments(self):
        """Its flags, each a tuple with its value."""
        words = iter(shlex.split(self.command)[1:])
        for word in words:
            if word in ("-o", "-c"):
                next(words)
            elif word in ("-I", "-isystem", "-include"):
                yield word, next(words)
            elif not word.startswith("-DQT_TESTCASE_"):
                yield (word,)

    def size(self):
        return sum(source.stat().st_size for source in self.sources())

    def stamp(self):
        return self.stamps / stamp_of(self.path, self.command)


def units(build, stamps):
    """The entries that hold sources of the project."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["directory"], entry["file"]).resolve()
        if "/Unity/unity_" in str(path) or of_the_project(path):
            yield Unit(path, entry, stamps)


def generate(build, all_units):
    """Lets ninja make the generated sources that unity files include."""
    wanted = set()
    for unit in all_units:
        for source in unit.sources():
            if source.is_relative_to(build) and not source.exists():
                wanted.add(str(source.relative_to(build)))
    if wanted:
        subprocess.run(["ninja", "-C", str(build), "--quiet", *sorted(wanted)], check=True)


def stamp_of(path, command):
    digest = hashlib.sha256(command.replace(str(PROJECT), ".").encode())
    for source in [PROJECT / ".clang-tidy", pathlib.Path(__file__), *sorted(reached(path) - {path})]:
        digest.update(f"\0{source.relative_to(PROJECT)}\0".encode())
        digest.update(source.read_bytes())
    if of_the_project(path):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def groups(changed):
    """CHANGED in at most WORKERS groups: app/ and tests/ when both changed, else two halves."""
    sides = [[unit for unit in changed if unit.name.startswith(root.name)] for root in ROOTS]
    sides = [side for side in sides if side]
    if len(sides) != 1:
        return sides
    halves, sizes = [[] for _ in range(WORKERS)], [0] * WORKERS
    for unit in sorted(sides[0], key=Unit.size, reverse=True):
        least = sizes.index(min(sizes))
        halves[least].append(unit)
        sizes[least] += unit.size()
    return [half for half in halves if half]


def together(group):
    """The text of one file that holds the sources of GROUP once, each unit's entry points with
    names of their own."""
    text, seen = "", set()
    for number, unit in enumerate(group):
        text += "".join(f"#define {name} {name}_{number}\n" for name in ENTRY_POINTS)
        for source in unit.sources():
            if source not in seen:
                text += f'#include "{source}"\n'
                seen.add(source)
        text += "".join(f"#undef {name}\n" for name in ENTRY_POINTS)
    return text


def check(build, number, group):
    """Runs clang-tidy on GROUP. Returns [(units, exit status, output, seconds)]."""
    start = time.monotonic()
    file = build / f"tidy_{number}.cxx"
    file.write_text(together(group))
    arguments = dict.fromkeys(argument for unit in group for argument in unit.arguments())
    # A name of one unit may well be that of a local variable of another; GCC looks at each unit.
    shadow = ["-Wno-shadow"] if len(group) > 1 else []
    words = [word for argument in arguments for word in argument]
    run = subprocess.run(
        ["clang-tidy", "--quiet", str(file), "--", *words, *shadow], capture_output=True, text=True
    )
    if len(group) > 1 and "[clang-diagnostic-error" in run.stdout:
        clash = next(line for line in run.stdout.splitlines() if "[clang-diagnostic-error" in line)
        print(f"These units do not compile together, which takes longer: {clash}")
        return [result for unit in group for result in check(build, number, [unit])]
    if run.returncode == 0:
        for unit in group:
            unit.stamp().touch()
    output = run.stdout + (run.stderr if run.returncode else "")
    return [(group, run.returncode, output, time.monotonic() - start)]


def main(build, stamps):
    stamps.mkdir(parents=True, exist_ok=True)
    all_units = list(units(build, stamps))
    generate(build, all_units)
    changed = []
    for unit in all_units:
        if unit.stamp().exists():
            unit.stamp().touch()
        else:
            changed.append(unit)
    for stamp in stamps.iterdir():
        if time.time() - stamp.stat().st_mtime > STAMP_LIFE_S:
            stamp.unlink()

    status = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=WORKERS) as pool:
        runs = [pool.submit(check, build, *one) for one in enumerate(groups(changed))]
        for run in concurrent.futures.as_completed(runs):
            for group, code, output, seconds in run.result():
                names = ", ".join(unit.name for unit in group)
                print(f"{'clean' if code == 0 else 'NOT CLEAN'}: {names} ({seconds:.0f} s)")
                if code:
                    status = 1
                    print(output)
    print(f"clang-tidy looked at {len(changed)} changed units.")
    return status


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])))
