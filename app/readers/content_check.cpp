// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/content_check.h>

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

using events::Row;
using events::Stance;

bool isAnswer(Stance stance)
{
    return stance == Stance::Denies || stance == Stance::Disputes || stance == Stance::Corrects;
}

/// Whether it says that the event is not so, or not quite.
bool isContradiction(const events::Claim &claim)
{
    return claim.stance == Stance::Denies || claim.stance == Stance::Disputes;
}

class ContentCheck
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::ContentCheck)

public:
    ContentCheck(const events::Dataset &dataset, RecordReport &report)
        : m_dataset(dataset)
        , m_report(report)
    {}

    void checkClaimsOfEvents()
    {
        for (Row row = 0; row < m_dataset.size(); ++row) {
            const auto claims = m_dataset.claimsOf(row);
            const QString id = m_dataset.columns().id.at(row);
            if (claims.empty()) {
                m_report.add(Severity::Error, "event-without-claim"_L1, "events"_L1, id, "id"_L1,
                             tr("Nobody states the event \"%1\".").arg(id),
                             tr("Add a claim with its actor and source, or remove the event."));
            } else if (std::ranges::all_of(claims, isContradiction)) {
                m_report.add(
                    Severity::Error, "event-only-denied"_L1, "events"_L1, id, "id"_L1,
                    tr("The event \"%1\" is denied or disputed, but nobody states it.").arg(id),
                    tr("Add the claim that is denied, or check the stances."));
            }
        }
    }

    void checkAnswers()
    {
        for (const events::Claim &claim : m_dataset.claims()) {
            if (claim.respondsTo) {
                checkAnswer(claim, m_dataset.claims()[*claim.respondsTo]);
            } else if (isAnswer(claim.stance)) {
                m_report.add(Severity::Warning, "answer-to-nothing"_L1, "claims"_L1, claim.id,
                             "responds_to"_L1, tr("The claim answers, but not which claim."),
                             tr("Name in responds_to the claim that it answers."));
            }
        }
    }

    void checkDuplicates()
    {
        const events::EventColumns &columns = m_dataset.columns();
        std::map<std::tuple<Row, std::uint16_t, std::string_view, Row, QString>, Row> seen;
        for (Row row = 0; row < m_dataset.size(); ++row) {
            if (columns.place[row] == events::noRow
                || columns.texts.utf8(row, events::EventText::Date).empty())
                continue;
            const auto key = std::tuple(
                columns.place[row], columns.kind[row],
                columns.texts.utf8(row, events::EventText::Date), columns.bureau[row],
                columns.texts.at(row, events::EventText::Title).simplified().toCaseFolded());
            const auto [first, isNew] = seen.try_emplace(key, row);
            if (!isNew) {
                m_report.add(Severity::Warning, "event-duplicate"_L1, "events"_L1,
                             columns.id.at(row), "id"_L1,
                             tr("\"%1\" has the same place, kind, date, bureau and title.")
                                 .arg(columns.id.at(first->second)),
                             tr("Remove one, or let their titles say what tells them apart."));
            }
        }
    }

    void checkLedger()
    {
        const std::optional<std::uint16_t> counted = m_dataset.info().countedKind;
        const events::Total *highest = nullptr;
        for (const events::Total &total : m_dataset.totals()) {
            if (total.kind == counted && (!highest || total.stated > highest->stated))
                highest = &total;
        }
        if (!counted || !highest)
            return;
        std::uint64_t sum = 0;
        for (Row row = 0; row < m_dataset.size(); ++row) {
            if (m_dataset.columns().kind[row] == *counted)
                sum += m_dataset.columns().count[row];
        }
        if (sum != highest->stated) {
            m_report.add(
                Severity::Warning, "ledger-mismatch"_L1, "totals"_L1, highest->id, "stated"_L1,
                tr("The events add up to %1, the highest stated total is %2.")
                    .arg(sum)
                    .arg(highest->stated),
                tr("Add an event without a place whose count is what is missing, or mend a "
                   "count."));
        }
    }

    void checkKinds()
    {
        std::map<std::pair<events::Shape, std::uint32_t>, QString> looks;
        for (const events::Kind &kind : m_dataset.kinds()) {
            const auto [first, isNew] = looks.try_emplace({kind.shape, kind.colour}, kind.name);
            if (!isNew) {
                m_report.addToDescription(
                    Severity::Error, "kinds-alike"_L1, u"dateline.kinds"_s,
                    tr("The kinds \"%1\" and \"%2\" have the same shape and colour.")
                        .arg(first->second, kind.name),
                    tr("Give one of them another shape."));
            }
        }
    }

private:
    void checkAnswer(const events::Claim &claim, const events::Claim &answered)
    {
        if (claim.said && answered.said
            && claim.said->bounds().latestEnd <= answered.said->bounds().earliestStart) {
            m_report.add(Severity::Warning, "answer-before"_L1, "claims"_L1, claim.id, "said"_L1,
                         tr("The claim was said before \"%1\", which it answers.").arg(answered.id),
                         tr("Check both dates and responds_to."));
        }
        if (isContradiction(claim) && claim.actor == answered.actor) {
            m_report.add(
                Severity::Warning, "answer-to-oneself"_L1, "claims"_L1, claim.id, "responds_to"_L1,
                tr("The claim contradicts \"%1\", which the same actor makes.").arg(answered.id),
                tr("Check actor and responds_to; who takes something back corrects it."));
        }
    }

    const events::Dataset &m_dataset;
    RecordReport &m_report;
};

} // namespace

void checkContent(const events::Dataset &dataset, RecordReport &report)
{
    ContentCheck check(dataset, report);
    check.checkClaimsOfEvents();
    check.checkAnswers();
    check.checkDuplicates();
    check.checkLedger();
    check.checkKinds();
}

} // namespace dateline::readers
