// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/crossfilter.h>
#include <query/ledger.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using query::Ledger;
using query::LocatedSum;

/// The sums that have to add up.
class LedgerTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void splitsEventsAndCountedThings()
    {
        const auto dataset = sampleDataset();
        const Ledger ledger = query::ledgerOf(*dataset, bitsets::RowSet(dataset->size(), true));
        QVERIFY(ledger.events == (LocatedSum{9, 2, 1}));
        QVERIFY(ledger.passingEvents == ledger.events);
        // Genoa stands for 2, France for 3.
        QVERIFY(ledger.counted == (LocatedSum{5, 3, 1}));
        QVERIFY(ledger.passingCounted == ledger.counted);
        QCOMPARE(ledger.counted.total(), std::uint64_t(9));
    }

    void passingPartFollowsTheFilter()
    {
        query::Crossfilter crossfilter(sampleDataset());
        query::Filters filters;
        filters.choose(query::Facet::Country, {u"IT"_s, u"FR"_s});
        crossfilter.setFilters(filters);
        const Ledger ledger = query::ledgerOf(crossfilter.dataset(), crossfilter.passing());
        QVERIFY(ledger.passingCounted == (LocatedSum{3, 3, 0}));
        QCOMPARE(ledger.passingEvents.total(), crossfilter.passingCount());
        QVERIFY(ledger.counted == (LocatedSum{5, 3, 1}));
    }

    void withoutACountedKindNothingIsCounted()
    {
        DatasetBuilder builder;
        builder.kind(u"visit"_s);
        builder.event(u"a"_s, 0, u"2016"_s, {}, 4);
        const auto dataset = builder.build();
        const Ledger ledger = query::ledgerOf(*dataset, bitsets::RowSet(1, true));
        QCOMPARE(ledger.counted.total(), std::uint64_t(0));
        QVERIFY(ledger.events == (LocatedSum{0, 0, 1}));
    }
};

DATELINE_TEST(ledger, LedgerTest)

} // namespace dateline::tests

#include "tst_ledger.moc"
