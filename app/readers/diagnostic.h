// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::readers {

enum class Severity : std::uint8_t {
    Error, ///< a rule of the format is broken; what cannot be kept with it was left out
    Warning, ///< read as it stands, but probably not meant so
    Note, ///< ignored without harm
};

/// One thing that is wrong or odd in a package: where, what, and how to mend it.
struct Diagnostic
{
    Severity severity = Severity::Error;
    QLatin1StringView code; ///< stable, a literal, e.g. "key-dangling"
    QString file; ///< path within the package, or of the package itself
    std::optional<int> row; ///< as a spreadsheet numbers rows: 1 is the header
    QString column; ///< name of the column, or path inside a JSON file; may be empty
    QString message; ///< what is wrong
    QString hint; ///< how to mend it; may be empty
};

/// The name of a severity in machine-readable output: "error", "warning" or "note".
[[nodiscard]] QLatin1StringView severityName(Severity severity);

/// "events.csv, row 12, place: … (hint)"; one line.
[[nodiscard]] QString toText(const Diagnostic &diagnostic);

/// Collects diagnostics and keeps the first of each code (limits::diagnosticsPerCode); the rest
/// is counted. Not thread-safe.
class DiagnosticList
{
public:
    void add(Diagnostic diagnostic);

    /// False when a further diagnostic of this code would only be counted, so that its costly
    /// parts need not be made.
    [[nodiscard]] bool wouldKeep(QLatin1StringView code) const;

    /// All kept ones in the order of adding, then an "and N more" for each code that had more.
    /// The list is empty afterwards.
    [[nodiscard]] std::vector<Diagnostic> take();

private:
    struct Tally
    {
        std::size_t count = 0;
        Severity severity = Severity::Note; ///< the gravest
    };

    std::vector<Diagnostic> m_kept;
    std::unordered_map<std::string_view, Tally> m_tallies;
};

} // namespace dateline::readers
