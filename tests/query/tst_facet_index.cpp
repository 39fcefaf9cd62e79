// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/crossfilter.h>
#include <query/facet_index.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using query::Facet;
using query::FacetIndex;

namespace {

/// A facet of a dataset with what it keeps its combinations in.
struct OneFacet
{
    OneFacet(const events::Dataset &dataset, Facet facet)
        : records(dataset.size())
        , index(dataset, facet, records)
    {}

    query::FacetRecords records;
    FacetIndex index;
};

} // namespace

/// The order of a facet's values and who has them.
class FacetIndexTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarning();
        DatasetBuilder b;
        b.kind(u"visit"_s);
        b.kind(u"opening"_s);
        b.kind(u"never"_s);
        const auto guild = b.actor(u"guild"_s);
        const auto society = b.actor(u"society"_s);
        const auto page = b.source(u"page"_s, guild);
        const auto rome = b.city(u"Rome"_s, u"IT"_s, 41.9, 12.5);
        const auto france = b.country(u"FR"_s);
        const auto spain = b.country(u"ES"_s);
        const auto a = b.event(u"a"_s, 1, u"2016"_s, rome);
        b.claim(a, society, page);
        b.claim(a, society, page, events::Stance::Confirms);
        b.claim(a, guild, page, events::Stance::Denies);
        b.at(a).tags = {u"fog"_s, u"storm"_s, u"fog"_s};
        const auto c = b.event(u"c"_s, 1, u"2016"_s, france);
        b.claim(c, guild, page);
        b.claim(c, society, page);
        b.at(c).bureau = guild;
        b.event(u"d"_s, 0, u""_s, spain);
        b.event(u"e"_s, 0, u""_s, france);
        b.event(u"f"_s, 0, u""_s);
        b.event(u"g"_s, 0, u""_s);
        b.event(u"h"_s, 0, u""_s);
        m_dataset = b.build();
    }

    void valuesAreInThePromisedOrder()
    {
        QCOMPARE(OneFacet(*m_dataset, Facet::Kind).index.values(),
                 (std::vector{u"visit"_s, u"opening"_s, u"never"_s}));
        // Most first, ties by id, none last however frequent.
        QCOMPARE(OneFacet(*m_dataset, Facet::Country).index.values(),
                 (std::vector{u"FR"_s, u"ES"_s, u"IT"_s, u""_s}));
        QCOMPARE(OneFacet(*m_dataset, Facet::Claimant).index.values(),
                 (std::vector{u"guild"_s, u"society"_s, u""_s}));
        QCOMPARE(OneFacet(*m_dataset, Facet::Bureau).index.values(),
                 (std::vector{u"guild"_s, u""_s}));
        QCOMPARE(OneFacet(*m_dataset, Facet::Tag).index.values(),
                 (std::vector{u"fog"_s, u"storm"_s, u""_s}));
        const std::vector<QString> standings = OneFacet(*m_dataset, Facet::Standing).index.values();
        QCOMPARE(standings.size(), events::standingCount);
        QCOMPARE(standings.front(), u"single-claim"_s);
    }

    void whoAnswersIsAClaimantToo()
    {
        QCOMPARE(valuesOf(Facet::Claimant, u"a"_s), (QStringList{u"guild"_s, u"society"_s}));
        QCOMPARE(valuesOf(Facet::Claimant, u"c"_s), (QStringList{u"guild"_s, u"society"_s}));
        QCOMPARE(valuesOf(Facet::Claimant, u"d"_s), (QStringList{u""_s}));
        QCOMPARE(valuesOf(Facet::Tag, u"a"_s), (QStringList{u"fog"_s, u"storm"_s}));
    }

    void rowsOfAValueAreThoseThatHaveIt()
    {
        for (std::size_t i = 0; i < query::facetCount; ++i) {
            const OneFacet facet(*m_dataset, Facet(i));
            const FacetIndex &index = facet.index;
            for (std::uint32_t code = 0; code < index.values().size(); ++code) {
                QCOMPARE(index.code(index.values()[code]), std::optional(code));
                bitsets::RowSet expected(m_dataset->size());
                for (events::Row row = 0; row < m_dataset->size(); ++row) {
                    if (std::ranges::find(index.codesOf(row), code) != index.codesOf(row).end())
                        expected.insert(row);
                }
                QVERIFY(*index.rowsWith(std::array{code}).rows == expected);
            }
        }
        QCOMPARE(OneFacet(*m_dataset, Facet::Tag).index.code(u"rain"_s), std::nullopt);
    }

    /// More combinations than fit in a record, and than are worth adding up.
    void manyCombinations()
    {
        DatasetBuilder b;
        b.kind(u"visit"_s);
        constexpr int count = 70'000;
        for (int i = 0; i < count; ++i) {
            const auto row = b.event(u"event-%1"_s.arg(i), 0, u"2016"_s);
            b.at(row).tags = {u"tag-%1"_s.arg(i)};
            if (i % 3 == 0)
                b.at(row).tags.append(u"third"_s);
        }
        query::Crossfilter crossfilter(b.build());
        const FacetIndex &index = crossfilter.facet(Facet::Tag);
        QVERIFY(!index.field());
        const std::uint32_t third = *index.code(u"third"_s);
        const std::uint32_t alone = *index.code(u"tag-3"_s);
        QCOMPARE(index.rowsWith(std::array{third}).rows->count(), std::size_t(count / 3 + 1));
        QCOMPARE(index.rowsWith(std::array{alone}).rows->count(), std::size_t(1));
        QCOMPARE(crossfilter.counts(Facet::Tag)[third], std::uint32_t(count / 3 + 1));
        query::Filters filters;
        filters.choose(Facet::Tag, {u"tag-3"_s});
        crossfilter.setFilters(filters);
        QCOMPARE(crossfilter.passingCount(), std::size_t(1));
        QCOMPARE(crossfilter.counts(Facet::Tag)[alone], 1U);
        QCOMPARE(crossfilter.counts(Facet::Kind)[0], 1U);
        filters.choose(Facet::Tag, {});
        filters.text = u"nothing has this"_s;
        crossfilter.setFilters(filters);
        QCOMPARE(crossfilter.counts(Facet::Tag)[third], 0U);
        crossfilter.setFilters({});
        QCOMPARE(crossfilter.counts(Facet::Tag)[third], std::uint32_t(count / 3 + 1));
        QCOMPARE(crossfilter.counts(Facet::Tag)[alone], 1U);
    }

    /// Facets that need more than 32 bits of a record together, then more than there are.
    void recordsGrow()
    {
        constexpr std::uint32_t count = 20'000;
        const auto numberOf
            = [](std::uint32_t row, std::uint32_t most) { return row * 7'919 % most; };
        query::FacetRecords records(count);
        std::vector<std::pair<query::FacetRecords::Field, std::uint32_t>> fields;
        for (const std::uint32_t most : {1U, 8U, 16'384U, 9'000U, 300U, 16'384U, 2U, 16'384U, 3U}) {
            std::vector<std::uint32_t> numbers(count);
            for (std::uint32_t row = 0; row < count; ++row)
                numbers[row] = numberOf(row, most);
            if (const auto field = records.add(numbers, most))
                fields.emplace_back(*field, most);
            QCOMPARE(records.size(), std::size_t(count));
        }
        QCOMPARE(fields.size(), 8U); // the third of 14 bits had no room, the last one had
        std::vector<std::uint32_t> tooLarge(count, query::FacetRecords::bound);
        QVERIFY(!records.add(tooLarge, query::FacetRecords::bound + 1));
        for (const auto &[field, most] : fields) {
            for (std::uint32_t row = 0; row < count; ++row)
                QCOMPARE(records.at(row, field), numberOf(row, most));
        }
    }

private:
    QStringList valuesOf(Facet facet, const QString &id) const
    {
        const OneFacet one(*m_dataset, facet);
        const FacetIndex &index = one.index;
        QStringList values;
        for (const std::uint32_t code : index.codesOf(*m_dataset->eventRow(id)))
            values << index.values()[code];
        return values;
    }

    std::shared_ptr<const events::Dataset> m_dataset;
};

DATELINE_TEST(facetIndex, FacetIndexTest)

} // namespace dateline::tests

#include "tst_facet_index.moc"
