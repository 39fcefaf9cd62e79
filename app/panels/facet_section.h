// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>
#include <workspace/workspace.h>

#include <QWidget>

namespace dateline::panels {

class FacetList;
class FacetModel;
class FieldEdit;
class PlainButton;

/// One facet: a heading that folds it, a button that clears it, a field to find a value in a long
/// one, the values, and "more".
class FacetSection : public QWidget
{
    Q_OBJECT

public:
    FacetSection(workspace::Workspace *workspace, query::Facet facet, QWidget *parent = nullptr);

    void setLook(const Look &look);

    [[nodiscard]] FacetModel *model() const { return m_model; }
    [[nodiscard]] FacetList *list() const { return m_list; }

    /// Unfolded facets show their values.
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_open; }

Q_SIGNALS:
    /// The keyboard has moved to a value, here in coordinates of the section.
    void movedTo(const QRect &box);

private:
    void build();
    void refresh();

    workspace::Workspace *m_workspace;
    FacetModel *m_model;
    PlainButton *m_heading;
    PlainButton *m_clear;
    FieldEdit *m_pattern;
    FacetList *m_list;
    PlainButton *m_more;
    bool m_open = true;
};

} // namespace dateline::panels
