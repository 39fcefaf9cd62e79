// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_scene.h>

#include <QObject>
#include <QVariantAnimation>

#include <utility>
#include <vector>

namespace dateline::map {

/// Lets symbols come out of the cluster that held them, for a moment after a zoom has parted it, so
/// that the eye can follow what became of it.
class ClusterMotion : public QObject
{
    Q_OBJECT

public:
    explicit ClusterMotion(QObject *parent = nullptr);

    /// Takes up that `after` is shown in place of `before`, and moves its symbols back to where
    /// they are at this moment of a motion. A motion begins when a zoom has parted clusters; none
    /// does where `wanted` does not hold.
    void follow(const MapScene &before, MapScene &after, bool wanted);

    /// Ends a motion: the next scene has its symbols in their places.
    void stop() { m_time.stop(); }

    [[nodiscard]] bool isRunning() const { return m_time.state() != QAbstractAnimation::Stopped; }

Q_SIGNALS:
    void moved(); ///< the symbols are elsewhere by now

private:
    /// Where a symbol comes from, by its first event.
    using Origin = std::pair<events::Row, MercatorPoint>;

    QVariantAnimation m_time;
    std::vector<Origin> m_origins; ///< ascending
};

} // namespace dateline::map
