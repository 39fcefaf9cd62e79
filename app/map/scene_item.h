// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_control.h>

#include <QQuickItem>

namespace dateline::map {

class PaintedScene;

/// Draws the scene of a MapControl as large as itself: as nodes, or with QPainter in the software
/// backend of Qt Quick, which has no meshes. Two items draw it together where something lies
/// between the ground and the marks; where nothing does, that backend draws nothing here, because
/// PaintedSheet covers it.
class SceneItem : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::map::MapControl *control READ control WRITE setControl NOTIFY
                   controlChanged REQUIRED)
    Q_PROPERTY(bool ground MEMBER m_ground NOTIFY partsChanged) ///< land, borders, names
    Q_PROPERTY(bool marks MEMBER m_marks NOTIFY partsChanged) ///< all that events put there

public:
    explicit SceneItem(QQuickItem *parent = nullptr);

    [[nodiscard]] MapControl *control() const { return m_control; }
    void setControl(MapControl *control);

Q_SIGNALS:
    void controlChanged();
    void partsChanged();

protected:
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

private:
    void redraw();

    MapControl *m_control = nullptr;
    bool m_ground = true;
    bool m_marks = true;
    PaintedScene *m_painted = nullptr; ///< where QPainter draws
};

} // namespace dateline::map
