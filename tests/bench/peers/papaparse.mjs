// SPDX-License-Identifier: GPL-3.0-or-later
// Papa Parse: a package's tables to columns, values that repeat as codes. Arguments: the folder, the package's.
import fs from 'node:fs';
import Papa from 'papaparse';
import { AnswerHash, emit } from './measure.mjs';

const dataset = process.argv[3];

const repeated = new Set(['kind', 'place', 'bureau', 'confidence', 'updated', 'event', 'actor', 'stance', 'source',
    'responds_to', 'country', 'precision', 'publisher', 'language', 'origin', 'from', 'to']);
const numbers = new Set(['count', 'lat', 'lon']);

function columnsOf(table) {
    const text = fs.readFileSync(`${dataset}/${table}.csv`, 'utf8');
    const { data, meta } = Papa.parse(text, { header: true, skipEmptyLines: true });
    const columns = { rows: data.length };
    for (const field of meta.fields) {
        if (numbers.has(field)) {
            columns[field] = Float64Array.from(data, record => record[field] === '' ? NaN : Number(record[field]));
        } else if (repeated.has(field)) {
            const codes = new Map();
            columns[field] = Uint32Array.from(data, record => {
                const known = codes.get(record[field]);
                if (known !== undefined)
                    return known;
                codes.set(record[field], codes.size);
                return codes.size - 1;
            });
        } else {
            columns[field] = data.map(record => record[field]);
        }
    }
    return columns;
}

const times = [];
let tables;
for (let run = 0; run < 3; ++run) {
    tables = {};
    globalThis.gc();
    const start = performance.now();
    for (const table of ['actors', 'sources', 'places', 'events', 'claims', 'relations'])
        tables[table] = columnsOf(table);
    times.push(performance.now() - start);
}
const { events, claims, places } = tables;
const hash = new AnswerHash();
hash.add(events.rows);
hash.add(claims.rows);
hash.add(places.rows);
hash.add(events.date.reduce((sum, date) => sum + (date === '' ? 0 : 1), 0));
hash.add(events.count.reduce((sum, count) => sum + (Number.isNaN(count) ? 1 : count), 0));
emit('Papa Parse', 'read a package', events.rows, times, { counts: hash.text });
