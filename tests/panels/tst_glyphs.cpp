// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/glyphs.h>

#include <support/test_main.h>

#include <QImage>
#include <QPainter>
#include <QTest>

#include <set>

namespace dateline::tests {

class GlyphsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyStanceIsDifferentWithoutColour()
    {
        std::set<QByteArray> pictures;
        for (int i = 0; i <= int(events::Stance::Clears); ++i) {
            QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            panels::paintStance(painter, QRectF(2, 2, 20, 20), events::Stance(i), Qt::black);
            painter.end();
            pictures.insert(
                QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(pictures.size(), std::size_t(events::Stance::Clears) + 1);
    }
};

DATELINE_TEST(glyphs, GlyphsTest)

} // namespace dateline::tests

#include "tst_glyphs.moc"
