// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_control.h>

#include <QQuickItem>

namespace dateline::map {

/// Draws the scene of a MapControl with the scene graph, as large as itself.
class SceneItem : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::map::MapControl *control READ control WRITE setControl NOTIFY
                   controlChanged REQUIRED)

public:
    explicit SceneItem(QQuickItem *parent = nullptr);

    [[nodiscard]] MapControl *control() const { return m_control; }
    void setControl(MapControl *control);

Q_SIGNALS:
    void controlChanged();

protected:
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

private:
    void redraw();

    MapControl *m_control = nullptr;
};

} // namespace dateline::map
