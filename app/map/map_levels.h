// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/basemap.h>
#include <map/land_mesh.h>

#include <QObject>
#include <QThreadPool>

#include <array>
#include <memory>

namespace dateline::map {

/// The levels of the base map that are built into the program, read as they are needed: the
/// coarsest at once, the others in the background. Lives in the GUI thread.
class MapLevels : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MapLevels)

public:
    explicit MapLevels(QObject *parent = nullptr);
    ~MapLevels() override;

    /// Starts to read this level and those below it, unless that was done. levelReady() follows.
    void request(int level);

    /// The level, or the finest coarser one that is there. Null when not even that could be read,
    /// which fault() explains.
    [[nodiscard]] std::shared_ptr<const BaseMap> map(int level) const;
    /// The mesh of that level; null where no meshes are drawn (see drawing()).
    [[nodiscard]] std::shared_ptr<const LandMesh> mesh(int level) const;

    /// True while a level that was requested is still being read.
    [[nodiscard]] bool isReading() const;

    /// What was wrong with the level that could not be read; empty when all is well.
    [[nodiscard]] const QString &fault() const { return m_fault; }

Q_SIGNALS:
    void levelReady(int level);
    void failed(const QString &fault);

private:
    struct Level
    {
        bool requested = false;
        std::shared_ptr<const BaseMap> map;
        std::shared_ptr<const LandMesh> mesh;
    };

    void deliver(int level, const BaseMapResult &result,
                 const std::shared_ptr<const LandMesh> &mesh);
    [[nodiscard]] const Level *available(int level) const;

    std::array<Level, BaseMap::levelCount> m_levels;
    QString m_fault;
    QThreadPool m_pool;
};

} // namespace dateline::map
