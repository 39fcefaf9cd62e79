// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include <optional>
#include <span>
#include <vector>

namespace dateline::panels {

/// For each claim of a dataset the claims that answer it, also those that are filed under another
/// event. Built once, immutable.
class ReplyIndex
{
public:
    explicit ReplyIndex(const events::Dataset &dataset);

    /// Rows in Dataset::claims(), ascending; none for a claim that nobody answers.
    [[nodiscard]] std::span<const events::Row> repliesTo(events::Row claim) const
    {
        return std::span(m_replies).subspan(m_begin[claim], m_begin[claim + 1] - m_begin[claim]);
    }

private:
    std::vector<events::Row> m_begin;
    std::vector<events::Row> m_replies;
};

/// What one actor said on one date with one stance: one claim, or several that differ only in
/// words, source or in which claim they answer. Shown as one box.
struct Statement
{
    std::vector<events::Row> claims; ///< rows in Dataset::claims(), at least one
    std::vector<std::size_t> answers; ///< statements of the thread that it answers, ascending
    std::optional<events::Row> answersElsewhere; ///< a claim of another event that it answers
    int depth = 0; ///< 0 for a claim, 1 for a reply, 2 for a reply to a reply ...
};

/// The statements about an event in reading order: each claim, then what answers it, in turn the
/// earliest first; a reply to several claims comes once, below the first of them. Replies from
/// other events belong to it, so that no denied claim is without its denial. Empty for an event
/// without claims.
[[nodiscard]] std::vector<Statement> claimThread(const events::Dataset &dataset,
                                                 const ReplyIndex &replies, events::Row event);

} // namespace dateline::panels
