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

    // A whole gesture of zooming is two changes, of zoom and of centre; report it once.
    property bool adjusting: true

    function follow() {
        if (width > 0 && height > 0)
            control.requestMove()
    }

    function report() {
        if (!adjusting)
            control.mapMoved(center.latitude, center.longitude, zoomLevel)
    }

    function zoomAt(position, levels) {
        const held = toCoordinate(position, false)
        adjusting = true
        zoomLevel = Math.max(minimumZoomLevel, Math.min(maximumZoomLevel, zoomLevel + levels))
        alignCoordinateToPoint(held, position)
        adjusting = false
        report()
    }

    plugin: Plugin { name: "itemsoverlay" }
    color: control ? control.sea : "white"
    copyrightsVisible: false
    maximumZoomLevel: control.maximumZoom

    Component.onCompleted: follow()
    onWidthChanged: Qt.callLater(follow)
    onHeightChanged: Qt.callLater(follow)
    onCenterChanged: report()
    onZoomLevelChanged: report()

    Connections {
        target: map.control

        function onMoveRequested(latitude, longitude, zoom) {
            flick.stop()
            map.adjusting = true
            map.zoomLevel = zoom
            map.center = QtPositioning.coordinate(latitude, longitude)
            map.adjusting = false
            map.report()
        }
    }

    SceneItem {
        anchors.fill: parent
        control: map.control
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
        onTranslationChanged: delta => map.pan(-delta.x, -delta.y)
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
            map.pan(-velocity.x * frameTime, -velocity.y * frameTime)
            const rest = Math.exp(-frameTime * 6)
            velocity = Qt.point(velocity.x * rest, velocity.y * rest)
            if (Math.hypot(velocity.x, velocity.y) < 20)
                stop()
        }
    }
}
