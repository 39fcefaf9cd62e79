// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_control.h>
#include <shell/figure_command.h>
#include <workspace/wording.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <iterator>
#include <set>

using namespace Qt::StringLiterals;

namespace dateline::tests {

namespace {

/// All letters of an SVG, without spaces, as a line may break anywhere.
QString lettersOf(const QByteArray &svg)
{
    QXmlStreamReader xml(svg);
    QString letters;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"text")
            letters += xml.readElementText();
    }
    return letters.remove(u' ');
}

QString squeezed(QString text)
{
    return text.remove(u' ');
}

/// The rows that marks and piles of a timeline stand for.
std::set<events::Row> rowsOf(const timeline::TimelinePicture &picture)
{
    std::set<events::Row> rows;
    for (const timeline::LaneBand &band : picture.scene().bands) {
        for (const timeline::LaneMark &mark : band.marks)
            rows.insert(mark.row);
        for (const timeline::LanePile &pile : band.piles)
            std::ranges::copy(pile.rows(), std::inserter(rows, rows.end()));
    }
    return rows;
}

} // namespace

/// Figures of a workspace: all of it is there, and what is not is counted.
class FigureTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_workspace.setDataset(sampleDataset()); }
    void initTestCase() { m_workspace.setDataset(sampleDataset()); }
    void everyEventIsOnTheTimeline();
    void theMapIsThatOfTheWindow();
    void captionSaysWhatIsShownAndWhatIsNot();
    void captionSaysWhatIsSelected();
    void aFilmSaysItsWholeFilter();
    void breakMarksAreThoseOfThePlayback();
    void theHeadingNamesTheMomentOfThePlayHead();
    void partsCanBeChosen();
    void aPageTooSmallSaysWhatItTakes();
    void titlesInAnyScriptAreKept();
    void themesAndResolutionsPaint();

private:
    static shell::FigureWishes wishes()
    {
        shell::FigureWishes wishes;
        wishes.size = {900, 1000};
        wishes.made = QDate(2026, 11, 23);
        return wishes;
    }
    QByteArray svgOf(const shell::FigureWishes &wishes)
    {
        shell::Figure figure(m_workspace, m_playback, wishes);
        return exports::figureBytes(figure.sheet(), exports::FigureFormat::Svg);
    }

    workspace::Workspace m_workspace;
    workspace::Playback m_playback{&m_workspace};
};

void FigureTest::everyEventIsOnTheTimeline()
{
    std::set<events::Row> all;
    for (events::Row row = 0; row < m_workspace.dataset().size(); ++row)
        all.insert(row);
    using workspace::Clock;
    using workspace::Lens;
    for (const auto &[lens, clock] :
         {std::pair(Lens::Kind, Clock::Happened), std::pair(Lens::Claimant, Clock::Happened),
          std::pair(Lens::Country, Clock::Said), std::pair(Lens::Kind, Clock::Published)}) {
        m_workspace.change([lens, clock](workspace::ViewState &state) {
            state.lens = lens;
            state.clock = clock;
        });
        shell::FigureWishes wanted = wishes();
        shell::Figure first(m_workspace, m_playback, wanted);
        wanted.size.setHeight(first.neededHeight());
        shell::Figure figure(m_workspace, m_playback, wanted);
        QVERIFY2(figure.fault().isEmpty(), qPrintable(figure.fault()));
        QVERIFY(!exports::figureImage(figure.sheet()).isNull());
        QCOMPARE(figure.timeline()->scrollRange(), 0.0);
        QCOMPARE(rowsOf(*figure.timeline()), all);
    }
}

void FigureTest::theMapIsThatOfTheWindow()
{
    map::MapControl window(&m_workspace);
    window.setPalette(map::mapPalette(workspace::Theme::Paper, QFont()));
    window.setSize({800, 500});
    m_workspace.change([](workspace::ViewState &state) {
        state.camera = workspace::Camera{10, 45, 4};
        state.filters.text = u"a"_s;
    });
    const map::MapFigure figure(m_workspace, map::mapPalette(workspace::Theme::Paper, QFont()),
                                {.size = {800, 500}});
    const map::MapScene inWindow = window.scene();
    const map::MapScene onPage = figure.scene();
    QCOMPARE(onPage.camera, inWindow.camera);
    const auto rows = [](const auto &marks) {
        std::vector<std::vector<events::Row>> all;
        for (const auto &mark : marks)
            all.push_back(mark.rows);
        return all;
    };
    QVERIFY(!onPage.symbols.empty() || !onPage.chips.empty());
    QCOMPARE(rows(onPage.symbols), rows(inWindow.symbols));
    QCOMPARE(rows(onPage.chips), rows(inWindow.chips));
    QCOMPARE(onPage.notOnMap, inWindow.notOnMap);
}

void FigureTest::captionSaysWhatIsShownAndWhatIsNot()
{
    m_workspace.change(
        [](workspace::ViewState &state) { state.filters.windows = {{0, 4'000'000'000'000}}; });
    const QString letters = lettersOf(svgOf(wishes()));
    const exports::PictureCaption caption = exports::captionFor(m_workspace, QDate(2026, 11, 23));
    for (const QString &part :
         {m_workspace.dataset().info().title, caption.dataset, caption.filter, caption.claimants,
          caption.remainder, caption.made, workspace::filterSentence(m_workspace)})
        QVERIFY2(letters.contains(squeezed(part)), qPrintable(letters));
    QVERIFY(letters.contains(squeezed(u"not on the map"_s)));
    for (const events::Kind &kind : m_workspace.dataset().kinds())
        QVERIFY2(letters.contains(squeezed(kind.label)), qPrintable(kind.label));
    QVERIFY(letters.contains(squeezed(u"Denied by somebody"_s)));
}

void FigureTest::captionSaysWhatIsSelected()
{
    shell::FigureWishes wanted = wishes();
    wanted.size.setHeight(1300);
    const QString lines = squeezed(u"Lines lead to what answers it"_s);
    const QString growth = squeezed(u"Growth is of all time"_s);
    QString letters = lettersOf(svgOf(wanted));
    QVERIFY(!letters.contains(u"Selected"_s) && !letters.contains(lines));
    QVERIFY(!letters.contains(growth));
    const events::Dataset &dataset = m_workspace.dataset();
    const events::Row denied = dataset.eventRow(u"genoa").value();
    m_workspace.select(denied); // an inquiry answers it
    m_workspace.change(
        [](workspace::ViewState &state) { state.filters.windows = {{0, 4'000'000'000'000}}; });
    letters = lettersOf(svgOf(wanted));
    QVERIFY2(letters.contains(squeezed(u"Selected: "_s + workspace::announcement(dataset, denied))),
             qPrintable(letters));
    QVERIFY(!letters.contains(u".."_s) && !letters.contains(u".;"_s));
    QVERIFY(letters.contains(lines) && letters.contains(growth));
    // What nothing is linked to has no lines; many are counted.
    m_workspace.select(dataset.eventRow(u"visit-open"));
    QVERIFY(!lettersOf(svgOf(wanted)).contains(lines));
    for (const QStringView id : {u"suva", u"apia", u"france", u"nowhere"})
        m_workspace.toggleSelected(dataset.eventRow(id).value());
    QVERIFY(lettersOf(svgOf(wanted)).contains(squeezed(u"2 more"_s)));
    m_workspace.apply({});
}

void FigureTest::aFilmSaysItsWholeFilter()
{
    shell::FigureWishes film = wishes();
    film.isFilm = true;
    film.size = {700, 1200};
    const QString ellipsis(QChar(0x2026));
    QVERIFY(!lettersOf(svgOf(film)).contains(ellipsis));
    // Many countries, many stretches of time.
    m_workspace.change([](workspace::ViewState &state) {
        state.filters.chosen[std::size_t(query::Facet::Country)]
            = {u"IT"_s, u"GB"_s, u"FR"_s, u"ES"_s, u"DE"_s};
        for (events::Instant year = 0; year < 12; ++year)
            state.filters.windows.push_back({year * 400 * events::millisecondsPerDay,
                                             (year * 400 + 200) * events::millisecondsPerDay});
        state.filters.text = u"the very last word"_s;
    });
    const exports::PictureCaption caption = exports::captionFor(m_workspace, film.made);
    QVERIFY(caption.filter.size() > 400);
    shell::Figure figure(m_workspace, m_playback, film);
    QVERIFY2(figure.fault().isEmpty(), qPrintable(figure.fault()));
    const QString letters = lettersOf(svgOf(film));
    const QString whole = squeezed(caption.filter);
    QVERIFY2(letters.contains(ellipsis), qPrintable(letters)); // in the heading
    QCOMPARE(letters.count(whole), 1); // in the caption
    const qsizetype cut = letters.indexOf(ellipsis);
    QVERIFY2(letters.first(cut).contains(whole.first(80)), qPrintable(letters));
    for (const QString &part :
         {caption.dataset, caption.claimants, caption.remainder, caption.made})
        QVERIFY2(letters.contains(squeezed(part)), qPrintable(part));
    QCOMPARE(figure.sheet().caption, caption);
    // A figure that is no film shows it whole in the heading.
    film.isFilm = false;
    QVERIFY(!lettersOf(svgOf(film)).contains(ellipsis));
    QCOMPARE(lettersOf(svgOf(film)).count(whole), 1);
}

void FigureTest::breakMarksAreThoseOfThePlayback()
{
    const auto breaksOf = [this](const QStringList &options) {
        const shell::CommandLineResult result = shell::readCommandLine(
            QStringList{u"dateline"_s, u"figure"_s, u"folder"_s, u"-o"_s, u"a.svg"_s} + options);
        workspace::Playback playback(&m_workspace);
        shell::setPlayback(playback, result.line);
        return playback.breaks();
    };
    const auto playedAs = [this](double speed, workspace::PlayMode mode, events::Instant width) {
        workspace::Playback playback(&m_workspace);
        playback.setSettings({.daysPerSecond = speed});
        playback.setMode(mode);
        playback.setWidth(width);
        return playback.breaks();
    };
    using workspace::PlayMode;
    const events::Instant usual = workspace::PlayHead().width;
    QVERIFY(!breaksOf({}).empty());
    QCOMPARE(breaksOf({}), playedAs(180, PlayMode::Cumulative, usual));
    QVERIFY(breaksOf({u"--no-breaks"_s}).empty());
    const auto slow = breaksOf({u"--speed"_s, u"20.5"_s});
    QCOMPARE(slow, playedAs(20.5, PlayMode::Cumulative, usual));
    QVERIFY(slow != breaksOf({}));
    const auto narrow = breaksOf({u"--mode"_s, u"moving"_s, u"--window"_s, u"1"_s});
    QCOMPARE(narrow, playedAs(180, PlayMode::Moving, events::millisecondsPerDay));
    const auto wide = breaksOf({u"--mode"_s, u"moving"_s, u"--window"_s, u"4000"_s});
    QCOMPARE(wide, playedAs(180, PlayMode::Moving, 4000 * events::millisecondsPerDay));
    QVERIFY(narrow != wide);
}

void FigureTest::theHeadingNamesTheMomentOfThePlayHead()
{
    const events::Instant moment = m_playback.extent()->from + 400 * events::millisecondsPerDay;
    m_playback.moveTo(moment);
    const QString letters = lettersOf(svgOf(wishes()));
    QVERIFY(letters.contains(squeezed(workspace::momentPhrase(moment))));
    QVERIFY(letters.contains(
        squeezed(u"Events: "_s + workspace::tallyPhrase(m_playback.shownTally()))));
}

void FigureTest::partsCanBeChosen()
{
    shell::FigureWishes only = wishes();
    only.timeline = only.growth = false;
    shell::Figure map(m_workspace, m_playback, only);
    QVERIFY(map.map() && !map.timeline());
    QVERIFY(!lettersOf(svgOf(only)).contains(u"Dates:"));

    only.map = false;
    only.timeline = true;
    shell::Figure lanes(m_workspace, m_playback, only);
    QVERIFY(!lanes.map() && lanes.timeline());
    QVERIFY(!exports::figureImage(lanes.sheet()).isNull());
    QVERIFY(!lanes.timeline()->layout().hasGrowth());
    QVERIFY(!lettersOf(svgOf(only)).contains(u"BasemapNaturalEarth"));

    only.timeline = false;
    only.growth = true;
    shell::Figure growth(m_workspace, m_playback, only);
    QVERIFY(!exports::figureImage(growth.sheet()).isNull());
    QVERIFY(growth.timeline()->layout().hasGrowth());
    QVERIFY(growth.timeline()->layout().growth.height() > 400);
    QVERIFY(rowsOf(*growth.timeline()).empty());
    QVERIFY(lettersOf(svgOf(only)).contains(u"Reportedlamps"));

    const QString denial = squeezed(u"what denies it"_s);
    QVERIFY(!lettersOf(svgOf(wishes())).contains(denial));
    shell::FigureWishes keyed = wishes();
    keyed.legend = true;
    keyed.size.setHeight(1400);
    QVERIFY(lettersOf(svgOf(keyed)).contains(denial));
    QVERIFY(lettersOf(svgOf(keyed)).contains(squeezed(u"when it happened"_s)));
    m_workspace.change([](workspace::ViewState &state) { state.clock = workspace::Clock::Said; });
    QVERIFY(lettersOf(svgOf(keyed)).contains(squeezed(u"when first said"_s)));
}

void FigureTest::aPageTooSmallSaysWhatItTakes()
{
    shell::FigureWishes small = wishes();
    small.size = {600, 320};
    const shell::Figure figure(m_workspace, m_playback, small);
    QVERIFY(figure.fault().contains(QString::number(figure.neededHeight())));
    small.size.setHeight(figure.neededHeight());
    const shell::Figure enough(m_workspace, m_playback, small);
    QVERIFY2(enough.fault().isEmpty(), qPrintable(enough.fault()));
    small.size.setHeight(figure.neededHeight() - 1);
    QVERIFY(!shell::Figure(m_workspace, m_playback, small).fault().isEmpty());
}

void FigureTest::titlesInAnyScriptAreKept()
{
    DatasetBuilder builder;
    const events::Row actor = builder.actor(u"派出所"_s);
    const events::Row source = builder.source(u"s"_s, actor);
    const events::Row place = builder.city(u"上海"_s, u"CN"_s, 31.2, 121.5);
    const std::uint16_t kind = builder.kind(u"\u0645\u062d\u0637\u0629"_s);
    builder.claim(builder.event(u"海外"_s, kind, u"2016"_s, place), actor, source);
    builder.tables().info.title = u"海外 \u05ea\u05d7\u05e0\u05d4"_s;
    m_workspace.setDataset(builder.build());
    const QString letters = lettersOf(svgOf(wishes()));
    QVERIFY2(letters.contains(u"海外"), qPrintable(letters));
    QVERIFY(letters.contains(u"派出所"));
    shell::Figure figure(m_workspace, m_playback, wishes());
    QVERIFY(exports::figureBytes(figure.sheet(), exports::FigureFormat::Pdf).contains("/FontFile"));
    QVERIFY(!exports::figureImage(figure.sheet()).isNull());
}

void FigureTest::themesAndResolutionsPaint()
{
    for (const workspace::Theme theme :
         {workspace::Theme::Paper, workspace::Theme::Night, workspace::Theme::Projector}) {
        shell::FigureWishes wanted = wishes();
        wanted.theme = theme;
        wanted.size.setHeight(shell::Figure(m_workspace, m_playback, wanted).neededHeight());
        wanted.dpi = 144;
        shell::Figure figure(m_workspace, m_playback, wanted);
        QVERIFY2(figure.fault().isEmpty(), qPrintable(figure.fault()));
        const QImage image = exports::figureImage(figure.sheet());
        QCOMPARE(image.width(), 1350);
        const QColor ground = symbology::coloursOf(workspace::paletteOf(theme)).base;
        QCOMPARE(image.pixelColor(2, 2), ground);
        QCOMPARE(image.pixelColor(image.width() - 2, image.height() - 2), ground);
    }
}

} // namespace dateline::tests

DATELINE_TEST(figure, dateline::tests::FigureTest)

#include "tst_figure.moc"
