// SPDX-License-Identifier: GPL-3.0-or-later
//
// node agree.mjs DATELINE DATA: `dateline check` and Frictionless's own implementation (validate.mjs)
// find the packages in the folder DATA sound, and both complain, about the same table, of each
// structural fault that is planted in a copy of the sample. Ends with 77, "skipped", when the
// packages from npm are not there.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOf } from './validate.mjs';

const [program, data] = process.argv.slice(2);
if (!process.env.DATELINE_NODE_PACKAGES) {
    console.log('SKIPPED: no second opinion, the packages from npm are not there.');
    process.exit(77);
}

/// A table as rows of cells; row 0 is the header. Written back with every cell in quotes.
class Table {
    constructor(path) {
        this.path = path;
        this.rows = [[]];
        for (const [, quoted, plain, end] of readFileSync(path, 'utf8').matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
            this.rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
            if (end === '\n') this.rows.push([]);
        }
        this.rows.pop();
    }
    set(column, value, row = 1) {
        this.rows[row][this.rows[0].indexOf(column)] = value;
    }
    /// The first row whose cell in the column is not empty; the first one without such.
    filled(column) {
        const index = this.rows[0].indexOf(column);
        return Math.max(1, this.rows.findIndex((row, at) => at > 0 && row[index] !== ''));
    }
    save() {
        const quote = (cell) => `"${cell.replaceAll('"', '""')}"`;
        writeFileSync(this.path, this.rows.map((row) => row.map(quote).join(',') + '\n').join(''));
    }
}

/// [what, table or null, change(table or folder)]
const cell = (table, column, value) => [
    `${table}.${column} = "${value}"`, table, (it) => it.set(column, value, it.filled(column))];
const description = (what, change) => [what, null, (folder) => {
    const path = join(folder, 'datapackage.json');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
}];
const planted = [
    ['nothing', null, () => {}],
    ['column missing', 'actors', (it) => it.rows.forEach((row) => row.pop())],
    ['cell too many', 'actors', (it) => it.rows[1].push('more')],
    ['cell too few', 'actors', (it) => it.rows[1].pop()],
    // Types
    cell('places', 'lat', 'north'),
    cell('events', 'count', 'two'),
    cell('events', 'updated', '2026-02-31'),
    cell('totals', 'stated', '1.5'),
    // Constraints
    cell('actors', 'id', 'Not An Id'),
    cell('actors', 'kind', 'witness'),
    cell('actors', 'country', 'Italy'),
    cell('sources', 'kind', 'rumour'),
    cell('sources', 'language', 'English'),
    cell('sources', 'url', 'ftp://example.org/'),
    cell('places', 'lat', '91'),
    cell('places', 'lon', '-180.5'),
    cell('places', 'precision', 'street'),
    cell('events', 'count', '0'),
    cell('events', 'tags', 'Not A Tag'),
    cell('claims', 'stance', 'refutes'),
    cell('relations', 'kind', 'before'),
    cell('steps', 'order', '0'),
    // Required values
    cell('actors', 'name', ''),
    cell('places', 'country', ''),
    cell('events', 'title', ''),
    cell('events', 'summary', ''),
    cell('events', 'confidence', ''),
    cell('events', 'updated', ''),
    cell('claims', 'actor', ''),
    cell('claims', 'said', ''),
    cell('claims', 'text', ''),
    cell('claims', 'source', ''),
    cell('totals', 'as_of', ''),
    // Keys
    ...['actors', 'sources', 'places', 'events', 'claims', 'relations', 'steps'].map((table) => [
        `row of ${table} twice`, table, (it) => it.rows.push(it.rows[1])]),
    cell('sources', 'publisher', 'nobody'),
    cell('sources', 'origin', 'nothing'),
    cell('events', 'place', 'nowhere'),
    cell('claims', 'event', 'nothing'),
    cell('claims', 'actor', 'nobody'),
    cell('claims', 'source', 'nothing'),
    cell('claims', 'responds_to', 'nothing'),
    cell('relations', 'to', 'nothing'),
    cell('totals', 'actor', 'nobody'),
    cell('steps', 'story', 'nothing'),
    // The package
    ['file missing', null, (folder) => rmSync(join(folder, 'places.csv'))],
    ['description missing', null, (folder) => rmSync(join(folder, 'datapackage.json'))],
    description('description cut short', (text) => text.slice(0, 500)),
    description('no resources', (text) => text.replace('"resources"', '"tables"')),
    description('resource without a path', (text) => text.replace('"path": "events.csv",', '')),
];

/// The names of the tables of which each side complains; empty for the package as a whole.
async function opinions(folder) {
    const { status, stdout, stderr } = spawnSync(program, ['check', folder, '--json'], { encoding: 'utf8' });
    if (![0, 1, 2].includes(status)) throw new Error(`dateline ended with ${status}: ${stderr}`);
    const own = JSON.parse(stdout).diagnostics.filter((it) => it.severity === 'error');
    const other = await faultsOf(folder);
    return {
        own: own.map((it) => it.file.replace(/\.csv$/, '')),
        other: other.map((it) => it.table),
        output: JSON.stringify({ own, other }, null, 1),
    };
}

let failures = 0;
function expect(what, table, isSound, { own, other, output }) {
    const agrees = [own, other].every((tables) =>
        isSound ? tables.length === 0 : table ? tables.includes(table) : tables.length > 0);
    console.log(`${agrees ? 'ok  ' : 'FAIL'} ${what}`);
    if (!agrees) console.log(output);
    failures += agrees ? 0 : 1;
}

const work = mkdtempSync(join(tmpdir(), 'dateline-agree.'));
try {
    for (const folder of ['overseas-stations', 'samples/comets'])
        expect(folder, null, true, await opinions(join(data, folder)));
    for (const [what, table, change] of planted) {
        const folder = mkdtempSync(join(work, 'package.'));
        cpSync(join(data, 'samples/comets'), folder, { recursive: true });
        if (table) {
            const rows = new Table(join(folder, `${table}.csv`));
            change(rows);
            rows.save();
        } else {
            change(folder);
        }
        expect(what, table, what === 'nothing', await opinions(folder));
    }
} finally {
    rmSync(work, { recursive: true, force: true });
}
process.exit(failures > 0 ? 1 : 0);
