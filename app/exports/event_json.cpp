// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/event_form.h>
#include <exports/record_json.h>
#include <workspace/wording.h>

#include <QJsonDocument>

#include <functional>

using namespace Qt::StringLiterals;

namespace dateline::exports {

namespace {

QJsonObject eventJson(const events::Dataset &dataset, events::Row row)
{
    const events::EventColumns &columns = dataset.columns();
    QJsonArray claims;
    for (const events::Claim &claim : dataset.claimsOf(row))
        claims.append(claimJson(dataset, claim));
    return {{u"id"_s, columns.id.at(row)},
            {u"kind"_s, dataset.kinds().at(columns.kind.at(row)).name},
            {u"title"_s, columns.texts.at(row, events::EventText::Title)},
            {u"date"_s, textOrNull(columns.texts.at(row, events::EventText::Date))},
            {u"bounds"_s, boundsJson(columns.bounds(row))},
            {u"place"_s, placeJson(dataset, row)},
            {u"count"_s, qint64(columns.count.at(row))},
            {u"standing"_s, events::standingName(columns.standing(row))},
            {u"claims"_s, claims}};
}

/// Flat members only besides bounds: desktop GIS programs show nested ones as raw JSON.
QJsonObject featureProperties(const events::Dataset &dataset, events::Row row)
{
    const events::EventColumns &columns = dataset.columns();
    QJsonObject properties = boundsJson(columns.bounds(row));
    const QJsonObject place = placeJson(dataset, row);
    QJsonArray claims;
    for (const events::Claim &claim : dataset.claimsOf(row))
        claims.append(claimJson(dataset, claim));
    properties.insert(u"id"_s, columns.id.at(row));
    properties.insert(u"kind"_s, dataset.kinds().at(columns.kind.at(row)).name);
    properties.insert(u"title"_s, columns.texts.at(row, events::EventText::Title));
    properties.insert(u"date"_s, textOrNull(columns.texts.at(row, events::EventText::Date)));
    properties.insert(u"place"_s, place.value(u"name"_s));
    properties.insert(u"country"_s, place.value(u"country"_s));
    properties.insert(u"precision"_s, place.value(u"precision"_s));
    properties.insert(u"count"_s, qint64(columns.count.at(row)));
    properties.insert(u"standing"_s, events::standingName(columns.standing(row)));
    properties.insert(u"attribution"_s, workspace::attribution(dataset, row));
    properties.insert(u"claims"_s, claims);
    return properties;
}

/// A point for a city, null otherwise: never the middle of a country.
QJsonValue geometryOf(const QJsonObject &place)
{
    if (place.value(u"lat"_s).isNull() || place.value(u"lon"_s).isNull())
        return QJsonValue::Null;
    return QJsonObject{
        {u"type"_s, u"Point"_s},
        {u"coordinates"_s, QJsonArray{place.value(u"lon"_s), place.value(u"lat"_s)}}};
}

/// An object as an element of an array of the outermost object, as QJsonDocument indents it, on a
/// line of its own.
QByteArray element(const QJsonObject &object)
{
    QByteArray text = QJsonDocument(object).toJson();
    text.chop(1); // the line feed behind it
    return "\n        " + text.replace('\n', "\n        ");
}

/// `root` with an array of objects as its member `name`, one for each event. All that QJsonDocument
/// writes of such an array is in the form but the objects, of which a million take gigabytes.
EventForm arrayForm(QJsonObject root, const QString &name,
                    const std::function<QJsonObject(events::Row)> &objectOf)
{
    root.insert(name, QJsonArray());
    const QByteArray text = QJsonDocument(root).toJson();
    // In no string, where a quotation mark has a backslash and a line feed is none.
    const QByteArray opening = "\n    \"" + name.toUtf8() + "\": [";
    const qsizetype end = text.indexOf(opening) + opening.size();
    EventForm form;
    form.head = text.first(end);
    form.event = [objectOf](events::Row row) { return element(objectOf(row)); };
    form.between = ",";
    form.tail = text.sliced(end);
    return form;
}

} // namespace

EventForm jsonForm(const ExportedEvents &events)
{
    const events::Dataset &dataset = *events.dataset;
    return arrayForm({{u"dataset"_s, datasetJson(dataset)},
                      {u"filter"_s, events.filter},
                      {u"totals"_s, totalsJson(dataset)}},
                     u"events"_s, [&dataset](events::Row row) { return eventJson(dataset, row); });
}

EventForm geoJsonForm(const ExportedEvents &events)
{
    const events::Dataset &dataset = *events.dataset;
    return arrayForm({{u"type"_s, u"FeatureCollection"_s},
                      {u"dataset"_s, datasetJson(dataset)},
                      {u"filter"_s, events.filter},
                      {u"totals"_s, totalsJson(dataset)}},
                     u"features"_s, [&dataset](events::Row row) {
                         return QJsonObject{{u"type"_s, u"Feature"_s},
                                            {u"id"_s, dataset.columns().id.at(row)},
                                            {u"geometry"_s, geometryOf(placeJson(dataset, row))},
                                            {u"properties"_s, featureProperties(dataset, row)}};
                     });
}

} // namespace dateline::exports
