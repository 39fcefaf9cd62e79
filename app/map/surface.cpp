// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/surface.h>

#include <map/map_control.h>

#include <QGuiApplication>
#include <QOpenGLContext>
#include <QQmlComponent>
#include <QQuickGraphicsConfiguration>
#include <QQuickWidget>
#include <QQuickWindow>

#include <future>

using namespace Qt::StringLiterals;

// Made by the build: registers the QML types of this module. Naming it here keeps the linker from
// leaving it out of a static library.
extern void qml_register_types_Dateline_Map();

namespace dateline::map {

namespace {

bool isSceneGraphWanted()
{
    if (QQuickWindow::sceneGraphBackend() == "software"_L1
        || qEnvironmentVariable("QT_QUICK_BACKEND") == "software"_L1)
        return false;
    const QString platform = QGuiApplication::platformName();
    return platform != "offscreen"_L1 && platform != "minimal"_L1;
}

/// Whether a context can be made, found out in a thread of its own.
const std::shared_future<bool> &openGLProbe()
{
    static const std::shared_future<bool> probe
        = std::async(std::launch::async, [] { return QOpenGLContext().create(); }).share();
    return probe;
}

} // namespace

void prepareSceneGraph()
{
    if (isSceneGraphWanted())
        openGLProbe();
}

bool canDrawSceneGraph()
{
    return isSceneGraphWanted() && openGLProbe().get();
}

QWidget *makeQuickSurface(MapControl *control, QWidget *parent)
{
    qml_register_types_Dateline_Map();
    // Set before the first Quick window: the widget that shows it composes with OpenGL.
    QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
    auto *widget = new QQuickWidget(parent);
    widget->setFocusPolicy(Qt::NoFocus);
    widget->setResizeMode(QQuickWidget::SizeRootObjectToView);
    widget->setClearColor(control->palette().sea);
    // Everything is drawn from back to front anyway; testing depth costs software OpenGL a pass.
    QQuickGraphicsConfiguration configuration;
    configuration.setDepthBufferFor2D(false);
    widget->quickWindow()->setGraphicsConfiguration(configuration);
    const QUrl url(u"qrc:/qt/qml/Dateline/Map/MapScreen.qml"_s);
    auto *component = new QQmlComponent(widget->engine(), url, widget);
    QObject *screen
        = component->createWithInitialProperties({{u"control"_s, QVariant::fromValue(control)}});
    widget->setContent(url, component, screen);
    return widget;
}

} // namespace dateline::map
