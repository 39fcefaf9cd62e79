// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes one level in the format of FORMAT.md.

import { Buffer } from 'node:buffer';
import zlib from 'node:zlib';

import earcut from 'earcut';

import { size } from './geometry.mjs';

const version = 1;
// Long lines are cut, so that those out of sight can be left out.
const longestLine = 128;
const lineKinds = { coast: 0, border: 1, disputed: 2 };

export function packLevel(level, countries, isDisputed) {
    const table = new VertexTable();
    const rings = [];
    const triangles = [];
    const ranges = countries.map(({ shapes }) => {
        const range = { ring: rings.length, triangle: triangles.length };
        for (const polygon of shapes[level]) {
            const indexed = polygon.map((ring) => ring.map((point) => table.index(point)));
            rings.push(...indexed);
            triangles.push(...triangulated(polygon, indexed));
        }
        return { ...range, rings: rings.length - range.ring,
                 triangles: triangles.length - range.triangle };
    });
    const lines = linesOf(countries, ranges, rings, table.points, isDisputed);
    const payload = Buffer.concat([
        u32s([table.points.length, countries.length, rings.length, sum(rings), triangles.length,
              lines.length, sum(lines.map((line) => line.vertices))]),
        deltas(table.points.map((point) => point[0])),
        deltas(table.points.map((point) => point[1])),
        ...countries.map((country, i) => countryRecord(country, country.labels[level], ranges[i])),
        u32s(rings.map((ring) => ring.length)),
        deltas(rings.flat()),
        deltas(triangles),
        u32s(lines.map((line) => line.vertices.length * 4 + line.kind)),
        deltas(lines.flatMap((line) => line.vertices)),
    ]);
    const deflated = zlib.deflateSync(payload, { level: 9 });
    const header = Buffer.concat([Buffer.from('DLBM', 'latin1'),
                                  u32s([version, level, payload.length, deflated.length])]);
    console.log(`level ${level}: ${table.points.length} vertices, ${triangles.length / 3} `
                + `triangles, ${lines.length} lines`);
    return Buffer.concat([header, deflated]);
}

// Every position once, in the order of first use, so that neighbours share their vertices.
class VertexTable {
    points = [];
    #indices = new Map();

    index([x, y]) {
        const key = x * 2 * size + y;
        let index = this.#indices.get(key);
        if (index === undefined) {
            index = this.points.length;
            this.#indices.set(key, index);
            this.points.push([x, y]);
        }
        return index;
    }
}

function triangulated(polygon, indexed) {
    const holes = [];
    const flat = [];
    let count = 0;
    polygon.forEach((ring, i) => {
        if (i > 0) holes.push(count);
        for (const [x, y] of ring) flat.push(x, y);
        count += ring.length;
    });
    const indices = indexed.flat();
    const result = [];
    const corners = earcut(flat, holes);
    for (let i = 0; i < corners.length; i += 3) {
        const [a, b, c] = [corners[i], corners[i + 1], corners[i + 2]].map((at) => indices[at]);
        if (a !== b && b !== c && a !== c) result.push(a, b, c);
    }
    return result;
}

// Coasts and borders as polylines. An edge that two countries use is a border, drawn once; one
// that a single country uses is coast, unless it lies on the edge of the map, where polygons were
// only cut.
function linesOf(countries, ranges, rings, points, isDisputed) {
    const owners = new Map();
    const edge = (a, b) => Math.min(a, b) * points.length + Math.max(a, b);
    eachEdge(ranges, rings, (country, a, b) => {
        const key = edge(a, b);
        owners.set(key, [...(owners.get(key) ?? []), country]);
    });
    const kindOf = (a, b, country) => {
        const pair = owners.get(edge(a, b));
        if (onFrame(points[a], points[b])) return undefined;
        if (pair.length === 1) return lineKinds.coast;
        if (pair[0] !== country || pair.every((each) => each === country)) return undefined;
        const [from, to] = [a, b].map((at) => points[at].map((coordinate) => coordinate / size));
        return isDisputed(pair.map((each) => countries[each].key), from, to) ? lineKinds.disputed
                                                                             : lineKinds.border;
    };
    const lines = [];
    ranges.forEach((range, country) => {
        for (const ring of rings.slice(range.ring, range.ring + range.rings))
            lines.push(...runs(ring, (a, b) => kindOf(a, b, country)));
    });
    return lines.sort((a, b) => a.kind - b.kind);
}

function eachEdge(ranges, rings, visit) {
    ranges.forEach((range, country) => {
        for (const ring of rings.slice(range.ring, range.ring + range.rings))
            ring.forEach((a, i) => visit(country, a, ring[(i + 1) % ring.length]));
    });
}

function onFrame(a, b) {
    return (a[0] === b[0] && (a[0] === 0 || a[0] === size))
        || (a[1] === b[1] && (a[1] === 0 || a[1] === size));
}

// The longest runs of one kind along a ring, starting where the kind changes.
function runs(ring, kindOf) {
    const count = ring.length;
    const kinds = ring.map((a, i) => kindOf(a, ring[(i + 1) % count]));
    const start = Math.max(0, kinds.findIndex((kind, i) => kind !== kinds.at(i - 1)));
    const result = [];
    for (let i = 0; i < count; ++i) {
        const at = (start + i) % count;
        const kind = kinds[at];
        if (kind === undefined) continue;
        if (i === 0 || kinds[(at + count - 1) % count] !== kind
            || result.at(-1).vertices.length === longestLine)
            result.push({ kind, vertices: [ring[at]] });
        result.at(-1).vertices.push(ring[(at + 1) % count]);
    }
    return result;
}

function countryRecord({ code, name, bounds }, label, range) {
    const text = Buffer.from(name, 'utf8');
    const head = Buffer.alloc(4);
    head.write(code, 0, 'latin1');
    head.writeUInt16LE(text.length, 2);
    const numbers = Buffer.alloc(24);
    [...label, ...bounds].forEach((value, i) => numbers.writeFloatLE(value / size, i * 4));
    return Buffer.concat([head, text, numbers,
                          u32s([range.ring, range.rings, range.triangle, range.triangles])]);
}

function u32s(values) {
    const buffer = Buffer.alloc(values.length * 4);
    values.forEach((value, i) => buffer.writeUInt32LE(value, i * 4));
    return buffer;
}

// Differences between neighbours: small numbers, which deflate well.
function deltas(values) {
    const buffer = Buffer.alloc(values.length * 4);
    let last = 0;
    values.forEach((value, i) => {
        buffer.writeInt32LE(value - last, i * 4);
        last = value;
    });
    return buffer;
}

function sum(lists) {
    return lists.reduce((total, list) => total + list.length, 0);
}
