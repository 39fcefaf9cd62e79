// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/figure.h>

#include <timeline/mark_legend.h>
#include <timeline/timeline_drawing.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline::shell {

using namespace Qt::StringLiterals;

namespace {

struct FigureText
{
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

constexpr double leastMap = 160;
constexpr double leastLanes = 140; ///< the least height of a timeline
constexpr double mostLanes = 20'000; ///< no page is as high
constexpr double mapShare = 3;
constexpr double timelineShareOfPage = 2;
constexpr double growthShare = 0.8; ///< without lanes

timeline::TimelineStyle timelineStyle(workspace::Theme theme)
{
    // On paper there is no window around it.
    timeline::TimelineStyle style
        = timeline::styleOf(workspace::paletteOf(theme), theme, exports::figureFont(1));
    style.window = style.base;
    return style;
}

/// How many of the events that pass have no date.
int undatedEvents(const workspace::Workspace &workspace)
{
    const events::EventTexts &texts = workspace.dataset().columns().texts;
    int count = 0;
    workspace.crossfilter().passing().forEach([&](events::Row row) {
        if (texts.utf8(row, events::EventText::Date).empty())
            ++count;
    });
    return count;
}

} // namespace

Figure::Figure(const workspace::Workspace &workspace, const workspace::Playback &playback,
               const FigureWishes &wishes)
    : m_workspace(&workspace)
    , m_playback(&playback)
    , m_wishes(wishes)
    , m_font(exports::figureFont(workspace::paletteOf(wishes.theme).fontScale))
    , m_palette(map::mapPalette(wishes.theme, exports::figureFont(1)))
    , m_caption(exports::captionFor(workspace, wishes.made))
{
    layOut();
    // How large the map became may change what the heading says of it.
    if (m_fault.isEmpty() && heading() != m_laidOut)
        layOut();
}

void Figure::layOut()
{
    std::vector<exports::FigureBlock> blocks;
    if (m_wishes.map)
        addMap(blocks);
    if (m_wishes.map || m_wishes.timeline)
        addKey(blocks);
    if (m_wishes.legend)
        addMarkLegend(blocks);
    if (m_wishes.timeline || m_wishes.growth)
        addTimeline(blocks);
    m_laidOut = heading();
    m_page.emplace(m_wishes.size,
                   exports::FigureStyle{symbology::coloursOf(workspace::paletteOf(m_wishes.theme)),
                                        m_font, m_wishes.isFilm},
                   m_laidOut, captionLines(), std::move(blocks));
    m_neededHeight = m_wishes.size.height() + m_page->missingHeight();
    if (m_page->missingHeight() > 0)
        m_fault = FigureText::tr("%1 × %2 pixels are too few for what the figure shows; at this "
                                 "width it takes a height of %3.")
                      .arg(m_wishes.size.width())
                      .arg(m_wishes.size.height())
                      .arg(m_neededHeight);
    else
        fillPage();
}

map::MapFigureWishes Figure::mapWishes(const QSizeF &size) const
{
    // What is printed is looked at more closely than a screen.
    const double finer = std::max(0.0, std::log2(m_wishes.dpi / 96));
    return {.size = size, .seenIn = m_wishes.seenIn, .detail = finer};
}

void Figure::addMap(std::vector<exports::FigureBlock> &blocks)
{
    // How large the map becomes is known when all else has its place.
    const QSizeF about = m_page
        ? m_page->boxes().front().size()
        : QSizeF(exports::FigurePage::innerWidth(m_wishes.size), m_wishes.size.height() / 2);
    m_map = std::make_unique<map::MapFigure>(*m_workspace, m_palette, mapWishes(about));
    blocks.push_back(
        {.share = mapShare,
         .least = leastMap * m_palette.scale(),
         .framed = true,
         .paint = [this](QPainter &painter, const QSizeF &) { m_map->paint(painter); }});
}

std::vector<map::LegendEntry> Figure::keyEntries() const
{
    const map::MapScene scene = m_map ? m_map->scene() : map::MapScene();
    return m_wishes.timeline
        ? map::legendOf(scene, m_workspace->dataset(), m_workspace->crossfilter().passing())
        : map::legendOf(scene, m_workspace->dataset().kinds());
}

void Figure::addKey(std::vector<exports::FigureBlock> &blocks)
{
    const double width = exports::FigurePage::innerWidth(m_wishes.size);
    m_key = keyEntries();
    m_keyLayout = map::layOutLegend(m_key, width, m_palette);
    if (m_key.empty())
        return;
    blocks.push_back(
        {.height = m_keyLayout.size.height(), .paint = [this](QPainter &painter, const QSizeF &) {
             painter.setRenderHint(QPainter::Antialiasing);
             map::paintLegend(painter, m_key, m_keyLayout, m_workspace->dataset().kinds(),
                              m_palette);
         }});
}

void Figure::addMarkLegend(std::vector<exports::FigureBlock> &blocks)
{
    const timeline::TimelineStyle style = timelineStyle(m_wishes.theme);
    const std::vector<timeline::MarkLegendEntry> entries = timeline::markLegend();
    const timeline::MarkLegendLayout layout = timeline::layOutMarkLegend(
        entries, exports::FigurePage::innerWidth(m_wishes.size), style);
    blocks.push_back({.height = layout.height,
                      .paint = [entries, layout, style](QPainter &painter, const QSizeF &) {
                          timeline::paintMarkLegend(painter, entries, layout, style);
                      }});
}

void Figure::addTimeline(std::vector<exports::FigureBlock> &blocks)
{
    m_timeline
        = std::make_unique<timeline::TimelinePicture>(*m_workspace, timelineStyle(m_wishes.theme));
    m_timeline->setExtent(m_playback->extent());
    m_timeline->setGrowthWanted(m_wishes.growth);
    m_timeline->setLanesWanted(m_wishes.timeline);
    blocks.push_back({.share = m_wishes.timeline ? timelineShareOfPage : growthShare,
                      .least = leastTimeline(),
                      .paint = [this](QPainter &painter, const QSizeF &size) {
                          using Part = timeline::TimelinePicture::Part;
                          m_timeline->setBreaks(m_playback->breaks());
                          m_timeline->invalidate(Part::Counts);
                          m_timeline->compose();
                          timeline::drawTimeline(painter, *m_timeline, size);
                      }});
}

bool Figure::timelineFits(double height)
{
    m_timeline->setSize({exports::FigurePage::innerWidth(m_wishes.size), height});
    m_timeline->compose();
    const bool grows = m_wishes.growth && !m_timeline->growth().empty();
    return m_timeline->scrollRange() == 0 && (!grows || m_timeline->layout().hasGrowth());
}

double Figure::leastTimeline()
{
    // What does not fit scrolls in a window; on paper it would be missing.
    constexpr double step = 8;
    double height = leastLanes * m_palette.scale();
    while (height < mostLanes && !timelineFits(height))
        height += std::max(step, m_timeline->scrollRange());
    return std::ceil(height);
}

void Figure::fillPage()
{
    const std::vector<QRectF> &boxes = m_page->boxes();
    if (m_timeline)
        m_timeline->setSize(boxes.back().size());
    if (!m_map)
        return;
    m_map = std::make_unique<map::MapFigure>(*m_workspace, m_palette,
                                             mapWishes(boxes.front().size()));
    // Another size of the map may gather other marks into clusters.
    std::vector<map::LegendEntry> key = keyEntries();
    map::LegendLayout layout
        = map::layOutLegend(key, exports::FigurePage::innerWidth(m_wishes.size), m_palette);
    if (layout.size.height() > m_keyLayout.size.height())
        return;
    m_key = std::move(key);
    m_keyLayout = std::move(layout);
}

exports::FigureHeading Figure::heading() const
{
    exports::FigureHeading heading;
    heading.title = m_workspace->dataset().info().title;
    heading.filter = workspace::filterSentence(*m_workspace);
    if (const std::size_t outside = m_map ? m_map->outside() : 0; outside > 0)
        heading.filter += FigureText::tr(", ", "between parts of the filter sentence")
            + FigureText::tr("%Ln outside this part of the map", nullptr, int(outside));
    if (const std::optional<workspace::PlayHead> &head = m_workspace->state().play) {
        heading.moment = workspace::headPhrase(*head);
        heading.tally = FigureText::tr("Events: %1", "counts")
                            .arg(workspace::tallyPhrase(m_playback->shownTally()));
    }
    return heading;
}

QStringList Figure::captionLines() const
{
    // The heading of a film speaks of the moment, and has no room for a long filter.
    const QString remainder = m_wishes.isFilm
        ? FigureText::tr("The whole film: %1. %2", "the filter, what it leaves out")
              .arg(m_caption.filter, m_caption.remainder)
        : m_caption.remainder;
    QStringList lines{m_caption.claimants, remainder};
    if (const int undated = m_wishes.isFilm ? undatedEvents(*m_workspace) : 0; undated > 0)
        lines.last() += u' '
            + FigureText::tr("%Ln event(s) without a date belong to no moment.", nullptr, undated);
    if (!m_workspace->selection().empty())
        lines << selectedLine();
    if (m_wishes.timeline)
        lines << FigureText::tr(
            "Dates: solid is certain, light is possible; an arrow stands for an "
            "end that is not known, ~ for about, ? for unsure.");
    if (m_timeline && !m_workspace->dataset().info().turningPoints.empty())
        lines.last() += u' '
            + FigureText::tr("Triangles at the axis are turning points that the dataset names.");
    if (m_timeline && m_timeline->layout().hasGrowth()
        && !m_workspace->state().filters.windows.empty())
        lines.last()
            += u' ' + FigureText::tr("Growth is of all time, faint outside of the period.");
    lines << FigureText::tr("%1. %2", "the dataset, how the figure was made")
                 .arg(m_caption.dataset, m_caption.made);
    return lines;
}

/// What is selected, in the words of everywhere, and what the lines from it are.
QString Figure::selectedLine() const
{
    constexpr std::size_t mostNamed = 3;
    const std::vector<events::Row> &selection = m_workspace->selection();
    QStringList names;
    for (std::size_t i = 0; i < std::min(mostNamed, selection.size()); ++i) {
        names << workspace::announcement(m_workspace->dataset(), selection[i]);
        if (names.last().endsWith(u'.')) // the sentence ends after all of them
            names.last().chop(1);
    }
    if (selection.size() > mostNamed)
        names << FigureText::tr("%Ln more", "selected events", int(selection.size() - mostNamed));
    QString line = FigureText::tr("Selected: %1.").arg(names.join(u"; "_s));
    if (m_timeline && !m_timeline->thread().empty())
        line += u' '
            + FigureText::tr("Lines lead to what answers it or follows from it, dashed ones to "
                             "what denies it, dotted ones to its parts or its whole.");
    return line;
}

void Figure::paint(QPainter &painter)
{
    if (m_fault.isEmpty())
        m_page->paint(painter, heading());
}

exports::FigureSheet Figure::sheet()
{
    return {m_wishes.size,
            m_wishes.dpi,
            symbology::coloursOf(workspace::paletteOf(m_wishes.theme)).base,
            m_caption,
            m_wishes.made,
            [this](QPainter &painter) { paint(painter); }};
}

} // namespace dateline::shell
