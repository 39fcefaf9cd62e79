// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/legend.h>

#include <map/map_labels.h>
#include <map/shade_legend.h>
#include <map/symbol_painter.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

constexpr double legendMargin = 8;
constexpr double sampleWidth = 26;
constexpr double entryGap = 14; ///< between entries of one line

QString legendText(const char *text)
{
    return QCoreApplication::translate("dateline::map::Legend", text);
}

QString fillText(symbology::Fill fill)
{
    switch (fill) {
    case symbology::Fill::Solid:
        return workspace::standingLabel(events::Standing::OfficiallyConfirmed);
    case symbology::Fill::Half:
        return workspace::standingLabel(events::Standing::SeveralOrigins);
    case symbology::Fill::Dot:
        return workspace::standingLabel(events::Standing::Closed);
    case symbology::Fill::Target:
        return workspace::standingLabel(events::Standing::ConcludedWithoutFinding);
    case symbology::Fill::Ring:
        break;
    }
    return workspace::standingLabel(events::Standing::SingleClaim);
}

double legendLine(const MapPalette &palette)
{
    return std::max(QFontMetricsF(labelFont(palette.font, 1, {})).height() + 3,
                    2 * (symbolRadius + 3) * palette.scale());
}

/// How many columns of `pitch` pixels fit, evened out so that the last line is as full as the
/// others; at least one.
std::size_t columnsFor(std::size_t count, double pitch, double room)
{
    if (count == 0)
        return 1;
    const auto fitting = std::size_t(std::max(1.0, std::floor(room / pitch)));
    const std::size_t lines = (count + fitting - 1) / fitting;
    return (count + lines - 1) / lines;
}

/// A swatch of the land with its outline, so that even the palest is seen.
void paintSwatch(QPainter &painter, const QPointF &centre, const QColor &fill,
                 const std::optional<StripeRun> &pattern, const MapPalette &palette)
{
    QRectF box(0, 0, 18 * palette.scale(), 11 * palette.scale());
    box.moveCenter(centre);
    painter.fillRect(box, fill);
    if (pattern) {
        QPainterPath shape;
        shape.addRect(box);
        const double step = 4 * palette.scale();
        painter.strokePath(
            stripesIn(shape, step, stripeSum(*pattern, box.topLeft()) + step / 2, box, *pattern),
            QPen(palette.pattern(), hatchWidth * palette.scale()));
    }
    painter.setPen(QPen(palette.label, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

void paintCurve(QPainter &painter, const QPointF &centre, const MapPalette &palette)
{
    const QPointF half(10 * palette.scale(), 3 * palette.scale());
    painter.setPen(QPen(palette.relation, 1.8 * palette.scale()));
    painter.setBrush(Qt::NoBrush);
    QPainterPath path(centre + QPointF(-half.x(), half.y()));
    path.quadTo(centre - QPointF(0, 3 * half.y()), centre + half);
    painter.drawPath(path);
}

void paintSample(QPainter &painter, const QPointF &centre, const LegendEntry &entry,
                 const std::vector<events::Kind> &kinds, const MapPalette &palette)
{
    using Sample = LegendEntry::Sample;
    using symbology::Fill;
    switch (entry.sample) {
    case Sample::Kind:
        drawEventSymbol(painter, centre, symbology::symbolOf(kinds[entry.kind], palette.theme),
                        palette);
        break;
    case Sample::Fill:
        drawEventSymbol(painter, centre, {.colour = palette.label, .fill = entry.fill}, palette);
        break;
    case Sample::Denied:
        drawEventSymbol(painter, centre,
                        {.colour = palette.label, .fill = Fill::Ring, .denied = true}, palette);
        break;
    case Sample::Uncertain:
        drawEventSymbol(painter, centre,
                        {.colour = palette.label, .fill = Fill::Ring, .uncertain = true}, palette);
        break;
    case Sample::Cluster:
        painter.setPen(QPen(palette.label, 3.5 * palette.scale()));
        painter.setBrush(palette.paper);
        painter.drawEllipse(centre, 6.5 * palette.scale(), 6.5 * palette.scale());
        break;
    case Sample::Heading:
        break;
    case Sample::Shade:
        paintSwatch(painter, centre,
                    entry.shading == workspace::Shading::Investigations
                        ? palette.outcomeFill(entry.step)
                        : palette.shadeOf(entry.step, entry.steps),
                    classPattern(entry.shading, entry.step), palette);
        break;
    case Sample::ShadeOfNone:
        paintSwatch(painter, centre, palette.shadeOfNone(), {}, palette);
        break;
    case Sample::NoData:
        paintSwatch(painter, centre, palette.land, {}, palette);
        break;
    case Sample::Things:
        painter.setFont(labelFont(palette.font, 2, {}));
        painter.setPen(palette.ink);
        painter.drawText(QRectF(centre.x() - 20, centre.y() - 20, 40, 40), Qt::AlignCenter,
                         u"×3"_s);
        break;
    case Sample::Country: {
        SceneChip chip;
        chip.areas = {0};
        chip.rows = {0};
        drawChip(painter, centre, chip, palette);
        break;
    }
    case Sample::Relation:
        paintCurve(painter, centre, palette);
        break;
    }
}

/// What a legend has to explain.
struct Shown
{
    std::set<std::uint16_t> kinds;
    std::set<symbology::Fill> fills;
    bool denied = false;
    bool uncertain = false;
    bool cluster = false;
    bool country = false;
    bool things = false; ///< a symbol that stands for more than one of what is counted
    bool relation = false;

    /// Its clusters, its counters, and whether anything in it is denied.
    void takeScene(const MapScene &scene)
    {
        relation = !scene.relations.empty();
        country = !scene.chips.empty();
        for (const SceneSymbol &symbol : scene.symbols) {
            cluster = cluster || symbol.isCluster();
            things = things || (!symbol.isCluster() && symbol.count > 1);
            denied = denied || symbol.denied > 0;
        }
        for (const SceneChip &chip : scene.chips)
            denied = denied || chip.denied > 0;
    }
};

std::vector<LegendEntry> entriesOf(const Shown &shown, const std::vector<events::Kind> &kinds)
{
    using Sample = LegendEntry::Sample;
    std::vector<LegendEntry> entries;
    for (const std::uint16_t kind : shown.kinds)
        entries.push_back({Sample::Kind, kind, {}, kinds[kind].label});
    for (const symbology::Fill fill : shown.fills)
        entries.push_back({Sample::Fill, 0, fill, workspace::sentenceCase(fillText(fill))});
    const auto add = [&entries](bool wanted, Sample sample, const char *text) {
        if (wanted)
            entries.push_back({sample, 0, {}, legendText(text)});
    };
    add(shown.denied, Sample::Denied,
        QT_TRANSLATE_NOOP("dateline::map::Legend", "Denied by somebody"));
    add(shown.uncertain, Sample::Uncertain,
        QT_TRANSLATE_NOOP("dateline::map::Legend", "Date uncertain"));
    add(shown.cluster, Sample::Cluster,
        QT_TRANSLATE_NOOP("dateline::map::Legend", "Several events, by kind"));
    add(shown.things, Sample::Things,
        QT_TRANSLATE_NOOP("dateline::map::Legend", "One event that stands for several"));
    add(shown.country, Sample::Country,
        QT_TRANSLATE_NOOP("dateline::map::Legend", "Country known, city not stated"));
    add(shown.relation, Sample::Relation,
        QT_TRANSLATE_NOOP("dateline::map::Legend", "Relation of what is selected"));
    return entries;
}

} // namespace

std::vector<LegendEntry> legendOf(const MapScene &scene, const std::vector<events::Kind> &kinds)
{
    Shown shown;
    shown.takeScene(scene);
    for (const SceneSymbol &symbol : scene.symbols) {
        for (const KindShare &share : symbol.kinds)
            shown.kinds.insert(share.kind);
        shown.uncertain = shown.uncertain || symbol.uncertain;
        if (!symbol.isCluster())
            shown.fills.insert(symbol.fill);
    }
    return withShades(entriesOf(shown, kinds), scene.choropleth, kinds);
}

std::vector<LegendEntry> legendOf(const MapScene &scene, const events::Dataset &dataset,
                                  const bitsets::RowSet &passing)
{
    Shown shown;
    shown.takeScene(scene);
    const events::EventColumns &columns = dataset.columns();
    passing.forEach([&](events::Row row) {
        shown.kinds.insert(columns.kind[row]);
        shown.fills.insert(symbology::fillOf(columns.standing(row)));
        shown.denied = shown.denied || columns.isDenied(row);
        shown.uncertain = shown.uncertain
            || symbology::isDateUncertain(columns.texts.utf8(row, events::EventText::Date));
    });
    return withShades(entriesOf(shown, dataset.kinds()), scene.choropleth, dataset.kinds());
}

LegendLayout layOutLegend(const std::vector<LegendEntry> &entries, double widest,
                          const MapPalette &palette)
{
    if (entries.empty())
        return {};
    const double samples = sampleWidth * palette.scale();
    const double gap = entryGap * palette.scale();
    const double line = legendLine(palette);
    const auto widthOf = [&](const LegendEntry &entry) {
        const QFontMetricsF metrics(labelFont(palette.font, 1, entry.text));
        return samples + std::ceil(metrics.horizontalAdvance(entry.text));
    };
    LegendLayout layout;
    const auto kindCount
        = std::size_t(std::ranges::count(entries, LegendEntry::Sample::Kind, &LegendEntry::sample));
    double column = 0;
    for (std::size_t i = 0; i < kindCount; ++i)
        column = std::max(column, widthOf(entries[i]));
    const std::size_t columns
        = columnsFor(kindCount, column + gap, widest - 2 * legendMargin + gap);
    double x = legendMargin;
    double y = legendMargin / 2;
    double right = x;
    const auto place = [&](double width) {
        layout.boxes.emplace_back(x, y, width, line);
        right = std::max(right, x + width);
        x += width + gap;
    };
    const auto breakLine = [&] {
        x = legendMargin;
        y += line;
    };
    for (std::size_t i = 0; i < kindCount; ++i) {
        if (i > 0 && i % columns == 0)
            breakLine();
        place(column);
    }
    for (std::size_t i = kindCount; i < entries.size(); ++i) {
        const double width = widthOf(entries[i]);
        const bool isFirst = x == legendMargin;
        const bool opens = i == kindCount || entries[i].sample == LegendEntry::Sample::Heading;
        if (!isFirst && (opens || x + width > widest - legendMargin))
            breakLine();
        place(width);
    }
    layout.size = {right + legendMargin, y + line + legendMargin / 2};
    return layout;
}

void paintLegend(QPainter &painter, const std::vector<LegendEntry> &entries,
                 const LegendLayout &layout, const std::vector<events::Kind> &kinds,
                 const MapPalette &palette)
{
    const double samples = sampleWidth * palette.scale();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QRectF &box = layout.boxes[i];
        painter.save();
        paintSample(painter, {box.left() + samples / 2 - legendMargin / 2, box.center().y()},
                    entries[i], kinds, palette);
        painter.restore();
        painter.setFont(labelFont(palette.font, 1, entries[i].text));
        painter.setPen(palette.ink);
        painter.drawText(box.adjusted(samples, 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         entries[i].text);
    }
}

} // namespace dateline::map
