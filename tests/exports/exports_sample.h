// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exports/event_export.h>
#include <workspace/workspace.h>

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace dateline::tests {

/// Events that are awkward to export: hostile text, a country with a centroid in the package, a
/// place of unknown precision with coordinates, years before 1 and beyond 9999, open ends.
[[nodiscard]] std::shared_ptr<const events::Dataset> awkwardDataset();

/// What is written of the events that pass.
[[nodiscard]] QByteArray eventsAs(exports::EventFormat format,
                                  const workspace::Workspace &workspace);

/// The object in `json`; fails the test when it is none.
[[nodiscard]] QJsonObject parsed(const QByteArray &json);

/// The element of `array` whose member `id` is this, or an empty object.
[[nodiscard]] QJsonObject withId(const QJsonArray &array, const QString &id);

/// A strict reader of RFC 4180: lines of cells. Fails the test where the text breaks the rules.
[[nodiscard]] std::vector<std::vector<QString>> parsedCsv(const QByteArray &csv);

} // namespace dateline::tests
