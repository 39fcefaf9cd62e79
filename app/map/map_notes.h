// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_control.h>

#include <QObject>

#include <vector>

class QLabel;
class QToolButton;

namespace dateline::map {

/// What the map says at its upper edge while there is reason to: the date of the play head, large
/// enough for the back of a classroom; how a line is drawn; and that replies to what is shown are
/// left out by the filter.
class MapNotes : public QObject
{
    Q_OBJECT

public:
    /// Puts the notes into `parent`, above what is in it.
    MapNotes(MapControl *control, QWidget *parent);

    /// Says, or no longer says, how a line around events is drawn.
    void setDrawing(bool drawing);

    /// Places everything anew: the parent has another size.
    void arrange();

Q_SIGNALS:
    /// Where the notes that are shown stand now, in pixels of the parent.
    void placed(const std::vector<QRectF> &boxes);
    /// A list of these replies is asked for.
    void repliesRequested(const std::vector<dateline::events::Row> &replies, const QPoint &at);

private:
    void refresh();
    void refreshReplies();
    void applyPalette();

    MapControl *m_control;
    QWidget *m_parent;
    QLabel *m_date;
    QLabel *m_hint;
    QToolButton *m_replies;
    std::vector<events::Row> m_hiddenReplies;
    bool m_isDrawing = false;
};

/// The events that answer a passing event and do not pass themselves, ascending; `passing` has the
/// size of the dataset.
[[nodiscard]] std::vector<events::Row> hiddenReplies(const events::Dataset &dataset,
                                                     const bitsets::RowSet &passing);

} // namespace dateline::map
