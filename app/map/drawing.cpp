// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/drawing.h>

#include <map/painted_scene.h>

#include <QDir>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QQmlComponent>
#include <QQuickGraphicsConfiguration>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <future>
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

// Made by the build: registers the QML types of this module. Naming it here keeps the linker from
// leaving it out of a static library.
extern void qml_register_types_Dateline_Map();

namespace dateline::map {

namespace {

/// What the environment and the platform say, without asking a driver.
std::optional<Drawing> evidentDrawing()
{
    const QString backend = qEnvironmentVariable("QT_QUICK_BACKEND");
    const QString platform = QGuiApplication::platformName();
    if (backend == "software"_L1 || platform == "offscreen"_L1 || platform == "minimal"_L1)
        return Drawing::Painter;
    if (backend == "rhi"_L1)
        return Drawing::SceneGraph;
#ifdef Q_OS_LINUX
    // Mesa would load its software driver: a quarter of the time that the program takes to start.
    if (QDir(u"/dev/dri"_s).entryList({u"renderD*"_s}, QDir::System).isEmpty()
        && !QFile::exists(u"/dev/nvidiactl"_s) && !QFile::exists(u"/dev/dxg"_s))
        return Drawing::Painter;
#endif
    return {};
}

/// Whether a graphics processor serves OpenGL on the surface.
bool isAccelerated(QOffscreenSurface *surface)
{
    QOpenGLContext context;
    if (!context.create() || !context.makeCurrent(surface))
        return false;
    const QByteArray renderer(
        reinterpret_cast<const char *>(context.functions()->glGetString(GL_RENDERER)));
    context.doneCurrent();
    constexpr std::array<QByteArrayView, 4> inSoftware{"llvmpipe", "softpipe", "SWR",
                                                       "Software Rasterizer"};
    return std::ranges::none_of(
        inSoftware, [&renderer](QByteArrayView name) { return renderer.contains(name); });
}

/// Asks the driver in a thread of its own; the surface has to be made in the GUI thread.
const std::shared_future<bool> &driverProbe()
{
    static const std::shared_future<bool> probe = [] {
        auto *surface = new QOffscreenSurface(nullptr, qGuiApp);
        surface->create();
        return std::async(std::launch::async, isAccelerated, surface).share();
    }();
    return probe;
}

} // namespace

void prepareDrawing()
{
    if (!evidentDrawing())
        driverProbe();
}

Drawing drawing()
{
    static const Drawing chosen = [] {
        if (const std::optional<Drawing> evident = evidentDrawing())
            return *evident;
        return driverProbe().get() ? Drawing::SceneGraph : Drawing::Painter;
    }();
    return chosen;
}

QWidget *makeSurface(MapControl *control, QWidget *parent)
{
    qml_register_types_Dateline_Map();
    static std::once_flag told; // before the first Quick window; Qt warns when told again
    std::call_once(told, [] {
        QQuickWindow::setGraphicsApi(drawing() == Drawing::Painter ? QSGRendererInterface::Software
                                                                   : QSGRendererInterface::OpenGL);
    });
    auto *widget = new QQuickWidget(parent);
    widget->setFocusPolicy(Qt::NoFocus);
    widget->setResizeMode(QQuickWidget::SizeRootObjectToView);
    widget->setClearColor(control->palette().sea);
    // Everything is drawn from back to front anyway; testing depth costs OpenGL a pass.
    QQuickGraphicsConfiguration configuration;
    configuration.setDepthBufferFor2D(false);
    widget->quickWindow()->setGraphicsConfiguration(configuration);
    const QUrl url(u"qrc:/qt/qml/Dateline/Map/MapScreen.qml"_s);
    auto *component = new QQmlComponent(widget->engine(), url, widget);
    QObject *screen
        = component->createWithInitialProperties({{u"control"_s, QVariant::fromValue(control)}});
    widget->setContent(url, component, screen);
    if (drawing() == Drawing::Painter) {
        auto *sheet = new QVBoxLayout(widget);
        sheet->setContentsMargins({});
        sheet->addWidget(new PaintedSheet(control, widget));
    }
    return widget;
}

} // namespace dateline::map
