// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/dataset_hint.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::panels {

namespace {

struct HintText
{
    Q_DECLARE_TR_FUNCTIONS(DatasetHint)
};

QString paragraph(const QString &text, const QColor &colour)
{
    return u"<p style=\"color:%1; margin-top:0; margin-bottom:10px\">%2</p>"_s.arg(
        colour.name(), text.toHtmlEscaped());
}

QString sizes(const query::Crossfilter &crossfilter)
{
    const events::Dataset &dataset = crossfilter.dataset();
    const query::FacetIndex &byClaimant = crossfilter.facet(query::Facet::Claimant);
    // Those who claim something, and the value "none".
    const auto claimants = std::ranges::count_if(
        byClaimant.values(), [](const QString &claimant) { return !claimant.isEmpty(); });
    const auto denied
        = std::ranges::count_if(dataset.columns().assessments,
                                [](const events::Assessment &each) { return each.isDenied; });
    const QLocale locale;
    return HintText::tr("Events: %1, of which %2 have been denied. "
                        "Claims and replies: %3, by %4 claimants, in %5 sources.")
        .arg(locale.toString(qulonglong(dataset.size())), locale.toString(denied),
             locale.toString(qulonglong(dataset.claims().size())), locale.toString(claimants),
             locale.toString(qulonglong(dataset.sources().size())));
}

QString edition(const events::PackageInfo &info)
{
    QStringList parts;
    if (!info.version.isEmpty())
        parts.append(HintText::tr("Version %1").arg(info.version));
    if (!info.licence.isEmpty())
        parts.append(info.licence);
    if (!info.caveats.empty())
        parts.append(HintText::tr("open questions of its editors: F8"));
    return parts.join(u" · "_s);
}

} // namespace

QString datasetHint(const query::Crossfilter &crossfilter, const Look &look)
{
    const events::PackageInfo &info = crossfilter.dataset().info();
    QString html;
    if (!info.title.isEmpty()) {
        html = u"<h3 style=\"color:%1; margin-top:0; margin-bottom:8px\">%2</h3>"_s.arg(
            look.text().name(), info.title.toHtmlEscaped());
        if (!info.description.isEmpty())
            html += paragraph(info.description, look.text());
        html += paragraph(sizes(crossfilter), look.text());
        if (const QString text = edition(info); !text.isEmpty())
            html += paragraph(text, look.mutedText());
    }
    return html
        + paragraph(HintText::tr("Click a symbol on the map, a bar of the timeline or a row of the "
                                 "table. ← and → step through the events by date."),
                    look.mutedText());
}

} // namespace dateline::panels
