// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/scene_fixture.h>
#include <map/symbol_painter.h>
#include <panels/event_table_model.h>
#include <panels/row_delegate.h>
#include <symbology/symbol_painting.h>
#include <timeline/timeline_drawing.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QPainter>
#include <QTest>

#include <functional>

namespace dateline::tests {

using workspace::Theme;

namespace {

/// What is painted on `ground` around (20, 20), up to `right` pixels right of it.
QImage drawn(const QColor &ground, const std::function<void(QPainter &)> &draw, int right = 12)
{
    QImage image(200, 40, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    draw(painter);
    painter.end();
    return image.copy(8, 8, 12 + right, 24);
}

} // namespace

/// A row looks the same wherever it is shown: as symbology::symbolOf() says.
class ViewsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onTheMap_data() { addThemes(); }
    void onTheMap();
    void onTheTimeline_data() { addThemes(); }
    void onTheTimeline();
    void inLists_data() { addThemes(); }
    void inLists();

private:
    static void addThemes();
    [[nodiscard]] symbology::EventSymbol expected(events::Row row, Theme theme) const
    {
        return symbology::symbolOf(m_workspace->dataset(), row, theme);
    }

    std::unique_ptr<workspace::Workspace> m_workspace;
};

void ViewsTest::init()
{
    failOnUnexpectedWarning();
    m_workspace = std::make_unique<workspace::Workspace>();
    m_workspace->setDataset(sampleDataset());
}

void ViewsTest::addThemes()
{
    QTest::addColumn<Theme>("theme");
    for (const Theme theme : {Theme::Paper, Theme::Night, Theme::Projector})
        QTest::addRow("%s", qPrintable(workspace::themeName(theme))) << theme;
}

void ViewsTest::onTheMap()
{
    QFETCH(const Theme, theme);
    SceneFixture fixture;
    const events::EventColumns &columns = fixture.dataset->columns();
    const std::vector<events::Kind> &kinds = fixture.dataset->kinds();
    const map::MapPalette palette = map::mapPalette(theme, QFont());
    for (events::Row row = 0; row < fixture.dataset->pointCount(); ++row) {
        fixture.passing = bitsets::RowSet(fixture.dataset->size());
        fixture.passing.insert(row); // alone, so that it is in no group
        map::SceneInput input = fixture.input(0, 0, 9);
        input.camera.centre = columns.position.at(row);
        map::MapScene scene = map::composeScene(input);
        QCOMPARE(scene.symbols.size(), std::size_t(1));
        map::SceneSymbol &symbol = scene.symbols.front();
        QCOMPARE(map::eventSymbol(symbol, kinds[columns.kind[row]], theme), expected(row, theme));
        symbol.count = 1; // what is written beside a symbol is not it
        const auto mark
            = [&](QPainter &painter) { map::drawMark(painter, {20, 20}, symbol, kinds, palette); };
        const auto alone = [&](QPainter &painter) {
            map::drawEventSymbol(painter, {20, 20}, expected(row, theme), palette);
        };
        QCOMPARE(drawn(palette.land, mark), drawn(palette.land, alone));
    }
}

void ViewsTest::onTheTimeline()
{
    QFETCH(const Theme, theme);
    const timeline::TimelineStyle style
        = timeline::styleOf(workspace::paletteOf(theme), theme, QFont());
    const timeline::TimelinePicture picture(*m_workspace, style);
    const double size = picture.scene().metrics.symbol;
    for (events::Row row = 0; row < m_workspace->dataset().size(); ++row) {
        timeline::LaneMark mark;
        mark.row = row;
        mark.shape.compact = true;
        mark.symbol = 20;
        mark.y = 20;
        const int right = int(size / 2); // "~" or "?" is written beside
        const auto marked
            = [&](QPainter &painter) { timeline::drawMark(painter, picture, mark, false); };
        const auto alone = [&](QPainter &painter) {
            symbology::paintSymbol(painter, QPointF(20, 20), size, expected(row, theme),
                                   style.base);
        };
        QCOMPARE(drawn(style.base, marked, right), drawn(style.base, alone, right));
    }
}

void ViewsTest::inLists()
{
    QFETCH(const Theme, theme);
    panels::EventTableModel model(m_workspace.get());
    panels::RowDelegate delegate(m_workspace.get(), panels::RowDelegate::Form::Table);
    const panels::Look look(theme);
    delegate.setLook(look);
    delegate.setSymbolColumn(panels::EventTableModel::Title);
    QStyleOptionViewItem option;
    // The symbol's column begins 8 pixels from the left and is 16 pixels wide.
    option.rect = QRect(20 - 8 - 8, 0, 150, 40);
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, panels::EventTableModel::Title);
        const auto cell = [&](QPainter &painter) { delegate.paint(&painter, option, index); };
        const auto alone = [&](QPainter &painter) {
            symbology::paintSymbol(painter, QRectF(12, 12, 16, 16),
                                   expected(model.eventAt(row), theme), look.base());
        };
        QCOMPARE(drawn(look.base(), cell), drawn(look.base(), alone));
    }
}

DATELINE_TEST(views, ViewsTest)

} // namespace dateline::tests

#include "tst_views.moc"
