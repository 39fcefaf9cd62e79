// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/group_attribution.h>

#include <workspace/wording.h>

#include <QCoreApplication>
#include <QStringList>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

constexpr qsizetype namedActors = 2;
constexpr std::size_t mostClaims = 4000;

struct GroupText
{
    Q_DECLARE_TR_FUNCTIONS(dateline::map::GroupText)
};

/// The actors of claims, as many as are named and one more, with what is not known of the rest.
class NamedActors
{
public:
    void add(const QString &name)
    {
        if (!isFull() && !m_names.contains(name))
            m_names.append(name);
    }

    [[nodiscard]] bool isEmpty() const { return m_names.isEmpty(); }
    [[nodiscard]] bool isFull() const { return m_names.size() > namedActors; }

    /// `all` tells whether every claim was looked at.
    [[nodiscard]] QString phrase(bool all) const
    {
        const QString listed
            = m_names.first(std::min(m_names.size(), namedActors)).join(GroupText::tr(", "));
        return isFull() || !all ? GroupText::tr("%1 and others").arg(listed) : listed;
    }

private:
    QStringList m_names;
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
            const QString &name = dataset.actors()[claim.actor].name;
            if (claim.stance == Stance::Asserts || claim.stance == Stance::Confirms) {
                statedBy.add(name);
                isStated = true;
            } else if (claim.stance == Stance::Denies) {
                deniedBy.add(name);
            }
        }
        unstated += isStated ? 0 : 1;
    }
    const bool all = row == rows.end();
    QStringList parts{GroupText::tr("%Ln events", nullptr, int(rows.size()))};
    if (statedBy.isEmpty())
        parts.append(GroupText::tr("claimant not stated"));
    else
        parts.append(GroupText::tr("according to %1").arg(statedBy.phrase(all)));
    QString text = parts.join(GroupText::tr(", "));
    if (!statedBy.isEmpty() && unstated > 0)
        text = GroupText::tr("%1; claimant of %Ln not stated", nullptr, unstated).arg(text);
    if (!deniedBy.isEmpty())
        text = GroupText::tr("%1; denied by %2", "attribution, actors")
                   .arg(text, deniedBy.phrase(all));
    return text;
}

} // namespace

QString attributionOf(const events::Dataset &dataset, std::span<const events::Row> rows)
{
    return rows.size() == 1 ? workspace::attribution(dataset, rows.front())
                            : ofSeveral(dataset, rows);
}

} // namespace dateline::map
