// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/context_menu.h>
#include <map/country_filter.h>
#include <map/country_shades.h>
#include <map/hover_card.h>
#include <map/lasso_tool.h>
#include <map/map_view.h>
#include <workspace/wording.h>

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

// How the map filters: by country, by a line around events, by what is in view.
namespace dateline::map {

void MapView::hoverCountry(const QPointF &pixel)
{
    const Choropleth &shades = m_control->scene().choropleth;
    const auto area
        = pixel.isNull() || shades.isEmpty() ? std::nullopt : m_control->areaUnder(pixel);
    const ShadedCountry *country = area ? shades.find(*area) : nullptr;
    if (!country) {
        m_card->hide();
        return;
    }
    const workspace::Workspace &workspace = *m_control->workspace();
    const events::CountryCode code = m_control->levels().map(0)->countries()[country->area].code;
    const std::vector<QString> &chosen = workspace.state().filters.values(query::Facet::Country);
    m_card->showText(shadeText(workspace.dataset(), shades, *country, workspace::countryName(code),
                               rowsOfShade(workspace, shades, code),
                               std::ranges::find(chosen, code.toString()) != chosen.end()),
                     pixel);
}

void MapView::clickCountry(const QPointF &pixel, Qt::KeyboardModifiers modifiers)
{
    const std::optional<QString> code = m_control->countryUnder(pixel);
    if (!code || modifiers.testFlag(Qt::ShiftModifier))
        return;
    if (modifiers.testFlag(Qt::ControlModifier)) {
        toggleCountries(*m_control->workspace(), {*code}, Choice::Besides);
    } else if (m_control->workspace()->state().shading != workspace::Shading::None) {
        takeCountryClick(); // of another country, which was no double-click
        m_clickedCountry = *code;
        m_countryClick.start(QApplication::doubleClickInterval());
    }
}

void MapView::takeCountryClick()
{
    if (!m_clickedCountry.isEmpty())
        toggleCountries(*m_control->workspace(), {std::exchange(m_clickedCountry, {})},
                        Choice::Besides);
}

void MapView::dropCountryClick()
{
    m_countryClick.stop();
    m_clickedCountry.clear();
}

bool MapView::takeLetter(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (event.key() == Qt::Key_L)
        drawLasso();
    else if (event.key() == Qt::Key_V)
        setInViewOnly(!m_control->workspace()->state().areaFollowsMap);
    else
        return false;
    return true;
}

// With the keyboard it is the menu of the middle of the map.
void MapView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = byKey ? rect().center() : event->pos();
    QMenu *menu = makeContextMenu(m_control, at, this);
    menu->addSeparator();
    menu->addAction(tr("Draw a line around events"), this, &MapView::drawLasso);
    QAction *inView = menu->addAction(tr("Only events in view"), this, &MapView::setInViewOnly);
    inView->setCheckable(true);
    inView->setChecked(m_control->workspace()->state().areaFollowsMap);
    m_card->hide();
    menu->popup(mapToGlobal(at));
}

void MapView::drawLasso()
{
    setFocus(Qt::OtherFocusReason);
    m_card->hide();
    m_lasso->begin();
}

void MapView::setLassoWanted(bool wanted)
{
    if (wanted) {
        drawLasso();
    } else if (m_lasso->isActive()) {
        m_lasso->cancel();
    } else {
        m_control->workspace()->change(
            [](workspace::ViewState &next) { next.filters.lasso.clear(); });
    }
}

void MapView::setInViewOnly(bool only)
{
    m_control->setAreaFollowsMap(only);
}

} // namespace dateline::map
