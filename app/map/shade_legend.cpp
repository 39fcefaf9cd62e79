// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/shade_legend.h>

#include <map/inquiries.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

using workspace::Shading;

struct ShadeText
{
    Q_DECLARE_TR_FUNCTIONS(dateline::map::Legend)
};

QString number(std::uint64_t value)
{
    return QLocale().toString(qulonglong(value));
}

QString headingText(const Choropleth &choropleth, const std::vector<events::Kind> &kinds)
{
    const QString plural = workspace::sentenceCase(kinds[choropleth.kind].plural);
    return (choropleth.shading == Shading::Stated
                ? ShadeText::tr("%1 by country, as claimants state them; denied ones included")
                : ShadeText::tr("%1 by country: what is stated to have become of them"))
        .arg(plural);
}

QString stepText(const Choropleth &choropleth, std::size_t step)
{
    if (choropleth.shading == Shading::Stated) {
        const std::uint64_t first = choropleth.classes[step];
        const std::uint64_t last = choropleth.lastOf(step);
        return first == last ? number(first) : u"%1–%2"_s.arg(number(first), number(last));
    }
    switch (Outcome(step)) {
    case Outcome::NoEndStated:
        break;
    case Outcome::ClosureStated:
        return ShadeText::tr("Ended, a closure stated");
    case Outcome::WithoutFinding:
        return ShadeText::tr("Ended without finding");
    }
    return ShadeText::tr("No end stated");
}

QString shadeNoneText(const Choropleth &choropleth)
{
    return choropleth.shading == Shading::Stated || choropleth.isFiltered
        ? ShadeText::tr("None passes the filter")
        : ShadeText::tr("None stated");
}

} // namespace

QString shadeClassText(const Choropleth &choropleth, std::optional<std::size_t> step)
{
    return step ? stepText(choropleth, *step) : shadeNoneText(choropleth);
}

std::vector<LegendEntry> withShades(std::vector<LegendEntry> entries, const Choropleth &choropleth,
                                    const std::vector<events::Kind> &kinds)
{
    using Sample = LegendEntry::Sample;
    if (choropleth.isEmpty())
        return entries;
    const auto append = [&](Sample sample, const QString &text, std::size_t step = 0) {
        entries.push_back({.sample = sample,
                           .text = text,
                           .shading = choropleth.shading,
                           .step = step,
                           .steps = choropleth.steps()});
    };
    append(Sample::Heading, headingText(choropleth, kinds));
    for (std::size_t step = 0; step < choropleth.steps(); ++step)
        append(Sample::Shade, shadeClassText(choropleth, step), step);
    if (std::ranges::any_of(choropleth.countries, [](const auto &each) { return !each.step; }))
        append(Sample::ShadeOfNone, shadeClassText(choropleth, {}));
    append(Sample::NoData, ShadeText::tr("No data (not the same as none)"));
    if (choropleth.elsewhere > 0)
        append(Sample::Heading,
               ShadeText::tr("Not shaded, country unknown: %1").arg(number(choropleth.elsewhere)));
    return entries;
}

} // namespace dateline::map
