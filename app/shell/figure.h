// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exports/figure_file.h>
#include <exports/figure_page.h>
#include <map/legend.h>
#include <map/map_figure.h>
#include <timeline/timeline_picture.h>
#include <workspace/playback.h>
#include <workspace/workspace.h>

#include <QDate>
#include <QSizeF>
#include <QString>

#include <memory>
#include <optional>

namespace dateline::shell {

/// What a figure shows, how large it is and how it looks.
struct FigureWishes
{
    QSizeF size{1200, 1200}; ///< in pixels of 1/96 inch
    double dpi = 96; ///< of PNG
    workspace::Theme theme = workspace::Theme::Paper;
    bool map = true;
    bool timeline = true;
    bool growth = true;
    bool legend = false; ///< of the marks of the timeline
    std::optional<QSizeF> seenIn; ///< see map::MapFigureWishes
    QDate made;
    bool isFilm = false; ///< the caption speaks of all that passes, the heading of the moment
};

/// Map and timeline of a workspace on one page, as vectors: the same scene and picture that the
/// window draws, the key to its marks, who says so, the filter, and what is not shown. Needs a
/// QGuiApplication, no window. Workspace and playback outlive it; GUI thread.
class Figure
{
    Q_DISABLE_COPY_MOVE(Figure)

public:
    /// Lays the page out for what the workspace holds now. In a film that is the film without its
    /// play head: the caption and the key then hold for every frame.
    Figure(const workspace::Workspace &workspace, const workspace::Playback &playback,
           const FigureWishes &wishes);
    ~Figure() = default;

    /// Why the figure cannot be made, in words for a person; empty when it can.
    [[nodiscard]] const QString &fault() const { return m_fault; }
    /// The height that the page takes at least; that of the wishes when it suffices.
    [[nodiscard]] double neededHeight() const { return m_neededHeight; }

    /// Paints what the workspace holds now into (0, 0, size).
    void paint(QPainter &painter);

    /// The figure as exports take it; it refers to this figure.
    [[nodiscard]] exports::FigureSheet sheet();

    /// The map and the timeline as last painted, for tests; null when not shown.
    [[nodiscard]] const map::MapFigure *map() const { return m_map.get(); }
    [[nodiscard]] const timeline::TimelinePicture *timeline() const { return m_timeline.get(); }

private:
    void addMap(std::vector<exports::FigureBlock> &blocks);
    void addKey(std::vector<exports::FigureBlock> &blocks);
    void addMarkLegend(std::vector<exports::FigureBlock> &blocks);
    void addTimeline(std::vector<exports::FigureBlock> &blocks);
    void layOut();
    void fillPage();
    [[nodiscard]] map::MapFigureWishes mapWishes(const QSizeF &size) const;
    [[nodiscard]] std::vector<map::LegendEntry> keyEntries() const;
    [[nodiscard]] double leastTimeline();
    [[nodiscard]] bool timelineFits(double height);
    [[nodiscard]] exports::FigureHeading heading() const;
    [[nodiscard]] QStringList captionLines() const;
    [[nodiscard]] QString selectedLine() const;

    const workspace::Workspace *m_workspace;
    const workspace::Playback *m_playback;
    FigureWishes m_wishes;
    QFont m_font;
    map::MapPalette m_palette;
    exports::PictureCaption m_caption;
    std::unique_ptr<map::MapFigure> m_map;
    std::unique_ptr<timeline::TimelinePicture> m_timeline;
    std::vector<map::LegendEntry> m_key;
    map::LegendLayout m_keyLayout;
    std::optional<exports::FigurePage> m_page;
    exports::FigureHeading m_laidOut; ///< the heading that the page has room for
    QString m_fault;
    double m_neededHeight = 0;
};

} // namespace dateline::shell
