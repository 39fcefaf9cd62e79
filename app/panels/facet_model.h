// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>
#include <symbology/event_symbol.h>
#include <workspace/workspace.h>

#include <QAbstractListModel>

#include <vector>

namespace dateline::panels {

/// The values of one facet as a list with live counts; checking one filters the workspace. Long
/// facets show their most frequent and the chosen values until all are asked for.
class FacetModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole + 1, ///< the value's id, "" for none stated
        CountRole, ///< uint: events that pass all filters but this facet's own
        TotalRole, ///< uint: events of the dataset
        DimmedRole, ///< bool: nothing passes, or others are chosen and this is not
    };

    /// A facet of up to wholeLength values is always shown whole, a longer one by shortLength.
    static constexpr std::size_t wholeLength = 12;
    static constexpr std::size_t shortLength = 8;
    /// More are never listed at once; typing finds the others.
    static constexpr std::size_t longestLength = 500;

    FacetModel(workspace::Workspace *workspace, query::Facet facet, QObject *parent = nullptr);

    [[nodiscard]] query::Facet facet() const { return m_facet; }

    /// How many values the facet has in the dataset, listed or not; "none stated" is one.
    [[nodiscard]] std::size_t valueCount() const { return m_labels.size(); }
    [[nodiscard]] bool isLong() const { return valueCount() > wholeLength; }
    /// The highest total of a value, at least 1.
    [[nodiscard]] std::uint32_t highestTotal() const { return m_highest; }

    void setExpanded(bool expanded);
    [[nodiscard]] bool isExpanded() const { return m_expanded; }

    /// Lists only values whose label contains the words; empty lists as before.
    void setPattern(const QString &pattern);

    /// The symbol of a row where the facet has one: kinds and standings.
    [[nodiscard]] std::optional<symbology::EventSymbol> symbol(int row, const Look &look) const;

    /// Chooses this value alone; when it is chosen alone already, chooses all.
    void chooseOnly(int row);
    void toggle(int row);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void readDataset();
    void followFilters();
    [[nodiscard]] std::vector<std::uint32_t> wantedCodes() const;
    [[nodiscard]] const query::FacetIndex &facetIndex() const;
    [[nodiscard]] bool isChosen(const QString &value) const;
    [[nodiscard]] QString toolTip(std::uint32_t code) const;

    workspace::Workspace *m_workspace;
    query::Facet m_facet;
    std::vector<QString> m_labels; ///< of each code
    std::vector<QString> m_folded; ///< of each code, for the pattern
    std::vector<std::uint32_t> m_totals; ///< of each code
    std::vector<std::uint32_t> m_codes; ///< of each row
    std::uint32_t m_highest = 1;
    QString m_pattern; ///< folded
    bool m_expanded = false;
};

} // namespace dateline::panels
