// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/record_json.h>

#include <exports/iso_time.h>

#include <array>

using namespace Qt::StringLiterals;

namespace dateline::exports {

namespace {

QJsonValue dateJson(const std::optional<events::Edtf> &date)
{
    return date ? QJsonValue(date->text()) : QJsonValue(QJsonValue::Null);
}

QJsonObject sourceJson(const events::Dataset &dataset, events::Row row)
{
    const events::Source &source = dataset.sources().at(row);
    const QString publisher
        = source.publisher ? dataset.actors().at(*source.publisher).name : QString();
    return {{u"title"_s, textOrNull(source.title)},
            {u"publisher"_s, textOrNull(publisher)},
            {u"url"_s, textOrNull(source.url.toString(QUrl::FullyEncoded))}};
}

} // namespace

QString stanceName(events::Stance stance)
{
    constexpr std::array names{"asserts"_L1,  "confirms"_L1, "denies"_L1, "disputes"_L1,
                               "corrects"_L1, "closes"_L1,   "clears"_L1};
    return names.at(std::size_t(stance));
}

QString precisionName(events::PlacePrecision precision)
{
    constexpr std::array names{"city"_L1, "region"_L1, "country"_L1, "unknown"_L1};
    return names.at(std::size_t(precision));
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject datasetJson(const events::Dataset &dataset)
{
    const events::PackageInfo &info = dataset.info();
    return {{u"name"_s, info.name},
            {u"version"_s, info.version},
            {u"title"_s, info.title},
            {u"licence"_s, info.licence}};
}

QJsonObject boundsJson(const events::FuzzyInterval &bounds)
{
    return {{u"earliest_start"_s, isoTimeJson(bounds.earliestStart)},
            {u"latest_start"_s, isoTimeJson(bounds.latestStart)},
            {u"earliest_end"_s, isoTimeJson(bounds.earliestEnd)},
            {u"latest_end"_s, isoTimeJson(bounds.latestEnd)}};
}

QJsonObject placeJson(const events::Dataset &dataset, events::Row event)
{
    const events::Row row = dataset.columns().place.at(event);
    const events::Place place = row == events::noRow ? events::Place() : dataset.places().at(row);
    const bool atPoint = place.isPoint();
    return {{u"name"_s, textOrNull(place.name)},
            {u"country"_s, textOrNull(place.country.toString())},
            {u"lat"_s, atPoint ? QJsonValue(*place.latitude) : QJsonValue(QJsonValue::Null)},
            {u"lon"_s, atPoint ? QJsonValue(*place.longitude) : QJsonValue(QJsonValue::Null)},
            {u"precision"_s, precisionName(place.precision)}};
}

QJsonObject claimJson(const events::Dataset &dataset, const events::Claim &claim)
{
    const events::Actor &actor = dataset.actors().at(claim.actor);
    const QString answered
        = claim.respondsTo ? dataset.claims().at(*claim.respondsTo).id : events::SharedText();
    return {{u"id"_s, claim.id.toString()},
            {u"actor"_s, actor.name},
            {u"actor_id"_s, actor.id},
            {u"stance"_s, stanceName(claim.stance)},
            {u"said"_s, dateJson(claim.said.toOptional())},
            {u"text"_s, claim.text.toString()},
            {u"source"_s, sourceJson(dataset, claim.source)},
            {u"responds_to"_s, textOrNull(answered)}};
}

QJsonArray totalsJson(const events::Dataset &dataset)
{
    QJsonArray totals;
    for (const events::Total &total : dataset.totals()) {
        const events::Actor &actor = dataset.actors().at(total.actor);
        totals.append(QJsonObject{
            {u"actor"_s, actor.name},
            {u"actor_id"_s, actor.id},
            {u"as_of"_s, dateJson(total.asOf)},
            {u"kind"_s, dataset.kinds().at(total.kind).name},
            {u"stated"_s, qint64(total.stated)},
            {u"countries"_s,
             total.countries ? QJsonValue(qint64(*total.countries)) : QJsonValue(QJsonValue::Null)},
            {u"note"_s, textOrNull(total.note)},
            {u"source"_s, sourceJson(dataset, total.source)}});
    }
    return totals;
}

} // namespace dateline::exports
