// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/tray_entries.h>

#include <workspace/wording.h>

#include <QCollator>
#include <QCoreApplication>

#include <algorithm>

namespace dateline::panels {

namespace {

struct TrayText
{
    Q_DECLARE_TR_FUNCTIONS(TrayText)
};

struct TrayGroup
{
    QString heading;
    std::vector<events::Row> rows;
};

/// How many events, and what they stand for when the package counts it: "events: 3, pubs: 9".
QString trayNote(const events::Dataset &dataset, const std::vector<events::Row> &rows)
{
    const QString note
        = TrayText::tr("events: %1").arg(QLocale().toString(qulonglong(rows.size())));
    const events::PackageInfo &info = dataset.info();
    if (!info.countedKind)
        return note;
    std::uint64_t counted = 0;
    for (const events::Row row : rows) {
        if (dataset.columns().kind[row] == *info.countedKind)
            counted += dataset.columns().count[row];
    }
    if (counted == 0)
        return note;
    return TrayText::tr("%1, %2: %3", "events: 3, what is counted: 9")
        .arg(note, info.countedPlural, QLocale().toString(qulonglong(counted)));
}

std::vector<TrayGroup> countryGroups(const events::Dataset &dataset,
                                     const std::vector<events::Row> &rows)
{
    std::vector<TrayGroup> groups(events::CountryCode::ordinalCount);
    for (const events::Row row : rows)
        groups[dataset.columns().country(row)].rows.push_back(row);
    for (std::size_t ordinal = 0; ordinal < groups.size(); ++ordinal) {
        if (!groups[ordinal].rows.empty()) {
            const events::CountryCode code
                = events::CountryCode::fromOrdinal(std::uint16_t(ordinal));
            groups[ordinal].heading
                = TrayText::tr("%1, by country only").arg(workspace::countryName(code));
        }
    }
    std::erase_if(groups, [](const TrayGroup &group) { return group.rows.empty(); });
    const QCollator collator;
    std::ranges::sort(groups, [&collator](const TrayGroup &a, const TrayGroup &b) {
        return collator.compare(a.heading, b.heading) < 0;
    });
    return groups;
}

} // namespace

std::vector<ListEntry> trayEntries(const workspace::Workspace &workspace)
{
    const events::Dataset &dataset = workspace.dataset();
    const bitsets::RowSet &passing = workspace.crossfilter().passing();
    TrayGroup nowhere{.heading = TrayText::tr("No place stated"), .rows = {}};
    std::vector<events::Row> inCountry;
    for (const events::Row row : dataset.byTime()) {
        if (row < dataset.pointCount() || !passing.contains(row))
            continue;
        if (dataset.columns().located[row] == events::Located::Nowhere)
            nowhere.rows.push_back(row);
        else
            inCountry.push_back(row);
    }
    std::vector<TrayGroup> groups = countryGroups(dataset, inCountry);
    if (!nowhere.rows.empty())
        groups.insert(groups.begin(), std::move(nowhere));
    std::vector<ListEntry> entries;
    for (const TrayGroup &group : groups) {
        entries.push_back(
            {.event = {}, .heading = group.heading, .note = trayNote(dataset, group.rows)});
        for (const events::Row row : group.rows)
            entries.push_back({.event = row, .heading = {}, .note = {}});
    }
    return entries;
}

} // namespace dateline::panels
