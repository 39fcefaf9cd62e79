// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/facet_section.h>

#include <panels/facet_list.h>
#include <panels/facet_model.h>
#include <panels/field_edit.h>
#include <panels/plain_button.h>
#include <workspace/wording.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace dateline::panels {

FacetSection::FacetSection(workspace::Workspace *workspace, query::Facet facet, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new FacetModel(workspace, facet, this))
    , m_heading(new PlainButton(PlainButton::Style::Header, this))
    , m_clear(new PlainButton(PlainButton::Style::Link, this))
    , m_pattern(new FieldEdit(this))
    , m_list(new FacetList(m_model, this))
    , m_more(new PlainButton(PlainButton::Style::Link, this))
{
    build();
    connect(m_heading, &PlainButton::clicked, this, [this] { setOpen(!m_open); });
    connect(m_clear, &PlainButton::clicked, m_model, &FacetModel::clear);
    connect(m_more, &PlainButton::clicked, this, [this] {
        m_model->setExpanded(!m_model->isExpanded());
        refresh();
    });
    connect(m_pattern, &QLineEdit::textChanged, m_model, &FacetModel::setPattern);
    connect(m_list, &FacetList::movedTo, this,
            [this](const QRect &box) { Q_EMIT movedTo(box.translated(m_list->pos())); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &FacetSection::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FacetSection::refresh);
    refresh();
}

void FacetSection::build()
{
    const QString label = workspace::facetLabel(m_model->facet());
    m_heading->setText(label);
    m_heading->setToolTip(tr("Folds or unfolds the values"));
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear the filter %1").arg(label));
    m_list->setAccessibleName(label);
    m_pattern->setPlaceholderText(tr("Find a value"));
    m_pattern->setAccessibleName(tr("Find a value of %1").arg(label));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(grid, 0, grid, 0);
    top->addWidget(m_heading, 1);
    top->addWidget(m_clear);
    auto *find = new QHBoxLayout;
    find->setContentsMargins(grid, 0, grid, grid / 2);
    find->addWidget(m_pattern);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(3 * grid, 0, 0, 0);
    bottom->addWidget(m_more);
    bottom->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid / 2, 0, grid / 2);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(find);
    layout->addWidget(m_list);
    layout->addLayout(bottom);
    setTabOrder({m_heading, m_clear, m_pattern, m_list, m_more});
}

void FacetSection::setLook(const Look &look)
{
    for (PlainButton *button : {m_heading, m_clear, m_more})
        button->setLook(look);
    m_pattern->setLook(look);
    m_list->setLook(look);
}

void FacetSection::setOpen(bool open)
{
    if (m_open == open)
        return;
    m_open = open;
    refresh();
}

void FacetSection::refresh()
{
    const QLocale locale;
    const std::size_t chosen = m_workspace->state().filters.values(m_model->facet()).size();
    const QString values = locale.toString(qulonglong(m_model->valueCount()));
    m_heading->setGlyph(m_open ? Glyph::Down : Glyph::Right);
    m_heading->setNote(chosen == 0 ? values : tr("%1 of %2").arg(chosen).arg(values));
    m_heading->setAccessibleName(m_open ? tr("%1, unfolded").arg(m_heading->text())
                                        : tr("%1, folded").arg(m_heading->text()));
    m_clear->setVisible(chosen > 0);
    m_list->setVisible(m_open);
    m_pattern->setVisible(m_open && m_model->isLong() && m_model->isExpanded());
    m_more->setVisible(m_open && m_model->isLong());
    m_more->setText(m_model->isExpanded() ? tr("Fewer") : tr("More… (%1)").arg(values));
    m_more->setAccessibleName(tr("%1: %2").arg(m_heading->text(), m_more->text()));
    if (!m_model->isExpanded())
        m_pattern->clear();
}

} // namespace dateline::panels
