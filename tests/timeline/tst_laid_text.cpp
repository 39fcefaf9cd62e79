// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/laid_text.h>

#include <support/test_main.h>

#include <QDirIterator>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QStandardPaths>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace dateline::timeline {

namespace {

class LaidTextTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void isThatOfThePainter_data();
    void isThatOfThePainter();
    void followsFontAndResolution();
    void followsTheFontsOfTheSystem();
    void measuresAsTheFontDoes();
};

QFont labelFont(double points = 8.5)
{
    QFont font;
    font.setPointSizeF(points);
    font.setFeature("tnum", 1);
    return font;
}

using DrawText = std::function<void(QPainter &, const QRectF &, Qt::Alignment, const QString &)>;

/// Text in boxes at fractions of a pixel, with all that a painter of labels changes.
QImage textDrawnBy(const DrawText &draw, const QString &text, const QFont &font, double pixelRatio,
                   int dotsPerMeter = 0)
{
    QImage image(QSize(400, 640) * pixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    if (dotsPerMeter > 0) {
        image.setDotsPerMeterX(dotsPerMeter);
        image.setDotsPerMeterY(dotsPerMeter);
    }
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(font);
    painter.setPen(Qt::darkBlue);
    double top = 0.3;
    for (const Qt::Alignment side : {Qt::AlignLeft, Qt::AlignRight, Qt::AlignHCenter}) {
        for (const double left : {3.0, 7.27, 11.5, -20.4}) { // the last one is cut by the edge
            for (const double width : {20.0, 260.35}) {
                const QRectF box(left, top, width, 21.6);
                draw(painter, box, side | Qt::AlignVCenter, text);
                top += 23.37;
            }
        }
    }
    const double height = QFontMetricsF(font, &image).height();
    draw(painter, {5, top, 300, height - 1e-12}, Qt::AlignLeft | Qt::AlignVCenter, text);
    top += 23.37;
    painter.setOpacity(0.5);
    draw(painter, {5, top, 300, 9}, Qt::AlignLeft | Qt::AlignVCenter, text); // too low for letters
    return image;
}

QImage laidText(const QString &text, const QFont &font, double pixelRatio = 1, int dotsPerMeter = 0)
{
    return textDrawnBy(drawLaidText, text, font, pixelRatio, dotsPerMeter);
}

QImage paintedText(const QString &text, const QFont &font, double pixelRatio = 1,
                   int dotsPerMeter = 0)
{
    const auto draw = [](QPainter &painter, const QRectF &box, Qt::Alignment alignment,
                         const QString &what) { painter.drawText(box, int(alignment), what); };
    return textDrawnBy(draw, text, font, pixelRatio, dotsPerMeter);
}

void LaidTextTest::isThatOfThePainter_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"placed by: when first said, AV fi"_s;
    QTest::newRow("figures") << u"1,104"_s;
    QTest::newRow("accents") << u"Île‑de‑France, Łódź, e\u0301"_s;
    QTest::newRow("scripts") << u"警務 Полиция"_s;
    QTest::newRow("from the right") << u"تسعة 1984"_s;
    QTest::newRow("both directions") << u"says تسعة here"_s;
    QTest::newRow("lines") << u"one\ntwo"_s;
    QTest::newRow("a tab") << u"one\ttwo"_s;
    QTest::newRow("nothing") << QString();
}

void LaidTextTest::isThatOfThePainter()
{
    QFETCH(const QString, text);
    for (const double pixelRatio : {1.0, 1.25, 2.0}) {
        for (int time = 0; time < 2; ++time) // laid out, then kept
            QCOMPARE(laidText(text, labelFont(), pixelRatio),
                     paintedText(text, labelFont(), pixelRatio));
    }
}

void LaidTextTest::followsFontAndResolution()
{
    const QString text = u"Reported stations 2016"_s;
    QFont bold = labelFont();
    bold.setWeight(QFont::DemiBold);
    QFont spaced = labelFont();
    spaced.setLetterSpacing(QFont::AbsoluteSpacing, 2);
    QFont plain = labelFont();
    plain.unsetFeature("tnum");
    for (const QFont &font : {labelFont(), labelFont(12.75), bold, spaced, plain, labelFont()}) {
        for (const int dotsPerMeter : {3780, 11811}) {
            QCOMPARE(laidText(text, font, 1, dotsPerMeter),
                     paintedText(text, font, 1, dotsPerMeter));
        }
    }
    QVERIFY(laidText(text, labelFont()) != laidText(text, bold));
}

void LaidTextTest::followsTheFontsOfTheSystem()
{
    const QString text = u"Reported stations"_s;
    QFont font = labelFont();
    font.setFamilies({u"A family that is not there"_s});
    const QImage before = laidText(text, font);
    const double advance = advanceOf(font, text);
    const QString shorter = elidedTo(font, text, advance - 1);
    QVERIFY(shorter != text);
    QString file;
    for (const QString &folder : QStandardPaths::standardLocations(QStandardPaths::FontsLocation)) {
        QDirIterator files(folder, {u"*Mono*.ttf"_s}, QDir::Files, QDirIterator::Subdirectories);
        if (files.hasNext())
            file = files.next();
    }
    if (file.isEmpty())
        QSKIP("no font of equal widths is installed");
    const int added = QFontDatabase::addApplicationFont(file);
    QVERIFY(added >= 0);
    QFont::insertSubstitution(u"A family that is not there"_s,
                              QFontDatabase::applicationFontFamilies(added).constFirst());
    QVERIFY(QFontDatabase::removeApplicationFont(added)); // tells that fonts have changed
    QFont again = labelFont();
    again.setFamilies({u"A family that is not there"_s});
    QVERIFY(paintedText(text, again) != before);
    QCOMPARE(laidText(text, again), paintedText(text, again));
    QVERIFY(advanceOf(again, text) != advance);
    QCOMPARE(elidedTo(again, text, advance - 1),
             QFontMetricsF(again).elidedText(text, Qt::ElideRight, advance - 1));
    QFont::removeSubstitutions(u"A family that is not there"_s);
}

void LaidTextTest::measuresAsTheFontDoes()
{
    const QString text = u"Reported stations"_s;
    for (const double points : {8.5, 12.75, 8.5}) {
        const QFont font = labelFont(points);
        const QFontMetricsF metrics(font);
        QCOMPARE(advanceOf(font, text), metrics.horizontalAdvance(text));
        for (const double width : {0.0, 30.0, 61.3, 400.0})
            QCOMPARE(elidedTo(font, text, width), metrics.elidedText(text, Qt::ElideRight, width));
    }
}

} // namespace

DATELINE_TEST(laid_text, LaidTextTest)

} // namespace dateline::timeline

#include "tst_laid_text.moc"
