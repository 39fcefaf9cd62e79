// SPDX-License-Identifier: GPL-3.0-or-later
//
// Planar geometry on the Mercator square with integer positions: x and y in [0, 2^24], the
// largest integers for which every value divided by `size` is exact in single precision.

import { geoArea, geoEquirectangular } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import polylabel from 'polylabel';

export const size = 2 ** 24;
const latitudeLimit = 85.051128779806592;

// Longitude and latitude in degrees to the unit square, y growing to the south.
export function mercator([longitude, latitude]) {
    const clamped = Math.max(-latitudeLimit, Math.min(latitudeLimit, latitude));
    const sine = Math.sin((clamped * Math.PI) / 180);
    const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    return [longitude / 360 + 0.5, Math.max(0, Math.min(1, y))];
}

// A projection onto degrees: all it does is cut at the antimeridian and close around the poles.
const cutter = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0)
    .reflectY(true);

function crossesAntimeridian(coordinates) {
    return coordinates.some((polygon) => polygon.some((ring) => ring.some(
        (point, i) => i > 0 && Math.abs(point[0] - ring[i - 1][0]) > 180)));
}

// The polygons of a GeoJSON geometry as lists of rings of integer positions, cut at the
// antimeridian. Rings are not closed (the last point is not the first again). Rings and polygons
// that have collapsed are left out; the area on the sphere is kept beside each polygon.
export function pieces(geometry) {
    const whole = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const polygons = [];
    for (const coordinates of whole) {
        const onSphere = geoArea({ type: 'Polygon', coordinates });
        for (const piece of cut(coordinates)) {
            const rings = piece.map(integerRing);
            if (rings[0].length < 3 || ringArea(rings[0]) === 0) continue;
            const polygon = rings.filter((ring) => ring.length >= 3 && ringArea(ring) !== 0);
            polygon.weight = onSphere;
            polygons.push(polygon);
        }
    }
    return polygons;
}

function cut(coordinates) {
    if (!crossesAntimeridian([coordinates])) return [coordinates];
    const flat = geoProject({ type: 'Polygon', coordinates }, cutter);
    return flat.type === 'Polygon' ? [flat.coordinates] : flat.coordinates;
}

function integerRing(ring) {
    const points = [];
    for (const point of ring) {
        const [x, y] = mercator(point).map((unit) => Math.round(unit * size));
        const next = [onCut(x), y];
        const last = points.at(-1);
        if (!last || last[0] !== next[0] || last[1] !== next[1]) points.push(next);
    }
    while (points.length > 1 && points[0][0] === points.at(-1)[0]
           && points[0][1] === points.at(-1)[1])
        points.pop();
    return points;
}

// Cutting leaves some vertices up to ten steps beside the antimeridian. Edges between them and
// those on it would be taken for coast.
function onCut(x) {
    const near = 16;
    if (x <= near) return 0;
    return x >= size - near ? size : x;
}

// Twice the signed area would overflow nothing here: 2^48 fits a double exactly.
export function ringArea(ring) {
    let sum = 0;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
        sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
    return Math.abs(sum) / 2;
}

export function area(polygon) {
    return polygon.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * ringArea(ring), 0);
}

export function contains(polygons, [x, y]) {
    let inside = false;
    for (const polygon of polygons)
        for (const ring of polygon)
            for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
                const [xi, yi] = ring[i];
                const [xj, yj] = ring[j];
                if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi)
                    inside = !inside;
            }
    return inside;
}

// The pole of inaccessibility of the part that is largest on the sphere (on the Mercator square
// Svalbard would outweigh Norway).
export function labelPointOf(polygons) {
    const largest = polygons.reduce((a, b) => (weight(b) > weight(a) ? b : a));
    const extent = Math.sqrt(ringArea(largest[0]));
    const [x, y] = polylabel(largest, Math.max(1, extent / 200));
    return [x, y];
}

// Pieces of one polygon share its area on the sphere; among them the larger one on the map wins.
function weight(polygon) {
    return polygon.weight * (1 + area(polygon) / size ** 2);
}

// The box around all polygons, the short way round the world: maxX exceeds `size` when the box
// crosses the antimeridian.
export function boundsOf(polygons) {
    const spans = polygons.map((polygon) => {
        const xs = polygon[0].map((point) => point[0]);
        return [Math.min(...xs), Math.max(...xs)];
    }).sort((a, b) => a[0] - b[0]);
    let reach = spans[0][1];
    let gapStart = Math.max(...spans.map((span) => span[1]));
    let gapEnd = spans[0][0] + size;
    for (const [from, to] of spans) {
        if (from - reach > gapEnd - gapStart) [gapStart, gapEnd] = [reach, from];
        reach = Math.max(reach, to);
    }
    const ys = polygons.flatMap((polygon) => polygon[0].map((point) => point[1]));
    const minY = ys.reduce((a, b) => Math.min(a, b));
    const maxY = ys.reduce((a, b) => Math.max(a, b));
    const minX = gapEnd % size;
    const width = size - (gapEnd - gapStart);
    return [minX, minY, minX + width, maxY];
}
