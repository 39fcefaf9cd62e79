// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_view.h>

#include <support/sample_dataset.h>

#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <functional>
#include <memory>

namespace dateline::tests {

/// A workspace with a map of it in a real window.
struct MapWindow
{
    MapWindow()
        : view(std::make_unique<map::MapView>(&workspace))
    {
        workspace.setDataset(tests::sampleDataset());
        view->setAnimated(false);
        view->resize(900, 560);
        view->show();
        look(8, 45, 5);
    }

    [[nodiscard]] bool isShown() const { return QTest::qWaitForWindowActive(view.get()); }

    void look(double longitude, double latitude, double zoom)
    {
        workspace.change(
            [&](workspace::ViewState &state) {
                state.camera = workspace::Camera{longitude, latitude, zoom};
            },
            workspace::Step::Passing);
        QTest::qWait(60);
    }

    [[nodiscard]] workspace::Camera camera() const
    {
        return workspace.state().camera.value_or(workspace::Camera{});
    }

    /// The child that takes the pointer.
    [[nodiscard]] QWidget *surface() const { return view->childAt(450, 280); }

    [[nodiscard]] QPoint pixelAt(double longitude, double latitude) const
    {
        const map::MapScene &scene = view->scene();
        return toPixel(scene.camera, scene.size, events::toMercator(longitude, latitude)).toPoint();
    }

    [[nodiscard]] QPoint pixelOf(QStringView id) const
    {
        const events::Row row = workspace.dataset().eventRow(id).value();
        for (const map::SceneSymbol &symbol : view->scene().symbols)
            if (std::ranges::binary_search(symbol.rows, row))
                return symbol.pixel.toPoint();
        for (const map::SceneChip &chip : view->scene().chips)
            if (std::ranges::binary_search(chip.rows, row))
                return chip.pixel.toPoint();
        return {};
    }

    void wheel(const QPoint &at, int notches, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, view->mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(surface(), &event);
        QTest::qWait(30);
    }

    workspace::Workspace workspace;
    std::unique_ptr<map::MapView> view;
};

/// Whether the condition comes true within a second or so. (The macros of QtTest for this warn
/// about a conversion of their own.)
inline bool eventually(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 2000);
}

} // namespace dateline::tests
