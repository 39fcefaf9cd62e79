// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/country_code.h>
#include <events/edtf.h>
#include <events/optional_edtf.h>
#include <events/shared_text.h>

#include <QString>
#include <QStringList>
#include <QUrl>

#include <cstdint>
#include <optional>
#include <vector>

/// The rows of a dataset's small tables, as values. A reference to another row is its index in
/// that table (Row); absent is std::nullopt. What each column means: data/FORMAT.md.
namespace dateline::events {

/// The index of a row in one table of one dataset. Only valid for that dataset.
using Row = std::uint32_t;

enum class ActorKind : std::uint8_t { Ngo, Media, Government, Police, Court, Company, Other };
enum class SourceKind : std::uint8_t { Report, News, Statement, Law, Court, Page };

/// How finely a place is known. Only a City is ever drawn as a point.
enum class PlacePrecision : std::uint8_t { City, Region, Country, Unknown };

/// What a claim does: make a statement about an event, or answer one.
enum class Stance : std::uint8_t { Asserts, Confirms, Denies, Disputes, Corrects, Closes, Clears };

enum class RelationKind : std::uint8_t { PartOf, LeadsTo, Answers, Supersedes };

/// How far the editors trust that the cited page states the thing; never that the thing is true.
enum class Confidence : std::uint8_t { High, Medium };

/// Whoever says something.
struct Actor
{
    QString id;
    QString name;
    QString nativeName; ///< in its own script, or empty
    ActorKind kind = ActorKind::Other;
    CountryCode country; ///< null when unknown or international
};

/// A page, report or statement that can be cited.
struct Source
{
    QString id;
    QString title;
    std::optional<Row> publisher; ///< actors
    std::optional<Edtf> published;
    QUrl url; ///< http or https, or empty
    QUrl archivedUrl; ///< http or https, or empty
    QString language; ///< BCP 47
    SourceKind kind = SourceKind::Page;
    std::optional<Row> origin; ///< sources; what this one repeats, nothing for an origin
};

/// Where something is reported to have happened. Degrees, WGS 84.
struct Place
{
    QString id;
    QString name;
    QString nativeName;
    CountryCode country;
    std::optional<double> latitude;
    std::optional<double> longitude;
    PlacePrecision precision = PlacePrecision::Unknown;

    /// True when a mark may be drawn at a point: a city with both coordinates.
    [[nodiscard]] bool isPoint() const
    {
        return precision == PlacePrecision::City && latitude && longitude;
    }
};

/// One reported event, assembled from the dataset's columns.
struct Event
{
    QString id;
    std::uint16_t kind = 0; ///< index into Dataset::kinds(), of which there are at most mostKinds
    QString title;
    QString summary;
    std::optional<Edtf> date; ///< nothing for an undated event
    std::optional<Row> place;
    std::optional<std::uint32_t> count; ///< how many things this one row stands for
    std::optional<Row> bureau; ///< actors
    QStringList tags;
    Confidence confidence = Confidence::High;
    QString updated; ///< ISO date of the last edit of this row, or empty
};

/// Somebody's statement about an event. A dataset may have millions.
struct Claim
{
    SharedText id;
    SharedText text;
    OptionalEdtf said;
    OptionalEdtf claimedDate; ///< the date this claim states for the event
    Row event = 0;
    Row actor = 0;
    Row source = 0;
    std::optional<Row> respondsTo; ///< claims
    Stance stance = Stance::Asserts;
};

struct Relation
{
    Row from = 0; ///< events
    Row to = 0; ///< events
    RelationKind kind = RelationKind::PartOf;
};

/// A total that somebody stated, e.g. "54 in 30 countries".
struct Total
{
    QString id;
    Row actor = 0;
    Row source = 0;
    std::optional<Edtf> asOf;
    std::uint16_t kind = 0; ///< index into Dataset::kinds()
    std::uint32_t stated = 0;
    std::optional<std::uint32_t> countries;
    QString note;
};

/// One step of a story; `view` is a ViewState in its JSON form (workspace reads it).
struct StoryStep
{
    int order = 0;
    QString heading;
    QString text; ///< Markdown
    QString notes; ///< for the presenter
    QString question; ///< for the class
    QByteArray view; ///< empty when the step keeps the view as it is
};

struct Story
{
    QString id;
    QString title;
    QString audience;
    std::vector<StoryStep> steps; ///< by order
};

} // namespace dateline::events
