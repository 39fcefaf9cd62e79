// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/mark_legend.h>
#include <timeline/mark_painting.h>
#include <workspace/palette.h>

#include <support/test_main.h>

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "timeline_window.h"

using namespace Qt::StringLiterals;

namespace dateline::timeline {

namespace {

TimelineStyle styleIn(workspace::Theme theme)
{
    return styleOf(workspace::paletteOf(theme), theme, QFont());
}

/// The legend at a width, on the ground of its strip.
QImage imageOf(const std::vector<MarkLegendEntry> &entries, const MarkLegendLayout &layout,
               const TimelineStyle &style, int width)
{
    QImage image(width, int(layout.height) + 1, QImage::Format_ARGB32_Premultiplied);
    image.fill(style.window);
    QPainter painter(&image);
    paintMarkLegend(painter, entries, layout, style);
    return image;
}

class MarkLegendTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void entriesDoNotOverlap_data();
    void entriesDoNotOverlap();
    void eachSampleIsDrawnAndDiffers_data();
    void eachSampleIsDrawnAndDiffers();
    void itFoldsAndCoversNoMark();
    void aNumberEndsWithItsRoom();
};

void MarkLegendTest::entriesDoNotOverlap_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {0, 100, 360, 1000, 1600, 4000})
        QTest::addRow("%d", width) << width;
}

void MarkLegendTest::entriesDoNotOverlap()
{
    QFETCH(int, width);
    const TimelineStyle style = styleIn(workspace::Theme::Paper);
    const std::vector<MarkLegendEntry> entries = markLegend();
    const MarkLegendLayout layout = layOutMarkLegend(entries, width, style);
    QCOMPARE(layout.boxes.size(), entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QRectF &box = layout.boxes[i];
        QVERIFY(box.left() > 0 && box.top() > 0 && box.bottom() < layout.height);
        QVERIFY(box.width() > QFontMetricsF(style.small).horizontalAdvance(entries[i].text));
        const bool alone = std::ranges::count(layout.boxes, box.top(), &QRectF::top) == 1;
        QVERIFY(box.right() < width || alone);
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!box.intersects(layout.boxes[j]));
    }
    QVERIFY(layOutMarkLegend({}, width, style).boxes.empty());
    QCOMPARE(layOutMarkLegend({}, width, style).height, 0.0);
}

void MarkLegendTest::eachSampleIsDrawnAndDiffers_data()
{
    QTest::addColumn<workspace::Theme>("theme");
    QTest::newRow("paper") << workspace::Theme::Paper;
    QTest::newRow("night") << workspace::Theme::Night;
    QTest::newRow("projector") << workspace::Theme::Projector;
}

/// No two things that a date can say look the same, also without their words.
void MarkLegendTest::eachSampleIsDrawnAndDiffers()
{
    QFETCH(workspace::Theme, theme);
    const TimelineStyle style = styleIn(theme);
    std::vector<QImage> samples;
    for (MarkLegendEntry entry : markLegend()) {
        const QString text = std::exchange(entry.text, {});
        const QImage image = imageOf({entry}, layOutMarkLegend({entry}, 200, style), style, 200);
        QImage empty(image.size(), image.format());
        empty.fill(style.window);
        QVERIFY2(image != empty, qPrintable(text));
        QVERIFY2(std::ranges::find(samples, image) == samples.end(), qPrintable(text));
        samples.push_back(image);
    }
}

void MarkLegendTest::itFoldsAndCoversNoMark()
{
    tests::TimelineWindow window;
    TimelineView &view = *window.view;
    auto *button = view.transport()->legendButton();
    auto *legend = view.findChild<QWidget *>(u"markLegend"_s);
    QVERIFY(!view.isLegendShown() && !button->isChecked());
    QVERIFY(!button->accessibleName().isEmpty());
    const int before = view.minimumSizeHint().height();

    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(view.isLegendShown() && legend->isVisible());
    QVERIFY(QTest::qWaitFor(
        [legend] { return legend->height() >= legend->heightForWidth(legend->width()); }));
    QVERIFY(QTest::qWaitFor([&window, legend] {
        return window.canvas->geometry().bottom() < legend->geometry().top();
    }));
    QCOMPARE(view.minimumSizeHint().height(), before + legend->heightForWidth(view.width()));
    for (const MarkLegendEntry &entry : markLegend())
        QVERIFY(legend->accessibleDescription().contains(entry.text));

    view.setLegendShown(false);
    QVERIFY(!legend->isVisible() && !button->isChecked());
    QCOMPARE(view.minimumSizeHint().height(), before);
}

/// In a room that is too narrow a number runs back over what is left of it, never on to the right.
void MarkLegendTest::aNumberEndsWithItsRoom()
{
    const TimelineStyle style = styleIn(workspace::Theme::Paper);
    const auto inked = [&style](double room) {
        QImage image(200, 30, QImage::Format_ARGB32_Premultiplied);
        image.fill(style.base);
        QPainter painter(&image);
        paintNumber(painter, style, QRectF(100, 0, room, 30), style.base, 311'989, 311'989);
        painter.end();
        int first = image.width();
        int last = -1;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) != style.base) {
                    first = std::min(first, x);
                    last = std::max(last, x);
                }
            }
        }
        return std::pair(first, last);
    };
    const auto [first, last] = inked(90);
    QVERIFY(first >= 100 && last > first + 20);
    const auto [narrowFirst, narrowLast] = inked(10);
    QVERIFY(narrowLast <= 110);
    QVERIFY(std::abs((narrowLast - narrowFirst) - (last - first)) <= 1);
}

} // namespace

DATELINE_TEST(mark_legend, MarkLegendTest)

} // namespace dateline::timeline

#include "tst_mark_legend.moc"
