// SPDX-License-Identifier: GPL-3.0-or-later
// bench_sqlite [--events N] [--seed S]: the group-bys of a brush in SQLite, in memory, with an
// index that covers them: its best case, without another language between. One JSON line an
// operation.
#include <sqlite3.h>

#include <cstdio>
#include <exception>
#include <memory>

#include "measure.h"
#include "options.h"
#include "workload.h"

using namespace dateline::tests;

namespace {

constexpr auto sqliteName = "SQLite";

struct Closer
{
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Closer>;
using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

void run(const Database &database, const char *query)
{
    if (sqlite3_exec(database.get(), query, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(database.get()));
}

Statement prepared(const Database &database, const std::string &query)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database.get(), query.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(database.get()));
    return Statement(statement);
}

Database open(const std::vector<SyntheticEvent> &events)
{
    sqlite3 *opened = nullptr;
    if (sqlite3_open(":memory:", &opened) != SQLITE_OK)
        throw std::runtime_error("SQLite cannot open a database in memory");
    Database database(opened);
    run(database,
        "CREATE TABLE event(start INTEGER, kind INTEGER, country INTEGER, bureau INTEGER,"
        " standing INTEGER); BEGIN");
    const Statement insert = prepared(database, "INSERT INTO event VALUES(?, ?, ?, ?, ?)");
    for (const SyntheticEvent &event : events) {
        sqlite3_bind_int64(insert.get(), 1, event.start);
        sqlite3_bind_int(insert.get(), 2, event.kind);
        sqlite3_bind_int(insert.get(), 3, event.country);
        sqlite3_bind_int(insert.get(), 4, event.bureau);
        sqlite3_bind_int(insert.get(), 5, event.standing);
        sqlite3_step(insert.get());
        sqlite3_reset(insert.get());
    }
    run(database,
        "COMMIT; CREATE INDEX by_time ON event(start, kind, country, bureau, standing);"
        "ANALYZE");
    return database;
}

std::vector<Statement> groupBys(const Database &database)
{
    const std::string bin = "(start - " + std::to_string(syntheticFrom) + ") / "
        + std::to_string((syntheticTo - syntheticFrom) / std::int64_t(benchBins));
    std::vector<Statement> statements;
    for (const std::string &group : {std::string("kind"), std::string("country"),
                                     std::string("bureau"), std::string("standing"), bin}) {
        statements.push_back(prepared(database,
                                      "SELECT " + group
                                          + ", count(*) FROM event"
                                            " WHERE start >= ? AND start < ? GROUP BY 1"));
    }
    return statements;
}

BenchCounts answer(const std::vector<Statement> &statements, const BenchWindow &window)
{
    constexpr std::array groupsAt{kindsAt, countriesAt, bureausAt, standingsAt, binsAt};
    BenchCounts counts{};
    for (std::size_t i = 0; i < groupsAt.size(); ++i) {
        sqlite3_stmt *statement = statements[i].get();
        sqlite3_bind_int64(statement, 1, window.from);
        sqlite3_bind_int64(statement, 2, window.to);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            const auto count = std::uint32_t(sqlite3_column_int(statement, 1));
            counts[groupsAt[i] + std::size_t(sqlite3_column_int(statement, 0))] = count;
            counts[0] += i == 0 ? count : 0;
        }
        sqlite3_reset(statement);
    }
    return counts;
}

void measureAll(const Options &options)
{
    const std::uint64_t count = options.number("--events", 1'000'000, mostEvents);
    const std::vector<SyntheticEvent> events
        = benchEvents(std::uint32_t(count), options.number("--seed", 1, UINT64_MAX));
    resetPeak();
    double start = now();
    const Database database = open(events);
    ResultLine(sqliteName, "build", events.size()).withTimes({now() - start}).print();
    const std::vector<Statement> statements = groupBys(database);
    for (const BenchOperation &operation : benchOperations(events)) {
        if (operation.name != "groups")
            continue;
        std::vector<double> times;
        AnswerHash hash;
        for (const BenchStep &step : operation.steps) {
            start = now();
            const BenchCounts counts = answer(statements, *step.state.window);
            const double time = now() - start;
            if (!step.isTimed)
                continue;
            times.push_back(time);
            hash.add(counts);
        }
        ResultLine(sqliteName, operation.name, events.size())
            .withTimes(times)
            .with("counts", hash.text())
            .print();
    }
}

} // namespace

int main(int argc, char **argv)
{
    return reportingFaults("bench_sqlite", [argc, argv] {
        measureAll(Options(argc, argv, {"--events", "--seed"}));
        return 0;
    });
}
