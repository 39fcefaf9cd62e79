// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/use_check.h>

#include <readers/json_text.h>

#include <QCoreApplication>
#include <QJsonArray>

#include <functional>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

using events::Row;

/// Which rows of one table something leads to.
class UsedRows
{
public:
    explicit UsedRows(std::size_t size)
        : m_used(size)
    {}
    void use(const std::optional<Row> &row)
    {
        if (row && *row != events::noRow)
            m_used[*row] = true;
    }
    [[nodiscard]] bool isUsed(Row row) const { return m_used[row]; }

private:
    std::vector<bool> m_used;
};

class UseCheck
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::UseCheck)

public:
    UseCheck(const events::Dataset &dataset, RecordReport &report)
        : m_dataset(dataset)
        , m_report(report)
    {}

    void checkRows()
    {
        UsedRows actors(m_dataset.actors().size());
        UsedRows sources(m_dataset.sources().size());
        UsedRows places(m_dataset.places().size());
        for (const events::Claim &claim : m_dataset.claims()) {
            actors.use(claim.actor);
            useSource(claim.source, sources, actors);
        }
        for (const events::Total &total : m_dataset.totals()) {
            actors.use(total.actor);
            useSource(total.source, sources, actors);
        }
        for (Row row = 0; row < m_dataset.size(); ++row) {
            actors.use(m_dataset.columns().bureau[row]);
            places.use(m_dataset.columns().place[row]);
        }
        warnUnused("actors"_L1, m_dataset.actors(), actors);
        warnUnused("sources"_L1, m_dataset.sources(), sources);
        warnUnused("places"_L1, m_dataset.places(), places);
    }

    void checkStories()
    {
        for (const events::Story &story : m_dataset.stories()) {
            if (story.steps.empty()) {
                m_report.add(Severity::Warning, "story-empty"_L1, "stories"_L1, story.id, "id"_L1,
                             tr("The story \"%1\" has no steps.").arg(story.id),
                             tr("Add its steps to the table steps."));
            }
            for (const events::StoryStep &step : story.steps)
                checkView(step.view, stepKey(story.id, step.order));
        }
    }

    void checkDescription()
    {
        const std::vector<events::Caveat> &caveats = m_dataset.info().caveats;
        for (std::size_t i = 0; i < caveats.size(); ++i)
            checkEvents(caveats[i].events, u"dateline.caveats[%1].events"_s.arg(i));
        checkDated(m_dataset.info().turningPoints, u"dateline.turning_points[%1].event"_s);
        checkDated(m_dataset.info().eras, u"dateline.eras[%1].event"_s);
    }

private:
    template<typename Dated>
    void checkDated(const std::vector<Dated> &dated, const QString &member)
    {
        for (std::size_t i = 0; i < dated.size(); ++i) {
            if (!dated[i].event.isEmpty())
                checkEvents({dated[i].event}, member.arg(i));
        }
    }

    using IsThere = std::function<bool(const QString &)>;

    /// A source is used with what it repeats, and so are their publishers.
    void useSource(std::optional<Row> row, UsedRows &sources, UsedRows &actors) const
    {
        while (row && !sources.isUsed(*row)) {
            sources.use(row);
            actors.use(m_dataset.sources()[*row].publisher);
            row = m_dataset.sources()[*row].origin;
        }
    }

    template<typename Records>
    void warnUnused(QLatin1StringView table, const Records &records, const UsedRows &used)
    {
        for (Row row = 0; row < records.size(); ++row) {
            if (!used.isUsed(row)) {
                m_report.add(Severity::Warning, "row-unused"_L1, table, records[row].id, "id"_L1,
                             tr("Nothing leads to \"%1\".").arg(records[row].id),
                             tr("Remove the row, or use it."));
            }
        }
    }

    void checkEvents(const QStringList &ids, const QString &path)
    {
        for (const QString &id : ids) {
            if (!m_dataset.eventRow(id)) {
                m_report.addToDescription(Severity::Error, "key-dangling"_L1, path,
                                          tr("There is no event \"%1\".").arg(id.left(60)),
                                          tr("Name the id of an event."));
            }
        }
    }

    void checkView(const QByteArray &view, const QString &step)
    {
        JsonFault fault;
        const QJsonObject json = readJsonObject(view, fault).value_or(QJsonObject());
        const QJsonObject filters = json[u"filters"_s].toObject();
        const IsThere isEvent
            = [this](const QString &id) { return m_dataset.eventRow(id).has_value(); };
        const IsThere isActor
            = [this](const QString &id) { return m_dataset.actorRow(id).has_value(); };
        const IsThere isKind
            = [this](const QString &name) { return m_dataset.kindIndex(name).has_value(); };
        checkIds(json[u"selection"_s], isEvent, step, u"selection"_s);
        checkIds(filters[u"kinds"_s], isKind, step, u"kinds"_s);
        checkIds(filters[u"claimants"_s], isActor, step, u"claimants"_s);
        checkIds(filters[u"bureaus"_s], isActor, step, u"bureaus"_s);
    }

    /// The empty string stands for "none" in a filter.
    void checkIds(const QJsonValue &ids, const IsThere &isThere, const QString &step,
                  const QString &member)
    {
        const QJsonArray named = ids.toArray();
        for (const QJsonValueConstRef value : named) {
            const QString id = value.toString();
            if (!id.isEmpty() && !isThere(id)) {
                m_report.add(Severity::Error, "key-dangling"_L1, "steps"_L1, step, "view"_L1,
                             tr("The view names \"%1\" in %2, which the dataset does not have.")
                                 .arg(id.left(60), member),
                             tr("Mend the file of the view."));
            }
        }
    }

    const events::Dataset &m_dataset;
    RecordReport &m_report;
};

} // namespace

void checkUse(const events::Dataset &dataset, RecordReport &report)
{
    UseCheck check(dataset, report);
    check.checkRows();
    check.checkStories();
    check.checkDescription();
}

} // namespace dateline::readers
