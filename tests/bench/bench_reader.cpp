// SPDX-License-Identifier: GPL-3.0-or-later
// bench_reader PACKAGE EVENTS: measures how long a package of so many events takes from its files
// to a checked dataset, how long the index of its text takes from there, and how many bytes an
// event is all of that, as one JSON line each. Exit status 1 when something of it was left out.
#include <fulltext/text_index.h>
#include <readers/package_reader.h>

#include <cstdio>

#include "column_bytes.h"
#include "engine_under_test.h"
#include "measure.h"
#include "workload.h"

using namespace dateline;

namespace {

void measureIndexes(const std::shared_ptr<const events::Dataset> &dataset, std::size_t n)
{
    tests::resetPeak();
    const std::size_t before = tests::allocatedBytes();
    tests::EngineUnderTest engine(dataset);
    engine.readGroups();
    const double columns = double(tests::columnBytes(*dataset));
    const std::size_t withIndexes = tests::allocatedBytes();
    const double start = tests::now();
    const fulltext::TextIndex text(*dataset);
    const double time = tests::now() - start;
    const double indexes = double(withIndexes - before);
    const double ofText = double(tests::allocatedBytes() - withIndexes);
    const double all = columns + indexes + ofText;
    tests::ResultLine("dateline", "index of text", n)
        .withTimes({time})
        .with("columns_mb", columns / 1e6)
        .with("indexes_mb", indexes / 1e6)
        .with("text_mb", ofText / 1e6)
        .with("mb", all / 1e6)
        .with("bytes_an_event", all / double(n))
        .print();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        (void)std::fputs("bench_reader PACKAGE EVENTS\n", stderr);
        return 2;
    }
    std::vector<double> times;
    readers::ReadResult result;
    tests::resetPeak();
    for (int run = 0; run < 3; ++run) {
        result = {};
        const double start = tests::now();
        result = readers::readPackage(QString::fromLocal8Bit(argv[1]));
        times.push_back(tests::now() - start);
    }
    if (!result.dataset) {
        (void)std::fprintf(stderr, "bench_reader: %s cannot be read\n", argv[1]);
        return 1;
    }
    std::uint32_t dated = 0;
    std::uint32_t sum = 0;
    const events::EventColumns &columns = result.dataset->columns();
    for (events::Row row = 0; row < columns.size(); ++row) {
        dated += columns.texts.utf8(row, events::EventText::Date).empty() ? 0 : 1;
        sum += columns.count[row];
    }
    tests::AnswerHash hash;
    hash.add(std::uint32_t(columns.size()));
    hash.add(std::uint32_t(result.dataset->claims().size()));
    hash.add(std::uint32_t(result.dataset->places().size()));
    hash.add(dated);
    hash.add(sum);
    tests::ResultLine("dateline", "read a package", QByteArray(argv[2]).toULongLong())
        .withTimes(times)
        .with("counts", hash.text())
        .with("right", result.hasErrors() ? 0 : 1)
        .print();
    measureIndexes(result.dataset, columns.size());
    return result.hasErrors() ? 1 : 0;
}
