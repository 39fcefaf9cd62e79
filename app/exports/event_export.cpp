// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/event_export.h>

#include <exports/file_writer.h>

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace dateline::exports {

namespace {

QByteArray eventsAs(EventFormat format, const workspace::Workspace &workspace)
{
    switch (format) {
    case EventFormat::Csv:
        return eventsAsCsv(workspace);
    case EventFormat::GeoJson:
        return eventsAsGeoJson(workspace);
    case EventFormat::Json:
        break;
    }
    return eventsAsJson(workspace);
}

} // namespace

std::optional<EventFormat> eventFormatFor(QStringView fileName)
{
    if (fileName.endsWith(u".csv", Qt::CaseInsensitive))
        return EventFormat::Csv;
    if (fileName.endsWith(u".geojson", Qt::CaseInsensitive))
        return EventFormat::GeoJson;
    if (fileName.endsWith(u".json", Qt::CaseInsensitive))
        return EventFormat::Json;
    return std::nullopt;
}

std::vector<events::Row> exportedRows(const workspace::Workspace &workspace)
{
    std::vector<events::Row> rows;
    const query::RowSet &passing = workspace.crossfilter().passing();
    std::ranges::copy_if(workspace.dataset().byTime(), std::back_inserter(rows),
                         [&passing](events::Row row) { return passing.contains(row); });
    return rows;
}

std::optional<QString> exportEvents(const workspace::Workspace &workspace, const QString &fileName)
{
    const std::optional<EventFormat> format = eventFormatFor(fileName);
    if (!format) {
        return QCoreApplication::translate(
                   "Export",
                   "Cannot tell the format of “%1”: name the file .csv, .geojson or .json.")
            .arg(QDir::toNativeSeparators(fileName));
    }
    return writeFile(fileName, eventsAs(*format, workspace));
}

} // namespace dateline::exports
