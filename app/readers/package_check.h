// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/package_reader.h>

namespace dateline::readers {

/// How many kilometres a point (degrees) lies outside a country: 0 inside it, nothing when the
/// country is not known. Whoever has a map hands it in; readers has none.
using CountryDistance = std::function<std::optional<double>(events::CountryCode country,
                                                            double latitude, double longitude)>;

/// A place may lie this far outside its country without complaint: maps thin out coasts and leave
/// out small islands, and harbours stand in the sea.
inline constexpr double toleratedKilometres = 25;
/// From here on it is an error; in between, where borders may be disputed, a warning.
inline constexpr double farKilometres = 250;

/// How to check.
struct CheckOptions
{
    ReadOptions read;
    CountryDistance kilometresOutside; ///< empty: places are not compared with their countries
};

/// Reads a package as readPackage does and then looks at what it says: events without claims,
/// wording (TextLint), places outside their country, rows that nothing uses, duplicates, the sum of
/// the ledger against the highest stated total, answers that answer nothing, references inside
/// datapackage.json and views, kinds that look alike. What is found is added to the diagnostics:
/// errors where the rules of the format are broken, warnings where it is a guess. Slower than
/// reading; any thread.
[[nodiscard]] ReadResult checkPackage(const QString &path, CheckOptions options = {});

/// The same for files that are open already.
[[nodiscard]] ReadResult checkPackage(PackageFiles &files, CheckOptions options = {});

} // namespace dateline::readers
