// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/figure_file.h>

#include <exports/file_writer.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QHashFunctions>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QUuid>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::exports {

namespace {

constexpr double layoutDpi = 96;
constexpr double metresPerInch = 0.0254;
constexpr int mostPixels = 32'000; ///< of a side: what Qt's painter reaches

struct FigureWords
{
    Q_DECLARE_TR_FUNCTIONS(FigureFile)
};

QString creator()
{
    return u"Dateline %1"_s.arg(QCoreApplication::applicationVersion()).trimmed();
}

/// The caption in Dublin Core, as SVG and PDF (XMP) carry it.
QString rdfOf(const FigureSheet &sheet)
{
    const PictureCaption &caption = sheet.caption;
    return uR"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%2</rdf:li></rdf:Alt></dc:description>
<dc:source>%3</dc:source>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">%1</rdf:li></rdf:Alt></dc:rights>
<dc:date><rdf:Seq><rdf:li>%4</rdf:li></rdf:Seq></dc:date>
<xmp:CreatorTool>%5</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>)"_s.arg(caption.dataset.toHtmlEscaped(), descriptionOf(caption).toHtmlEscaped(),
                   caption.claimants.toHtmlEscaped(), sheet.made.toString(Qt::ISODate),
                   creator().toHtmlEscaped());
}

void paintInto(QPaintDevice &device, const FigureSheet &sheet)
{
    QPainter painter(&device);
    painter.setRenderHint(QPainter::TextAntialiasing);
    sheet.paint(painter);
}

QByteArray asPng(const FigureSheet &sheet)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, "png").write(figureImage(sheet));
    return png;
}

QByteArray asSvg(const FigureSheet &sheet)
{
    QByteArray svg;
    QBuffer buffer(&svg);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator(QSvgGenerator::SvgVersion::Svg11);
    generator.setOutputDevice(&buffer);
    generator.setResolution(int(layoutDpi));
    generator.setSize(sheet.size.toSize());
    generator.setViewBox(QRectF({0, 0}, sheet.size));
    generator.setTitle(sheet.caption.dataset);
    generator.setDescription(descriptionOf(sheet.caption));
    paintInto(generator, sheet);
    buffer.close();
    // A viewer that lacks the font takes another one without serifs, instead of its default.
    static const QRegularExpression family(u"font-family=\"([^\"]+)\""_s);
    svg = QString::fromUtf8(svg).replace(family, u"font-family=\"\\1, sans-serif\""_s).toUtf8();
    // The generator knows title and description alone.
    const qsizetype begin = svg.indexOf("<defs>");
    if (begin >= 0)
        svg.insert(begin, "<metadata>\n" + rdfOf(sheet).toUtf8() + "\n</metadata>\n");
    return svg;
}

/// While it lives, containers that are made hash alike in every run: the order in which the writer
/// puts its fonts into the file comes from such a container.
class SettledHashes
{
public:
    SettledHashes() { QHashSeed::setDeterministicGlobalSeed(); }
    ~SettledHashes() { QHashSeed::resetRandomGlobalSeed(); }
    Q_DISABLE_COPY_MOVE(SettledHashes)
};

/// Puts the day of the figure in the place of the moment at which the writer ran.
void settleDate(QByteArray &pdf, QDate made)
{
    const QByteArray day = made.toString(u"yyyyMMdd'000000'"_s).toLatin1();
    for (const QByteArrayView mark : {"/CreationDate (D:", "/ModDate (D:"}) {
        const qsizetype at = pdf.indexOf(mark);
        if (at >= 0 && made.isValid())
            pdf.replace(at + mark.size(), day.size(), day);
    }
}

QByteArray asPdf(const FigureSheet &sheet)
{
    constexpr double pointsPerInch = 72;
    const SettledHashes settled;
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    const QString rdf = rdfOf(sheet);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(sheet.size * pointsPerInch / layoutDpi, QPageSize::Point, {},
                                     QPageSize::ExactMatch));
        writer.setPageMargins({});
        // In the units of the layout, so that type is as large as it was measured.
        writer.setResolution(int(layoutDpi));
        writer.setTitle(sheet.caption.dataset);
        writer.setCreator(creator());
        writer.setDocumentId(QUuid::createUuidV5(QUuid(), rdf));
        writer.setDocumentXmpMetadata(
            (u"<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
             "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n%1\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"_s)
                .arg(rdf)
                .toUtf8());
        paintInto(writer, sheet);
    }
    buffer.close();
    settleDate(pdf, sheet.made);
    return pdf;
}

} // namespace

std::optional<FigureFormat> figureFormatFor(QStringView fileName)
{
    if (fileName.endsWith(u".png", Qt::CaseInsensitive))
        return FigureFormat::Png;
    if (fileName.endsWith(u".svg", Qt::CaseInsensitive))
        return FigureFormat::Svg;
    if (fileName.endsWith(u".pdf", Qt::CaseInsensitive))
        return FigureFormat::Pdf;
    return std::nullopt;
}

QSize pixelsOf(const FigureSheet &sheet)
{
    const double scale = sheet.dpi / layoutDpi;
    return {int(std::lround(sheet.size.width() * scale)),
            int(std::lround(sheet.size.height() * scale))};
}

std::optional<QString> faultOf(const FigureSheet &sheet, FigureFormat format)
{
    if (sheet.dpi < leastDpi || sheet.dpi > mostDpi)
        return FigureWords::tr("%1 dpi is not between %2 and %3.")
            .arg(sheet.dpi)
            .arg(leastDpi)
            .arg(mostDpi);
    const QSize pixels = pixelsOf(sheet);
    if (format == FigureFormat::Png
        && (pixels.width() > mostPixels || pixels.height() > mostPixels))
        return FigureWords::tr("%1 × %2 pixels are too many; a picture has at most %3 on a side.")
            .arg(pixels.width())
            .arg(pixels.height())
            .arg(mostPixels);
    return std::nullopt;
}

QImage figureImage(const FigureSheet &sheet)
{
    QImage image(pixelsOf(sheet), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    // The painter scales; a resolution of its own would scale type a second time.
    image.setDotsPerMeterX(int(std::lround(layoutDpi / metresPerInch)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.fill(sheet.ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    if (sheet.dpi != layoutDpi)
        painter.scale(image.width() / sheet.size.width(), image.height() / sheet.size.height());
    sheet.paint(painter);
    painter.end();
    image.setDotsPerMeterX(int(std::lround(sheet.dpi / metresPerInch)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(u"Title"_s, sheet.caption.dataset);
    image.setText(u"Description"_s, descriptionOf(sheet.caption));
    image.setText(u"Source"_s, sheet.caption.claimants);
    image.setText(u"Copyright"_s, sheet.caption.dataset);
    image.setText(u"Creation Time"_s, sheet.made.toString(Qt::ISODate));
    image.setText(u"Software"_s, creator());
    return image;
}

QByteArray figureBytes(const FigureSheet &sheet, FigureFormat format)
{
    switch (format) {
    case FigureFormat::Png:
        return asPng(sheet);
    case FigureFormat::Svg:
        return asSvg(sheet);
    case FigureFormat::Pdf:
        break;
    }
    return asPdf(sheet);
}

std::optional<QString> writeFigure(const FigureSheet &sheet, const QString &fileName)
{
    const std::optional<FigureFormat> format = figureFormatFor(fileName);
    if (!format)
        return FigureWords::tr("Cannot tell the format of “%1”: name the file .png, .svg or .pdf.")
            .arg(QDir::toNativeSeparators(fileName));
    if (auto fault = faultOf(sheet, *format))
        return fault;
    const QByteArray bytes = figureBytes(sheet, *format);
    if (bytes.isEmpty())
        return FigureWords::tr("There is not enough memory for a picture of this size.");
    return writeFile(fileName, bytes);
}

} // namespace dateline::exports
