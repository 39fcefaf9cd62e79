// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/theme_colours.h>

#include <support/test_main.h>

#include <QTest>

namespace dateline::tests {

using namespace symbology;
using workspace::Theme;

class ThemeColoursTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void coloursAreThoseOfThePalette();
    void kindsFollowTheTheme();
    void mixingGoesFromOneToTheOther();
    void everyRoleOfWidgetsIsReadable();
};

void ThemeColoursTest::coloursAreThoseOfThePalette()
{
    workspace::Palette palette;
    palette.window = 0x000001;
    palette.base = 0x000002;
    palette.text = 0x000003;
    palette.mutedText = 0x000004;
    palette.line = 0x000005;
    palette.accent = 0x000006;
    palette.onAccent = 0x000007;
    palette.hover = 0x000008;
    palette.sea = 0x000009;
    palette.land = 0x00000A;
    palette.border = 0x00000B;
    palette.halo = 0x10200C;
    const ThemeColours colours = coloursOf(palette);
    int blue = 0;
    for (const QColor &colour : {colours.window, colours.base, colours.text, colours.mutedText,
                                 colours.line, colours.accent, colours.onAccent, colours.hover,
                                 colours.sea, colours.land, colours.border, colours.halo}) {
        QCOMPARE(colour.blue(), ++blue);
        QCOMPARE(colour.alpha(), 255);
    }
    QCOMPARE(colours.halo, QColor(0x10, 0x20, 0x0C));
}

void ThemeColoursTest::kindsFollowTheTheme()
{
    QCOMPARE(colourOfKind(0x0072B2, Theme::Paper), QColor(0x00, 0x72, 0xB2));
    QVERIFY(colourOfKind(0x000000, Theme::Night).lightness() > 60);
}

void ThemeColoursTest::mixingGoesFromOneToTheOther()
{
    const QColor a(10, 20, 30);
    const QColor b(110, 220, 31);
    QCOMPARE(mixed(a, b, 0), a);
    QCOMPARE(mixed(a, b, 1), b);
    QCOMPARE(mixed(a, b, 0.5), QColor(60, 120, 31));
}

void ThemeColoursTest::everyRoleOfWidgetsIsReadable()
{
    for (const Theme theme : {Theme::Paper, Theme::Night, Theme::Projector}) {
        const QPalette palette = widgetPalette(coloursOf(workspace::paletteOf(theme)));
        const auto differ = [&palette](QPalette::ColorRole text, QPalette::ColorRole ground) {
            for (const QPalette::ColorGroup group :
                 {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
                const int distance = palette.color(group, text).lightness()
                    - palette.color(group, ground).lightness();
                if (std::abs(distance) < 90)
                    return false;
            }
            return true;
        };
        QVERIFY(differ(QPalette::WindowText, QPalette::Window));
        QVERIFY(differ(QPalette::Text, QPalette::Base));
        QVERIFY(differ(QPalette::Text, QPalette::AlternateBase));
        QVERIFY(differ(QPalette::ButtonText, QPalette::Button));
        QVERIFY(differ(QPalette::HighlightedText, QPalette::Highlight));
        QVERIFY(differ(QPalette::ToolTipText, QPalette::ToolTipBase));
        QVERIFY(palette.color(QPalette::Disabled, QPalette::Text)
                != palette.color(QPalette::Active, QPalette::Text));
    }
}

DATELINE_TEST(theme_colours, ThemeColoursTest)

} // namespace dateline::tests

#include "tst_theme_colours.moc"
