// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/summary.h>

#include <exports/record_json.h>
#include <query/ledger.h>
#include <workspace/citation.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace dateline::exports {

namespace {

struct SummaryWording
{
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

/// All numbers of a summary, counted in one pass.
struct Summary
{
    std::vector<std::uint64_t> byKind;
    std::array<std::uint64_t, events::standingCount> byStanding{};
    std::map<events::CountryCode, std::uint64_t> byCountry; ///< null: no country
    std::map<events::CountryCode, std::uint64_t> countedByCountry;
    query::Ledger ledger;
};

Summary summaryOf(const events::Dataset &dataset)
{
    const events::EventColumns &columns = dataset.columns();
    Summary summary;
    summary.byKind.resize(dataset.kinds().size());
    for (std::size_t row = 0; row < dataset.size(); ++row) {
        const auto country = events::CountryCode::fromOrdinal(columns.country(row));
        ++summary.byKind[columns.kind[row]];
        ++summary.byStanding[std::size_t(columns.standing(events::Row(row)))];
        ++summary.byCountry[country];
        if (columns.kind[row] == dataset.info().countedKind)
            summary.countedByCountry[country] += columns.count[row];
    }
    summary.ledger = query::ledgerOf(dataset, bitsets::RowSet(dataset.size(), true));
    return summary;
}

QJsonObject countriesJson(const std::map<events::CountryCode, std::uint64_t> &counts)
{
    QJsonObject object;
    for (const auto &[country, count] : counts) {
        if (!country.isNull())
            object.insert(country.toString(), qint64(count));
    }
    return object;
}

using NamedCount = std::pair<QString, std::uint64_t>;

/// "  name ........ 12", with the numbers below one another.
QString countLines(const QString &heading, const std::vector<NamedCount> &counts,
                   const QLocale &locale)
{
    if (counts.empty())
        return {};
    qsizetype width = 0;
    for (const NamedCount &count : counts)
        width = std::max(width, count.first.size());
    QString text = u'\n' + heading + u'\n';
    for (const auto &[name, count] : counts) {
        text += u"  "_s + name.leftJustified(width) + u"  "_s
            + locale.toString(count).rightJustified(7) + u'\n';
    }
    return text;
}

/// The countries with the most first, by name where equal.
std::vector<NamedCount>
countriesForPeople(const std::map<events::CountryCode, std::uint64_t> &counts,
                   const QLocale &locale)
{
    std::vector<NamedCount> named;
    for (const auto &[country, count] : counts)
        named.emplace_back(workspace::countryName(country, locale), count);
    std::ranges::sort(named, [](const NamedCount &a, const NamedCount &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return named;
}

QString countedLines(const events::Dataset &dataset, const Summary &summary, const QLocale &locale)
{
    if (!dataset.info().countedKind)
        return {};
    const query::LocatedSum &sum = summary.ledger.counted;
    return countLines(dataset.info().countedPlural,
                      {{SummaryWording::tr("in a city"), sum.located},
                       {SummaryWording::tr("by country or region only"), sum.countryOnly},
                       {SummaryWording::tr("not on the map"), sum.unlocated},
                       {SummaryWording::tr("together"), sum.total()}},
                      locale);
}

QString totalLines(const events::Dataset &dataset, const QLocale &locale)
{
    if (dataset.totals().empty())
        return {};
    QString text = u'\n' + SummaryWording::tr("Stated totals") + u'\n';
    for (const events::Total &total : dataset.totals()) {
        const QString kind = dataset.kinds().at(total.kind).plural;
        QString what = SummaryWording::tr("%1 (%2)", "number (kind)")
                           .arg(locale.toString(total.stated), kind);
        if (total.countries)
            what += SummaryWording::tr("; countries: %1").arg(locale.toString(*total.countries));
        text += SummaryWording::tr("  %1, according to %2, %3", "what, who, when")
                    .arg(what, dataset.actors().at(total.actor).name,
                         workspace::datePhrase(total.asOf, locale))
            + u'\n';
        if (!total.note.isEmpty())
            text += u"    "_s + total.note + u'\n';
    }
    return text;
}

} // namespace

QByteArray summaryJson(const events::Dataset &dataset)
{
    const Summary summary = summaryOf(dataset);
    QJsonObject byKind;
    for (std::size_t kind = 0; kind < summary.byKind.size(); ++kind)
        byKind.insert(dataset.kinds()[kind].name, qint64(summary.byKind[kind]));
    QJsonObject byStanding;
    for (std::size_t i = 0; i < summary.byStanding.size(); ++i)
        byStanding.insert(events::standingName(events::Standing(i)), qint64(summary.byStanding[i]));
    const auto noCountry = summary.byCountry.find(events::CountryCode());
    QJsonObject root{
        {u"dataset"_s, datasetJson(dataset)},
        {u"events"_s, qint64(dataset.size())},
        {u"by_kind"_s, byKind},
        {u"by_country"_s, countriesJson(summary.byCountry)},
        {u"no_country"_s,
         noCountry == summary.byCountry.end() ? qint64(0) : qint64(noCountry->second)},
        {u"by_standing"_s, byStanding},
        {u"totals"_s, totalsJson(dataset)},
    };
    const events::PackageInfo &info = dataset.info();
    if (info.countedKind && !info.countedPlural.isEmpty() && !root.contains(info.countedPlural)) {
        const query::LocatedSum &sum = summary.ledger.counted;
        root.insert(info.countedPlural,
                    QJsonObject{{u"located"_s, qint64(sum.located)},
                                {u"country_only"_s, qint64(sum.countryOnly)},
                                {u"unlocated"_s, qint64(sum.unlocated)},
                                {u"by_country"_s, countriesJson(summary.countedByCountry)}});
    }
    return QJsonDocument(root).toJson();
}

QString summaryText(const events::Dataset &dataset, const QLocale &locale)
{
    const Summary summary = summaryOf(dataset);
    std::vector<NamedCount> kinds;
    for (std::size_t kind = 0; kind < summary.byKind.size(); ++kind)
        kinds.emplace_back(dataset.kinds()[kind].label, summary.byKind[kind]);
    std::vector<NamedCount> standings;
    for (std::size_t i = 0; i < summary.byStanding.size(); ++i)
        standings.emplace_back(workspace::standingLabel(events::Standing(i)),
                               summary.byStanding[i]);
    const query::LocatedSum &located = summary.ledger.events;
    QString text = workspace::datasetCitation(dataset) + u'\n';
    text += SummaryWording::tr("Events: %1").arg(locale.toString(dataset.size())) + u'\n';
    text += countLines(SummaryWording::tr("Events by kind"), kinds, locale);
    text += countLines(SummaryWording::tr("Events by standing"), standings, locale);
    text += countLines(SummaryWording::tr("Events by place"),
                       {{SummaryWording::tr("in a city"), located.located},
                        {SummaryWording::tr("by country or region only"), located.countryOnly},
                        {SummaryWording::tr("not on the map"), located.unlocated}},
                       locale);
    text += countedLines(dataset, summary, locale);
    text += countLines(SummaryWording::tr("Events by country"),
                       countriesForPeople(summary.byCountry, locale), locale);
    return text + totalLines(dataset, locale);
}

} // namespace dateline::exports
