// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/figure_file.h>
#include <exports/figure_page.h>

#include <support/test_main.h>

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::exports {

/// Files of figures: sizes and resolutions exact, the caption in the metadata, the same bytes
/// twice.
class FigureFileTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void formatsAreToldByTheEnding();
    void pngHasTheExactSizeAndResolution_data();
    void pngHasTheExactSizeAndResolution();
    void svgStaysVectorsAndText();
    void pdfHasItsSizeAndEmbedsItsFonts();
    void everyFormatCarriesTheCaption();
    void theSameFigureGivesTheSameBytes();
    void everyFormatLooksAlike();
    void scriptsDoNotBreak();
    void faultsAreTold();
    void aFileIsReplacedOrLeft();
    void pagesMakeRoomOrSayHowMuchIsMissing();

private:
    static FigureSheet sheet();
};

FigureSheet FigureFileTest::sheet()
{
    FigureSheet sheet;
    sheet.size = {400, 300};
    sheet.ground = Qt::white;
    sheet.made = QDate(2026, 11, 23);
    sheet.caption
        = {u"Lamps & <lights>, version 1"_s, u"9 of 12 events"_s,
           u"According to A \u2013 \u7b2c\u4e00 (3)."_s, u"3 not on the map."_s, u"Made with X."_s};
    sheet.paint = [](QPainter &painter) {
        painter.fillRect(QRectF(0, 0, 400, 300), Qt::white);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(QColor(Qt::blue));
        painter.drawEllipse(QRectF(40, 40, 200, 200));
        painter.setFont(figureFont(1));
        painter.setPen(Qt::black);
        painter.drawText(QPointF(20, 280), u"Lamp in Genoa"_s);
    };
    return sheet;
}

void FigureFileTest::formatsAreToldByTheEnding()
{
    QCOMPARE(figureFormatFor(u"a.png"), std::optional(FigureFormat::Png));
    QCOMPARE(figureFormatFor(u"a.b.SVG"), std::optional(FigureFormat::Svg));
    QCOMPARE(figureFormatFor(u"/x/a.pdf"), std::optional(FigureFormat::Pdf));
    QCOMPARE(figureFormatFor(u"pdf"), std::nullopt);
    QCOMPARE(figureFormatFor(u""), std::nullopt);
}

void FigureFileTest::pngHasTheExactSizeAndResolution_data()
{
    QTest::addColumn<double>("dpi");
    QTest::addColumn<QSize>("pixels");
    QTest::newRow("screen") << 96.0 << QSize(400, 300);
    QTest::newRow("print") << 300.0 << QSize(1250, 938);
    QTest::newRow("twice") << 192.0 << QSize(800, 600);
    QTest::newRow("small") << 48.0 << QSize(200, 150);
}

void FigureFileTest::pngHasTheExactSizeAndResolution()
{
    QFETCH(const double, dpi);
    QFETCH(const QSize, pixels);
    FigureSheet figure = sheet();
    figure.dpi = dpi;
    const QImage image = QImage::fromData(figureBytes(figure, FigureFormat::Png), "png");
    QCOMPARE(image.size(), pixels);
    QCOMPARE(pixelsOf(figure), pixels);
    QCOMPARE(image.dotsPerMeterX(), int(std::lround(dpi / 0.0254)));
    QCOMPARE(image.dotsPerMeterY(), image.dotsPerMeterX());
    const double scale = dpi / 96;
    QCOMPARE(image.pixelColor(int(140 * scale), int(140 * scale)), QColor(Qt::blue));
    QCOMPARE(image.pixelColor(int(20 * scale), int(20 * scale)), QColor(Qt::white));
}

void FigureFileTest::svgStaysVectorsAndText()
{
    const QByteArray svg = figureBytes(sheet(), FigureFormat::Svg);
    QXmlStreamReader xml(svg);
    bool hasText = false;
    while (!xml.atEnd()) {
        xml.readNext();
        QVERIFY(!xml.isStartElement() || xml.name() != u"image");
        if (xml.isStartElement() && xml.name() == u"svg") {
            QCOMPARE(xml.attributes().value(u"viewBox"), u"0 0 400 300");
            QCOMPARE(xml.attributes().value(u"width"), u"105.833mm");
        }
        if (xml.isStartElement() && xml.name() == u"text") {
            QVERIFY(xml.attributes().value(u"font-family").endsWith(u", sans-serif"));
            hasText = hasText || xml.readElementText() == u"Lamp in Genoa";
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(hasText);
    QVERIFY(QSvgRenderer(svg).isValid());
}

void FigureFileTest::pdfHasItsSizeAndEmbedsItsFonts()
{
    const QByteArray pdf = figureBytes(sheet(), FigureFormat::Pdf);
    QVERIFY(pdf.startsWith("%PDF-1."));
    QVERIFY(pdf.contains("/MediaBox [0 0 300.000000 225.000000]"));
    QVERIFY(pdf.contains("/FontFile"));
    QVERIFY(!pdf.contains("/Subtype /Image"));
}

void FigureFileTest::everyFormatCarriesTheCaption()
{
    const FigureSheet figure = sheet();
    const QImage png = QImage::fromData(figureBytes(figure, FigureFormat::Png), "png");
    QCOMPARE(png.text(u"Title"_s), figure.caption.dataset);
    QVERIFY(png.text(u"Description"_s).contains(figure.caption.filter));
    QVERIFY(png.text(u"Description"_s).contains(figure.caption.remainder));
    QCOMPARE(png.text(u"Source"_s), figure.caption.claimants);
    QCOMPARE(png.text(u"Creation Time"_s), u"2026-11-23"_s);
    for (const FigureFormat format : {FigureFormat::Svg, FigureFormat::Pdf}) {
        const QString text = QString::fromUtf8(figureBytes(figure, format));
        for (const QString &part : {figure.caption.dataset, figure.caption.filter,
                                    figure.caption.claimants, figure.caption.remainder})
            QVERIFY2(text.contains(part.toHtmlEscaped()), qPrintable(part));
        QVERIFY(text.contains(u"<rdf:li>2026-11-23</rdf:li>"));
    }
}

void FigureFileTest::theSameFigureGivesTheSameBytes()
{
    for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf}) {
        const QByteArray first = figureBytes(sheet(), format);
        QTest::qWait(1100); // a PDF counts its moment in seconds
        QVERIFY(figureBytes(sheet(), format) == first);
        FigureSheet other = sheet();
        other.caption.filter += u'!';
        QVERIFY(figureBytes(other, format) != first);
    }
}

void FigureFileTest::everyFormatLooksAlike()
{
    const QImage png = QImage::fromData(figureBytes(sheet(), FigureFormat::Png), "png");
    QImage svg(400, 300, QImage::Format_RGB32);
    svg.fill(Qt::white);
    QSvgRenderer renderer(figureBytes(sheet(), FigureFormat::Svg));
    QPainter painter(&svg);
    renderer.render(&painter);
    painter.end();
    qsizetype different = 0;
    for (int y = 0; y < 300; ++y)
        for (int x = 0; x < 400; ++x)
            different += std::abs(qGray(png.pixel(x, y)) - qGray(svg.pixel(x, y))) > 60 ? 1 : 0;
    QVERIFY2(different < 400 * 300 / 100, qPrintable(QString::number(different)));
}

void FigureFileTest::scriptsDoNotBreak()
{
    const QString title = u"海外警务 \u0645\u062d\u0637\u0629 \u05ea\u05d7\u05e0\u05d4 Café"_s;
    FigureSheet figure = sheet();
    figure.caption.dataset = title;
    const FigurePage page(
        figure.size,
        {.colours = symbology::coloursOf(workspace::paletteOf(workspace::Theme::Paper)),
         .font = figureFont(1)},
        {.title = title, .filter = title}, {title, QString(), title.repeated(9)}, {});
    figure.paint = [&](QPainter &painter) { page.paint(painter, {title, title, {}, {}}); };
    for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf})
        QVERIFY(!figureBytes(figure, format).isEmpty());
    const QByteArray svg = figureBytes(figure, FigureFormat::Svg);
    QXmlStreamReader xml(svg);
    QString shown;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"text")
            shown += xml.readElementText();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(shown.contains(u"海外警务"));
    QVERIFY(shown.contains(u"\u0645\u062d\u0637\u0629"));
}

void FigureFileTest::faultsAreTold()
{
    FigureSheet figure = sheet();
    figure.dpi = 5;
    QVERIFY(faultOf(figure, FigureFormat::Png)->contains(u"36"));
    figure.dpi = 1200;
    figure.size = {9000, 9000};
    QVERIFY(faultOf(figure, FigureFormat::Png)->contains(u"112500"));
    QCOMPARE(faultOf(figure, FigureFormat::Pdf), std::nullopt);
    QVERIFY(writeFigure(sheet(), u"/tmp/a.jpg"_s)->contains(u".png, .svg or .pdf"));
    const QString nowhere = u"/nowhere/at/all/a.svg"_s;
    QVERIFY(writeFigure(sheet(), nowhere)->contains(nowhere));
}

void FigureFileTest::aFileIsReplacedOrLeft()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"a.svg"_s);
    QCOMPARE(writeFigure(sheet(), name), std::nullopt);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), figureBytes(sheet(), FigureFormat::Svg));
    file.close();
    FigureSheet bad = sheet();
    bad.dpi = 1;
    QVERIFY(writeFigure(bad, name).has_value());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), figureBytes(sheet(), FigureFormat::Svg));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(u"a.svg"_s));
}

void FigureFileTest::pagesMakeRoomOrSayHowMuchIsMissing()
{
    const auto page = [](double height) {
        std::vector<FigureBlock> blocks;
        blocks.push_back({.share = 3, .least = 100, .paint = [](QPainter &, const QSizeF &) {}});
        blocks.push_back({.height = 40, .paint = [](QPainter &, const QSizeF &) {}});
        blocks.push_back({.share = 1, .least = 150, .paint = [](QPainter &, const QSizeF &) {}});
        return FigurePage(
            {600, height},
            {.colours = symbology::coloursOf(workspace::paletteOf(workspace::Theme::Paper)),
             .font = figureFont(1)},
            {.title = u"Title"_s}, {u"Caption"_s}, std::move(blocks));
    };
    const FigurePage low = page(320);
    QVERIFY(low.missingHeight() > 0);
    const FigurePage enough = page(320 + low.missingHeight());
    QCOMPARE(enough.missingHeight(), 0.0);
    for (const double height : {320 + low.missingHeight(), 600.0, 1200.0}) {
        const FigurePage fits = page(height);
        QVERIFY(fits.boxes()[0].height() >= 100);
        QCOMPARE(fits.boxes()[1].height(), 40.0);
        QVERIFY(fits.boxes()[2].height() >= 150);
        for (std::size_t i = 0; i < fits.boxes().size(); ++i) {
            QVERIFY(QRectF(0, 0, 600, height).contains(fits.boxes()[i]));
            QVERIFY(i == 0 || fits.boxes()[i].top() > fits.boxes()[i - 1].bottom());
        }
    }
    QVERIFY(std::abs(page(1200).boxes()[0].height() - 3 * page(1200).boxes()[2].height()) < 4);
}

} // namespace dateline::exports

DATELINE_TEST(figure_file, dateline::exports::FigureFileTest)

#include "tst_figure_file.moc"
