// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/workspace.h>

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QIODevice;

/// The events that pass a workspace's filter, as files for other programs. All forms hold the
/// same events in the order of time (undated ones last), each with who states it and who answers.
/// Only a place known as a city has coordinates: what is known to a country or region, or not at
/// all, has none in any form. What each form holds is documented in this module's README.
namespace dateline::exports {

enum class EventFormat : std::uint8_t { Csv, GeoJson, Json };

/// The form that a file name's suffix asks for (.csv, .geojson, .json, in any case), or nothing.
[[nodiscard]] std::optional<EventFormat> eventFormatFor(QStringView fileName);

/// What a workspace shows at one moment: may be written on any thread while the workspace goes on.
struct ExportedEvents
{
    std::shared_ptr<const events::Dataset> dataset;
    std::vector<events::Row> rows; ///< in the order of time
    QString filter; ///< the sentence that says which they are
};
[[nodiscard]] ExportedEvents exportedEvents(const workspace::Workspace &workspace);

/// Told now and then how many events are written, and when all are; when it returns false the rest
/// is not wanted, or nothing at all.
using ExportProgress = std::function<bool(std::size_t written)>;

/// Writes events one after the other, in a form: no more than some of them are in memory at once.
///
/// Csv: RFC 4180, a heading line, UTF-8 without byte order mark, lines end with CR LF. Text that a
/// spreadsheet would run as a formula is preceded by an apostrophe; see csvCell().
/// GeoJson: RFC 7946, a FeatureCollection in which events without a point have a null geometry.
/// Json: an object with `dataset`, `filter`, `events` and `totals`. Both are indented, UTF-8, and
/// end with a line feed; without events their array is empty.
///
/// False when the device took less than was written, or when it was told to end. Any thread.
bool writeEvents(const ExportedEvents &events, EventFormat format, QIODevice &device,
                 const ExportProgress &progress = {});

/// One cell of free text: quoted where RFC 4180 asks for it. Text whose first character is one of
/// = + - @, a tab or a carriage return, also written in full width, is a formula to spreadsheets
/// and gets an apostrophe before it. That alters the text; JSON and GeoJSON never do.
[[nodiscard]] QByteArray csvCell(const QString &text);

/// Writes events to a file, in the form that its suffix asks for. The file is replaced in one go or
/// not touched, as when `progress` ends it. Gives what went wrong in words for a person, or
/// nothing. Any thread.
[[nodiscard]] std::optional<QString> exportEvents(const ExportedEvents &events,
                                                  const QString &fileName,
                                                  const ExportProgress &progress = {});

} // namespace dateline::exports
