// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/glyphs.h>
#include <panels/kind_symbol.h>

#include <support/test_main.h>

#include <QPainter>
#include <QTest>

#include <functional>
#include <set>

#include "panel_sample.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using panels::Fill;
using panels::fillOf;
using panels::KindSymbol;
using panels::Look;
using panels::paintStance;
using panels::paintSymbol;
using panels::shapePath;
using panels::symbolOf;

/// Symbols tell kind, standing, denial and uncertainty without colour.
class SymbolsTest : public TestCase
{
    Q_OBJECT

private:
    static QImage drawn(const std::function<void(QPainter &)> &draw)
    {
        QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        draw(painter);
        painter.end();
        return image;
    }

    static QImage drawn(const KindSymbol &symbol)
    {
        return drawn([&symbol](QPainter &painter) {
            paintSymbol(painter, QRectF(2, 2, 20, 20), symbol, Qt::white);
        });
    }

    static QByteArray bytes(const QImage &image)
    {
        return QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
    }

private Q_SLOTS:
    void everyShapeIsDifferentAndStaysInItsBox()
    {
        std::set<QByteArray> pictures;
        for (int i = 0; i <= int(events::Shape::Bar); ++i) {
            const QRectF box(10, 20, 16, 16);
            const QRectF bounds = shapePath(events::Shape(i), box).boundingRect();
            QVERIFY2(box.adjusted(-0.8, -0.8, 0.8, 0.8).contains(bounds),
                     qPrintable(events::shapeName(events::Shape(i))));
            QVERIFY(bounds.width() > 10 && bounds.height() > 7);
            pictures.insert(bytes(drawn({.shape = events::Shape(i), .colour = Qt::black})));
        }
        QCOMPARE(pictures.size(), std::size_t(events::Shape::Bar) + 1);
    }

    void everyStandingIsDifferentWithoutColour()
    {
        // "Several origins" and "disputed" share a fill; the bar of the denial parts them.
        std::set<QByteArray> pictures;
        const Look look;
        for (std::size_t i = 0; i < events::standingCount; ++i)
            pictures.insert(bytes(drawn(symbolOf(events::Standing(i), look))));
        QCOMPARE(pictures.size(), events::standingCount);
    }

    void fillsFollowTheDesign()
    {
        QCOMPARE(fillOf(events::Standing::OfficiallyConfirmed), Fill::Solid);
        QCOMPARE(fillOf(events::Standing::SeveralOrigins), Fill::Half);
        QCOMPARE(fillOf(events::Standing::SingleClaim), Fill::Ring);
        QCOMPARE(fillOf(events::Standing::Denied), Fill::Ring);
        const auto workspace = sampleWorkspace();
        const Look look;
        const auto symbol = [&](const QString &id) {
            return symbolOf(workspace->dataset(), rowOf(*workspace, id), look);
        };
        QVERIFY(symbol(u"genoa"_s).denied);
        QVERIFY(!symbol(u"genoa-two"_s).denied);
        QVERIFY(symbol(u"apia"_s).uncertain);
        QVERIFY(symbol(u"visit-undated"_s).uncertain);
        QVERIFY(!symbol(u"genoa"_s).uncertain);
        QCOMPARE(symbol(u"visit-open"_s).shape, events::Shape::Square);
    }

    void everyStanceIsDifferentWithoutColour()
    {
        std::set<QByteArray> pictures;
        for (int i = 0; i <= int(events::Stance::Clears); ++i) {
            pictures.insert(bytes(drawn([i](QPainter &painter) {
                paintStance(painter, QRectF(2, 2, 20, 20), events::Stance(i), Qt::black);
            })));
        }
        QCOMPARE(pictures.size(), std::size_t(events::Stance::Clears) + 1);
    }
};

DATELINE_TEST(symbols, SymbolsTest)

} // namespace dateline::tests

#include "tst_symbols.moc"
