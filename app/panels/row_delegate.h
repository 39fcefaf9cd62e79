// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>
#include <workspace/workspace.h>

#include <QStyledItemDelegate>

#include <optional>

namespace dateline::panels {

/// Paints events (EventRowRole) with their symbol: as two lines and headings in a list, as cells
/// in a table.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// List: a title with a second line. Table: a cell.
    enum class Form : std::uint8_t { List, Table };

    RowDelegate(workspace::Workspace *workspace, Form form, QObject *parent = nullptr);

    void setLook(const Look &look) { m_look = look; }

    /// The column of a table that shows the symbol before its text.
    void setSymbolColumn(int column) { m_symbolColumn = column; }

    /// Of a list; heights only differ between headings and events.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    void paintEntry(QPainter &painter, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
    void paintCell(QPainter &painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void measure(const QFont &font) const;
    [[nodiscard]] QColor groundOf(const QStyleOptionViewItem &option, bool hovered) const;
    void paintEventSymbol(QPainter &painter, const QStyleOptionViewItem &option, const QRect &box,
                          events::Row row) const;

    workspace::Workspace *m_workspace;
    Form m_form;
    std::optional<int> m_symbolColumn;
    Look m_look;
    mutable QFont m_measuredFont; ///< what the heights are for
    mutable int m_eventHeight = 0;
    mutable int m_headingHeight = 0;
};

} // namespace dateline::panels
