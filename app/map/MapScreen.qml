// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import QtPositioning
import Dateline.Map

// Qt Location's map owns the camera here: dragging with inertia, wheel and pinch at the cursor.
// North stays up, so there is neither rotation nor tilt. It draws the sea, SceneItem the rest.
Map {
    id: map

    required property MapControl control

    function follow() {
        if (width > 0 && height > 0)
            control.requestMove()
    }

    // Gestures alone are reported. What the map adjusts by itself while the window changes its size
    // is no wish of anybody's, and moveRequested brings it back.
    function report() {
        control.mapMoved(center.latitude, center.longitude, zoomLevel)
    }

    function panBy(dx, dy) {
        pan(dx, dy)
        report()
    }

    function zoomAt(position, levels) {
        const held = toCoordinate(position, false)
        zoomLevel = Math.max(minimumZoomLevel, Math.min(maximumZoomLevel, zoomLevel + levels))
        alignCoordinateToPoint(held, position)
        report()
    }

    plugin: Plugin { name: "itemsoverlay" }
    color: control ? control.sea : "white"
    copyrightsVisible: false
    maximumZoomLevel: control.online.closestZoom

    Component.onCompleted: follow()
    onWidthChanged: Qt.callLater(follow)
    onHeightChanged: Qt.callLater(follow)

    Connections {
        target: map.control

        function onMoveRequested(latitude, longitude, zoom) {
            flick.stop()
            map.zoomLevel = zoom
            map.center = QtPositioning.coordinate(latitude, longitude)
        }
    }

    SceneItem {
        anchors.fill: parent
        control: map.control
        marks: !tiles.active
    }

    // Pictures from a server over the land, which stays to be seen where none come. Off means that
    // the plugin is not even loaded.
    Loader {
        id: tiles
        anchors.fill: parent
        active: map.control.online.prefix !== ""
        opacity: map.control.shaded ? 0.5 : 1
        sourceComponent: Item {
            Map {
                // The plugin begins with a map of its own choice, and asks for nothing without size.
                readonly property bool isChosen: activeMapType.style === MapType.CustomMap

                anchors.fill: isChosen ? parent : undefined
                activeMapType: supportedMapTypes.find(type => type.style === MapType.CustomMap) ?? supportedMapTypes[0]
                center: map.center
                zoomLevel: map.zoomLevel
                color: "transparent"
                copyrightsVisible: false
                plugin: Plugin {
                    name: "osm"
                    PluginParameter { name: "osm.useragent"; value: Application.name + "/" + Application.version }
                    PluginParameter { name: "osm.mapping.custom.host"; value: map.control.online.prefix }
                    PluginParameter { name: "osm.mapping.cache.directory"; value: map.control.online.folder }
                    PluginParameter { name: "osm.mapping.prefetching_style"; value: "NoPrefetching" }
                    PluginParameter { name: "osm.mapping.providersrepository.disabled"; value: true }
                }
            }
        }
    }

    SceneItem {
        anchors.fill: parent
        visible: tiles.active
        control: map.control
        ground: false
    }

    WheelHandler {
        id: wheel
        // A wheel notch is half a level; with Ctrl an eighth.
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        acceptedModifiers: Qt.KeyboardModifierMask
        onWheel: event => {
            const notches = event.angleDelta.y / 120
            map.zoomAt(Qt.point(event.x, event.y),
                       event.modifiers & Qt.ControlModifier ? notches / 8 : notches / 2)
        }
    }

    DragHandler {
        id: drag
        target: null
        acceptedModifiers: Qt.NoModifier
        onTranslationChanged: delta => map.panBy(-delta.x, -delta.y)
        onActiveChanged: active ? flick.stop() : flick.begin(centroid.velocity)
    }

    PinchHandler {
        id: pinch
        target: null
        grabPermissions: PointerHandler.TakeOverForbidden
        onActiveChanged: flick.stop()
        onScaleChanged: delta => map.zoomAt(pinch.centroid.position, Math.log2(delta))
    }

    // After a drag is let go the map glides on a little.
    FrameAnimation {
        id: flick

        property point velocity // pixels per second

        function begin(speed) {
            if (!map.control.animated || Math.hypot(speed.x, speed.y) < 200)
                return
            velocity = Qt.point(speed.x, speed.y)
            start()
        }

        onTriggered: {
            map.panBy(-velocity.x * frameTime, -velocity.y * frameTime)
            const rest = Math.exp(-frameTime * 6)
            velocity = Qt.point(velocity.x * rest, velocity.y * rest)
            if (Math.hypot(velocity.x, velocity.y) < 20)
                stop()
        }
    }
}
