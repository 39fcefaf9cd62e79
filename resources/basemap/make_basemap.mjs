// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes the packed base map (world-0.dlbm … world-2.dlbm) from Natural Earth as packaged by
// world-atlas. Run `npm ci && npm run build` in this folder; the result depends on nothing but
// package-lock.json and disputed.json. FORMAT.md in this folder describes the bytes.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { disputedBorders } from './disputed.mjs';
import { pieces, boundsOf, labelPointOf, contains } from './geometry.mjs';
import { bordersOf, detail, polygonsOf } from './natural_earth.mjs';
import { packLevel } from './pack.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

// What is kept at each level, as areas on the unit square of Web Mercator. A triangle smaller
// than `simplify` is not visible while the level is on screen (see README.md), an island smaller
// than `drop` neither; countries smaller than `spare` keep every vertex.
const pixel = (zoom) => (1 / (256 * 2 ** zoom)) ** 2;
const levels = [
    { source: '50m', simplify: 1.2 * pixel(3), drop: 4 * pixel(3), spare: 10 * pixel(3) },
    { source: '50m', simplify: 0, drop: 0, spare: 0 },
    { source: '10m', simplify: 0.6 * pixel(7.5), drop: 1.5 * pixel(7.5), spare: 60 * pixel(7.5) },
];

const details = levels.map((level) => detail(level));
const countries = countryTable(details);
const isDisputed = disputedBorders(bordersOf('10m'));

details.forEach((countryMap, level) => {
    const file = path.join(here, `world-${level}.dlbm`);
    const bytes = packLevel(level, countries, isDisputed);
    fs.writeFileSync(file, bytes);
    console.log(`${path.basename(file)}: ${bytes.length} bytes`);
});

// One table for all levels, so that a country has the same index, bounds and label point in each.
function countryTable(levelsOfCountries) {
    const keys = new Set();
    for (const level of levelsOfCountries) for (const key of level.keys()) keys.add(key);
    const table = [];
    for (const key of [...keys].sort(codedFirst)) {
        const finest = levelsOfCountries.findLast((level) => level.has(key));
        const shapes = levelsOfCountries.map((_, index) => shapeAt(key, levelsOfCountries, index));
        const { code, name } = finest.get(key);
        const bounds = boundsOf(shapes.flat());
        table.push({ key, code, name, shapes, bounds, labels: labelPoints(shapes) });
    }
    return table;
}

// The polygons of a country at a level. Where a source lacks a country or holds it as less than a
// triangle (very small ones), the next best one is drawn, so that no coded country is without a
// shape.
function shapeAt(key, levelsOfCountries, index) {
    const own = levelsOfCountries[index].get(key)?.polygons ?? [];
    if (own.length > 0 || key.startsWith('~')) return own;
    for (const source of ['10m', '50m']) {
        const polygons = pieces(polygonsOf(source, key));
        if (polygons.length > 0) return polygons;
    }
    throw new Error(`no source draws ${key}`);
}

// One point inside the country at every level, at best its pole of inaccessibility at the middle
// level. Where the sources agree too little for that (very small countries), each level's own.
function labelPoints(shapes) {
    const own = shapes.map((polygons) => polygons.length > 0 && labelPointOf(polygons));
    const drawn = shapes.filter((polygons) => polygons.length > 0);
    const shared = [own[1], ...own]
        .find((point) => point && drawn.every((polygons) => contains(polygons, point)));
    return own.map((point) => shared ?? (point || own.find(Boolean)));
}

function codedFirst(a, b) {
    const rank = (key) => (key.startsWith('~') ? 1 : 0);
    return rank(a) - rank(b) || (a < b ? -1 : 1);
}
