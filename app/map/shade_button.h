// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/legend.h>
#include <map/map_control.h>

#include <QAbstractButton>

#include <optional>

namespace dateline::map {

/// A class in the legend of a choropleth as a button, over the entry that the legend draws: shows
/// only the countries of the class, with Ctrl those as well, and takes them away again. Of all
/// such buttons of a widget one is reached with Tab, the others with arrow keys.
class ShadeButton : public QAbstractButton
{
    Q_OBJECT

public:
    ShadeButton(MapControl *control, QWidget *parent);

    /// The class that it stands for from now on: a Shade or a ShadeOfNone.
    void setEntry(const LegendEntry &entry);

    /// Takes up how many countries are in the class, and whether the filter chooses them.
    void refresh();

    /// Of these buttons, makes one reachable with Tab if none is.
    static void keepOneTabStop(const std::vector<ShadeButton *> &buttons);

    [[nodiscard]] QSize sizeHint() const override { return size(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void nextCheckState() override;

private:
    [[nodiscard]] std::vector<QString> countries() const;
    [[nodiscard]] QList<ShadeButton *> row() const;
    [[nodiscard]] bool isReachable() const { return !isHidden() && isEnabled(); }

    MapControl *m_control;
    LegendEntry m_entry;
};

} // namespace dateline::map
