// SPDX-License-Identifier: GPL-3.0-or-later
// generate_package --events N --seed S --out FOLDER: writes a synthetic Data Package.
#include <cstdio>
#include <exception>

#include "options.h"
#include "synthetic_package.h"

using namespace dateline::tests;

int main(int argc, char **argv)
{
    return reportingFaults("generate_package", [argc, argv] {
        const Options options(argc, argv, {"--events", "--seed", "--out"});
        const std::uint64_t events = options.number("--events", 1'000'000, mostEvents);
        writeSyntheticPackage(options.text("--out", "synthetic"), std::uint32_t(events),
                              options.number("--seed", 1, UINT64_MAX));
        return 0;
    });
}
