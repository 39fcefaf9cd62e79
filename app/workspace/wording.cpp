// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/wording.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::workspace {

namespace {

struct Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

/// "A", "A and B", "A, B and 3 others": a long list of names stays readable.
QString namesPhrase(const QStringList &names)
{
    constexpr qsizetype shown = 3;
    if (names.size() == 1)
        return names.front();
    if (names.size() <= shown) {
        return Wording::tr("%1 and %2", "list of names")
            .arg(names.first(names.size() - 1).join(u", "), names.back());
    }
    return Wording::tr("%1 and %2 others", "list of names")
        .arg(names.first(shown - 1).join(u", "), QString::number(names.size() - shown + 1));
}

QStringList claimants(const events::Dataset &dataset, events::Row event,
                      std::initializer_list<events::Stance> stances)
{
    QStringList names;
    for (const events::Claim &claim : dataset.claimsOf(event)) {
        const QString &name = dataset.actors().at(claim.actor).name;
        if (std::ranges::find(stances, claim.stance) != stances.end() && !names.contains(name))
            names.append(name);
    }
    return names;
}

QString facetPhrase(const events::Dataset &dataset, query::Facet facet,
                    const std::vector<QString> &values)
{
    QStringList labels;
    for (const QString &value : values)
        labels.append(facetValueLabel(dataset, facet, value));
    const QString list = namesPhrase(labels);
    switch (facet) {
    case query::Facet::Claimant:
        return Wording::tr("claims by %1").arg(list);
    case query::Facet::Country:
        return Wording::tr("in %1", "country").arg(list);
    case query::Facet::Kind:
    case query::Facet::Standing:
    case query::Facet::Bureau:
    case query::Facet::Tag:
        break;
    }
    return Wording::tr("%1: %2", "facet: values").arg(facetLabel(facet).toLower(), list);
}

} // namespace

QString placePhrase(const events::Dataset &dataset, events::Row event)
{
    const events::Row row = dataset.columns().place.at(event);
    if (row == events::noRow)
        return Wording::tr("place not stated");
    const events::Place &place = dataset.places().at(row);
    const QString country = place.country.isNull() ? QString() : countryName(place.country);
    switch (place.precision) {
    case events::PlacePrecision::City:
        return country.isEmpty() ? Wording::tr("%1 (city)").arg(place.name)
                                 : Wording::tr("%1, %2 (city)").arg(place.name, country);
    case events::PlacePrecision::Region:
        return Wording::tr("%1, %2 (region; place within it not stated)").arg(place.name, country);
    case events::PlacePrecision::Country:
        return Wording::tr("%1 (country; place within it not stated)")
            .arg(country.isEmpty() ? place.name : country);
    case events::PlacePrecision::Unknown:
        break;
    }
    return country.isEmpty() ? Wording::tr("place not stated")
                             : Wording::tr("%1 (precision of the place unknown)").arg(country);
}

QString clockPhrase(Clock clock)
{
    switch (clock) {
    case Clock::Said:
        return Wording::tr("when first said");
    case Clock::Published:
        return Wording::tr("when published");
    case Clock::Happened:
        break;
    }
    return Wording::tr("when it happened");
}

QString standingLabel(events::Standing standing)
{
    switch (standing) {
    case events::Standing::SingleClaim:
        return Wording::tr("single claim");
    case events::Standing::SeveralOrigins:
        return Wording::tr("several independent origins");
    case events::Standing::OfficiallyConfirmed:
        return Wording::tr("officially confirmed");
    case events::Standing::Denied:
        return Wording::tr("denied");
    case events::Standing::Disputed:
        return Wording::tr("disputed");
    case events::Standing::Closed:
        return Wording::tr("stated to be closed");
    case events::Standing::ConcludedWithoutFinding:
        break;
    }
    return Wording::tr("concluded without finding");
}

QString stanceVerb(events::Stance stance)
{
    switch (stance) {
    case events::Stance::Asserts:
        return Wording::tr("states");
    case events::Stance::Confirms:
        return Wording::tr("confirms");
    case events::Stance::Denies:
        return Wording::tr("denies");
    case events::Stance::Disputes:
        return Wording::tr("disputes");
    case events::Stance::Corrects:
        return Wording::tr("corrects");
    case events::Stance::Closes:
        return Wording::tr("states a closure");
    case events::Stance::Clears:
        break;
    }
    return Wording::tr("reports no finding");
}

QStringList attributions(const events::Dataset &dataset, events::Row event)
{
    using events::Stance;
    const QStringList statedBy = claimants(dataset, event, {Stance::Asserts, Stance::Confirms});
    const QStringList deniedBy = claimants(dataset, event, {Stance::Denies});
    const QStringList disputedBy = claimants(dataset, event, {Stance::Disputes});
    const QStringList correctedBy = claimants(dataset, event, {Stance::Corrects});
    const QStringList endedBy = claimants(dataset, event, {Stance::Closes});
    const QStringList clearedBy = claimants(dataset, event, {Stance::Clears});
    QStringList parts;
    if (!statedBy.isEmpty())
        parts.append(Wording::tr("according to %1").arg(namesPhrase(statedBy)));
    if (!deniedBy.isEmpty())
        parts.append(Wording::tr("denied by %1").arg(namesPhrase(deniedBy)));
    if (!disputedBy.isEmpty())
        parts.append(Wording::tr("disputed by %1").arg(namesPhrase(disputedBy)));
    if (!correctedBy.isEmpty())
        parts.append(Wording::tr("corrected by %1").arg(namesPhrase(correctedBy)));
    if (!endedBy.isEmpty())
        parts.append(Wording::tr("closed according to %1").arg(namesPhrase(endedBy)));
    if (!clearedBy.isEmpty())
        parts.append(Wording::tr("no finding according to %1").arg(namesPhrase(clearedBy)));
    if (parts.isEmpty())
        parts.append(Wording::tr("claimant not stated"));
    return parts;
}

QString attribution(const events::Dataset &dataset, events::Row event)
{
    return attributions(dataset, event).join(Wording::tr("; ", "between attributions"));
}

QString sentenceCase(QString phrase)
{
    if (!phrase.isEmpty())
        phrase.replace(0, 1, phrase.at(0).toUpper());
    return phrase;
}

QString announcement(const events::Dataset &dataset, events::Row event)
{
    const std::span<const events::Claim> claims = dataset.claimsOf(event);
    const auto replies = std::ranges::count_if(
        claims, [](const events::Claim &claim) { return claim.respondsTo.has_value(); });
    const QString date = dataset.columns().texts.at(event, events::EventText::Date);
    return Wording::tr("%1, %2. %3. %4. Replies: %5.", "title, attribution, date, place, replies")
        .arg(dataset.columns().texts.at(event, events::EventText::Title),
             attribution(dataset, event), datePhrase(events::Edtf::parse(date)),
             placePhrase(dataset, event), QString::number(replies));
}

QString facetLabel(query::Facet facet)
{
    switch (facet) {
    case query::Facet::Kind:
        return Wording::tr("Kind");
    case query::Facet::Country:
        return Wording::tr("Country");
    case query::Facet::Claimant:
        return Wording::tr("Claimant");
    case query::Facet::Standing:
        return Wording::tr("Standing");
    case query::Facet::Bureau:
        return Wording::tr("Bureau");
    case query::Facet::Tag:
        break;
    }
    return Wording::tr("Tag");
}

QString facetValueLabel(const events::Dataset &dataset, query::Facet facet, const QString &value)
{
    if (value.isEmpty())
        return Wording::tr("none stated");
    switch (facet) {
    case query::Facet::Kind:
        if (const std::optional<std::uint16_t> kind = dataset.kindIndex(value))
            return dataset.kinds().at(*kind).label;
        break;
    case query::Facet::Country:
        if (const std::optional<events::CountryCode> code = events::CountryCode::fromString(value))
            return countryName(*code);
        break;
    case query::Facet::Claimant:
    case query::Facet::Bureau:
        if (const std::optional<events::Row> actor = dataset.actorRow(value))
            return dataset.actors().at(*actor).name;
        break;
    case query::Facet::Standing:
        if (const std::optional<events::Standing> standing = events::standingFromName(value))
            return standingLabel(*standing);
        break;
    case query::Facet::Tag:
        break;
    }
    return value;
}

QString filterSentence(const Workspace &workspace)
{
    const ViewState &state = workspace.state();
    const query::Ledger &ledger = workspace.ledger();
    const QLocale locale;
    QStringList parts;
    parts.append(Wording::tr("%1 of %2 events")
                     .arg(locale.toString(ledger.passingEvents.total()),
                          locale.toString(ledger.events.total())));
    for (std::size_t i = 0; i < query::facetCount; ++i) {
        if (!state.filters.chosen[i].empty())
            parts.append(
                facetPhrase(workspace.dataset(), query::Facet(i), state.filters.chosen[i]));
    }
    for (const events::TimeSpan &window : state.filters.windows)
        parts.append(spanPhrase(window));
    if (!state.filters.windows.empty() && state.filters.containment == query::Containment::Within)
        parts.append(Wording::tr("certainly within"));
    if (state.play)
        parts.append(spanPhrase(state.play->window()));
    if (state.filters.area) {
        parts.append(state.areaFollowsMap ? Wording::tr("in cities in view")
                                          : Wording::tr("in cities in a box on the map"));
    }
    if (!state.filters.lasso.empty())
        parts.append(Wording::tr("in cities inside the line on the map"));
    if (!state.filters.text.isEmpty())
        parts.append((workspace.isSearchWaiting() ? Wording::tr("“%1” (reading texts…)")
                                                  : Wording::tr("“%1”"))
                         .arg(state.filters.text));
    if (ledger.passingEvents.unlocated > 0)
        parts.append(
            Wording::tr("%1 not on the map").arg(locale.toString(ledger.passingEvents.unlocated)));
    return parts.join(Wording::tr(", ", "between parts of the filter sentence"));
}

QString ledgerSentence(const Workspace &workspace)
{
    const events::PackageInfo &info = workspace.dataset().info();
    if (!info.countedKind)
        return {};
    const query::LocatedSum &sum = workspace.ledger().passingCounted;
    const QLocale locale;
    return Wording::tr("%1: %2 in cities + %3 by country only + %4 not on the map = %5")
        .arg(info.countedPlural, locale.toString(sum.located), locale.toString(sum.countryOnly),
             locale.toString(sum.unlocated), locale.toString(sum.total()));
}

QString tallyPhrase(const query::Tally &tally, const QLocale &locale)
{
    if (tally.certain == tally.possible)
        return locale.toString(tally.certain);
    return Wording::tr("%1 certain, up to %2 possible")
        .arg(locale.toString(tally.certain), locale.toString(tally.possible));
}

} // namespace dateline::workspace
