#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""report.py EVENTS FOLDER: the table of one `packaging/dev bench` run.

Reads FOLDER/results.jsonl, prints the tables, writes them to FOLDER/table.md and the ratios to
FOLDER/ratios.json. Exit status 1 when an answer is wrong, when ours and a peer's differ (that ratio
does not count), or when a program failed. A bar that is not met is printed, and is no failure.
"""

import json
import os
import pathlib
import sys

# Operation, peers whose times are added, and how many times faster than them ours has to be.
BARS = (
    ("build", ("crossfilter2", "supercluster"), 30),
    ("slide", ("crossfilter2",), 20),
    ("slide", ("plain C++",), 1 / 3),
    ("jump", ("crossfilter2",), 50),
    ("jump", ("plain C++",), 1 / 3),
    ("toggle", ("crossfilter2",), 20),
    ("clear", ("crossfilter2",), 100),
    ("clear", ("plain C++",), 1 / 3),
    ("pan", ("crossfilter2",), 10),
    ("pan", ("kdbush",), None),
    ("slide in a box", ("crossfilter2",), 15),
    ("clusters of half", ("supercluster",), 1000),
    ("groups", ("DuckDB",), 40),
    ("groups", ("SQLite",), 500),
    ("memory", ("crossfilter2",), 6),
    ("read a package", ("Papa Parse",), 5),
    ("read a package", ("DuckDB",), 1 / 1.5),
)
# Of frames: how many times faster than a peer ours has to be, and its longest median and 95th
# percentile in milliseconds; by operation and number of events (None: the bundled dataset).
FRAME_BARS = {
    ("timeline: first paint", 1_000, "vis-timeline"): (20, None, None),
    ("timeline: first paint", 10_000, "vis-timeline"): (1000, None, None),
    ("timeline: filter", 10_000, "vis-timeline"): (150, None, None),
    ("timeline: pan", 10_000, "vis-timeline"): (None, 8, None),
    ("timeline: zoom", 10_000, "vis-timeline"): (None, 8, None),
    ("timeline: pan", 1_000_000, None): (None, 16, None),
    ("timeline: zoom", 1_000_000, None): (None, 16, None),
    **{(f"map: {way}", None, "MapPolygon"): (8, None, None)
       for way in ("pan the world", "pan a continent", "pan a country", "zoom")},
    ("map: base map", None, None): (None, 60, None),
    **{(f"map: {way}, CPU", None, None): (None, 16, 25)
       for way in ("pan the world", "pan a continent", "pan a country", "zoom")},
    **{(f"map: {way}", 1_000_000, None): (None, 33, None)
       for way in ("pan the world", "pan a continent", "pan a country", "zoom")},
    **{(f"window: {name}", 1_000_000, None): (None, 33, None)
       for name in ("pan the world", "pan a continent", "pan a country", "zoom in", "zoom out", "slide the brush",
                    "slide the brush, world", "toggle a kind", "clear the brush")},
    **{(f"window: {name}, without drawing", 1_000_000, None): (None, 16, None)
       for name in ("pan the world", "pan a continent", "pan a country", "zoom in", "zoom out", "slide the brush",
                    "slide the brush, world", "toggle a kind", "clear the brush")},
}
FRAME_PEERS = ("vis-timeline", "QCustomPlot", "MapPolygon")
MAP_MEGABYTES = 60
# From the start of the program to the first complete frame, milliseconds: the least of several starts.
OPEN_MS = 2_000
# Of columns and all indexes, that of text too, beyond text.
BYTES_AN_EVENT = 64
# Linear, within a fifth.
GROWTH_BAR = 1.2


def amount(line):
    """What is compared: milliseconds, or megabytes for memory."""
    return line.get("median_ms", line.get("mb"))


def with_undrawn(line):
    """A line, and one more for the part of a frame before anything is drawn, where it was measured."""
    yield line
    if "answer_ms" in line:
        yield {**line, "name": line["name"] + ", without drawing", "median_ms": line["answer_ms"],
               "p95_ms": line["answer_p95_ms"], "cpu_ms": None}


def number(value, unit=""):
    if value is None:
        return "-"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:,.{digits}f}{unit}"


def hash_of(line, other):
    """The answers of a line as far as both know them; nothing when they share none."""
    for key in ("counts", "points"):
        if line.get(key) and other.get(key):
            return line[key]
    return None


def markdown(head, rows):
    aligned = [":-"] + ["-:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, aligned, *rows))


class Report:
    def __init__(self, lines, events):
        self.lines = lines
        self.events = events
        self.faults = []
        self.ratios = []
        for line in lines:
            if line["name"] == "failed":
                self.faults.append(f"{line['engine']} ended with an error")
            elif line.get("right") == 0:
                self.faults.append(f"{line['engine']}, {line['name']} of {line['n']:,}: a wrong answer")
            elif line.get("large_pages") == 0:
                self.faults.append("memory does not come from app/allocator.cpp")

    def all_lines(self, engine, name, events=None):
        return [one for one in self.lines
                if one["engine"] == engine and one["name"] == name and one["n"] == (events or self.events)]

    def line(self, engine, name, events=None):
        """The least line where something was measured several times."""
        return min(self.all_lines(engine, name, events), key=lambda one: amount(one) or 0, default=None)

    def bandwidth(self):
        """Of memory in GB/s, the best that was measured."""
        return max((max(one["one_thread"], one["two_threads"]) for one in self.lines if one["name"] == "bandwidth"),
                   default=None)

    def limit_ms(self, line):
        """How long reading the bytes that must be touched takes."""
        bandwidth = self.bandwidth()
        return line["bytes"] / bandwidth / 1e6 if bandwidth and "bytes" in line else None

    def compare(self, name, peers, bar):
        """One row of the table; also one entry of ratios.json."""
        ours = self.line("dateline", name)
        theirs = [self.line(peer, name) for peer in peers]
        if not ours:
            return None
        portable = self.line("portable", name)
        limit = self.limit_ms(ours)
        entry = {"name": name, "n": self.events, "ours_ms": ours.get("median_ms"), "peer": " + ".join(peers),
                 "peer_ms": None, "ratio": None, "bar": bar, "p95_ms": ours.get("p95_ms"),
                 "rss_mb": ours.get("rss_mb", ours.get("mb")),
                 "portable_ms": portable.get("median_ms") if portable else None, "limit_ms": limit}
        verdict = "not run"
        if all(theirs):
            entry["peer_ms"] = sum(one["median_ms"] for one in theirs) if "median_ms" in theirs[0] else None
            answers = [one for peer in peers for one in self.all_lines(peer, name)]
            if all(hash_of(ours, one) == hash_of(one, ours) for one in answers):
                entry["ratio"] = sum(map(amount, theirs)) / amount(ours)
                verdict = "-" if bar is None else "met" if entry["ratio"] >= bar else "**no**"
            else:
                verdict = "**answers differ**"
                self.faults.append(f"{name}: ours and {entry['peer']} answer differently")
        self.ratios.append(entry)
        unit = " MB" if name == "memory" else " ms"
        their_amount = sum(map(amount, theirs)) if all(theirs) else None
        return [name, number(amount(ours), unit), number(ours.get("p95_ms")), number(entry["portable_ms"]),
                number(entry["rss_mb"]), entry["peer"], number(their_amount, unit if all(theirs) else ""),
                number(entry["ratio"], "×" if entry["ratio"] else ""), number(bar, "×" if bar else ""), verdict,
                number(limit), number(amount(ours) / limit, "×") if limit else "-"]

    def comparison(self):
        rows = [row for row in (self.compare(*bar) for bar in BARS) if row]
        if not rows:
            return ""
        return markdown(["operation", "ours, median", "p95 ms", "portable ms", "peak MB", "peer", "peer, median",
                         "ratio", "bar", "met", "limit ms", "over limit"], rows)

    def frame_row(self, ours, peer, bars):
        """One row of the table of frames; also one entry of ratios.json."""
        least_ratio, median, tail = bars
        theirs = self.line(peer, ours["name"], ours["n"]) if peer else None
        ratio = theirs["median_ms"] / ours["median_ms"] if theirs else None
        if theirs and hash_of(ours, theirs) != hash_of(theirs, ours):
            self.faults.append(f"{ours['name']}: ours and {peer} answer differently")
            ratio = None
        verdicts = []
        if least_ratio and ratio:
            verdicts.append(ratio >= least_ratio)
        if median:
            verdicts.append(ours["median_ms"] <= median)
        if tail:
            verdicts.append(ours["p95_ms"] <= tail)
        self.ratios.append({"name": ours["name"], "n": ours["n"], "ours_ms": ours["median_ms"], "peer": peer,
                            "peer_ms": theirs and theirs["median_ms"], "ratio": ratio, "bar": least_ratio,
                            "p95_ms": ours["p95_ms"], "rss_mb": ours.get("rss_mb"), "most_ms": median,
                            "most_p95_ms": tail})
        limits = " / ".join(number(limit) for limit in (median, tail) if limit)
        return [ours["name"], f"{ours['n']:,}", number(ours["median_ms"]), number(ours["p95_ms"]), limits or "-",
                number(ours.get("cpu_ms")), peer or "-", number(theirs and theirs["median_ms"]),
                number(ratio, "×" if ratio else ""), number(least_ratio, "×" if least_ratio else ""),
                "-" if not verdicts else "met" if all(verdicts) else "**no**"]

    def frames(self):
        rows = []
        for ours in [part for line in self.lines for part in with_undrawn(line)]:
            if ours["engine"] != "dateline" or not ours["name"].startswith(("timeline: ", "map: ", "window: ")):
                continue
            size = None if ours["n"] < 1_000 else ours["n"]
            peers = [peer for peer in FRAME_PEERS if self.line(peer, ours["name"], ours["n"])]
            peers += [None] if not peers or (ours["name"], size, None) in FRAME_BARS else []
            rows += [self.frame_row(ours, peer, FRAME_BARS.get((ours["name"], size, peer), (None, None, None)))
                     for peer in peers]
        if not rows:
            return ""
        return markdown(["frames, ms", "events", "median", "p95", "at most", "CPU", "peer", "peer, median", "ratio",
                         "bar", "met"], rows)

    def growth(self):
        sizes = sorted({one["n"] for one in self.lines if one["engine"] == "dateline" and one["name"] == "slide"})
        rows = []
        for name in dict.fromkeys(name for name, _, _ in BARS):
            lines = [self.line("dateline", name, size) for size in sizes]
            if len(sizes) < 2 or not all(lines):
                continue
            growth = amount(lines[-1]) / amount(lines[0]) / (sizes[-1] / sizes[0])
            self.ratios.append({"name": f"growth of {name}", "n": sizes[-1], "ours_ms": amount(lines[-1]),
                                "peer": f"itself at {sizes[0]}", "peer_ms": amount(lines[0]), "ratio": growth,
                                "bar": GROWTH_BAR, "p95_ms": lines[-1].get("p95_ms"),
                                "rss_mb": lines[-1].get("rss_mb")})
            rows.append([name, *(number(amount(line)) for line in lines), number(growth, "×"),
                         "met" if growth <= GROWTH_BAR else "**no**"])
        if not rows:
            return ""
        head = ["growth", *(f"{size:,}" for size in sizes), "of linear", f"at most {GROWTH_BAR}×"]
        return markdown(head, rows)

    def notes(self):
        notes = []
        columns, indexes = self.line("dateline", "build: columns"), self.line("dateline", "build: indexes")
        if columns and indexes:
            notes.append(f"Build: columns and their order {number(columns['median_ms'])} ms,"
                         f" indexes and the first counts {number(indexes['median_ms'])} ms.")
        memory = self.line("dateline", "memory")
        if memory:
            notes.append(f"Memory: {number(memory['bytes_an_event'])} bytes an event beyond text,"
                         f" {number(memory['indexes_mb'])} of {number(memory['mb'])} MB in indexes.")
        text = self.line("dateline", "index of text")
        if text:
            verdict = "met" if text["bytes_an_event"] <= BYTES_AN_EVENT else "**not met**"
            notes.append(f"The generated package takes {number(text['bytes_an_event'])} bytes an event beyond text"
                         f" (at most {BYTES_AN_EVENT}: {verdict}):"
                         f" columns {number(text['columns_mb'])} MB, indexes {number(text['indexes_mb'])},"
                         f" the index of text {number(text['text_mb'])}, which takes {number(text['median_ms'])} ms to make.")
        for of_map in (one for one in self.lines if one["name"] == "memory of the map"):
            notes.append(f"The map takes {number(of_map['mb'])} MB, pictures and all levels of the base map included,"
                         f" with {of_map['n']:,} events (at most {MAP_MEGABYTES} MB with the bundled ones).")
        opened = sorted(one["median_ms"] for one in self.all_lines("dateline", "open"))
        if opened:
            verdict = "met" if opened[0] <= OPEN_MS else "**not met**"
            middle, most = opened[len(opened) // 2], opened[-1]
            self.ratios.append({"name": "open", "n": self.events, "ours_ms": opened[0], "peer": None,
                                "peer_ms": None, "ratio": None, "bar": None, "p95_ms": most, "rss_mb": None,
                                "most_ms": OPEN_MS})
            notes.append(f"Opening the package, from the program's start to the first complete frame, {len(opened)} times:"
                         f" least {opened[0]:,} ms, median {middle:,}, most {most:,} (least at most {OPEN_MS:,}: {verdict}).")
        if self.bandwidth():
            notes.append(f"Memory is read at up to {number(self.bandwidth())} GB/s.")
        return "\n".join(notes)


def machine():
    """The processor's name, how many there are, and how busy they were with other things."""
    info = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), "unknown")
    return f"{model}, {os.cpu_count()} cores, load {os.getloadavg()[1]:.1f}"


def main(events, folder):
    lines = [json.loads(line) for line in (folder / "results.jsonl").read_text().splitlines()]
    report = Report(lines, events)
    parts = [f"{events:,} events, {machine()}.", report.comparison(), report.growth(), report.frames(),
             report.notes()]
    text = "\n\n".join(part for part in parts if part) + "\n"
    (folder / "table.md").write_text(text)
    (folder / "ratios.json").write_text(json.dumps(report.ratios, indent=2) + "\n")
    print(text)
    for fault in report.faults:
        print("FAILED:", fault)
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), pathlib.Path(sys.argv[2])))
