// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exports/picture_export.h>
#include <symbology/theme_colours.h>

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

/// A figure as a page: a heading, blocks that somebody else paints, a caption that says what is
/// shown, who says so and what is missing. Sizes in pixels of 1/96 inch.
namespace dateline::exports {

/// What stands above the blocks; an empty part is left out. In a film it differs from frame to
/// frame while all else keeps its place.
struct FigureHeading
{
    QString title;
    QString filter; ///< the filter sentence
    QString moment; ///< of the play head, set large at the right
    QString tally; ///< below the moment

    friend bool operator==(const FigureHeading &, const FigureHeading &) = default;
};

/// A block of the page, as wide as the page is inside its margins.
struct FigureBlock
{
    double height = 0; ///< when it has one of its own
    double share = 0; ///< else its share of the height that is left
    double least = 0; ///< height without which it would say nothing
    bool framed = false; ///< in a hairline
    std::function<void(QPainter &, const QSizeF &)> paint; ///< into (0, 0, size)
};

/// How a page looks.
struct FigureStyle
{
    symbology::ThemeColours colours;
    QFont font; ///< 10 pt, or larger on a wall; all sizes follow it
    bool reservesHeading = false; ///< the filter sentence gets two lines, shortened to them: a film
};

/// The fonts of a figure are set without regard to the pixels of a screen, so that a figure looks
/// the same at every resolution. The system's UI font at 10 pt times `scale`.
[[nodiscard]] QFont figureFont(double scale);

/// Lays a page out once and paints it as often as is wished. Needs a QGuiApplication, for type.
class FigurePage
{
public:
    /// The heading decides with its length how much room it gets. Paragraphs of the caption that
    /// are empty are left out.
    FigurePage(const QSizeF &size, FigureStyle style, const FigureHeading &heading,
               const QStringList &caption, std::vector<FigureBlock> blocks);
    ~FigurePage();
    FigurePage(FigurePage &&) noexcept;
    FigurePage &operator=(FigurePage &&) noexcept;
    FigurePage(const FigurePage &) = delete;
    FigurePage &operator=(const FigurePage &) = delete;

    /// By how many pixels the page is too low for its blocks; 0 when they fit.
    [[nodiscard]] double missingHeight() const { return m_missing; }

    /// Where the blocks are, in their order; on whole pixels.
    [[nodiscard]] const std::vector<QRectF> &boxes() const { return m_boxes; }

    /// Width inside the margins.
    [[nodiscard]] static double innerWidth(const QSizeF &size);

    void paint(QPainter &painter, const FigureHeading &heading) const;

private:
    struct Paragraph;

    void layOutCaption(const QStringList &caption);
    void placeBlocks(double top, double bottom);
    double paintHeading(QPainter *painter, const FigureHeading &heading) const;
    double paintMoment(QPainter *painter, const FigureHeading &heading) const;

    QSizeF m_size;
    FigureStyle m_style;
    std::vector<FigureBlock> m_blocks;
    std::vector<QRectF> m_boxes;
    std::vector<Paragraph> m_caption;
    double m_captionTop = 0;
    double m_missing = 0;
};

} // namespace dateline::exports
