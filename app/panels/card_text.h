// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <panels/claim_thread.h>
#include <panels/look.h>

#include <QCoreApplication>
#include <QString>

namespace dateline::panels {

/// The words of the detail card as rich text. Links are "event:ROW", "source:ROW" (a page
/// outside), "statement:N" (another box) and "more:relations". All words of the dataset are
/// escaped. Refers to the dataset, which must outlive it.
class CardText
{
    Q_DECLARE_TR_FUNCTIONS(dateline::panels::CardText)

public:
    CardText(const events::Dataset &dataset, const Look &look, const QFont &font);

    /// When, where, and what else is known, as a table of two columns.
    [[nodiscard]] QString facts(events::Row event) const;

    /// The standing, what it means, and how many independent origins there are.
    [[nodiscard]] QString standing(events::Row event) const;

    /// One statement of a thread: who, what they do, when, their words and where they are found.
    [[nodiscard]] QString statement(const std::vector<Statement> &thread, std::size_t index,
                                    events::Row event) const;
    /// "2: A denies, 5 December 2022", for screen readers.
    [[nodiscard]] QString statementName(const Statement &statement, std::size_t index) const;

    /// Events that are related to this one, by kind of relation; long groups are cut unless
    /// `whole`. Empty when there is none.
    [[nodiscard]] QString relations(events::Row event, bool whole) const;

    /// Tags, id and date of the last edit.
    [[nodiscard]] QString foot(events::Row event) const;

    /// An event as a link with its claimants behind it.
    [[nodiscard]] QString eventLink(events::Row event) const;
    /// A source in one paragraph; its title is a link when it has a page.
    [[nodiscard]] QString source(events::Row source) const;

    /// `html` in the small size, muted.
    [[nodiscard]] QString small(const QString &html) const;
    [[nodiscard]] QString link(const QString &target, const QString &text) const;

private:
    [[nodiscard]] QString answersLine(const std::vector<Statement> &thread,
                                      std::size_t index) const;
    [[nodiscard]] QString answeredElsewhereLine(const std::vector<Statement> &thread,
                                                std::size_t index) const;
    [[nodiscard]] QString claims(const Statement &statement, events::Row event) const;

    const events::Dataset *m_dataset;
    QString m_smallSize; ///< CSS
    QString m_muted;
    QString m_accent;
};

/// One line for people on why an event has this standing.
[[nodiscard]] QString standingExplanation(events::Standing standing);

/// "non-governmental organisation, Spain".
[[nodiscard]] QString actorDescription(const events::Actor &actor);

/// What one event is to another when `relation` joins them, seen from `event`: "Part of".
[[nodiscard]] QString relationLabel(const events::Relation &relation, events::Row event);

} // namespace dateline::panels
