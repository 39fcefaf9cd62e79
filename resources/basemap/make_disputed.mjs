// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes disputed.json: the boundary lines that Natural Earth marks as anything but an
// international boundary. No npm package is known to have them. They come from Debian's package
// libmagics++-data 4.13.0-1, which ships Natural Earth's shapefile:
//
//   apt-get download libmagics++-data && dpkg-deb -x libmagics++-data_*.deb magics
//   node make_disputed.mjs magics/usr/share/magics/10m
//
// Needed only to make disputed.json anew; the base map is made from that file.

import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const layer = 'ne_10m_admin_0_boundary_lines_land';
const digests = {
    shp: 'ca60e50f70987deb3182e987eb13956f30834e582371d6ae1dd6cb276b4a2d62',
    shx: 'e45911f87d57f756459991f7a7f6dc08385bf68913d55d5c446541a1c644fad5',
    dbf: 'f69352bb2b94de90fa26e84a8a5baacb6c806a32ecde750a37752854a06feea9',
};
const classes = ['Disputed', 'Line of control', 'Indefinite', 'Indeterminant frontier',
                 'Overlay limit', 'Lease limit'];
// Magics gives one line another class to keep it from being drawn: the one between Western Sahara
// and Morocco, which Natural Earth marks as a line of control.
const renamed = { ForgetMagics: 'Line of control' };

function read(folder, extension) {
    const bytes = fs.readFileSync(path.join(folder, `${layer}.${extension}`));
    const digest = crypto.createHash('sha256').update(bytes).digest('hex');
    if (digest !== digests[extension]) throw new Error(`${layer}.${extension} is another edition`);
    return bytes;
}

// The rows of a dBase table as objects.
function table(bytes) {
    const [count, head, width] = [bytes.readUInt32LE(4), bytes.readUInt16LE(8),
                                  bytes.readUInt16LE(10)];
    const fields = [];
    for (let at = 32, offset = 1; bytes[at] !== 0x0d; at += 32) {
        const name = bytes.toString('latin1', at, at + 11).split('\0')[0];
        fields.push({ name, offset, length: bytes[at + 16] });
        offset += bytes[at + 16];
    }
    return Array.from({ length: count }, (_, row) => Object.fromEntries(fields.map((field) => {
        const start = head + row * width + field.offset;
        return [field.name, bytes.toString('utf8', start, start + field.length).trim()];
    })));
}

// The parts of a polyline. Records are found through the index: this edition was altered in place,
// and the lengths that records state themselves do not lead from one to the next.
function parts(shapes, index, row) {
    const start = index.readUInt32BE(100 + 8 * row) * 2 + 8;
    const [partCount, pointCount] = [shapes.readUInt32LE(start + 36),
                                     shapes.readUInt32LE(start + 40)];
    const firsts = Array.from({ length: partCount },
                              (_, i) => shapes.readUInt32LE(start + 44 + 4 * i));
    const data = start + 44 + 4 * partCount;
    const points = Array.from({ length: pointCount }, (_, i) => [0, 8].map(
        (offset) => Number(shapes.readDoubleLE(data + 16 * i + offset).toFixed(4))));
    return firsts.map((first, i) => points.slice(first, firsts[i + 1]));
}

const folder = process.argv[2];
const [shapes, index] = [read(folder, 'shp'), read(folder, 'shx')];
const rows = table(read(folder, 'dbf'));
const lines = rows.flatMap((row, i) => {
    const kind = renamed[row.featurecla] ?? row.featurecla.replace(' (please verify)', '');
    const areas = [row.adm0_left, row.adm0_right];
    // A line at sea, or around a zone within a country, is no border between countries on land.
    const isBorder = row.type === 'Land' && (areas[0] !== areas[1] || kind === 'Disputed');
    if (!classes.includes(kind) || !isBorder) return [];
    return parts(shapes, index, i).map((points) => ({ class: kind, areas, points }));
});
const text = lines.map((line) => JSON.stringify(line)).join(',\n');
fs.writeFileSync(path.join(here, 'disputed.json'), `{"lines":[\n${text}\n]}\n`);
console.log(`${lines.length} lines`);
