// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

/// Records of a dataset as JSON, for all JSON that this module writes. People and publishers are
/// written by name, because a file is read without the dataset beside it; their ids stand beside.
namespace dateline::exports {

/// The names that the package's tables use: "denies", "city".
[[nodiscard]] QString stanceName(events::Stance stance);
[[nodiscard]] QString precisionName(events::PlacePrecision precision);

/// null for an empty string.
[[nodiscard]] QJsonValue textOrNull(const QString &text);

/// {name, version, title, licence}
[[nodiscard]] QJsonObject datasetJson(const events::Dataset &dataset);

/// {earliest_start, latest_start, earliest_end, latest_end}
[[nodiscard]] QJsonObject boundsJson(const events::FuzzyInterval &bounds);

/// {name, country, lat, lon, precision}; lat and lon are null unless the event is drawn at a
/// point, all is null and the precision "unknown" without a place.
[[nodiscard]] QJsonObject placeJson(const events::Dataset &dataset, events::Row event);

/// {id, actor, actor_id, stance, said, text, source {title, publisher, url}, responds_to}
[[nodiscard]] QJsonObject claimJson(const events::Dataset &dataset, const events::Claim &claim);

/// The totals that somebody stated: {actor, actor_id, as_of, kind, stated, countries, note,
/// source {title, publisher, url}} in the order of the package.
[[nodiscard]] QJsonArray totalsJson(const events::Dataset &dataset);

} // namespace dateline::exports
