// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/event_export.h>

#include <exports/event_form.h>
#include <exports/file_writer.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QDir>
#include <QIODevice>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace dateline::exports {

namespace {

constexpr std::size_t eventsAtOnce = 256;

EventForm formOf(EventFormat format, const ExportedEvents &events)
{
    switch (format) {
    case EventFormat::Csv:
        return csvForm(events);
    case EventFormat::GeoJson:
        return geoJsonForm(events);
    case EventFormat::Json:
        break;
    }
    return jsonForm(events);
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

ExportedEvents exportedEvents(const workspace::Workspace &workspace)
{
    ExportedEvents events{workspace.sharedDataset(), {}, workspace::filterSentence(workspace)};
    events.rows.reserve(workspace.crossfilter().passingCount());
    const bitsets::RowSet &passing = workspace.crossfilter().passing();
    std::ranges::copy_if(workspace.dataset().byTime(), std::back_inserter(events.rows),
                         [&passing](events::Row row) { return passing.contains(row); });
    return events;
}

bool writeEvents(const ExportedEvents &events, EventFormat format, QIODevice &device,
                 const ExportProgress &progress)
{
    const EventForm form = formOf(format, events);
    QByteArray text = form.head;
    for (std::size_t i = 0; i < events.rows.size(); ++i) {
        if (i > 0)
            text += form.between;
        text += form.event(events.rows[i]);
        if (i % eventsAtOnce != eventsAtOnce - 1)
            continue;
        if (device.write(text) != text.size() || (progress && !progress(i + 1)))
            return false;
        text.clear();
    }
    text += form.tail;
    return device.write(text) == text.size() && (!progress || progress(events.rows.size()));
}

std::optional<QString> exportEvents(const ExportedEvents &events, const QString &fileName,
                                    const ExportProgress &progress)
{
    const std::optional<EventFormat> format = eventFormatFor(fileName);
    if (!format) {
        return QCoreApplication::translate(
                   "Export",
                   "Cannot tell the format of “%1”: name the file .csv, .geojson or .json.")
            .arg(QDir::toNativeSeparators(fileName));
    }
    return writeFile(fileName, [&](QIODevice &device) {
        return writeEvents(events, *format, device, progress);
    });
}

} // namespace dateline::exports
