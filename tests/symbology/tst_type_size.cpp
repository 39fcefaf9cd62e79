// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/type_size.h>

#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using namespace symbology;

class TypeSizeTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sizesFollowTheFont();
    void pixelsStayPixels();
    void figuresAreOfOneWidth();
};

void TypeSizeTest::sizesFollowTheFont()
{
    const QFont ten(u"Noto Sans"_s, 10);
    const QFont body = typeFont(ten, TypeSize::Body);
    QCOMPARE(body.pointSizeF(), 10.0);
    QCOMPARE(body.family(), ten.family());
    QVERIFY(typeFont(ten, TypeSize::Small).pointSizeF() < 10);
    QVERIFY(typeFont(ten, TypeSize::Title).pointSizeF() > 10);
    QCOMPARE(typeFont(ten, TypeSize::Title, QFont::DemiBold).weight(), QFont::DemiBold);
    constexpr TypeScale wall{.small = 1, .body = 2, .title = 3};
    QCOMPARE(typeFont(ten, TypeSize::Small, QFont::Normal, wall).pointSizeF(), 10.0);
    QCOMPARE(typeFont(ten, TypeSize::Body, QFont::Normal, wall).pointSizeF(), 20.0);
    QCOMPARE(typeFont(ten, TypeSize::Title, QFont::Normal, wall).pointSizeF(), 30.0);
}

void TypeSizeTest::pixelsStayPixels()
{
    QFont font;
    font.setPixelSize(20);
    QCOMPARE(typeFont(font, TypeSize::Title).pixelSize(), 28);
}

void TypeSizeTest::figuresAreOfOneWidth()
{
    QCOMPARE(typeFont(QFont(), TypeSize::Body).featureValue("tnum"), quint32(1));
}

DATELINE_TEST(type_size, TypeSizeTest)

} // namespace dateline::tests

#include "tst_type_size.moc"
