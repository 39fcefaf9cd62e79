// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/figure_page.h>

#include <symbology/type_size.h>

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dateline::exports {

namespace {

using symbology::TypeSize;

constexpr double pageMargin = 16;
constexpr double blockGap = 8;
constexpr double paragraphGap = 3;
constexpr double momentShare = 0.4; ///< of the width at most
constexpr symbology::TypeScale figureType{.small = 0.85, .body = 1, .title = 1.35};
constexpr double basePoints = 10;
constexpr int reservedLines = 2; ///< of the filter sentence in a film

QFont momentFont(const QFont &font)
{
    return symbology::typeFont(font, TypeSize::Title, QFont::DemiBold, {.title = 1.7});
}

/// Lays a paragraph out; gives the height of at most `lines` lines, of all when that is 0.
double layOutParagraph(QTextLayout &layout, double width, int lines = 0)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (int i = 0; lines == 0 || i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

/// The text, or what of it goes into so many lines, with an ellipsis for the rest.
QString shortened(const QString &text, const QFont &font, double width, int lines)
{
    QTextLayout layout(text, font);
    layOutParagraph(layout, width, lines);
    if (layout.lineCount() == 0)
        return text;
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    if (last.textStart() + last.textLength() >= text.size())
        return text;
    // A pixel less, so that rounding does not break the line once more.
    const QString rest = QFontMetricsF(font).elidedText(text.sliced(last.textStart()),
                                                        Qt::ElideRight, std::max(0.0, width - 1));
    return text.first(last.textStart()) + rest;
}

/// Sets a paragraph at (x, y), when there is a painter; gives its height. Of more than `lines`
/// lines, unless that is 0, the last one ends in an ellipsis.
double setParagraph(QPainter *painter, const QString &text, const QFont &font, const QColor &colour,
                    const QRectF &room, int lines = 0)
{
    if (text.isEmpty())
        return 0;
    QTextLayout layout(lines > 0 ? shortened(text, font, room.width(), lines) : text, font);
    const double height = layOutParagraph(layout, room.width(), lines);
    if (painter) {
        painter->setPen(colour);
        layout.draw(painter, room.topLeft());
    }
    return height;
}

} // namespace

QFont figureFont(double scale)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    // By the name of what is there: "Sans Serif" means nothing to who reads the file elsewhere.
    font.setFamily(QFontInfo(font).family());
    font.setPointSizeF(basePoints * scale);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

struct FigurePage::Paragraph
{
    std::unique_ptr<QTextLayout> layout;
    double top = 0; ///< below the top of the caption
};

FigurePage::FigurePage(const QSizeF &size, FigureStyle style, const FigureHeading &heading,
                       const QStringList &caption, std::vector<FigureBlock> blocks)
    : m_size(size)
    , m_style(std::move(style))
    , m_blocks(std::move(blocks))
{
    layOutCaption(caption);
    const double heightOfHeading = paintHeading(nullptr, heading);
    placeBlocks(std::ceil(pageMargin + heightOfHeading + blockGap), m_captionTop - blockGap);
}

FigurePage::~FigurePage() = default;
FigurePage::FigurePage(FigurePage &&) noexcept = default;
FigurePage &FigurePage::operator=(FigurePage &&) noexcept = default;

double FigurePage::innerWidth(const QSizeF &size)
{
    return std::max(1.0, std::floor(size.width() - 2 * pageMargin));
}

void FigurePage::layOutCaption(const QStringList &caption)
{
    const QFont font
        = symbology::typeFont(m_style.font, TypeSize::Small, QFont::Normal, figureType);
    double height = blockGap;
    for (const QString &text : caption) {
        if (text.isEmpty())
            continue;
        auto layout = std::make_unique<QTextLayout>(text, font);
        const double taken = layOutParagraph(*layout, innerWidth(m_size));
        m_caption.push_back({std::move(layout), height});
        height += taken + paragraphGap;
    }
    m_captionTop = std::floor(m_size.height() - pageMargin - height + paragraphGap);
}

void FigurePage::placeBlocks(double top, double bottom)
{
    const double gaps = blockGap * double(std::max<std::size_t>(m_blocks.size(), 1) - 1);
    double fixed = gaps;
    double least = gaps;
    double shares = 0;
    for (const FigureBlock &block : m_blocks) {
        fixed += std::ceil(block.height);
        least += std::ceil(block.share > 0 ? block.least : block.height);
        shares += block.share;
    }
    m_missing = std::max(0.0, std::ceil(least - (bottom - top)));
    double left = std::max(0.0, bottom - top - fixed);
    // A block that would get less than its least takes that, and the others share what is left.
    std::vector<double> heights;
    for (const FigureBlock &block : m_blocks)
        heights.push_back(block.share > 0 ? -1 : std::ceil(block.height));
    for (bool again = true; again;) {
        again = false;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            const FigureBlock &block = m_blocks[i];
            if (heights[i] >= 0 || left * block.share / shares >= block.least)
                continue;
            heights[i] = std::ceil(block.least);
            left = std::max(0.0, left - heights[i]);
            shares -= block.share;
            again = true;
        }
    }
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const double height
            = heights[i] >= 0 ? heights[i] : std::floor(left * m_blocks[i].share / shares);
        m_boxes.emplace_back(pageMargin, top, innerWidth(m_size), height);
        top += height + blockGap;
    }
}

double FigurePage::paintMoment(QPainter *painter, const FigureHeading &heading) const
{
    if (heading.moment.isEmpty())
        return 0;
    const QFont large = momentFont(m_style.font);
    const QFont body = symbology::typeFont(m_style.font, TypeSize::Body);
    const double most = innerWidth(m_size) * momentShare;
    const QFontMetricsF largeMetrics(large);
    const QFontMetricsF bodyMetrics(body);
    const QString tally = bodyMetrics.elidedText(heading.tally, Qt::ElideRight, most);
    const double width = std::min(most,
                                  std::max(largeMetrics.horizontalAdvance(heading.moment),
                                           bodyMetrics.horizontalAdvance(tally)));
    if (!painter)
        return width;
    const double right = pageMargin + innerWidth(m_size);
    const auto line = [&](const QString &text, const QFont &font, const QFontMetricsF &metrics,
                          double top, const QColor &colour) {
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(QPointF(right - metrics.horizontalAdvance(text), top + metrics.ascent()),
                          text);
    };
    line(heading.moment, large, largeMetrics, pageMargin - 4, m_style.colours.text);
    line(tally, body, bodyMetrics, pageMargin - 4 + largeMetrics.height(),
         m_style.colours.mutedText);
    return width;
}

double FigurePage::paintHeading(QPainter *painter, const FigureHeading &heading) const
{
    const double moment = paintMoment(painter, heading);
    const bool hasMoment = m_style.reservesHeading || !heading.moment.isEmpty();
    // While a film runs the moments are of many lengths; the heading beside them must not move.
    const double aside = m_style.reservesHeading ? innerWidth(m_size) * momentShare
        : hasMoment                              ? moment + 2 * pageMargin
                                                 : 0;
    const QFont title
        = symbology::typeFont(m_style.font, TypeSize::Title, QFont::DemiBold, figureType);
    const QFont body = symbology::typeFont(m_style.font, TypeSize::Body);
    QRectF room(pageMargin, pageMargin - 4, innerWidth(m_size) - aside, m_size.height());
    const double top = room.top();
    room.setTop(top + setParagraph(painter, heading.title, title, m_style.colours.text, room));
    const int lines = m_style.reservesHeading ? reservedLines : 0;
    const double filter
        = setParagraph(painter, heading.filter, body, m_style.colours.mutedText, room, lines);
    room.setTop(room.top() + std::max(filter, lines * QFontMetricsF(body).height()));
    const double beside
        = QFontMetricsF(body).height() + QFontMetricsF(momentFont(m_style.font)).height();
    return std::max(room.top() - top, hasMoment ? beside : 0);
}

void FigurePage::paint(QPainter &painter, const FigureHeading &heading) const
{
    painter.save();
    painter.fillRect(QRectF({0, 0}, m_size), m_style.colours.base);
    paintHeading(&painter, heading);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        painter.save();
        painter.translate(m_boxes[i].topLeft());
        m_blocks[i].paint(painter, m_boxes[i].size());
        painter.restore();
        if (m_blocks[i].framed) {
            painter.setPen(QPen(m_style.colours.line, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(m_boxes[i].adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
    painter.setPen(QPen(m_style.colours.line, 1));
    painter.drawLine(QPointF(pageMargin, m_captionTop + 0.5),
                     QPointF(pageMargin + innerWidth(m_size), m_captionTop + 0.5));
    painter.setPen(m_style.colours.text);
    for (const Paragraph &paragraph : m_caption)
        paragraph.layout->draw(&painter, {pageMargin, m_captionTop + paragraph.top});
    painter.restore();
}

} // namespace dateline::exports
