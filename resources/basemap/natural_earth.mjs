// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads Natural Earth's countries from the world-atlas package and thins them out to a level.

import fs from 'node:fs';
import { createRequire } from 'node:module';

import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';

import { area, mercator, pieces, size } from './geometry.mjs';

const require = createRequire(import.meta.url);
const numericCodes = require('i18n-iso-countries').getNumericCodes();

const topologies = new Map();

function topology(source) {
    if (!topologies.has(source)) {
        const file = require.resolve(`world-atlas/countries-${source}.json`);
        topologies.set(source, JSON.parse(fs.readFileSync(file, 'utf8')));
    }
    return structuredClone(topologies.get(source));
}

// The key of a geometry: its ISO alpha-2 code, or "~Name" where Natural Earth gives it none.
function keyOf(geometry) {
    const code = geometry.id === undefined ? undefined : numericCodes[geometry.id];
    return code ?? `~${geometry.properties.name}`;
}

// Country key → { code, name, polygons } for one level. Polygons are cut at the antimeridian and
// hold integer positions. Neighbours share vertices, since arcs are thinned out before they
// become polygons.
export function detail({ source, simplify: smallest, drop, spare }) {
    let topo = topology(source);
    if (smallest > 0) {
        const spared = arcsOfSmallCountries(topo, spare);
        topo = presimplify(topo, visibleArea);
        for (const arc of spared) for (const point of topo.arcs[arc]) point[2] = Infinity;
        topo = simplify(topo, smallest);
    }
    const countries = new Map();
    for (const geometry of topo.objects.countries.geometries) {
        const key = keyOf(geometry);
        const polygons = pieces(feature(topo, geometry).geometry);
        const known = countries.get(key);
        if (known) {
            known.polygons.push(...polygons);
            continue;
        }
        const code = key.startsWith('~') ? '' : key;
        countries.set(key, { code, name: geometry.properties.name, polygons });
    }
    for (const country of countries.values())
        country.polygons = withoutSpecks(country.polygons, drop);
    return countries;
}

// The unthinned geometry of one country; empty when the source lacks it.
export function polygonsOf(source, key) {
    const topo = topology(source);
    const geometry = topo.objects.countries.geometries.find((each) => keyOf(each) === key);
    return geometry ? feature(topo, geometry).geometry : { type: 'MultiPolygon', coordinates: [] };
}

// The borders of a source, not thinned: each a line on the unit square and the keys of the two
// areas that it parts.
export function bordersOf(source) {
    const topo = topology(source);
    const users = new Map();
    for (const geometry of topo.objects.countries.geometries)
        for (const arc of geometry.arcs.flat(3).map((each) => (each < 0 ? ~each : each)))
            users.set(arc, (users.get(arc) ?? new Set()).add(keyOf(geometry)));
    return [...users].filter(([, areas]) => areas.size === 2).map(([arc, areas]) => {
        const { coordinates } = feature(topo, { type: 'LineString', arcs: [arc] }).geometry;
        return { areas: [...areas], line: coordinates.map(mercator) };
    });
}

// The weight of a vertex: the area of the triangle with its neighbours on the Mercator square.
// A triangle that spans the antimeridian weighs more than any other, so it stays.
function visibleArea([a, b, c]) {
    if (Math.max(a[0], b[0], c[0]) - Math.min(a[0], b[0], c[0]) > 180) return Infinity;
    const [p, q, r] = [a, b, c].map(mercator);
    return Math.abs((q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1])) / 2;
}

function arcsOfSmallCountries(topo, limit) {
    const arcs = new Set();
    for (const geometry of topo.objects.countries.geometries) {
        const total = pieces(feature(topo, geometry).geometry)
            .reduce((sum, polygon) => sum + area(polygon), 0);
        if (total / size ** 2 >= limit) continue;
        for (const arc of geometry.arcs.flat(3)) arcs.add(arc < 0 ? ~arc : arc);
    }
    return arcs;
}

// Without polygons too small to see, but never without the largest one, and without holes that
// have collapsed.
function withoutSpecks(polygons, limit) {
    const areas = polygons.map(area);
    const largest = areas.indexOf(Math.max(...areas));
    return polygons.filter((polygon, i) => i === largest || areas[i] / size ** 2 >= limit);
}
