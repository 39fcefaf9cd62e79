// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/palette.h>

#include <support/test_main.h>

#include <QColor>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace dateline::tests {

using workspace::Palette;
using workspace::Theme;

namespace {

/// WCAG contrast by QColor, not by the code under test.
double contrastOf(std::uint32_t a, std::uint32_t b)
{
    const auto luminance = [](std::uint32_t rgb) {
        const QColor colour = QColor::fromRgb(rgb);
        const auto linear = [](double c) {
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(double(colour.redF())) + 0.7152 * linear(double(colour.greenF()))
            + 0.0722 * linear(double(colour.blueF()));
    };
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class PaletteTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void kindsStandOutAtNight();
    void namesRoundTrip();
};

void PaletteTest::textIsReadable_data()
{
    QTest::addColumn<int>("theme");
    for (const Theme theme : {Theme::Paper, Theme::Night, Theme::Projector})
        QTest::newRow(qPrintable(workspace::themeName(theme))) << int(theme);
}

void PaletteTest::textIsReadable()
{
    QFETCH(const int, theme);
    const Palette p = workspace::paletteOf(Theme(theme));
    constexpr double textLimit = 4.5; // WCAG 2.2, 1.4.3
    constexpr double markLimit = 3.0; // WCAG 2.2, 1.4.11
    for (const std::uint32_t ground : {p.window, p.base}) {
        QVERIFY(contrastOf(p.text, ground) >= 7);
        QVERIFY(contrastOf(p.mutedText, ground) >= textLimit);
        QVERIFY(contrastOf(p.accent, ground) >= markLimit);
        QVERIFY(contrastOf(p.hover, ground) >= markLimit);
    }
    QVERIFY(contrastOf(p.onAccent, p.accent) >= textLimit);
    QVERIFY(contrastOf(p.text, p.land) >= textLimit);
    QVERIFY(contrastOf(p.text, p.sea) >= textLimit);
}

void PaletteTest::kindsStandOutAtNight()
{
    const std::uint32_t base = workspace::paletteOf(Theme::Night).base;
    for (const std::uint32_t colour : {0x0072B2U, 0x000000U, 0xD55E00U, 0x7F7F7FU}) {
        QVERIFY(contrastOf(workspace::kindColour(colour, Theme::Night), base) >= 3.0);
        QCOMPARE(workspace::kindColour(colour, Theme::Paper), colour);
    }
}

void PaletteTest::namesRoundTrip()
{
    for (const Theme theme : {Theme::Paper, Theme::Night, Theme::Projector})
        QCOMPARE(workspace::themeFromName(workspace::themeName(theme)), std::optional(theme));
    QCOMPARE(workspace::themeFromName(u"dusk"), std::nullopt);
}

} // namespace dateline::tests

DATELINE_TEST(palette, dateline::tests::PaletteTest)

#include "tst_palette.moc"
