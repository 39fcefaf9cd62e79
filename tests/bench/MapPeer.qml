// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtLocation
import QtPositioning

// The same land and events as the program's map, from the items that Qt Location offers for them.
Map {
    id: map

    required property var countries // shapes
    required property var places // coordinates

    function look(latitude, longitude, zoom) {
        zoomLevel = zoom
        center = QtPositioning.coordinate(latitude, longitude)
    }

    plugin: Plugin { name: "itemsoverlay" }
    color: "#dce6ec"
    copyrightsVisible: false

    MapItemView {
        model: map.countries
        delegate: MapPolygon {
            required property var modelData
            geoShape: modelData
            color: "#f5f3ee"
            border { width: 1; color: "#b9b4a8" }
        }
    }
    MapItemView {
        model: map.places
        delegate: MapQuickItem {
            required property var modelData
            coordinate: modelData
            anchorPoint: Qt.point(6, 6)
            sourceItem: Rectangle {
                width: 12
                height: 12
                radius: 6
                color: "#0072b2"
                border { width: 1; color: "#ffffff" }
            }
        }
    }
}
