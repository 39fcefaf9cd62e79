// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/kind.h>
#include <events/package_info.h>
#include <readers/diagnostic.h>

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace dateline::readers {

inline constexpr QLatin1StringView descriptionFile("datapackage.json");

/// What datapackage.json says.
struct PackageDescription
{
    events::PackageInfo info;
    std::vector<events::Kind> kinds;
    std::map<QString, QString> tables; ///< the path of each table by its name
};

/// Reads datapackage.json. False when it is no JSON, lists no tables or no kinds, or has another
/// version of the format; what cannot be read otherwise is left out with a diagnostic.
[[nodiscard]] bool readDescription(const QByteArray &json, PackageDescription &description,
                                   DiagnosticList &diagnostics);

} // namespace dateline::readers
