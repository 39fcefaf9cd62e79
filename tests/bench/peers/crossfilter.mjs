// SPDX-License-Identifier: GPL-3.0-or-later
// crossfilter2, as quick as its users know to make it: records are row numbers, a dimension reads a
// typed array, and a dimension of its own lets the bins of time follow the brush.
import crossfilter from 'crossfilter2';
import { AnswerHash, emit, operation, readColumns, workload } from './measure.mjs';

const columns = readColumns();
const n = columns.n;
const groupNames = ['kind', 'country', 'bureau', 'standing'];

/** What the process holds. The file of the columns goes back a moment after nobody holds it. */
const memory = async () => {
    for (let i = 0; i < 3; ++i) {
        globalThis.gc();
        await new Promise(resolve => setTimeout(resolve, 100));
    }
    return process.memoryUsage.rss();
};
const before = await memory();
let start = performance.now();
const rows = Array.from({ length: n }, (_, row) => row);
const filter = crossfilter(rows);
const dimension = {};
for (const name of ['start', 'lat', 'lon', ...groupNames]) {
    const column = columns[name];
    dimension[name] = filter.dimension(row => column[row]);
}
const { from, to, bins } = workload;
const ofTime = filter.dimension(row => columns.start[row]);
const groups = groupNames.map(name => dimension[name].group().reduceCount());
groups.push(ofTime.group(second => Math.floor((second - from) * bins / (to - from))).reduceCount());
const total = filter.groupAll().reduceCount();
const read = () => [total.value(), groups.map(group => group.all())];
read();
emit('crossfilter2', 'build', n, [performance.now() - start]);
const columnBytes = 3 * 8 * n + 4 * n;
console.log(JSON.stringify({ engine: 'crossfilter2', name: 'memory', n, mb: (await memory() - before + columnBytes) / 1e6 }));

let state = {};
const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const range = (name, values) => values ? dimension[name].filterRange(values) : dimension[name].filterAll();

/** Sets only the filters that differ. */
function apply(next) {
    if (!same(next.window, state.window))
        range('start', next.window);
    if (!same(next.kind, state.kind))
        next.kind === null ? dimension.kind.filterAll() : dimension.kind.filterExact(next.kind);
    if (!same(next.box, state.box)) {
        range('lon', next.box && [next.box[0], next.box[2]]);
        range('lat', next.box && [next.box[1], next.box[3]]);
    }
    state = next;
}

for (const name of ['slide', 'jump', 'toggle', 'clear', 'pan', 'slide in a box']) {
    const times = [];
    const hash = new AnswerHash();
    apply({ window: null, kind: null, box: null });
    for (const step of operation(name).steps) {
        start = performance.now();
        apply(step);
        const [count, answers] = read();
        const time = performance.now() - start;
        if (!step.timed)
            continue;
        times.push(time);
        hash.addCounts(count, answers.map(group => group.map(({ key, value }) => [key, value])));
    }
    emit('crossfilter2', name, n, times, { counts: hash.text });
}
