// SPDX-License-Identifier: GPL-3.0-or-later
// What all peers share: the events and steps that bench_query left, the answers' hash, the results.
import fs from 'node:fs';

export const folder = process.argv[2];
export const workload = JSON.parse(fs.readFileSync(`${folder}/workload.json`, 'utf8'));

/** The columns of columns.bin: start, lat, lon as doubles; kind, country, bureau, standing as bytes. */
export function readColumns() {
    const file = fs.readFileSync(`${folder}/columns.bin`);
    const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
    const n = new Float64Array(bytes, 0, 1)[0];
    const columns = { n };
    ['start', 'lat', 'lon'].forEach((name, i) => {
        columns[name] = new Float64Array(bytes, 8 + 8 * n * i, n);
    });
    ['kind', 'country', 'bureau', 'standing'].forEach((name, i) => {
        columns[name] = new Uint8Array(bytes, 8 + 24 * n + n * i, n);
    });
    return columns;
}

export const operation = name => workload.operations.find(one => one.name === name);

/** FNV-1a over 32-bit numbers, as AnswerHash of workload.h. */
export class AnswerHash {
    #hash = 0x811c9dc5;

    add(value) {
        for (let i = 0; i < 4; ++i) {
            this.#hash = Math.imul(this.#hash ^ (value & 0xff), 0x01000193) >>> 0;
            value >>>= 8;
        }
    }

    /** The answer of one step: how many pass, then for each group [key, count] pairs. */
    addCounts(total, groups) {
        this.add(total);
        const sizes = [workload.kinds, workload.countries, workload.bureaus, workload.standings, workload.bins];
        sizes.forEach((size, i) => {
            const counts = new Uint32Array(size);
            for (const [key, count] of groups[i])
                counts[key] = count;
            counts.forEach(count => this.add(count));
        });
    }

    get text() { return this.#hash.toString(16); }
}

/** One result as a JSON line, with the peak memory of the process so far. */
export function emit(engine, name, n, times, more = {}) {
    const sorted = [...times].sort((a, b) => a - b);
    const at = part => sorted[Math.floor(part * (sorted.length - 1) + 0.5)];
    console.log(JSON.stringify({
        engine, name, n, median_ms: at(0.5), p95_ms: at(0.95), steps: sorted.length,
        rss_mb: process.resourceUsage().maxRSS * 1024 / 1e6, ...more,
    }));
}
