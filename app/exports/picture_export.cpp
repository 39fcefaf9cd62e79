// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/picture_export.h>

#include <exports/file_writer.h>
#include <symbology/theme_colours.h>
#include <workspace/citation.h>
#include <workspace/wording.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFont>
#include <QGuiApplication>
#include <QImageWriter>
#include <QPainter>
#include <QTextLayout>
#include <QtMath>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace dateline::exports {

namespace {

struct PictureWording
{
    Q_DECLARE_TR_FUNCTIONS(PictureCaption)
};

constexpr int margin = 8;
constexpr int lineGap = 4;
constexpr double captionPointSize = 9;
constexpr std::size_t namesShown = 6;

/// How many of the passing events each actor speaks about in the given way.
using Speakers = std::map<events::Row, std::uint32_t>;

void countSpeakers(const workspace::Workspace &workspace, Speakers &stating, Speakers &answering)
{
    const events::Dataset &dataset = workspace.dataset();
    workspace.crossfilter().passing().forEach([&](events::Row row) {
        std::vector<events::Row> seenStating;
        std::vector<events::Row> seenAnswering;
        for (const events::Claim &claim : dataset.claimsOf(row)) {
            const bool answers = claim.stance == events::Stance::Denies
                || claim.stance == events::Stance::Disputes;
            std::vector<events::Row> &seen = answers ? seenAnswering : seenStating;
            if (std::ranges::find(seen, claim.actor) != seen.end())
                continue;
            seen.push_back(claim.actor);
            ++(answers ? answering : stating)[claim.actor];
        }
    });
}

/// "A (80), B (12) and 31 others": those who speak about most first.
QString speakersPhrase(const events::Dataset &dataset, const Speakers &speakers)
{
    std::vector<std::pair<events::Row, std::uint32_t>> sorted(speakers.begin(), speakers.end());
    std::ranges::stable_sort(sorted, std::greater<>(),
                             [](const auto &entry) { return entry.second; });
    QStringList names;
    for (std::size_t i = 0; i < std::min(namesShown, sorted.size()); ++i) {
        names.append(PictureWording::tr("%1 (%2)", "name (number of events)")
                         .arg(dataset.actors().at(sorted[i].first).name,
                              QLocale().toString(sorted[i].second)));
    }
    const QString list = names.join(u", "_s);
    if (sorted.size() <= namesShown)
        return list;
    return PictureWording::tr("%1 and %2 more", "names, number")
        .arg(list, QLocale().toString(sorted.size() - namesShown));
}

QString claimantsPhrase(const workspace::Workspace &workspace)
{
    Speakers stating;
    Speakers answering;
    countSpeakers(workspace, stating, answering);
    QStringList parts;
    if (!stating.empty()) {
        parts.append(PictureWording::tr("According to %1.")
                         .arg(speakersPhrase(workspace.dataset(), stating)));
    }
    if (!answering.empty()) {
        parts.append(PictureWording::tr("Denied or disputed by %1.")
                         .arg(speakersPhrase(workspace.dataset(), answering)));
    }
    return parts.join(u' ');
}

QString remainderPhrase(const query::LocatedSum &sum)
{
    const QLocale locale;
    return PictureWording::tr("Events: %1 in cities + %2 by country only + %3 not on the map = %4.")
        .arg(locale.toString(sum.located), locale.toString(sum.countryOnly),
             locale.toString(sum.unlocated), locale.toString(sum.total()));
}

QFont captionFont(bool bold)
{
    QFont font = QGuiApplication::font();
    font.setPointSizeF(captionPointSize);
    font.setBold(bold);
    return font;
}

/// Lays `text` out in lines of at most `width`; gives the height they take.
qreal layOut(QTextLayout &layout, qreal width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

/// One paragraph of the caption, laid out.
struct Paragraph
{
    std::unique_ptr<QTextLayout> layout;
    qreal top = 0;
};

/// The paragraphs of a caption one below the other; `height` becomes that of all.
std::vector<Paragraph> paragraphsOf(const PictureCaption &caption, QImage &device, qreal width,
                                    qreal &height)
{
    std::vector<Paragraph> paragraphs;
    height = margin;
    for (const QString *text : {&caption.dataset, &caption.filter, &caption.claimants,
                                &caption.remainder, &caption.made}) {
        if (text->isEmpty())
            continue;
        auto layout
            = std::make_unique<QTextLayout>(*text, captionFont(text == &caption.dataset), &device);
        const qreal taken = layOut(*layout, width);
        paragraphs.push_back({std::move(layout), height});
        height += taken + lineGap;
    }
    height += margin - lineGap;
    return paragraphs;
}

void describe(QImage &image, const PictureCaption &caption)
{
    image.setText(u"Title"_s, caption.dataset);
    image.setText(u"Description"_s,
                  QStringList{caption.filter, caption.claimants, caption.remainder}.join(u'\n'));
    image.setText(u"Source"_s, caption.claimants);
    image.setText(u"Copyright"_s, caption.dataset);
    image.setText(u"Software"_s, caption.made);
}

} // namespace

PictureCaption captionFor(const workspace::Workspace &workspace, QDate made)
{
    PictureCaption caption;
    caption.dataset = workspace::datasetCitation(workspace.dataset());
    caption.filter = workspace::filterSentence(workspace);
    caption.claimants = claimantsPhrase(workspace);
    caption.remainder = remainderPhrase(workspace.ledger().passingEvents);
    const QString counted = workspace::ledgerSentence(workspace);
    if (!counted.isEmpty())
        caption.remainder += u' ' + workspace::sentenceCase(counted) + u'.';
    caption.made
        = PictureWording::tr("Made with Dateline on %1. Base map: Natural Earth, GeoNames.")
              .arg(made.toString(Qt::ISODate));
    return caption;
}

QString descriptionOf(const PictureCaption &caption)
{
    QStringList parts;
    for (const QString &part : {caption.filter, caption.claimants, caption.remainder, caption.made})
        if (!part.isEmpty())
            parts.append(part);
    return parts.join(u'\n');
}

QImage withCaption(const QImage &picture, const PictureCaption &caption,
                   const workspace::Palette &palette)
{
    if (picture.isNull())
        return {};
    const symbology::ThemeColours colours = symbology::coloursOf(palette);
    const qreal ratio = picture.devicePixelRatio();
    const QSizeF size = picture.deviceIndependentSize();
    QImage probe(1, 1, QImage::Format_RGB32);
    qreal height = 0;
    const std::vector<Paragraph> paragraphs
        = paragraphsOf(caption, probe, std::max<qreal>(size.width() - 2 * margin, 1), height);

    QImage result(picture.width(), picture.height() + qCeil(height * ratio), QImage::Format_RGB32);
    result.setDevicePixelRatio(ratio);
    result.fill(colours.base);
    QPainter painter(&result);
    painter.drawImage(QPointF(0, 0), picture);
    painter.setPen(colours.line);
    painter.drawLine(QPointF(0, size.height() + 0.5), QPointF(size.width(), size.height() + 0.5));
    painter.setPen(colours.text);
    for (const Paragraph &paragraph : paragraphs)
        paragraph.layout->draw(&painter, {margin, size.height() + paragraph.top});
    painter.end();
    describe(result, caption);
    return result;
}

std::optional<QString> savePicture(const QImage &picture, const QString &fileName)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    if (!writer.write(picture)) {
        return QCoreApplication::translate("Export", "Cannot write “%1”: %2.")
            .arg(QDir::toNativeSeparators(fileName), writer.errorString());
    }
    return writeFile(fileName, png);
}

} // namespace dateline::exports
