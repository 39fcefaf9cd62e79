// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/event_form.h>
#include <exports/iso_time.h>
#include <exports/record_json.h>
#include <workspace/citation.h>
#include <workspace/wording.h>

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dateline::exports {

namespace {

constexpr auto listSeparator = "; "_L1;

constexpr std::array headings{
    "id"_L1,           "kind"_L1,         "title"_L1,      "date"_L1,    "earliest_start"_L1,
    "latest_start"_L1, "earliest_end"_L1, "latest_end"_L1, "place"_L1,   "country"_L1,
    "lat"_L1,          "lon"_L1,          "precision"_L1,  "count"_L1,   "standing"_L1,
    "claimants"_L1,    "attribution"_L1,  "replies"_L1,    "sources"_L1, "dataset"_L1,
};

QString numberText(const QJsonValue &number)
{
    return number.isNull()
        ? QString()
        : QString::number(number.toDouble(), 'g', QLocale::FloatingPointShortest);
}

/// Everybody who speaks about the event, each once, in the order of the claims.
QString claimants(const events::Dataset &dataset, events::Row row)
{
    QStringList names;
    for (const events::Claim &claim : dataset.claimsOf(row)) {
        const QString &name = dataset.actors().at(claim.actor).name;
        if (!names.contains(name))
            names.append(name);
    }
    return names.join(listSeparator);
}

/// What answers a claim of the event, with who says it: a row alone still carries the denial.
QString replies(const events::Dataset &dataset, events::Row row)
{
    QStringList texts;
    for (const events::Claim &claim : dataset.claimsOf(row)) {
        const bool contradicts
            = claim.stance != events::Stance::Asserts && claim.stance != events::Stance::Confirms;
        if (claim.respondsTo || contradicts) {
            texts.append(u"%1 %2: %3"_s.arg(dataset.actors().at(claim.actor).name,
                                            workspace::stanceVerb(claim.stance),
                                            claim.text.toString()));
        }
    }
    return texts.join(listSeparator);
}

QString sources(const events::Dataset &dataset, events::Row row)
{
    QStringList texts;
    for (const events::Claim &claim : dataset.claimsOf(row)) {
        const QString text = workspace::sourceCitation(dataset, claim.source);
        if (!texts.contains(text))
            texts.append(text);
    }
    return texts.join(listSeparator);
}

/// A cell that this program composed from digits, or EDTF, which has no function names: quoted
/// where needed, but never altered, so that "-0044" stays a year.
QByteArray exactCell(const QString &text)
{
    static constexpr QStringView special = u",\"\r\n";
    const bool quoted = std::ranges::any_of(text, [](QChar c) { return special.contains(c); });
    if (!quoted)
        return text.toUtf8();
    QString escaped = text;
    escaped.replace(u'"', u"\"\""_s);
    return '"' + escaped.toUtf8() + '"';
}

QByteArray eventLine(const events::Dataset &dataset, events::Row row)
{
    const events::EventColumns &columns = dataset.columns();
    const events::FuzzyInterval bounds = columns.bounds(row);
    const QJsonObject place = placeJson(dataset, row);
    const std::array<QByteArray, headings.size()> cells{
        csvCell(columns.id.at(row)),
        csvCell(dataset.kinds().at(columns.kind.at(row)).name),
        csvCell(columns.texts.at(row, events::EventText::Title)),
        exactCell(columns.texts.at(row, events::EventText::Date)),
        exactCell(isoTime(bounds.earliestStart)),
        exactCell(isoTime(bounds.latestStart)),
        exactCell(isoTime(bounds.earliestEnd)),
        exactCell(isoTime(bounds.latestEnd)),
        csvCell(place.value(u"name"_s).toString()),
        csvCell(place.value(u"country"_s).toString()),
        exactCell(numberText(place.value(u"lat"_s))),
        exactCell(numberText(place.value(u"lon"_s))),
        csvCell(place.value(u"precision"_s).toString()),
        exactCell(QString::number(columns.count.at(row))),
        csvCell(events::standingName(columns.standing(row))),
        csvCell(claimants(dataset, row)),
        csvCell(workspace::attribution(dataset, row)),
        csvCell(replies(dataset, row)),
        csvCell(sources(dataset, row)),
        csvCell(workspace::datasetCitation(dataset)),
    };
    QByteArray line;
    for (const QByteArray &cell : cells) {
        if (!line.isEmpty() || &cell != cells.data())
            line += ',';
        line += cell;
    }
    return line + "\r\n";
}

} // namespace

QByteArray csvCell(const QString &text)
{
    static constexpr QStringView dangerous = u"=+-@\t\r＝＋－＠";
    if (!text.isEmpty() && dangerous.contains(text.front()))
        return exactCell(u'\'' + text);
    return exactCell(text);
}

EventForm csvForm(const ExportedEvents &events)
{
    EventForm form;
    for (const QLatin1StringView heading : headings) {
        if (!form.head.isEmpty())
            form.head += ',';
        form.head += QByteArrayView(heading);
    }
    form.head += "\r\n";
    form.event = [&dataset = *events.dataset](events::Row row) { return eventLine(dataset, row); };
    return form;
}

} // namespace dateline::exports
