// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <fstream>
#include <span>
#include <stdexcept>

#include "csv_file.h"
#include "workload.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

namespace {

constexpr double nowhere = -999;

double degrees(const SyntheticEvent &event, std::int32_t thousandths)
{
    return event.located == SyntheticPlace::Point ? thousandths / 1000.0 : nowhere;
}

/// Writes `value(event)` of all events.
template<typename Value>
void writeColumn(std::ofstream &file, const std::vector<SyntheticEvent> &events, Value value)
{
    using Type = decltype(value(events.front()));
    std::vector<Type> column;
    column.reserve(events.size());
    for (const SyntheticEvent &event : events)
        column.push_back(value(event));
    const auto bytes = std::as_bytes(std::span(column));
    file.write(reinterpret_cast<const char *>(bytes.data()), std::streamsize(bytes.size()));
}

void writeColumns(const std::string &path, const std::vector<SyntheticEvent> &events)
{
    std::ofstream file(path, std::ios::binary);
    const double count = double(events.size());
    file.write(reinterpret_cast<const char *>(&count), sizeof count);
    writeColumn(file, events, [](const auto &event) { return double(event.start); });
    writeColumn(file, events, [](const auto &event) { return degrees(event, event.latitude); });
    writeColumn(file, events, [](const auto &event) { return degrees(event, event.longitude); });
    writeColumn(file, events, [](const auto &event) { return event.kind; });
    writeColumn(file, events, [](const auto &event) { return event.country; });
    writeColumn(file, events, [](const auto &event) { return event.bureau; });
    writeColumn(file, events, [](const auto &event) { return event.standing; });
    if (!file.flush())
        throw std::runtime_error("cannot write " + path);
}

void writeCsv(const std::string &path, const std::vector<SyntheticEvent> &events)
{
    CsvFile file(path, "start,lat,lon,kind,country,bureau,standing");
    for (const SyntheticEvent &event : events) {
        file.row({std::to_string(event.start), std::to_string(degrees(event, event.latitude)),
                  std::to_string(degrees(event, event.longitude)), std::to_string(event.kind),
                  std::to_string(event.country), std::to_string(event.bureau),
                  std::to_string(event.standing)});
    }
    file.close();
}

QJsonValue json(const std::optional<BenchBox> &box)
{
    return box ? QJsonValue(QJsonArray{box->west, box->south, box->east, box->north})
               : QJsonValue();
}

QJsonObject json(const BenchStep &step)
{
    const BenchState &state = step.state;
    return {
        {u"timed"_s, step.isTimed},
        {u"window"_s,
         state.window ? QJsonValue(QJsonArray{qint64(state.window->from), qint64(state.window->to)})
                      : QJsonValue()},
        {u"kind"_s, state.kind ? QJsonValue(*state.kind) : QJsonValue()},
        {u"box"_s, json(state.box)},
    };
}

QJsonObject json(const BenchOperation &operation)
{
    QJsonArray steps;
    for (const BenchStep &step : operation.steps)
        steps.append(json(step));
    QJsonObject object{{u"name"_s, QString::fromStdString(operation.name)}, {u"steps"_s, steps}};
    if (operation.view)
        object[u"zoom"_s] = operation.view->zoom;
    return object;
}

} // namespace

void writeForPeers(const std::string &folder, const std::vector<SyntheticEvent> &events,
                   const std::vector<BenchOperation> &operations)
{
    writeColumns(folder + "/columns.bin", events);
    writeCsv(folder + "/events.csv", events);
    QJsonArray list;
    for (const BenchOperation &operation : operations)
        list.append(json(operation));
    const QJsonObject root{
        {u"from"_s, qint64(syntheticFrom)},
        {u"to"_s, qint64(syntheticTo)},
        {u"bins"_s, int(benchBins)},
        {u"kinds"_s, int(syntheticKinds)},
        {u"countries"_s, int(syntheticCountries + 1)},
        {u"bureaus"_s, int(syntheticBureaus)},
        {u"standings"_s, int(syntheticStandings)},
        {u"operations"_s, list},
    };
    QFile file(QString::fromStdString(folder + "/workload.json"));
    const QByteArray text = QJsonDocument(root).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        throw std::runtime_error("cannot write " + folder + "/workload.json");
}

} // namespace dateline::tests
