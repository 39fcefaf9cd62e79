// SPDX-License-Identifier: GPL-3.0-or-later
// DuckDB on two threads: the group-bys of a brush on a table of small codes sorted by time, and a
// package's tables read with read_csv. Arguments: the folder, then the package's, if any.
import { DuckDBInstance } from '@duckdb/node-api';
import { AnswerHash, emit, folder, operation, workload } from './measure.mjs';

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const database = await instance.connect();
const value = async query => Number((await database.runAndReadAll(query)).getRows()[0][0]);

let start = performance.now();
await database.run(`CREATE TABLE event AS SELECT start::BIGINT AS start, kind::UTINYINT AS kind,
    country::UTINYINT AS country, bureau::UTINYINT AS bureau, standing::UTINYINT AS standing
    FROM read_csv('${folder}/events.csv') ORDER BY start`);
const n = await value('SELECT count(*) FROM event');
emit('DuckDB', 'build', n, [performance.now() - start]);

const { from, to, bins } = workload;
const where = 'FROM event WHERE start >= $1 AND start < $2';
const statements = [];
for (const group of ['kind', 'country', 'bureau', 'standing', `((start - ${from}) * ${bins} // ${to - from})`])
    statements.push(await database.prepare(`SELECT ${group}::INTEGER, count(*)::INTEGER ${where} GROUP BY 1`));
const times = [];
const hash = new AnswerHash();
for (const { window, timed } of operation('groups').steps) {
    start = performance.now();
    const answers = [];
    for (const statement of statements) {
        statement.bindBigInt(1, BigInt(window[0]));
        statement.bindBigInt(2, BigInt(window[1]));
        answers.push((await statement.runAndReadAll()).getRows());
    }
    const time = performance.now() - start;
    if (!timed)
        continue;
    times.push(time);
    hash.addCounts(answers[0].reduce((sum, [, count]) => sum + count, 0), answers);
}
emit('DuckDB', 'groups', n, times, { counts: hash.text });

const dataset = process.argv[3];
if (dataset) {
    const tables = ['actors', 'sources', 'places', 'events', 'claims', 'relations'];
    const readTimes = [];
    for (let run = 0; run < 3; ++run) {
        start = performance.now();
        for (const table of tables)
            await database.run(`CREATE OR REPLACE TABLE ${table} AS SELECT * FROM read_csv('${dataset}/${table}.csv')`);
        readTimes.push(performance.now() - start);
    }
    const read = new AnswerHash();
    for (const query of ['count(*) FROM events', 'count(*) FROM claims', 'count(*) FROM places',
        'count(date) FROM events', 'sum(coalesce(count, 1)) FROM events'])
        read.add(await value(`SELECT ${query}`));
    emit('DuckDB', 'read a package', await value('SELECT count(*) FROM events'), readTimes, { counts: read.text });
}
