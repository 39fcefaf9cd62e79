// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/claim_thread.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace dateline::panels {

namespace {

using events::Row;

/// The claims of a thread and how deep each lies.
struct Member
{
    Row claim = 0;
    std::optional<std::size_t> parent; ///< index of the member that it answers
    int depth = 0;
};

/// The event's claims that answer nothing in the event come first, then everything that answers
/// them, level by level. Each claim comes once, even in a circle.
std::vector<Member> membersOf(const events::Dataset &dataset, const ReplyIndex &replies, Row event)
{
    const Row begin = dataset.firstClaimOf(event);
    const Row end = begin + Row(dataset.claimsOf(event).size());
    std::vector<Member> members;
    std::unordered_map<Row, std::size_t> indexOf;
    const auto add = [&](Row claim, std::optional<std::size_t> parent, int depth) {
        if (indexOf.emplace(claim, members.size()).second)
            members.push_back({claim, parent, depth});
    };
    const auto expand = [&](std::size_t from) {
        for (std::size_t i = from; i < members.size(); ++i) {
            for (const Row reply : replies.repliesTo(members[i].claim))
                add(reply, i, members[i].depth + 1);
        }
    };
    for (Row claim = begin; claim < end; ++claim) {
        const std::optional<Row> target = dataset.claims()[claim].respondsTo;
        if (!target || *target < begin || *target >= end)
            add(claim, std::nullopt, 0);
    }
    expand(0);
    for (Row claim = begin; claim < end; ++claim) {
        const std::size_t before = members.size();
        add(claim, std::nullopt, 0);
        expand(before);
    }
    return members;
}

/// What makes claims one statement. Claims without a date are only one with the very same words
/// in the very same source: they may be of different occasions.
auto identityOf(const events::Claim &claim, int depth)
{
    return std::tuple(claim.actor, claim.stance, depth, claim.said ? claim.said->text() : QString(),
                      claim.said ? std::string_view() : claim.text.utf8(),
                      claim.said ? Row(0) : claim.source);
}

events::Instant whenSaid(const events::Dataset &dataset, const Statement &statement)
{
    const events::OptionalEdtf &said = dataset.claims()[statement.claims.front()].said;
    return said ? said->bounds().earliestStart : events::distantFuture;
}

/// Statements in the order in which their first claim comes among the members.
std::vector<Statement> groupMembers(const events::Dataset &dataset,
                                    const std::vector<Member> &members)
{
    std::vector<Statement> statements;
    std::vector<std::size_t> statementOf(members.size());
    std::map<decltype(identityOf(events::Claim(), 0)), std::size_t> known;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const events::Claim &claim = dataset.claims()[members[i].claim];
        const auto [at, isNew]
            = known.emplace(identityOf(claim, members[i].depth), statements.size());
        if (isNew)
            statements.emplace_back().depth = members[i].depth;
        Statement &statement = statements[at->second];
        statementOf[i] = at->second;
        statement.claims.push_back(members[i].claim);
        if (members[i].parent)
            statement.answers.push_back(statementOf[*members[i].parent]);
        else if (claim.respondsTo)
            statement.answersElsewhere = claim.respondsTo;
    }
    for (Statement &statement : statements) {
        std::ranges::sort(statement.answers);
        const auto same = std::ranges::unique(statement.answers);
        statement.answers.erase(same.begin(), same.end());
    }
    return statements;
}

/// The indexes of statements as a person reads them: depth first, earlier replies first.
std::vector<std::size_t> readingOrder(const events::Dataset &dataset,
                                      const std::vector<Statement> &statements)
{
    std::vector<std::vector<std::size_t>> below(statements.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (statements[i].answers.empty())
            open.push_back(i);
        else
            below[statements[i].answers.front()].push_back(i);
    }
    std::ranges::reverse(open);
    std::vector<std::size_t> order;
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        order.push_back(at);
        std::vector<std::size_t> &replies = below[at];
        std::ranges::stable_sort(
            replies, {}, [&](std::size_t reply) { return whenSaid(dataset, statements[reply]); });
        open.insert(open.end(), replies.rbegin(), replies.rend());
    }
    return order;
}

} // namespace

ReplyIndex::ReplyIndex(const events::Dataset &dataset)
    : m_begin(dataset.claims().size() + 1, 0)
{
    const std::vector<events::Claim> &claims = dataset.claims();
    for (const events::Claim &claim : claims) {
        if (claim.respondsTo)
            ++m_begin[*claim.respondsTo + 1];
    }
    for (std::size_t i = 1; i < m_begin.size(); ++i)
        m_begin[i] += m_begin[i - 1];
    m_replies.resize(m_begin.back());
    std::vector<Row> next = m_begin;
    for (Row claim = 0; claim < claims.size(); ++claim) {
        if (claims[claim].respondsTo)
            m_replies[next[*claims[claim].respondsTo]++] = claim;
    }
}

std::vector<Statement> claimThread(const events::Dataset &dataset, const ReplyIndex &replies,
                                   events::Row event)
{
    std::vector<Statement> statements = groupMembers(dataset, membersOf(dataset, replies, event));
    const std::vector<std::size_t> order = readingOrder(dataset, statements);
    std::vector<std::size_t> placeOf(statements.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        placeOf[order[place]] = place;
    std::vector<Statement> thread;
    for (const std::size_t index : order) {
        Statement &statement = thread.emplace_back(std::move(statements[index]));
        for (std::size_t &answered : statement.answers)
            answered = placeOf[answered];
        std::ranges::sort(statement.answers);
    }
    return thread;
}

} // namespace dateline::panels
