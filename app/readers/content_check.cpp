// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/content_check.h>

#include <readers/package_description.h>

#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

using events::Row;

bool isAnswer(events::Stance stance)
{
    return stance == events::Stance::Denies || stance == events::Stance::Disputes
        || stance == events::Stance::Corrects;
}

/// Which rows of one table something refers to.
class UsedRows
{
public:
    explicit UsedRows(std::size_t size)
        : m_used(size)
    {}
    void use(Row row) { m_used[row] = true; }
    void use(const std::optional<Row> &row)
    {
        if (row)
            m_used[*row] = true;
    }
    [[nodiscard]] bool isUsed(Row row) const { return m_used[row]; }

private:
    std::vector<bool> m_used;
};

} // namespace

ContentCheck::ContentCheck(const events::Dataset &dataset,
                           const std::map<QString, TableOrigin> &origins,
                           DiagnosticList &diagnostics)
    : m_dataset(dataset)
    , m_origins(origins)
    , m_diagnostics(diagnostics)
{}

void ContentCheck::run()
{
    checkClaimsOfEvents();
    checkAnswers();
    checkDuplicates();
    checkLedger();
    checkUse();
    checkDescription();
    checkWording();
}

void ContentCheck::report(Severity severity, QLatin1StringView code, QLatin1StringView table,
                          const QString &id, QLatin1StringView column, const QString &message,
                          const QString &hint)
{
    Diagnostic diagnostic{severity, code, table, std::nullopt, column, message, hint};
    if (const auto origin = m_origins.find(table); origin != m_origins.end()) {
        diagnostic.file = origin->second.file;
        const auto row = origin->second.rows.constFind(id);
        if (row != origin->second.rows.cend())
            diagnostic.row = *row;
    }
    m_diagnostics.add(std::move(diagnostic));
}

void ContentCheck::reportDescription(Severity severity, QLatin1StringView code, const QString &path,
                                     const QString &message, const QString &hint)
{
    m_diagnostics.add({severity, code, descriptionFile, std::nullopt, path, message, hint});
}

void ContentCheck::checkClaimsOfEvents()
{
    for (Row row = 0; row < m_dataset.size(); ++row) {
        if (m_dataset.claimsOf(row).empty()) {
            const QString id = m_dataset.columns().id.at(row);
            report(Severity::Error, "event-without-claim"_L1, "events"_L1, id, "id"_L1,
                   tr("Nobody states the event \"%1\".").arg(id),
                   tr("Add a claim with its actor and source, or remove the event."));
        }
    }
}

void ContentCheck::checkAnswers()
{
    for (const events::Claim &claim : m_dataset.claims()) {
        if (!claim.respondsTo) {
            if (isAnswer(claim.stance)) {
                report(Severity::Warning, "answer-to-nothing"_L1, "claims"_L1, claim.id,
                       "responds_to"_L1, tr("The claim answers, but not which claim."),
                       tr("Name in responds_to the claim that it answers."));
            }
            continue;
        }
        const events::Claim &answered = m_dataset.claims()[*claim.respondsTo];
        if (claim.said && answered.said
            && claim.said->bounds().latestEnd <= answered.said->bounds().earliestStart) {
            report(Severity::Warning, "answer-before"_L1, "claims"_L1, claim.id, "said"_L1,
                   tr("The claim was said before \"%1\", which it answers.").arg(answered.id),
                   tr("Check both dates and responds_to."));
        }
    }
}

void ContentCheck::checkDuplicates()
{
    const events::EventColumns &columns = m_dataset.columns();
    std::map<std::tuple<Row, std::uint16_t, std::string_view, Row, std::string_view>, Row> seen;
    for (Row row = 0; row < m_dataset.size(); ++row) {
        if (columns.place[row] == events::noRow || columns.date.utf8(row).empty())
            continue;
        const auto key = std::tuple(columns.place[row], columns.kind[row], columns.date.utf8(row),
                                    columns.bureau[row], columns.title.utf8(row));
        const auto [first, isNew] = seen.try_emplace(key, row);
        if (!isNew) {
            report(Severity::Warning, "event-duplicate"_L1, "events"_L1, columns.id.at(row),
                   "id"_L1,
                   tr("\"%1\" has the same place, kind, date, bureau and title.")
                       .arg(columns.id.at(first->second)),
                   tr("Remove one, or let their titles say what tells them apart."));
        }
    }
}

void ContentCheck::checkLedger()
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
        report(Severity::Warning, "ledger-mismatch"_L1, "totals"_L1, highest->id, "stated"_L1,
               tr("The events add up to %1, the highest stated total is %2.")
                   .arg(sum)
                   .arg(highest->stated),
               tr("Add an event without a place whose count is what is missing, or mend a count."));
    }
}

void ContentCheck::checkUse()
{
    UsedRows actors(m_dataset.actors().size());
    UsedRows sources(m_dataset.sources().size());
    UsedRows places(m_dataset.places().size());
    for (const events::Claim &claim : m_dataset.claims()) {
        actors.use(claim.actor);
        sources.use(claim.source);
    }
    for (const events::Total &total : m_dataset.totals()) {
        actors.use(total.actor);
        sources.use(total.source);
    }
    for (const events::Source &source : m_dataset.sources()) {
        actors.use(source.publisher);
        sources.use(source.origin);
    }
    const events::EventColumns &columns = m_dataset.columns();
    for (Row row = 0; row < m_dataset.size(); ++row) {
        if (columns.bureau[row] != events::noRow)
            actors.use(columns.bureau[row]);
        if (columns.place[row] != events::noRow)
            places.use(columns.place[row]);
    }
    const auto warnUnused
        = [this](QLatin1StringView table, const auto &records, const UsedRows &used) {
              for (Row row = 0; row < records.size(); ++row) {
                  if (!used.isUsed(row)) {
                      report(Severity::Warning, "row-unused"_L1, table, records[row].id, "id"_L1,
                             tr("Nothing refers to \"%1\".").arg(records[row].id),
                             tr("Remove the row, or use it."));
                  }
              }
          };
    warnUnused("actors"_L1, m_dataset.actors(), actors);
    warnUnused("sources"_L1, m_dataset.sources(), sources);
    warnUnused("places"_L1, m_dataset.places(), places);
    for (const events::Story &story : m_dataset.stories()) {
        if (story.steps.empty()) {
            report(Severity::Warning, "story-empty"_L1, "stories"_L1, story.id, "id"_L1,
                   tr("The story \"%1\" has no steps.").arg(story.id),
                   tr("Add its steps to the table steps."));
        }
    }
}

void ContentCheck::checkEventIds(const QStringList &ids, const QString &path)
{
    for (const QString &id : ids) {
        if (!m_dataset.eventRow(id)) {
            reportDescription(Severity::Error, "key-dangling"_L1, path,
                              tr("There is no event \"%1\".").arg(id.left(60)),
                              tr("Name the id of an event."));
        }
    }
}

void ContentCheck::checkDescription()
{
    const std::vector<events::Caveat> &caveats = m_dataset.info().caveats;
    for (std::size_t i = 0; i < caveats.size(); ++i)
        checkEventIds(caveats[i].events, u"dateline.caveats[%1].events"_s.arg(i));
    const std::vector<events::TurningPoint> &points = m_dataset.info().turningPoints;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i].event.isEmpty())
            checkEventIds({points[i].event}, u"dateline.turning_points[%1].event"_s.arg(i));
    }
    std::map<std::pair<events::Shape, std::uint32_t>, QString> looks;
    for (const events::Kind &kind : m_dataset.kinds()) {
        const auto [first, isNew] = looks.try_emplace({kind.shape, kind.colour}, kind.name);
        if (!isNew) {
            reportDescription(Severity::Error, "kinds-alike"_L1, u"dateline.kinds"_s,
                              tr("The kinds \"%1\" and \"%2\" have the same shape and colour.")
                                  .arg(first->second, kind.name),
                              tr("Give one of them another shape."));
        }
    }
}

void ContentCheck::lint(QLatin1StringView table, const QString &id, QLatin1StringView column,
                        const QString &text)
{
    for (const TextLint::Finding &finding : m_lint.findings(text))
        report(Severity::Warning, finding.code, table, id, column, finding.message, finding.hint);
}

void ContentCheck::lintDescription(const QString &path, const QString &text)
{
    for (const TextLint::Finding &finding : m_lint.findings(text))
        reportDescription(Severity::Warning, finding.code, path, finding.message, finding.hint);
}

void ContentCheck::checkWording()
{
    const events::EventColumns &columns = m_dataset.columns();
    for (Row row = 0; row < m_dataset.size(); ++row) {
        const QString id = columns.id.at(row);
        lint("events"_L1, id, "title"_L1, columns.title.at(row));
        lint("events"_L1, id, "summary"_L1, columns.summary.at(row));
    }
    for (const events::Claim &claim : m_dataset.claims())
        lint("claims"_L1, claim.id, "text"_L1, claim.text);
    for (const events::Place &place : m_dataset.places())
        lint("places"_L1, place.id, "name"_L1, place.name);
    for (const events::Total &total : m_dataset.totals())
        lint("totals"_L1, total.id, "note"_L1, total.note);
    for (const events::Story &story : m_dataset.stories()) {
        lint("stories"_L1, story.id, "title"_L1, story.title);
        for (const events::StoryStep &step : story.steps) {
            const QString key = stepKey(story.id, step.order);
            lint("steps"_L1, key, "heading"_L1, step.heading);
            lint("steps"_L1, key, "text"_L1, step.text);
            lint("steps"_L1, key, "notes"_L1, step.notes);
            lint("steps"_L1, key, "question"_L1, step.question);
        }
    }
    for (const events::Caveat &caveat : m_dataset.info().caveats)
        lintDescription(u"dateline.caveats: "_s + caveat.heading,
                        caveat.heading + u'\n' + caveat.text);
    for (const events::TurningPoint &point : m_dataset.info().turningPoints)
        lintDescription(u"dateline.turning_points: "_s + point.date.text(), point.label);
    for (const events::Kind &kind : m_dataset.kinds())
        lintDescription(u"dateline.kinds: "_s + kind.name, kind.label + u'\n' + kind.definition);
    lintDescription(u"description"_s,
                    m_dataset.info().title + u'\n' + m_dataset.info().description);
}

} // namespace dateline::readers
