// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/placing_date.h>

#include <utility>

namespace dateline::workspace {

using events::Edtf;

const Edtf *reportingDate(const events::Dataset &dataset, events::Row event, Clock clock)
{
    const Edtf *first = nullptr;
    for (const events::Claim &claim : dataset.claimsOf(event)) {
        const std::optional<Edtf> &published = dataset.sources()[claim.source].published;
        const Edtf *date = clock == Clock::Said ? claim.said.get()
            : published                         ? &*published
                                                : nullptr;
        if (!date || date->bounds().isUnbounded())
            continue;
        const auto order = [](const Edtf &edtf) {
            return std::pair(edtf.bounds().earliestStart, edtf.bounds().latestEnd);
        };
        if (!first || order(*date) < order(*first))
            first = date;
    }
    return first;
}

std::optional<Edtf> placingDate(const events::Dataset &dataset, events::Row event, Clock clock)
{
    if (clock == Clock::Happened)
        return Edtf::parse(dataset.columns().texts.at(event, events::EventText::Date));
    const Edtf *date = reportingDate(dataset, event, clock);
    return date ? std::optional(*date) : std::nullopt;
}

} // namespace dateline::workspace
