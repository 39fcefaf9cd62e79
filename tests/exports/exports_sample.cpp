// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports_sample.h"

#include <support/sample_dataset.h>

#include <QBuffer>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using namespace events;

std::shared_ptr<const Dataset> awkwardDataset()
{
    DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"sighting"_s);
    b.tables().info.countedKind = kind;
    b.tables().info.countedPlural = u"lamps"_s;
    const Row keeper = b.actor(u"Keeper, \"the\" first"_s);
    const Row ministry = b.actor(u"=HYPERLINK(\"https://example.org\")"_s, ActorKind::Government);
    const Row log = b.source(u"log"_s, keeper);
    const Row city = b.city(u"@Genoa"_s, u"IT"_s, 44.4056, 8.9463);
    const Row country = b.country(u"FR"_s);
    b.tables().places[country].latitude = 46;
    b.tables().places[country].longitude = 2;
    const Row vague = b.city(u"Vague"_s, u"NO"_s, 60, 10);
    b.tables().places[vague].precision = PlacePrecision::Unknown;

    const auto add = [&](const QString &id, const QString &date, std::optional<Row> place,
                         const QString &title = {}) {
        const Row row = b.event(id, kind, date, place);
        if (!title.isEmpty())
            b.at(row).title = title;
        const Row claim = b.claim(row, keeper, log);
        if (id == u"formula") {
            b.claim(row, ministry, log, Stance::Denies, claim);
            b.tables().claims.back().text = u"No,\r\nsaid \"the\" ministry"_s;
        }
    };
    add(u"formula"_s, u"2016-05-12"_s, city, u"=1+1"_s);
    add(u"minus"_s, u"-0043-03-15"_s, city, u"-2 degrees, \"cold\"\r\nand windy"_s);
    add(u"country"_s, u"2019/.."_s, country);
    add(u"vague"_s, u"../2018"_s, vague);
    add(u"far"_s, u"Y12000"_s, std::nullopt, u"＝SUM(A1)"_s);
    add(u"undated"_s, QString(), std::nullopt);
    return b.build();
}

QByteArray eventsAs(exports::EventFormat format, const workspace::Workspace &workspace)
{
    QBuffer buffer;
    const bool isWritten = buffer.open(QIODevice::WriteOnly)
        && exports::writeEvents(exports::exportedEvents(workspace), format, buffer);
    return isWritten ? buffer.data() : QByteArray();
}

QJsonObject parsed(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        QTest::qFail(qPrintable(error.errorString()), __FILE__, __LINE__);
    return document.object();
}

QJsonObject withId(const QJsonArray &array, const QString &id)
{
    for (const auto &value : array) {
        if (value[u"id"_s].toString() == id)
            return value.toObject();
    }
    return {};
}

std::vector<std::vector<QString>> parsedCsv(const QByteArray &csv)
{
    const QString text = QString::fromUtf8(csv);
    std::vector<std::vector<QString>> lines(1);
    QString cell;
    qsizetype at = 0;
    const auto fail = [&at](const char *what) {
        QTest::qFail(qPrintable(u"%1 at %2"_s.arg(QString::fromLatin1(what)).arg(at)), __FILE__,
                     __LINE__);
    };
    while (at < text.size()) {
        if (text[at] == u'"') {
            for (++at; at < text.size(); ++at) {
                if (text[at] == u'"' && (at + 1 == text.size() || text[at + 1] != u'"'))
                    break;
                if (text[at] == u'"')
                    ++at;
                cell += text[at];
            }
            if (at >= text.size())
                fail("unclosed quote");
            ++at;
        } else {
            for (; at < text.size() && text[at] != u',' && text[at] != u'\r'; ++at) {
                if (text[at] == u'"' || text[at] == u'\n')
                    fail("bare quote or line feed");
                cell += text[at];
            }
        }
        lines.back().push_back(std::exchange(cell, {}));
        if (at < text.size() && text[at] == u',') {
            ++at;
            if (at == text.size() || text[at] == u'\r')
                lines.back().emplace_back();
        }
        if (text.mid(at, 2) == u"\r\n") {
            at += 2;
            if (at < text.size())
                lines.emplace_back();
        } else if (at >= text.size() || text[at] == u'\r') {
            fail("line does not end with CR LF");
            break;
        }
    }
    return lines;
}

} // namespace dateline::tests
