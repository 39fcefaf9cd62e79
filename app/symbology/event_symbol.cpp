// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/event_symbol.h>

#include <symbology/theme_colours.h>

namespace dateline::symbology {

Fill fillOf(events::Standing standing)
{
    switch (standing) {
    case events::Standing::OfficiallyConfirmed:
        return Fill::Solid;
    case events::Standing::SeveralOrigins:
    case events::Standing::Disputed:
        return Fill::Half;
    case events::Standing::Closed:
        return Fill::Dot;
    case events::Standing::ConcludedWithoutFinding:
        return Fill::Target;
    case events::Standing::SingleClaim:
    case events::Standing::Denied:
        break;
    }
    return Fill::Ring;
}

bool isDateUncertain(std::string_view edtf)
{
    // EDTF writes these four signs for nothing else.
    return edtf.empty() || edtf.find_first_of("~?%X") != std::string_view::npos;
}

EventSymbol symbolOf(const events::Dataset &dataset, events::Row event, workspace::Theme theme)
{
    const events::EventColumns &columns = dataset.columns();
    EventSymbol symbol = symbolOf(dataset.kinds()[columns.kind[event]], theme);
    symbol.fill = fillOf(columns.standing(event));
    symbol.denied = columns.isDenied(event);
    symbol.uncertain = isDateUncertain(columns.texts.utf8(event, events::EventText::Date));
    return symbol;
}

EventSymbol symbolOf(const events::Kind &kind, workspace::Theme theme)
{
    return {.shape = kind.shape, .colour = colourOfKind(kind.colour, theme)};
}

EventSymbol symbolOf(events::Standing standing, const QColor &colour)
{
    return {.colour = colour,
            .fill = fillOf(standing),
            .denied
            = standing == events::Standing::Denied || standing == events::Standing::Disputed};
}

} // namespace dateline::symbology
