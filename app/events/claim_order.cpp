// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/claim_order.h>

#include <events/fetch.h>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace dateline::events {

namespace {

/// Where claims have to go forms circles, each of which is gone round once. Most claims lie on few
/// circles, and the way round is known only step by step, each from memory that is far away: so
/// claims at equal distances, the posts, are taken out at first, and the ways from post to post
/// gone by many walkers in turn. While one waits for memory, so do the others.
class ClaimWalk
{
public:
    ClaimWalk(std::vector<Claim> &claims, std::vector<Row> order)
        : m_claims(claims)
        , m_order(std::move(order))
    {
        // As many posts as walkers would leave most of them idle while one goes the longest way.
        constexpr std::size_t mostPosts = 256;
        m_distance = std::bit_ceil(std::max<std::size_t>(m_order.size() / mostPosts, 1'024));
    }

    void betweenPosts();
    void circlesWithoutPost();

private:
    struct Walker
    {
        Row to = 0; ///< its claim has gone already
        Row from = 0; ///< whose claim comes there
    };

    [[nodiscard]] bool isPost(Row row) const { return (row & (m_distance - 1)) == 0; }
    [[nodiscard]] Claim &taken(Row post) { return m_taken[post / m_distance]; }
    void turn(Walker &walker, Row to);
    [[nodiscard]] bool start(Walker &walker);
    [[nodiscard]] bool step(Walker &walker);

    std::vector<Claim> &m_claims;
    std::vector<Row> m_order; ///< of rows that are done: the row itself
    std::size_t m_distance = 0;
    std::vector<Claim> m_taken; ///< the claims that were at posts
    Row m_nextPost = 0;
};

void ClaimWalk::betweenPosts()
{
    for (std::size_t post = 0; post < m_claims.size(); post += m_distance)
        m_taken.push_back(std::move(m_claims[post]));
    constexpr std::size_t mostWalkers = 16;
    std::array<Walker, mostWalkers> walkers;
    std::size_t walking = 0;
    while (walking < walkers.size() && start(walkers.at(walking)))
        ++walking;
    while (walking > 0) {
        for (std::size_t i = 0; i < walking;) {
            if (step(walkers[i]) || start(walkers[i]))
                ++i;
            else
                walkers[i] = walkers[--walking];
        }
    }
}

/// Sends a walker off from the next post, if there is one.
bool ClaimWalk::start(Walker &walker)
{
    if (m_nextPost >= m_claims.size())
        return false;
    turn(walker, m_nextPost);
    m_nextPost += Row(m_distance);
    return true;
}

/// Returns false at the end of the way.
bool ClaimWalk::step(Walker &walker)
{
    const auto [to, from] = walker;
    m_order[to] = to;
    if (isPost(from)) {
        m_claims[to] = std::move(taken(from));
        return false;
    }
    m_claims[to] = std::move(m_claims[from]);
    turn(walker, from);
    return true;
}

/// What the next step needs is asked for already.
void ClaimWalk::turn(Walker &walker, Row to)
{
    walker = {to, m_order[to]};
    const Claim &claim = m_claims[walker.from];
    fetch(&claim);
    fetch(reinterpret_cast<const char *>(&claim + 1) - 1);
    fetch(&m_order[walker.from]);
}

void ClaimWalk::circlesWithoutPost()
{
    for (Row first = 0; first < m_claims.size(); ++first) {
        if (m_order[first] == first)
            continue;
        Claim atHand = std::move(m_claims[first]);
        Row to = first;
        for (Row from = m_order[to]; from != first; from = m_order[to]) {
            m_claims[to] = std::move(m_claims[from]);
            m_order[to] = to;
            to = from;
        }
        m_claims[to] = std::move(atHand);
        m_order[to] = to;
    }
}

} // namespace

void reorderInPlace(std::vector<Claim> &claims, std::vector<Row> order)
{
    ClaimWalk walk(claims, std::move(order));
    walk.betweenPosts();
    walk.circlesWithoutPost();
}

} // namespace dateline::events
