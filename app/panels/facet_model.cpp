// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/facet_model.h>

#include <workspace/wording.h>

#include <algorithm>

namespace dateline::panels {

FacetModel::FacetModel(workspace::Workspace *workspace, query::Facet facet, QObject *parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
    , m_facet(facet)
{
    connect(workspace, &workspace::Workspace::datasetChanged, this, &FacetModel::readDataset);
    connect(workspace, &workspace::Workspace::filtersChanged, this, &FacetModel::followFilters);
    readDataset();
}

const query::FacetIndex &FacetModel::facetIndex() const
{
    return m_workspace->crossfilter().facet(m_facet);
}

void FacetModel::readDataset()
{
    beginResetModel();
    const events::Dataset &dataset = m_workspace->dataset();
    const std::vector<QString> &values = facetIndex().values();
    m_labels.clear();
    m_folded.clear();
    for (const QString &value : values) {
        m_labels.push_back(workspace::facetValueLabel(dataset, m_facet, value));
        m_folded.push_back(fulltext::foldForSearch(m_labels.back()));
    }
    m_totals = facetIndex().eventsWithValues();
    m_highest = 1;
    for (const std::uint32_t total : m_totals)
        m_highest = std::max(m_highest, total);
    m_pattern.clear();
    m_expanded = false;
    m_codes = wantedCodes();
    endResetModel();
}

std::vector<std::uint32_t> FacetModel::wantedCodes() const
{
    const std::vector<QString> &values = facetIndex().values();
    const std::size_t length
        = !isLong() || m_expanded || !m_pattern.isEmpty() ? longestLength : shortLength;
    std::vector<std::uint32_t> codes;
    for (std::uint32_t code = 0; code < values.size(); ++code) {
        const bool matches = m_pattern.isEmpty() || m_folded[code].contains(m_pattern);
        const bool chosen = m_pattern.isEmpty() && isChosen(values[code]);
        if ((matches && codes.size() < length) || chosen)
            codes.push_back(code);
    }
    return codes;
}

void FacetModel::followFilters()
{
    std::vector<std::uint32_t> wanted = wantedCodes();
    if (wanted != m_codes) {
        beginResetModel();
        m_codes = std::move(wanted);
        endResetModel();
        return;
    }
    if (!m_codes.empty())
        Q_EMIT dataChanged(index(0), index(int(m_codes.size()) - 1));
}

void FacetModel::setExpanded(bool expanded)
{
    if (m_expanded == expanded)
        return;
    m_expanded = expanded;
    followFilters();
}

void FacetModel::setPattern(const QString &pattern)
{
    const QString folded = fulltext::foldForSearch(pattern.simplified());
    if (m_pattern == folded)
        return;
    m_pattern = folded;
    followFilters();
}

bool FacetModel::isChosen(const QString &value) const
{
    return std::ranges::binary_search(m_workspace->state().filters.values(m_facet), value);
}

std::optional<symbology::EventSymbol> FacetModel::symbol(int row, const Look &look) const
{
    const std::uint32_t code = m_codes[std::size_t(row)];
    const QString &value = facetIndex().values()[code];
    if (m_facet == query::Facet::Kind) {
        const auto kind = m_workspace->dataset().kindIndex(value);
        if (kind)
            return symbology::symbolOf(m_workspace->dataset().kinds()[*kind], look.theme());
    } else if (m_facet == query::Facet::Standing) {
        const auto standing = events::standingFromName(value);
        if (standing)
            return symbology::symbolOf(*standing, look.text());
    }
    return std::nullopt;
}

void FacetModel::chooseOnly(int row)
{
    const QString value = facetIndex().values()[m_codes[std::size_t(row)]];
    m_workspace->change([this, &value](workspace::ViewState &next) {
        const std::vector<QString> &chosen = next.filters.values(m_facet);
        const bool alone = chosen.size() == 1 && chosen.front() == value;
        next.filters.choose(m_facet, alone ? std::vector<QString>() : std::vector{value});
    });
}

void FacetModel::toggle(int row)
{
    const QString value = facetIndex().values()[m_codes[std::size_t(row)]];
    m_workspace->change(
        [this, &value](workspace::ViewState &next) { next.filters.toggle(m_facet, value); });
}

void FacetModel::clear()
{
    m_workspace->change([this](workspace::ViewState &next) { next.filters.choose(m_facet, {}); });
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_codes.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::uint32_t code = m_codes[std::size_t(index.row())];
    const QString &value = facetIndex().values()[code];
    const std::uint32_t count = m_workspace->crossfilter().counts(m_facet)[code];
    switch (role) {
    case Qt::DisplayRole:
        return m_labels[code];
    case Qt::CheckStateRole:
        return isChosen(value) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return toolTip(code);
    case Qt::AccessibleTextRole:
        return tr("%1, %2 of %3 events").arg(m_labels[code]).arg(count).arg(m_totals[code]);
    case ValueRole:
        return value;
    case CountRole:
        return count;
    case TotalRole:
        return m_totals[code];
    case DimmedRole:
        return count == 0
            || (!m_workspace->state().filters.values(m_facet).empty() && !isChosen(value));
    default:
        return {};
    }
}

QString FacetModel::toolTip(std::uint32_t code) const
{
    const QLocale locale;
    const QString counts
        = tr("%1: %2 of %3 events pass the other filters")
              .arg(m_labels[code],
                   locale.toString(m_workspace->crossfilter().counts(m_facet)[code]),
                   locale.toString(m_totals[code]));
    const QString use = tr("Click: only this one. Box, Ctrl+click or Space: add it or take it "
                           "away.");
    const QString &value = facetIndex().values()[code];
    const auto kind
        = m_facet == query::Facet::Kind ? m_workspace->dataset().kindIndex(value) : std::nullopt;
    const QString what = kind ? m_workspace->dataset().kinds()[*kind].definition : QString();
    return (what.isEmpty() ? QStringList{counts, use} : QStringList{counts, what, use}).join(u'\n');
}

bool FacetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (data(index, role) != value)
        toggle(index.row());
    return true;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
        | Qt::ItemNeverHasChildren;
}

} // namespace dateline::panels
