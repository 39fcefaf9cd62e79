// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/workspace.h>

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

/// The events that pass a workspace's filter, as files for other programs. All forms hold the
/// same events in the order of time (undated ones last), each with who states it and who answers.
/// Only a place known as a city has coordinates: what is known to a country or region, or not at
/// all, has none in any form. What each form holds is documented in this module's README.
namespace dateline::exports {

enum class EventFormat : std::uint8_t { Csv, GeoJson, Json };

/// The form that a file name's suffix asks for (.csv, .geojson, .json, in any case), or nothing.
[[nodiscard]] std::optional<EventFormat> eventFormatFor(QStringView fileName);

/// The passing events in the order of time.
[[nodiscard]] std::vector<events::Row> exportedRows(const workspace::Workspace &workspace);

/// JSON: an object with `dataset`, `filter`, `events` and `totals`. Indented, UTF-8, ends with
/// a line feed. Without passing events `events` is an empty array.
[[nodiscard]] QByteArray eventsAsJson(const workspace::Workspace &workspace);

/// GeoJSON, RFC 7946: a FeatureCollection in which events without a point have a null geometry.
[[nodiscard]] QByteArray eventsAsGeoJson(const workspace::Workspace &workspace);

/// CSV, RFC 4180: a heading line, UTF-8 without byte order mark, lines end with CR LF. Text that
/// a spreadsheet would run as a formula is preceded by an apostrophe; see csvCell().
[[nodiscard]] QByteArray eventsAsCsv(const workspace::Workspace &workspace);

/// One cell of free text: quoted where RFC 4180 asks for it. Text whose first character is one of
/// = + - @, a tab or a carriage return, also written in full width, is a formula to spreadsheets
/// and gets an apostrophe before it. That alters the text; JSON and GeoJSON never do.
[[nodiscard]] QByteArray csvCell(const QString &text);

/// Writes the passing events to a file, in the form that its suffix asks for. The file is
/// replaced in one go or not touched. Gives what went wrong in words for a person, or nothing.
[[nodiscard]] std::optional<QString> exportEvents(const workspace::Workspace &workspace,
                                                  const QString &fileName);

} // namespace dateline::exports
