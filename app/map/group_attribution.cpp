// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/group_attribution.h>

#include <workspace/wording.h>

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace dateline::map {

namespace {

constexpr std::size_t mostClaims = 300;

struct GroupText
{
    Q_DECLARE_TR_FUNCTIONS(dateline::map::GroupText)
};

/// The actors of claims, as many as are named and one more.
class NamedActors
{
public:
    void add(events::Row actor)
    {
        if (!isFull() && std::ranges::find(m_actors, actor) == m_actors.end())
            m_actors.push_back(actor);
    }

    [[nodiscard]] bool isEmpty() const { return m_actors.empty(); }

    /// `all` tells whether every claim was looked at.
    [[nodiscard]] QString phrase(const events::Dataset &dataset, bool all) const
    {
        QStringList names;
        for (const events::Row actor : std::span(m_actors).first(std::min(m_actors.size(), named)))
            names.append(dataset.actors()[actor].name);
        const QString listed = names.join(GroupText::tr(", "));
        if (isFull())
            return GroupText::tr("%1 and others").arg(listed);
        return all ? listed : GroupText::tr("%1 and possibly others").arg(listed);
    }

private:
    [[nodiscard]] bool isFull() const { return m_actors.size() > named; }

    static constexpr std::size_t named = 2;
    std::vector<events::Row> m_actors;
};

QString ofSeveral(const events::Dataset &dataset, std::span<const events::Row> rows)
{
    using events::Stance;
    NamedActors statedBy;
    NamedActors deniedBy;
    int unstated = 0;
    std::size_t claims = 0;
    auto row = rows.begin();
    for (; row != rows.end() && claims < mostClaims; ++row) {
        bool isStated = false;
        for (const events::Claim &claim : dataset.claimsOf(*row)) {
            ++claims;
            if (claim.stance == Stance::Asserts || claim.stance == Stance::Confirms) {
                statedBy.add(claim.actor);
                isStated = true;
            } else if (claim.stance == Stance::Denies) {
                deniedBy.add(claim.actor);
            }
        }
        unstated += isStated ? 0 : 1;
    }
    const bool all = row == rows.end();
    // That something is denied is never left out for want of time.
    for (; row != rows.end() && deniedBy.isEmpty(); ++row)
        if (dataset.columns().isDenied(*row))
            for (const events::Claim &claim : dataset.claimsOf(*row))
                if (claim.stance == Stance::Denies)
                    deniedBy.add(claim.actor);
    QString text
        = GroupText::tr("%1, %2", "how many events, who states them")
              .arg(GroupText::tr("%Ln events", nullptr, int(rows.size())),
                   statedBy.isEmpty()
                       ? GroupText::tr("claimant not stated")
                       : GroupText::tr("according to %1").arg(statedBy.phrase(dataset, all)));
    if (all && !statedBy.isEmpty() && unstated > 0)
        text = GroupText::tr("%1; claimant of %Ln not stated", nullptr, unstated).arg(text);
    if (!deniedBy.isEmpty())
        text = GroupText::tr("%1; denied by %2", "attribution, actors")
                   .arg(text, deniedBy.phrase(dataset, all));
    return text;
}

} // namespace

QString attributionOf(const events::Dataset &dataset, std::span<const events::Row> rows)
{
    return rows.size() == 1 ? workspace::attribution(dataset, rows.front())
                            : ofSeveral(dataset, rows);
}

} // namespace dateline::map
