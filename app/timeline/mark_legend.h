// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <symbology/event_symbol.h>
#include <timeline/timeline_style.h>

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

/// What the marks of the lanes say, beside a sample of each. Pure; the samples are painted by the
/// functions that paint the marks (mark_painting.h).
namespace dateline::timeline {

/// One line of the legend: a sample and what it means. It explains all marks, not only those that
/// are on screen: else it would change its height, and that of the lanes, while a person zooms.
struct MarkLegendEntry
{
    enum class Sample : std::uint8_t {
        Date, ///< a mark of `date`
        Denied, ///< a mark of `date` that somebody denies
        Under, ///< a thin line
        Stack, ///< several at one moment, with their number
        Strip, ///< a strip of bars
        Fill, ///< a mark of `fill`
        Level, ///< the line of a stated total
        Break, ///< where playing hurries
        Faint, ///< a mark that does not pass
        Selected, ///< a mark in a ring
        Step, ///< a line of a thread
        Denial, ///< one to a denial
        Part, ///< one to a part
        Lag, ///< from when something happened to when it was said
        TurningPoint, ///< a triangle of the axis
        Loose, ///< the part of growth without a place or date
        Missing, ///< what was stated in all and is not among the events
    };
    Sample sample = Sample::Date;
    QString date; ///< EDTF, for samples of one mark
    bool isWide = true; ///< the sample's time is that of its date, else much longer
    QString text;
    symbology::Fill fill = symbology::Fill::Ring; ///< that of most events

    friend bool operator==(const MarkLegendEntry &, const MarkLegendEntry &) = default;
};

/// All entries, in the order in which they are read.
[[nodiscard]] std::vector<MarkLegendEntry> markLegend();

/// Where each entry stands, from (0, 0), the margin included.
struct MarkLegendLayout
{
    std::vector<QRectF> boxes; ///< one for each entry; they do not overlap
    double height = 0;
};

/// Sets the entries one after the other in as many lines as `width` pixels ask for; an entry that
/// is wider has a line of its own.
[[nodiscard]] MarkLegendLayout layOutMarkLegend(const std::vector<MarkLegendEntry> &entries,
                                                double width, const TimelineStyle &style);

/// Draws the entries where the layout has them.
void paintMarkLegend(QPainter &painter, const std::vector<MarkLegendEntry> &entries,
                     const MarkLegendLayout &layout, const TimelineStyle &style);

} // namespace dateline::timeline
