// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/camera_flight.h>
#include <map/coordinates.h>
#include <map/map_control.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

#include <cmath>

#include "map_window.h"

using namespace dateline;
using namespace dateline::map;
using namespace Qt::StringLiterals;
using tests::eventually;
using tests::MapWindow;

namespace {

/// A control with a size and events, as a view has it.
struct Flown
{
    Flown()
    {
        workspace.setDataset(tests::sampleDataset());
        control.setSize({900, 560});
        control.setCamera({events::toMercator(8, 45), 5});
    }

    [[nodiscard]] bool hasArrived() const
    {
        return eventually([this] { return !flight.isRunning(); });
    }

    workspace::Workspace workspace;
    MapControl control{&workspace};
    CameraFlight &flight = *new CameraFlight(&control);
};

} // namespace

class CameraFlightTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void arrivesExactly()
    {
        Flown flown;
        // A zoom whose way is no sum of doubles that meets it: clusters part at whole levels.
        flown.control.setCamera({events::toMercator(8, 45), 6.2});
        const Camera target{events::toMercator(11, 44), 9};
        flown.flight.flyTo(target);
        QVERIFY(flown.flight.isRunning());
        QCOMPARE(flown.flight.goal(), target);
        QVERIFY(flown.hasArrived());
        QCOMPARE(flown.control.camera(), target);
        QCOMPARE(flown.workspace.state().camera, std::optional(toDegrees(target)));
    }

    void atOnceWithoutMotion()
    {
        Flown flown;
        flown.control.setAnimated(false);
        flown.flight.flyTo({events::toMercator(11, 44), 9});
        QVERIFY(!flown.flight.isRunning());
        QCOMPARE(flown.control.camera().zoom, 9.0);
    }

    void stepsOnTheWayAddUp()
    {
        MapWindow window;
        QVERIFY(window.isShown());
        window.view->setAnimated(true);
        const MercatorPoint start = window.view->scene().camera.centre;
        const double pixel = 1 / worldPixels(window.view->scene().camera.zoom);
        for (int i = 0; i < 12; ++i) { // as a held key does it
            QTest::keyClick(window.view.get(), Qt::Key_Right);
            QTest::qWait(33);
        }
        const double underWay = (window.view->scene().camera.centre.x - start.x) / pixel;
        QVERIFY2(underWay > 400, qPrintable(QString::number(underWay)));
        QVERIFY(eventually([&] { return window.view->isSettled(); }));
        QCOMPARE(std::round((window.view->scene().camera.centre.x - start.x) / pixel), 1200.0);

        const double zoom = window.camera().zoom;
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(window.view.get(), Qt::Key_Plus);
        QVERIFY(eventually([&] { return window.view->isSettled(); }));
        QCOMPARE(window.camera().zoom, zoom + 3);
    }

    void givesWayToWhateverMovesTheCamera()
    {
        Flown flown;
        const workspace::Camera authored{100, -20, 4};
        flown.flight.flyTo({events::toMercator(11, 44), 9});
        QTest::qWait(60);
        QVERIFY(flown.flight.isRunning());
        flown.workspace.change([&](workspace::ViewState &state) { state.camera = authored; });
        QVERIFY(!flown.flight.isRunning());
        QTest::qWait(60);
        QCOMPARE(flown.workspace.state().camera, std::optional(authored));

        flown.flight.flyTo({events::toMercator(11, 44), 9});
        QTest::qWait(60);
        flown.control.mapMoved(12, 13, 6); // a hand
        QVERIFY(!flown.flight.isRunning());
        QCOMPARE(flown.control.camera().zoom, 6.0);
    }

    void theCameraComesBackToWhereItWas()
    {
        Flown flown;
        const workspace::Camera mine = flown.workspace.state().camera.value();
        const Camera before = flown.control.camera();
        const workspace::ViewState then = flown.workspace.state();
        flown.workspace.change(
            [](workspace::ViewState &state) { state.camera = workspace::Camera{100, -20, 4}; });
        QVERIFY(flown.control.camera() != before);
        flown.workspace.apply(then); // as a story does it when it ends
        QCOMPARE(flown.workspace.state().camera, std::optional(mine));
        QCOMPARE(flown.control.camera(), before);
    }
};

DATELINE_TEST(camera_flight, CameraFlightTest)

#include "tst_camera_flight.moc"
