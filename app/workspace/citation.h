// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include <QLocale>
#include <QString>

/// Plain text to cite, for the clipboard and for hand-outs. Lines end with '\n', the last one
/// too. No citation leaves out the claimant, and none of a denied claim leaves out the denial.
namespace dateline::workspace {

/// An event: title; date, place and standing; each claim with claimant, verb, date, words and
/// source, replies below what they answer; the dataset with version and licence.
[[nodiscard]] QString eventCitation(const events::Dataset &dataset, events::Row event,
                                    const QLocale &locale = QLocale());

/// One claim of the dataset (`claim` < claims().size()) with everything that answers it, directly
/// or in turn, and the dataset.
[[nodiscard]] QString claimCitation(const events::Dataset &dataset, events::Row claim,
                                    const QLocale &locale = QLocale());

/// A source in one line: publisher, title, date, address; what is missing is left out.
[[nodiscard]] QString sourceCitation(const events::Dataset &dataset, events::Row source,
                                     const QLocale &locale = QLocale());

/// "Title, version 1.0.0 (CC-BY-4.0)"; what is missing is left out.
[[nodiscard]] QString datasetCitation(const events::Dataset &dataset);

} // namespace dateline::workspace
