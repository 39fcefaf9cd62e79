#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tidy.py BUILD_FOLDER STAMPS: clang-tidy on what changed since it was last found clean.

Reads BUILD_FOLDER/compile_commands.json, in which each module is one unity file. A file's
stamp is a hash over everything that its result depends on: its command, its sources, the
project's headers that they reach, .clang-tidy and this script. A clean file leaves its stamp
in STAMPS and is not looked at again until the hash differs. Two files are checked at a time.
Exit status 1 when a file is not clean.
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


def units(build):
    """The file of each entry that holds sources of the project, with its command."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["directory"], entry["file"]).resolve()
        generated_unity = "/Unity/unity_" in str(path)
        if generated_unity or of_the_project(path):
            yield path, entry["command"]


def generate(build):
    """Lets ninja make the generated sources that unity files include."""
    wanted = set()
    for path, _ in units(build):
        for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if pathlib.Path(name).is_relative_to(build) and not pathlib.Path(name).exists():
                wanted.add(str(pathlib.Path(name).relative_to(build)))
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


def check(build, path, stamp):
    start = time.monotonic()
    run = subprocess.run(
        ["clang-tidy", "--quiet", "-p", str(build), str(path)], capture_output=True, text=True
    )
    if run.returncode == 0:
        stamp.touch()
    return run.returncode, run.stdout + (run.stderr if run.returncode else ""), time.monotonic() - start


def main(build, stamps):
    stamps.mkdir(parents=True, exist_ok=True)
    generate(build)
    changed = []
    for path, command in units(build):
        stamp = stamps / stamp_of(path, command)
        if stamp.exists():
            stamp.touch()
        else:
            changed.append((path, stamp))
    for stamp in stamps.iterdir():
        if time.time() - stamp.stat().st_mtime > STAMP_LIFE_S:
            stamp.unlink()

    status = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        runs = {pool.submit(check, build, *one): one[0] for one in changed}
        for run in concurrent.futures.as_completed(runs):
            code, output, seconds = run.result()
            name = str(runs[run]).split("/CMakeFiles/")[0].removeprefix(f"{build}/")
            print(f"{'clean' if code == 0 else 'NOT CLEAN'}: {name} ({seconds:.0f} s)")
            if code:
                status = 1
                print(output)
    print(f"clang-tidy looked at {len(changed)} changed files.")
    return status


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])))
