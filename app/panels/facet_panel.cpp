// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/facet_panel.h>

#include <panels/facet_model.h>
#include <panels/facet_section.h>
#include <panels/thin_scroll_bar.h>

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace dateline::panels {

namespace {

constexpr std::array facetsInOrder{query::Facet::Kind,     query::Facet::Country,
                                   query::Facet::Claimant, query::Facet::Standing,
                                   query::Facet::Bureau,   query::Facet::Tag};

/// Facets that few people need begin folded, so that the others have room.
bool beginsOpen(query::Facet facet)
{
    return facet != query::Facet::Bureau && facet != query::Facet::Tag;
}

} // namespace

FacetPanel::FacetPanel(workspace::Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_scroll(new QScrollArea(this))
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, grid / 2, 0, grid);
    column->setSpacing(grid / 2);
    for (const query::Facet facet : facetsInOrder) {
        auto *section = new FacetSection(workspace, facet, content);
        section->setOpen(beginsOpen(facet));
        column->addWidget(section);
        m_sections.push_back(section);
        connect(section, &FacetSection::movedTo, this, [this, section](const QRect &box) {
            const QPoint at = box.center() + section->pos();
            m_scroll->ensureVisible(at.x(), at.y(), 0, 4 * grid);
        });
    }
    column->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_scroll->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    connect(workspace, &workspace::Workspace::datasetChanged, this, &FacetPanel::showSections);
    applyPalette(workspace::paletteOf(workspace::Theme::Paper), workspace::Theme::Paper);
    showSections();
}

void FacetPanel::applyPalette(const workspace::Palette &palette, workspace::Theme theme)
{
    m_look = Look(palette, theme);
    setPalette(m_look.widgetPalette());
    for (FacetSection *section : m_sections)
        section->setLook(m_look);
}

FacetSection *FacetPanel::section(query::Facet facet) const
{
    const auto found = std::ranges::find_if(m_sections, [facet](const FacetSection *section) {
        return section->model()->facet() == facet;
    });
    return (*found)->isHidden() ? nullptr : *found;
}

void FacetPanel::showSections()
{
    for (FacetSection *section : m_sections) {
        const std::vector<QString> &values
            = m_workspace->crossfilter().facet(section->model()->facet()).values();
        const bool onlyNone = values.size() == 1 && values.front().isEmpty();
        section->setHidden(values.empty() || onlyNone);
    }
}

} // namespace dateline::panels
