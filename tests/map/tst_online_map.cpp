// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/furniture.h>
#include <map/online_map.h>
#include <map/tile_server.h>

#include <support/test_main.h>

#include <QDir>
#include <QImage>
#include <QQuickItem>
#include <QQuickWidget>
#include <QTemporaryDir>
#include <QTest>

#include "map_window.h"

using namespace Qt::StringLiterals;

namespace dateline::map {

using tests::eventually;
using tests::MapWindow;

/// The map of a server, from files: nothing here reaches a network, and that something did would
/// fail the suite, see packaging/offline.
class OnlineMapTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void serversShareNoFolder();
    void offMeansThatNothingIsLoaded();
    void picturesLieBetweenLandAndMarks();
    void landStaysWhereNoPictureComes();
    void oneMayComeCloser();
    void bothMapsAreCredited();

private:
    /// Pictures of one colour around northern Italy at zoom 5.
    static std::optional<TileServer> writePictures(const QString &folder)
    {
        QImage picture(256, 256, QImage::Format_RGB32);
        picture.fill(pictureColour);
        for (int x = 13; x <= 20; ++x) {
            const QString column = u"%1/5/%2"_s.arg(folder).arg(x);
            if (!QDir().mkpath(column))
                return std::nullopt;
            for (int y = 8; y <= 15; ++y)
                if (!picture.save(u"%1/%2.png"_s.arg(column).arg(y)))
                    return std::nullopt;
        }
        return TileServer{QUrl::fromLocalFile(folder + u'/')};
    }

    static bool showsAt(const MapWindow &window, const QPoint &pixel, const QColor &colour)
    {
        constexpr int patience = 10000; // OpenGL in software takes its time
        return QTest::qWaitFor(
            [&] { return window.view->grab().toImage().pixelColor(pixel) == colour; }, patience);
    }

    /// The middle of a part of the land with nothing in it, once all is drawn; null for none.
    static QPoint emptyLand(const MapWindow &window)
    {
        constexpr int room = 6;
        if (!eventually([&] { return window.view->isSettled(); }))
            return {};
        const QImage image = window.view->grab().toImage();
        const QColor land = mapPalette(workspace::Theme::Paper, QFont()).land;
        const auto isEmpty = [&](const QPoint &at) {
            for (int y = -room; y <= room; ++y)
                for (int x = -room; x <= room; ++x)
                    if (image.pixelColor(at + QPoint(x, y)) != land)
                        return false;
            return true;
        };
        for (int y = 100; y < image.height() - 100; y += room)
            for (int x = 100; x < image.width() - 100; x += room)
                if (isEmpty({x, y}))
                    return {x, y};
        return {};
    }

    /// The item that holds the map of a server, if there is one.
    static const QQuickItem *onlineMap(const MapWindow &window)
    {
        const QQuickItem *root = window.view->findChild<QQuickWidget *>()->rootObject();
        for (const QQuickItem *item : root->childItems())
            if (item->inherits("QQuickLoader"))
                return qvariant_cast<QQuickItem *>(item->property("item"));
        return nullptr;
    }

    static constexpr QColor pictureColour{200, 40, 160};
    static constexpr QPoint atSea{230, 440}; ///< the Gulf of Lion
};

void OnlineMapTest::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("prefix");
    QTest::newRow("as it stands") << u"https://tiles.example.org/"_s
                                  << u"https://tiles.example.org/"_s;
    QTest::newRow("a host") << u" tiles.example.org "_s << u"https://tiles.example.org/"_s;
    QTest::newRow("a folder") << u"tiles.example.org:8443/a/b"_s
                              << u"https://tiles.example.org:8443/a/b/"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("not encrypted") << u"http://tiles.example.org/"_s << QString();
    QTest::newRow("a file") << u"file:///etc/"_s << QString();
    QTest::newRow("a password") << u"https://me:secret@tiles.example.org/"_s << QString();
    QTest::newRow("a query") << u"https://tiles.example.org/?key=1"_s << QString();
    QTest::newRow("a fragment") << u"https://tiles.example.org/#top"_s << QString();
    QTest::newRow("words") << u"a server of mine"_s << QString();
}

void OnlineMapTest::addresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, prefix);
    const std::optional<TileServer> server = tileServerFrom(typed);
    QCOMPARE(server ? server->prefix.toString() : QString(), prefix);
}

void OnlineMapTest::serversShareNoFolder()
{
    const TileServer one = openStreetMapServer();
    const TileServer other = tileServerFrom(u"tiles.example.org"_s).value();
    QCOMPARE(tileServerFrom(one.prefix.toString()), one);
    QVERIFY(tileFolder(one) != tileFolder(other));
    QCOMPARE(tileCredit(one), u"Map © OpenStreetMap contributors, from tile.openstreetmap.org"_s);
    QCOMPARE(tileCredit(other), u"Map from tiles.example.org"_s);
}

void OnlineMapTest::offMeansThatNothingIsLoaded()
{
    const MapWindow window;
    QVERIFY(window.isShown());
    QVERIFY(!window.view->tileServer());
    QVERIFY(!onlineMap(window));
}

void OnlineMapTest::picturesLieBetweenLandAndMarks()
{
    const QTemporaryDir folder;
    const std::optional<TileServer> server = writePictures(folder.path());
    QVERIFY(server);
    MapWindow window;
    QVERIFY(window.isShown());
    const QPoint inland = emptyLand(window);
    QVERIFY(!inland.isNull());
    const QPoint genoa = window.pixelOf(u"genoa");
    QVERIFY(!genoa.isNull());
    const QColor mark = window.view->grab().toImage().pixelColor(genoa);
    const QColor land = window.view->grab().toImage().pixelColor(inland);
    window.view->setTileServer(server);
    QVERIFY(onlineMap(window));
    QVERIFY(showsAt(window, inland, pictureColour));
    QVERIFY(showsAt(window, atSea, pictureColour));
    QVERIFY(showsAt(window, genoa, mark));
    QVERIFY(window.view->isSettled());
    window.look(9, 45, 5); // the pictures come along
    QVERIFY(showsAt(window, inland - QPoint(20, 0), pictureColour));

    window.workspace.change(
        [](workspace::ViewState &state) { state.shading = workspace::Shading::Stated; });
    QVERIFY(eventually([&] { // shades can be told through them
        const QColor seen = window.view->grab().toImage().pixelColor(inland);
        return seen != pictureColour && seen != land;
    }));
    window.workspace.undo();

    window.view->setTileServer({});
    QVERIFY(!onlineMap(window));
    window.look(8, 45, 5);
    QVERIFY(showsAt(window, inland, land));
}

void OnlineMapTest::landStaysWhereNoPictureComes()
{
    const QTemporaryDir empty;
    MapWindow window;
    QVERIFY(window.isShown());
    const QPoint inland = emptyLand(window);
    QVERIFY(!inland.isNull());
    const QColor land = window.view->grab().toImage().pixelColor(inland);
    window.view->setTileServer(TileServer{QUrl::fromLocalFile(empty.path() + u'/')});
    QTest::qWait(300);
    QCOMPARE(window.view->grab().toImage().pixelColor(inland), land);
}

void OnlineMapTest::oneMayComeCloser()
{
    const QTemporaryDir empty;
    MapWindow window;
    QVERIFY(window.isShown());
    window.look(9, 45, 20);
    QCOMPARE(window.view->scene().camera.zoom, maximumZoom);
    window.view->setTileServer(TileServer{QUrl::fromLocalFile(empty.path() + u'/')});
    window.look(9, 45, 19);
    QCOMPARE(window.view->scene().camera.zoom, maximumZoomOnline);
    window.wheel({450, 280}, -1);
    QVERIFY(window.view->scene().camera.zoom > maximumZoom);
    window.view->setTileServer({});
    QCOMPARE(window.view->scene().camera.zoom, maximumZoom);
    QCOMPARE(window.camera().zoom, maximumZoom);
}

void OnlineMapTest::bothMapsAreCredited()
{
    OnlineMap online;
    QCOMPARE(online.credit(5), baseMapCredit());
    online.setServer(openStreetMapServer());
    for (const double zoom : {5.0, maximumZoom + 1}) {
        const QString credit = online.credit(zoom);
        QVERIFY2(credit.contains(tileCredit(openStreetMapServer())), qPrintable(credit));
        QVERIFY2(credit.contains(baseMapCredit()), qPrintable(credit));
    }
    online.setServer({});
    QCOMPARE(online.credit(5), baseMapCredit());
}

} // namespace dateline::map

DATELINE_TEST(online_map, dateline::map::OnlineMapTest)

#include "tst_online_map.moc"
