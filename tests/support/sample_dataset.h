// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include <QString>

#include <memory>
#include <vector>

/// Small datasets for tests, made in code: lighthouses, so that no test depends on the topic of
/// the bundled package.
namespace dateline::tests {

/// Builds DatasetTables row by row; ids are resolved at once, so add what is referred to first.
class DatasetBuilder
{
public:
    DatasetBuilder();

    events::Row actor(const QString &id, events::ActorKind kind = events::ActorKind::Ngo,
                      const QString &country = {});
    /// A source published by `publisher`, repeating `origin` when given.
    events::Row source(const QString &id, events::Row publisher,
                       std::optional<events::Row> origin = {});
    events::Row city(const QString &id, const QString &country, double latitude, double longitude);
    events::Row country(const QString &code);
    std::uint16_t kind(const QString &name, events::Shape shape = events::Shape::Circle);

    /// An event of the kind; `date` is EDTF, empty for undated. Its id is also its title.
    events::Row event(const QString &id, std::uint16_t kind, const QString &date,
                      std::optional<events::Row> place = {}, std::uint32_t count = 1);
    events::Row claim(events::Row event, events::Row actor, events::Row source,
                      events::Stance stance = events::Stance::Asserts,
                      std::optional<events::Row> respondsTo = {});

    /// So many events "event-0", "event-1", ... of 2020, of one kind, with a claim each.
    void claimedEvents(int count);

    /// All tables but that of events.
    [[nodiscard]] events::DatasetTables &tables() { return m_tables; }
    /// An event to be changed, by what event() returned.
    [[nodiscard]] events::Event &at(events::Row event) { return m_events.at(event); }
    [[nodiscard]] events::DatasetTables wholeTables() const;
    [[nodiscard]] std::shared_ptr<const events::Dataset> build() const;

private:
    events::DatasetTables m_tables;
    std::vector<events::Event> m_events;
};

/// Twelve events: in cities, by country only and unlocated; of every date precision, open ended,
/// approximate, undated; single, several origins, confirmed, denied, disputed, closed; kinds
/// "opening" (counted, "lamps"), "visit" and "inquiry"; totals 5 and 9; one story of three steps.
[[nodiscard]] std::shared_ptr<const events::Dataset> sampleDataset();

} // namespace dateline::tests
