// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "synthetic_events.h"

/// What is measured, for the program and for its peers alike: README.md in words, this in code.
/// The peers read the same steps from the file that writeForPeers() leaves.
namespace dateline::tests {

/// A half-open window of time, seconds since 1970.
struct BenchWindow
{
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// Degrees. No event lies on an edge: positions are whole thousandths, edges lie between them.
struct BenchBox
{
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
};

/// All filters that are set.
struct BenchState
{
    std::optional<BenchWindow> window;
    std::optional<std::uint8_t> kind;
    std::optional<BenchBox> box;
};

/// What a map shows.
struct BenchView
{
    BenchBox box;
    int zoom = 0; ///< of 256 px tiles
};

struct BenchStep
{
    BenchState state;
    bool isTimed = true; ///< else it only leads to the next one
};

struct BenchOperation
{
    std::string name; ///< what peers and tables call it
    bool readsGroups = true;
    std::optional<BenchView> view; ///< whose clusters are asked; a step's box comes before its own
    std::vector<BenchStep> steps;

    [[nodiscard]] std::optional<BenchView> viewOf(const BenchStep &step) const;
};

inline constexpr std::size_t benchBins = 200;

/// The counts of one answer: how many pass, then each group's numbers one after another. A
/// group's own filter does not apply to it; the bins of time follow all filters.
inline constexpr std::size_t kindsAt = 1;
inline constexpr std::size_t countriesAt = kindsAt + syntheticKinds;
inline constexpr std::size_t bureausAt = countriesAt + syntheticCountries + 1; ///< and "none"
inline constexpr std::size_t standingsAt = bureausAt + syntheticBureaus;
inline constexpr std::size_t binsAt = standingsAt + syntheticStandings;
using BenchCounts = std::array<std::uint32_t, binsAt + benchBins>;

/// FNV-1a over 32-bit numbers: equal answers have equal hashes.
class AnswerHash
{
public:
    void add(std::uint32_t value);
    void add(const BenchCounts &counts);
    [[nodiscard]] std::string text() const;

private:
    std::uint32_t m_hash = 0x811C9DC5;
};

/// The synthetic events of a benchmark; about their points every city has six of a country.
[[nodiscard]] std::vector<SyntheticEvent> benchEvents(std::uint32_t count, std::uint64_t seed);

/// All operations; some windows depend on the events ("half of them pass").
[[nodiscard]] std::vector<BenchOperation>
benchOperations(const std::vector<SyntheticEvent> &events);

/// Writes the events and the operations into an existing folder: columns.bin (the number of
/// events, then start, latitude and longitude as doubles, kind, country, bureau and standing as
/// bytes), events.csv and workload.json. An event without a point has the latitude and longitude
/// −999, which is in no box. Throws std::runtime_error.
void writeForPeers(const std::string &folder, const std::vector<SyntheticEvent> &events,
                   const std::vector<BenchOperation> &operations);

} // namespace dateline::tests
