// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/filters.h>

#include <support/test_main.h>

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using query::Facet;
using query::Filters;

/// Filters as a value.
class FiltersTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void choosingOrdersAndDropsRepetitions()
    {
        Filters filters;
        filters.choose(Facet::Country, {u"IT"_s, u""_s, u"FJ"_s, u"IT"_s});
        QCOMPARE(filters.values(Facet::Country), (std::vector{u""_s, u"FJ"_s, u"IT"_s}));
        Filters same;
        same.choose(Facet::Country, {u"FJ"_s, u"IT"_s, u""_s});
        QVERIFY(filters == same);
    }

    void togglingTwiceIsNothing()
    {
        Filters filters;
        filters.choose(Facet::Tag, {u"b"_s});
        const Filters before = filters;
        filters.toggle(Facet::Tag, u"a"_s);
        QCOMPARE(filters.values(Facet::Tag), (std::vector{u"a"_s, u"b"_s}));
        filters.toggle(Facet::Tag, u"a"_s);
        QVERIFY(filters == before);
        filters.toggle(Facet::Tag, u"b"_s);
        QVERIFY(filters.isEmpty());
    }

    void emptyMeansThatEverythingPasses()
    {
        Filters filters;
        QVERIFY(filters.isEmpty());
        filters.text = u" \t"_s;
        filters.containment = query::Containment::Within;
        QVERIFY(filters.isEmpty());
        filters.area = events::GeoBox{};
        QVERIFY(!filters.isEmpty());
        filters.area.reset();
        filters.lasso = {{0, 0}, {1, 1}};
        QVERIFY(!filters.isEmpty());
        filters.lasso.clear();
        filters.windows.push_back({});
        QVERIFY(!filters.isEmpty());
    }

    void facetsHaveNamesOfTheirOwn()
    {
        std::set<QString> names;
        for (std::size_t i = 0; i < query::facetCount; ++i)
            names.insert(query::facetName(Facet(i)));
        QCOMPARE(names.size(), query::facetCount);
        QCOMPARE(query::facetName(Facet::Kind), u"kinds"_s);
        QCOMPARE(query::facetName(Facet::Tag), u"tags"_s);
    }
};

DATELINE_TEST(filters, FiltersTest)

} // namespace dateline::tests

#include "tst_filters.moc"
