// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/legend_widget.h>

#include <map/furniture.h>
#include <map/shade_button.h>

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

/// Whether choosing its countries means something: those of the counted things that the filter
/// leaves out have nothing to show.
bool isClass(const LegendEntry &entry)
{
    return entry.sample == LegendEntry::Sample::Shade
        || (entry.sample == LegendEntry::Sample::ShadeOfNone
            && entry.shading == workspace::Shading::Investigations);
}

bool isOfShades(const LegendEntry &entry)
{
    using Sample = LegendEntry::Sample;
    return entry.sample == Sample::Heading || entry.sample == Sample::Shade
        || entry.sample == Sample::ShadeOfNone || entry.sample == Sample::NoData;
}

} // namespace

LegendWidget::LegendWidget(MapControl *control, QWidget *parent)
    : PlateWidget(parent)
    , m_control(control)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Legend"));
    hide();
}

void LegendWidget::refresh()
{
    std::vector<LegendEntry> entries
        = legendOf(m_control->scene(), m_control->workspace()->dataset().kinds());
    if (entries != m_entries) {
        m_entries = std::move(entries);
        QStringList lines;
        for (const LegendEntry &entry : m_entries)
            lines.append(entry.text);
        setAccessibleDescription(lines.join(u", "_s));
        redraw();
    }
}

void LegendWidget::setRoom(double widest, double highest)
{
    const MapPalette &palette = m_control->palette();
    std::vector<LegendEntry> shown = m_entries;
    m_layout = layOutLegend(shown, widest, palette);
    if (m_layout.size.height() > highest && std::ranges::any_of(shown, isClass)) {
        std::erase_if(shown, [](const LegendEntry &entry) { return !isOfShades(entry); });
        m_layout = layOutLegend(shown, widest, palette);
    }
    if (shown == m_shown)
        return;
    m_shown = std::move(shown);
    redraw();
}

QSize LegendWidget::sizeHint() const
{
    return {int(std::ceil(m_layout.size.width())), int(std::ceil(m_layout.size.height()))};
}

void LegendWidget::drawPlate(QPainter &painter)
{
    const MapPalette &palette = m_control->palette();
    paintPlate(painter, rect().toRectF(), palette);
    paintLegend(painter, m_shown, m_layout, m_control->workspace()->dataset().kinds(), palette);
}

void LegendWidget::placeButtons()
{
    std::size_t used = 0;
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (!isClass(m_shown[i]))
            continue;
        if (used == m_buttons.size())
            m_buttons.push_back(new ShadeButton(m_control, parentWidget()));
        ShadeButton *button = m_buttons[used++];
        button->setEntry(m_shown[i]);
        button->setGeometry(
            m_layout.boxes[i].adjusted(-4, 0, 6, 0).translated(pos()).toAlignedRect());
        button->refresh();
        button->setVisible(!isHidden());
    }
    for (; used < m_buttons.size(); ++used)
        m_buttons[used]->hide();
    ShadeButton::keepOneTabStop(m_buttons);
}

} // namespace dateline::map
