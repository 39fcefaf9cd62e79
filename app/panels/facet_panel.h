// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>
#include <workspace/workspace.h>

#include <QWidget>

#include <vector>

class QScrollArea;

namespace dateline::panels {

class FacetSection;

/// The facets of the dataset with live counts: each value is a filter that can be checked. Values
/// of one facet are OR, facets are AND; the counts of a facet ignore its own filter. A facet
/// without a value but "none" is not shown.
class FacetPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FacetPanel(workspace::Workspace *workspace, QWidget *parent = nullptr);

    void applyPalette(const workspace::Palette &palette, workspace::Theme theme);

    /// The section of a facet, or null when the dataset has nothing for it.
    [[nodiscard]] FacetSection *section(query::Facet facet) const;

    [[nodiscard]] QSize sizeHint() const override { return {280, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 160}; }

private:
    void showSections();

    workspace::Workspace *m_workspace;
    QScrollArea *m_scroll;
    std::vector<FacetSection *> m_sections;
    Look m_look;
};

} // namespace dateline::panels
