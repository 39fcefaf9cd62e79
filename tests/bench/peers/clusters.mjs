// SPDX-License-Identifier: GPL-3.0-or-later
// supercluster, which has to be loaded anew when a filter changes, and kdbush, the index under it.
import KDBush from 'kdbush';
import Supercluster from 'supercluster';
import { AnswerHash, emit, operation, readColumns } from './measure.mjs';

const columns = readColumns();
const { n, lat, lon, start: starts } = columns;
const points = Array.from({ length: n }, (_, row) => row).filter(row => lat[row] > -90);

let start = performance.now();
const index = new KDBush(points.length, 64, Float64Array);
points.forEach(row => index.add(lon[row], lat[row]));
index.finish();
emit('kdbush', 'build', n, [performance.now() - start]);
{
    const times = [];
    const hash = new AnswerHash();
    for (const { box, timed } of operation('pan').steps) {
        start = performance.now();
        const found = index.range(...box);
        const time = performance.now() - start;
        if (!timed)
            continue;
        times.push(time);
        hash.add(found.length);
    }
    emit('kdbush', 'pan', n, times, { points: hash.text });
}

const features = points.map(row => ({
    type: 'Feature', properties: { row }, geometry: { type: 'Point', coordinates: [lon[row], lat[row]] },
}));
const clustersOf = some => new Supercluster({ maxZoom: 16, radius: 40, extent: 256 }).load(some);
start = performance.now();
clustersOf(features);
emit('supercluster', 'build', n, [performance.now() - start]);
{
    const { steps, zoom } = operation('clusters of half');
    const times = [];
    const hash = new AnswerHash();
    for (const { window: [from, to] } of steps) {
        start = performance.now();
        const passing = features.filter(({ properties: { row } }) => starts[row] >= from && starts[row] < to);
        const clusters = clustersOf(passing).getClusters([-180, -85, 180, 85], zoom);
        times.push(performance.now() - start);
        hash.add(clusters.reduce((sum, one) => sum + (one.properties.point_count ?? 1), 0));
    }
    emit('supercluster', 'clusters of half', n, times, { points: hash.text });
}
