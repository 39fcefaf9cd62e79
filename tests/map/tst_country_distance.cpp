// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/country_distance.h>

#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

/// How far points lie outside their country, on the finest level of the base map.
class CountryDistanceTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_map = map::BaseMap::fromResources(map::BaseMap::levelCount - 1).map;
        QVERIFY(m_map);
    }
    void placeInItsCountry_data();
    void placeInItsCountry();
    void placeElsewhere_data();
    void placeElsewhere();
    void unknownCountry();

private:
    [[nodiscard]] std::optional<double> distance(const QString &country, double latitude,
                                                 double longitude) const
    {
        return map::kilometresOutside(*m_map, events::CountryCode::fromString(country).value(),
                                      latitude, longitude);
    }

    std::shared_ptr<const map::BaseMap> m_map;
};

/// Cities on coasts, states of islands, and both sides of the antimeridian.
void CountryDistanceTest::placeInItsCountry_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::newRow("Prato") << u"IT"_s << 43.8777 << 11.1022;
    QTest::newRow("Venice") << u"IT"_s << 45.4375 << 12.3358;
    QTest::newRow("Lampedusa") << u"IT"_s << 35.5014 << 12.6096;
    QTest::newRow("New York") << u"US"_s << 40.7128 << -74.0060;
    QTest::newRow("Honolulu") << u"US"_s << 21.3069 << -157.8583;
    QTest::newRow("Funchal") << u"PT"_s << 32.6669 << -16.9241;
    QTest::newRow("Cape Town") << u"ZA"_s << -33.9249 << 18.4241;
    QTest::newRow("Singapore") << u"SG"_s << 1.3521 << 103.8198;
    QTest::newRow("Monaco") << u"MC"_s << 43.7384 << 7.4246;
    QTest::newRow("Vatican") << u"VA"_s << 41.9029 << 12.4534;
    QTest::newRow("Valletta") << u"MT"_s << 35.8989 << 14.5146;
    QTest::newRow("Malé") << u"MV"_s << 4.1755 << 73.5093;
    QTest::newRow("Funafuti") << u"TV"_s << -8.5211 << 179.1983;
    QTest::newRow("Tarawa") << u"KI"_s << 1.3278 << 172.9770;
    QTest::newRow("Kiritimati") << u"KI"_s << 1.8721 << -157.4278;
    QTest::newRow("Suva") << u"FJ"_s << -18.1248 << 178.4501;
    QTest::newRow("Taveuni") << u"FJ"_s << -16.8500 << -179.9700;
    QTest::newRow("Lomaloma") << u"FJ"_s << -17.2833 << -178.9833;
    QTest::newRow("Anadyr") << u"RU"_s << 64.7337 << 177.4968;
    QTest::newRow("Egvekinot") << u"RU"_s << 66.3222 << -179.1183;
    QTest::newRow("Uelen") << u"RU"_s << 66.1592 << -169.8091;
    QTest::newRow("on the antimeridian") << u"RU"_s << 68.0 << 180.0;
    QTest::newRow("South Pole") << u"AQ"_s << -90.0 << 0.0;
}

void CountryDistanceTest::placeInItsCountry()
{
    QFETCH(const QString, country);
    QFETCH(const double, latitude);
    QFETCH(const double, longitude);
    const std::optional<double> kilometres = distance(country, latitude, longitude);
    QVERIFY(kilometres);
    QVERIFY2(*kilometres <= 10, qPrintable(QString::number(*kilometres)));
}

void CountryDistanceTest::placeElsewhere_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("expected");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("Dover of France") << u"FR"_s << 51.1279 << 1.3134 << 34.0 << 4.0;
    QTest::newRow("Nome of Russia") << u"RU"_s << 64.5011 << -165.4064 << 230.0 << 40.0;
    QTest::newRow("east of Fiji") << u"FJ"_s << -17.0 << -176.0 << 240.0 << 60.0;
    QTest::newRow("Berlin of Spain") << u"ES"_s << 52.52 << 13.405 << 1370.0 << 150.0;
    QTest::newRow("Rome, signs gone wrong") << u"IT"_s << -41.9 << -12.5 << 8700.0 << 900.0;
}

void CountryDistanceTest::placeElsewhere()
{
    QFETCH(const QString, country);
    QFETCH(const double, latitude);
    QFETCH(const double, longitude);
    QFETCH(const double, expected);
    QFETCH(const double, tolerance);
    const std::optional<double> kilometres = distance(country, latitude, longitude);
    QVERIFY(kilometres);
    QVERIFY2(std::abs(*kilometres - expected) <= tolerance,
             qPrintable(QString::number(*kilometres)));
}

void CountryDistanceTest::unknownCountry()
{
    QCOMPARE(distance(u"ZZ"_s, 0, 0), std::nullopt);
    QCOMPARE(map::kilometresOutside(*m_map, {}, 0, 0), std::nullopt);
}

} // namespace dateline::tests

DATELINE_TEST(country_distance, dateline::tests::CountryDistanceTest)

#include "tst_country_distance.moc"
