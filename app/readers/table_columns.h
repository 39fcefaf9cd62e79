// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/table_row.h>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

/// The tables of the format with their columns and the words allowed in them: data/FORMAT.md in
/// code. A column is mandatory (true) unless FORMAT.md lets a table go without it.
namespace dateline::readers {

inline constexpr std::array tableNames{"actors"_L1, "sources"_L1, "places"_L1,
                                       "events"_L1, "claims"_L1,  "relations"_L1,
                                       "totals"_L1, "stories"_L1, "steps"_L1};

/// Names of enumerators, in the order of the enumerations in events/records.h.
inline constexpr std::array actorKinds{"ngo"_L1,   "media"_L1,   "government"_L1, "police"_L1,
                                       "court"_L1, "company"_L1, "other"_L1};
inline constexpr std::array sourceKinds{"report"_L1, "news"_L1,  "statement"_L1,
                                        "law"_L1,    "court"_L1, "page"_L1};
inline constexpr std::array precisions{"city"_L1, "region"_L1, "country"_L1, "unknown"_L1};
inline constexpr std::array stances{"asserts"_L1,  "confirms"_L1, "denies"_L1, "disputes"_L1,
                                    "corrects"_L1, "closes"_L1,   "clears"_L1};
inline constexpr std::array relationKinds{"part-of"_L1, "leads-to"_L1, "answers"_L1,
                                          "supersedes"_L1};
inline constexpr std::array confidences{"high"_L1, "medium"_L1};

inline constexpr std::array actorColumns{Column{"id"_L1, true}, Column{"name"_L1, true},
                                         Column{"native_name"_L1}, Column{"kind"_L1, true},
                                         Column{"country"_L1, true}};
inline constexpr std::array sourceColumns{
    Column{"id"_L1, true},        Column{"title"_L1, true}, Column{"publisher"_L1, true},
    Column{"published"_L1, true}, Column{"url"_L1, true},   Column{"archived_url"_L1},
    Column{"language"_L1},        Column{"kind"_L1, true},  Column{"origin"_L1}};
inline constexpr std::array placeColumns{Column{"id"_L1, true},       Column{"name"_L1, true},
                                         Column{"native_name"_L1},    Column{"country"_L1, true},
                                         Column{"lat"_L1, true},      Column{"lon"_L1, true},
                                         Column{"precision"_L1, true}};
inline constexpr std::array eventColumns{
    Column{"id"_L1, true},      Column{"kind"_L1, true}, Column{"title"_L1, true},
    Column{"summary"_L1, true}, Column{"date"_L1, true}, Column{"place"_L1, true},
    Column{"count"_L1},         Column{"bureau"_L1},     Column{"tags"_L1},
    Column{"confidence"_L1},    Column{"updated"_L1}};
inline constexpr std::array claimColumns{
    Column{"id"_L1, true},     Column{"event"_L1, true},       Column{"actor"_L1, true},
    Column{"stance"_L1, true}, Column{"said"_L1, true},        Column{"text"_L1, true},
    Column{"source"_L1, true}, Column{"responds_to"_L1, true}, Column{"claimed_date"_L1}};
inline constexpr std::array relationColumns{Column{"from"_L1, true}, Column{"to"_L1, true},
                                            Column{"kind"_L1, true}};
inline constexpr std::array totalColumns{Column{"id"_L1, true},     Column{"actor"_L1, true},
                                         Column{"source"_L1, true}, Column{"as_of"_L1, true},
                                         Column{"kind"_L1, true},   Column{"stated"_L1, true},
                                         Column{"countries"_L1},    Column{"note"_L1}};
inline constexpr std::array storyColumns{Column{"id"_L1, true}, Column{"title"_L1, true},
                                         Column{"audience"_L1}};
inline constexpr std::array stepColumns{Column{"story"_L1, true},   Column{"order"_L1, true},
                                        Column{"heading"_L1, true}, Column{"text"_L1, true},
                                        Column{"notes"_L1},         Column{"question"_L1},
                                        Column{"view"_L1, true}};

/// TableRow::choice among the names of an enumeration.
template<typename Enum, std::size_t size>
[[nodiscard]] Enum choose(TableRow &row, QLatin1StringView column,
                          const std::array<QLatin1StringView, size> &names,
                          std::optional<Enum> ifEmpty = {})
{
    const auto index = ifEmpty ? std::optional(std::size_t(*ifEmpty)) : std::nullopt;
    return Enum(row.choice(column, names, index));
}

} // namespace dateline::readers
