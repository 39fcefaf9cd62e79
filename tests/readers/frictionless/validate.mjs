// SPDX-License-Identifier: GPL-3.0-or-later
//
// node validate.mjs FOLDER: what Frictionless's own implementation says of a data package: its
// description, the rows of each table against the table's schema (types, constraints, keys) and
// the references between tables. Prints a JSON list of {table, row, message}; ends with 0 when it
// is empty, 1 when not, 2 when it cannot begin. DATELINE_NODE_PACKAGES names the folder that holds
// node_modules.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

function loadPackages() {
    return createRequire(join(process.env.DATELINE_NODE_PACKAGES, 'package.json'))('datapackage');
}

/// What is wrong with the data package in a folder; one call at a time.
export async function faultsOf(folder) {
    const { Package } = loadPackages();
    const faults = [];
    const add = (table, error, row = error.rowNumber) => {
        const parts = error.errors ?? [];
        if (parts.length === 0) faults.push({ table, row: row ?? null, message: error.message });
        for (const part of parts) add(table, part, part.rowNumber ?? row);
    };
    // A file that is missing fails outside of any promise.
    let fail;
    const failed = new Promise((_, reject) => (fail = reject));
    failed.catch(() => {});
    process.on('uncaughtException', fail);
    let dataPackage = { errors: [], resources: [] };
    try {
        dataPackage = await Package.load(join(folder, 'datapackage.json'));
    } catch (error) {
        add('', error);
    }
    for (const error of dataPackage.errors) add('', error);
    for (const resource of dataPackage.resources) {
        for (const error of resource.errors) add(resource.name, error);
        try {
            // With forceCast each row that does not fit stands as an error among the others.
            for (const row of await Promise.race([resource.read({ forceCast: true }), failed]))
                if (row instanceof Error) add(resource.name, row);
            await Promise.race([resource.checkRelations(), failed]);
        } catch (error) {
            add(resource.name, error);
        }
    }
    process.off('uncaughtException', fail);
    return faults;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    try {
        const faults = await faultsOf(process.argv[2]);
        console.log(JSON.stringify(faults, null, 1));
        process.exitCode = faults.length > 0 ? 1 : 0;
    } catch (error) {
        console.error(error.message);
        process.exitCode = 2;
    }
}
