// SPDX-License-Identifier: GPL-3.0-or-later
// vis-timeline in a Chromium without a window: the same events and steps as bench_timeline.cpp. A
// frame is over when the next one begins. A step that takes longer than the deadline is told as it.
import chromium from '@sparticuz/chromium';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium as browsers } from 'playwright-core';
import { AnswerHash, emit, readColumns, workload } from './measure.mjs';

const deadline = 300_000;
const columns = readColumns();
const items = Array.from({ length: columns.n }, (_, id) =>
    ({ id, group: columns.kind[id], start: columns.start[id] * 1000, type: 'point', content: `${id}` }));

/** Runs in the page. */
async function measure({ items, kinds, from, span }) {
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
    const timed = async action => {
        const start = performance.now();
        action();
        await frame();
        return performance.now() - start;
    };
    const steps = 20;
    const data = new vis.DataSet(items);
    const groups = new vis.DataSet(Array.from({ length: kinds }, (_, id) => ({ id, content: `${id}` })));
    const times = { 'first paint': [], zoom: [], pan: [], filter: [] };
    let timeline;
    times['first paint'].push(await timed(() => {
        timeline = new vis.Timeline(document.body, data, groups,
                                    { height: '900px', start: from, end: from + span, verticalScroll: true });
    }));
    const look = (start, width) => timed(() => timeline.setWindow(start, start + width, { animation: false }));
    for (let step = 1; step <= steps; ++step) {
        const width = span - span * 0.9 * step / steps;
        times.zoom.push(await look(from + span / 2 - width / 2, width));
    }
    await look(from, span / 10);
    for (let step = 1; step <= steps; ++step)
        times.pan.push(await look(from + span * 0.9 * step / steps, span / 10));
    await look(from, span);
    const counts = [];
    for (let kind = 0; kind < 4; ++kind) {
        const view = new vis.DataView(data, { filter: item => item.group === kind });
        times.filter.push(await timed(() => timeline.setItems(view)));
        counts.push(view.length);
    }
    return { times, counts };
}

const browser = await browsers.launch({
    executablePath: await chromium.executablePath(), headless: true, args: chromium.args,
});
const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
const home = path.dirname(createRequire(import.meta.url).resolve('vis-timeline/package.json'));
await page.setContent('<html><body style="margin: 0"></body></html>');
await page.addStyleTag({ path: path.join(home, 'styles/vis-timeline-graph2d.min.css') });
await page.addScriptTag({ path: path.join(home, 'standalone/umd/vis-timeline-graph2d.min.js') });
const { kinds, from, to } = workload;
const late = new Promise(done => setTimeout(done, deadline));
const result = await Promise.race([
    page.evaluate(measure, { items, kinds, from: from * 1000, span: (to - from) * 1000 }), late]);
if (result) {
    const hash = new AnswerHash();
    result.counts.forEach(count => hash.add(count));
    for (const [name, times] of Object.entries(result.times))
        emit('vis-timeline', `timeline: ${name}`, columns.n, times, name === 'filter' ? { counts: hash.text } : {});
} else {
    emit('vis-timeline', 'timeline: first paint', columns.n, [deadline]);
}
await browser.close();
process.exit(0);
