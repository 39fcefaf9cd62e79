// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <workspace/workspace.h>

#include <QLocale>
#include <QString>

/// How things are said to people, in one place, so that every view, tooltip, announcement and
/// export says them alike: neutral, attributed, as exact as the data and no more. Translatable.
/// The functions are for the GUI thread or for a program without one.
namespace dateline::workspace {

/// "5 December 2022", "May 2016", "in 2016", "between 2015 and 2019", "about July 2018",
/// "from 2016, still going on", "until 2019, beginning unknown"; "date unknown" for nothing.
[[nodiscard]] QString datePhrase(const std::optional<events::Edtf> &date,
                                 const QLocale &locale = QLocale());

/// A moment or a window as days: "12 September 2022", "1 January 2015 – 31 December 2019" (the
/// last day that belongs to it). Open sides are named as such.
[[nodiscard]] QString momentPhrase(events::Instant moment, const QLocale &locale = QLocale());
[[nodiscard]] QString spanPhrase(const events::TimeSpan &span, const QLocale &locale = QLocale());

/// Of which day or days a play head speaks: its moment, or with PlayMode::Point all that it came
/// over in its last step.
[[nodiscard]] QString headPhrase(const PlayHead &head, const QLocale &locale = QLocale());

/// "no change stated, 1 March 2011 – 4 May 2013": a stretch in which nothing begins or ends.
[[nodiscard]] QString breakPhrase(const events::TimeSpan &stretch,
                                  const QLocale &locale = QLocale());

/// What a clock places events by: "when it happened", "when first said", "when published".
[[nodiscard]] QString clockPhrase(Clock clock);

/// The name of a country in the language of the locale, from CLDR; the code when it is unknown
/// there, "no country" for null.
[[nodiscard]] QString countryName(events::CountryCode code, const QLocale &locale = QLocale());

/// The name of a country in its own language: the one that CLDR's likely subtags have for it, where
/// there are several. As countryName() for a code that CLDR does not know.
[[nodiscard]] QString ownCountryName(events::CountryCode code);

/// "Prato, Italy (city)", "Italy, place within the country not stated", "place not stated".
[[nodiscard]] QString placePhrase(const events::Dataset &dataset, events::Row event);

/// "denied", "single claim", ... for people.
[[nodiscard]] QString standingLabel(events::Standing standing);

/// What a stance does, as a verb in the third person: "states", "denies", ...
[[nodiscard]] QString stanceVerb(events::Stance stance);

/// "according to A and B; denied by C": who states the event and who answers. Never empty.
[[nodiscard]] QString attribution(const events::Dataset &dataset, events::Row event);

/// The parts of the attribution, one for each thing that is said of the event: "according to …",
/// "denied by …". Never empty.
[[nodiscard]] QStringList attributions(const events::Dataset &dataset, events::Row event);

/// A phrase as the begin of a line: its first letter in upper case.
[[nodiscard]] QString sentenceCase(QString phrase);

/// One line that says the event whole, for tooltips and screen readers: title, attribution, date
/// phrase, place phrase, number of replies.
[[nodiscard]] QString announcement(const events::Dataset &dataset, events::Row event);

/// The label of a facet ("Country") and of one of its values ("Italy", "Denied", an actor's
/// name); the empty value is "none stated".
[[nodiscard]] QString facetLabel(query::Facet facet);
[[nodiscard]] QString facetValueLabel(const events::Dataset &dataset, query::Facet facet,
                                      const QString &value);

/// The filter in one sentence: "17 of 225 events, claims by X, 2016 – 2019, 4 not on the map".
[[nodiscard]] QString filterSentence(const Workspace &workspace);

/// The ledger in one sentence: "stations: 61 in cities + 25 by country + 16 not on the map = 102"
/// with the package's word for what is counted; empty when the package counts nothing.
[[nodiscard]] QString ledgerSentence(const Workspace &workspace);

/// "31 certain, up to 40 possible"; "31" when both are equal.
[[nodiscard]] QString tallyPhrase(const query::Tally &tally, const QLocale &locale = QLocale());

} // namespace dateline::workspace
