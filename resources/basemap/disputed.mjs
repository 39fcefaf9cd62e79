// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which borders Natural Earth marks as anything but an international boundary.

import fs from 'node:fs';

import { mercator } from './geometry.mjs';

// Half a step of the country layer, and a little: the marked lines are the same ones, not rounded.
const tolerance = 0.005 / 360;
// How far a coarse source moves a border, generously.
const coarse = 0.3 / 360;

// The line that Natural Earth 4 draws between Crimea and the rest of Ukraine: "Disputed (please
// verify)", left of it Russia, right of it Ukraine. The edition in disputed.json is an earlier one,
// which has no line there.
const crimea = { areas: ['RU', 'UA'], box: box([[33.6, 45.7], [35.05, 46.25]].map(mercator), 0) };

// Tells of the border between two areas, at a place on the unit square, whether it is marked.
// `borders` are those of the most detailed source, unthinned: only they run along the marked lines.
// Those of other sources are as the nearest border between the same two areas; without one (only
// the finest source has the buffer zone on Cyprus) they are marked where a marked border is near.
export function disputedBorders(borders) {
    const marked = markedSegments();
    const pairs = new Map();
    for (const { areas, line } of borders) {
        const pair = pairs.get(pairKey(areas)) ?? { edges: [], isMixed: false };
        pairs.set(pairKey(areas), pair);
        for (const [from, to] of segments(line)) {
            const edge = { from, to, disputed: isMarked(marked, areas, middle(from, to)) };
            pair.edges.push(edge);
            pair.isMixed ||= edge.disputed !== pair.edges[0].disputed;
        }
    }
    const disputed = [...pairs.values()].flatMap(({ edges }) => edges)
        .filter((edge) => edge.disputed);
    return (areas, from, to) => {
        const pair = pairs.get(pairKey(areas));
        const place = middle(from, to);
        if (!pair) return distanceTo(nearest(disputed, place), place) < coarse;
        return (pair.isMixed ? nearest(pair.edges, place) : pair.edges[0]).disputed;
    };
}

function markedSegments() {
    const file = new URL('disputed.json', import.meta.url);
    return JSON.parse(fs.readFileSync(file, 'utf8')).lines.map(({ points }) => {
        const line = points.map(mercator);
        return { box: box(line, tolerance), segments: segments(line) };
    });
}

function isMarked(marked, areas, point) {
    if (pairKey(areas) === pairKey(crimea.areas) && within(crimea.box, point)) return true;
    return marked.some((line) => within(line.box, point) && line.segments.some(
        ([from, to]) => distance(point, from, to) <= tolerance));
}

function nearest(edges, point) {
    let [best, least] = [edges[0], Infinity];
    for (const edge of edges) {
        const away = distanceTo(edge, point);
        if (away < least) [best, least] = [edge, away];
    }
    return best;
}

function distanceTo({ from, to }, point) {
    return distance(point, from, to);
}

function pairKey(areas) {
    return [...areas].sort().join('|');
}

function segments(line) {
    return line.slice(1).map((to, i) => [line[i], to]);
}

function middle([x1, y1], [x2, y2]) {
    return [(x1 + x2) / 2, (y1 + y2) / 2];
}

function box(line, margin) {
    const [xs, ys] = [line.map((point) => point[0]), line.map((point) => point[1])];
    return [Math.min(...xs) - margin, Math.min(...ys) - margin,
            Math.max(...xs) + margin, Math.max(...ys) + margin];
}

function within([minX, minY, maxX, maxY], [x, y]) {
    return x >= minX && x <= maxX && y >= minY && y <= maxY;
}

function distance([x, y], [x1, y1], [x2, y2]) {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = dx * dx + dy * dy;
    const along = length > 0 ? ((x - x1) * dx + (y - y1) * dy) / length : 0;
    const at = Math.max(0, Math.min(1, along));
    return Math.hypot(x1 + at * dx - x, y1 + at * dy - y);
}
