// SPDX-License-Identifier: GPL-3.0-or-later
// bench_map DATASET [--events N] [--peer yes] [--only WAY]
// measures frames of the map in a window of 1600 × 900 pixels, one JSON line for each pan and zoom.
// DATASET is a package; with --events N so many synthetic events stand in for it. With --peer yes
// the same land and places are drawn by MapPolygon and MapQuickItem instead. --only measures one
// way, for a profiler.
#include <map/basemap.h>
#include <map/drawing.h>
#include <map/map_view.h>
#include <readers/package_reader.h>
#include <shell/frame_wait.h>

#include <QApplication>
#include <QGeoCoordinate>
#include <QGeoPolygon>
#include <QQuickItem>
#include <QQuickView>

#include <cmath>
#include <ctime>
#include <functional>

#include "measure.h"
#include "options.h"
#include "synthetic_dataset.h"
#include "workload.h"

namespace dateline::tests {

namespace {

using shell::awaitFrame;

constexpr QSize mapSize(1600, 900);
constexpr int stepsOfWay = 40;

/// Degrees and tile zoom, from the first to the last step.
struct Way
{
    const char *name;
    workspace::Camera from;
    workspace::Camera to;
};
constexpr std::array ways{
    Way{"pan the world", {-40, 20, 2.5}, {40, 30, 2.5}},
    Way{"pan a continent", {0, 46, 4.5}, {25, 52, 4.5}},
    Way{"pan a country", {9, 43, 6.5}, {15, 45, 6.5}},
    Way{"zoom", {12, 43, 2.5}, {12, 43, 6.5}},
};

workspace::Camera onTheWay(const Way &way, int step)
{
    const double share = double(step) / stepsOfWay;
    return {std::lerp(way.from.longitude, way.to.longitude, share),
            std::lerp(way.from.latitude, way.to.latitude, share),
            std::lerp(way.from.zoom, way.to.zoom, share)};
}

using Look = std::function<void(const workspace::Camera &)>;
using Seen = std::function<bool()>;

/// Measures all ways, or the one called `only`, and prints them. `settled` holds when all is there
/// that takes its time.
void measureWays(const std::string &engine, std::size_t events, const std::string &only,
                 const Look &look, const Seen &isDrawn, const Seen &isSettled)
{
    for (const Way &way : ways) {
        if (!only.empty() && only != way.name)
            continue;
        // Once there and back, so that nothing has to be read or cut to pieces any more.
        look(way.to);
        (void)awaitFrame(isSettled);
        look(way.from);
        (void)awaitFrame(isSettled);
        std::vector<double> times;
        std::vector<double> cpu;
        for (int step = 1; step <= stepsOfWay; ++step) {
            const double start = now();
            const std::clock_t cpuStart = std::clock();
            look(onTheWay(way, step));
            if (!awaitFrame(isDrawn))
                throw std::runtime_error("a frame did not come");
            times.push_back(now() - start);
            cpu.push_back(double(std::clock() - cpuStart) * 1000 / CLOCKS_PER_SEC);
        }
        const std::string name = std::string("map: ") + way.name;
        ResultLine(engine, name, events).withTimes(times).print();
        ResultLine(engine, name + ", CPU", events).withTimes(cpu).print();
    }
}

void measureOurs(const std::shared_ptr<const events::Dataset> &dataset, const std::string &only)
{
    map::prepareDrawing();
    workspace::Workspace workspace;
    workspace.setDataset(dataset);
    const double memoryBefore = privateMegabytes();
    const double baseMapStart = now();
    if (!map::BaseMap::fromResources(0).map)
        throw std::runtime_error("the base map cannot be read");
    ResultLine("dateline", "map: base map", dataset->size())
        .withTimes({now() - baseMapStart})
        .print();
    const double start = now();
    map::MapView view(&workspace);
    view.setAnimated(false);
    view.resize(mapSize);
    view.show();
    (void)awaitFrame([&view] { return view.isDrawn(); });
    ResultLine("dateline", "map: first frame", dataset->size()).withTimes({now() - start}).print();
    const Look look = [&workspace](const workspace::Camera &camera) {
        workspace.change([&camera](workspace::ViewState &state) { state.camera = camera; },
                         workspace::Step::Passing);
    };
    measureWays(
        "dateline", dataset->size(), only, look, [&view] { return view.isDrawn(); },
        [&view] { return view.isSettled(); });
    ResultLine("dateline", "memory of the map", dataset->size())
        .with("mb", privateMegabytes() - memoryBefore)
        .print();
}

QVariantList countryShapes(const map::BaseMap &land)
{
    QVariantList shapes;
    for (const map::BaseMapCountry &country : land.countries()) {
        for (const map::Run &ring :
             land.rings().subspan(country.rings.first, country.rings.count)) {
            QGeoPolygon polygon;
            for (const std::uint32_t index : land.ringVertices().subspan(ring.first, ring.count)) {
                const map::MapVertex &vertex = land.vertices()[index];
                polygon.addCoordinate({events::mercatorLatitude(double(vertex.y)),
                                       events::mercatorLongitude(double(vertex.x))});
            }
            shapes.append(QVariant::fromValue(polygon));
        }
    }
    return shapes;
}

QVariantList eventPlaces(const events::Dataset &dataset)
{
    QVariantList places;
    const events::EventColumns &columns = dataset.columns();
    for (events::Row row = 0; row < columns.pointCount; ++row) {
        const events::MercatorPoint point = columns.position.at(row);
        places.append(QVariant::fromValue(
            QGeoCoordinate(events::mercatorLatitude(point.y), events::mercatorLongitude(point.x))));
    }
    return places;
}

void measurePeer(const events::Dataset &dataset, const std::string &only)
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
    const map::BaseMapResult land = map::BaseMap::fromResources(1); // 1:50m, not thinned
    if (!land.map)
        throw std::runtime_error(land.fault.toStdString());
    QQuickView view;
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(mapSize);
    view.setInitialProperties({{QStringLiteral("countries"), countryShapes(*land.map)},
                               {QStringLiteral("places"), eventPlaces(dataset)}});
    view.setSource(QUrl(QStringLiteral("qrc:/bench/MapPeer.qml")));
    if (view.status() != QQuickView::Ready)
        throw std::runtime_error("MapPeer.qml cannot be shown");
    bool isDrawn = false;
    QObject::connect(&view, &QQuickWindow::frameSwapped, &view, [&isDrawn] { isDrawn = true; });
    view.show();
    const Seen seen = [&isDrawn] { return isDrawn; };
    (void)awaitFrame(seen);
    const Look look = [&](const workspace::Camera &camera) {
        isDrawn = false;
        QMetaObject::invokeMethod(view.rootObject(), "look", QVariant(camera.latitude),
                                  QVariant(camera.longitude), QVariant(camera.zoom));
    };
    measureWays("MapPolygon", dataset.size(), only, look, seen, seen);
}

int benchMap(int argc, char **argv)
{
    if (argc < 2)
        throw std::runtime_error("which dataset?");
    const Options options(argc - 1, argv + 1, {"--events", "--peer", "--only"});
    const auto count = std::uint32_t(options.number("--events", 0, mostEvents));
    const std::string only = options.text("--only", {});
    std::shared_ptr<const events::Dataset> dataset;
    if (count > 0)
        dataset = events::Dataset::build(syntheticTables(benchEvents(count, 1)));
    else
        dataset = readers::readPackage(QString::fromLocal8Bit(argv[1])).dataset;
    if (!dataset)
        throw std::runtime_error("the dataset cannot be read");
    if (options.text("--peer", {}) == "yes")
        measurePeer(*dataset, only);
    else
        measureOurs(dataset, only);
    return 0;
}

} // namespace

} // namespace dateline::tests

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    return dateline::tests::reportingFaults(
        "bench_map", [argc, argv] { return dateline::tests::benchMap(argc, argv); });
}
