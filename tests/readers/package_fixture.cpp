// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/package_fixture.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::tests {

namespace {

constexpr const char *description = R"({
  "name": "lighthouses", "title": "Lighthouses", "version": "1.0.0",
  "licenses": [{"name": "CC0-1.0"}],
  "resources": [
    {"name": "actors", "path": "actors.csv"},
    {"name": "sources", "path": "sources.csv"},
    {"name": "places", "path": "places.csv"},
    {"name": "events", "path": "events.csv"},
    {"name": "claims", "path": "claims.csv"},
    {"name": "relations", "path": "relations.csv"},
    {"name": "totals", "path": "totals.csv"},
    {"name": "stories", "path": "stories.csv"},
    {"name": "steps", "path": "steps.csv"}
  ],
  "dateline": {
    "format": 1,
    "counted": {"kind": "opening", "plural": "lamps"},
    "inquiries": {"kind": "inquiry"},
    "kinds": [
      {"name": "opening", "label": "Opening", "plural": "Openings", "shape": "circle",
       "colour": "#0072B2", "definition": "A lamp is lit for the first time"},
      {"name": "inquiry", "label": "Inquiry", "shape": "hexagon", "colour": "#CC79A7"}
    ],
    "caveats": [{"heading": "Two counts", "text": "They differ.", "events": ["porto-2016"]}],
    "turning_points": [{"date": "2016", "label": "First lamp", "event": "porto-2016"}],
    "eras": [{"date": "2014/2018", "label": "Oil, as the society tells", "event":"porto-2016"}]
  }
}
)";

/// What a reading came to: all that threads could have muddled.
QByteArray outcome(const readers::ReadResult &result)
{
    QByteArray text = allTexts(result.diagnostics);
    if (!result.dataset)
        return text + "\nno dataset";
    const events::Dataset &dataset = *result.dataset;
    for (events::Row row = 0; row < dataset.size(); ++row) {
        const events::Event event = dataset.event(row);
        text += '\n' + (event.id + event.title + event.summary + event.tags.join(u';')).toUtf8();
        if (event.date)
            text += event.date->text().toUtf8();
    }
    for (const events::Claim &claim : dataset.claims()) {
        text += '\n' + QByteArray::number(claim.event);
        text.append(claim.id.utf8()).append(claim.text.utf8());
        if (claim.respondsTo)
            text.append(dataset.claims()[*claim.respondsTo].id.utf8());
    }
    return text;
}

/// Reads the files as they are read usually, and again in blocks of a few rows and many threads,
/// which must come to the same.
template<typename Read>
readers::ReadResult readInBlocks(const std::map<QString, QByteArray> &bytes,
                                 const readers::ReadOptions &options, const Read &read)
{
    constexpr qsizetype fewRows = 100;
    constexpr qsizetype mostBlocks = 100;
    constexpr qsizetype tooLongToReadTwice = 4 << 20;
    readers::MemoryFiles files(bytes);
    readers::ReadResult result = read(files, options);
    if (options.progress || options.stop.stop_possible())
        return result;
    readers::ReadOptions inBlocks = options;
    inBlocks.blockBytes = fewRows;
    for (const auto &[path, content] : bytes) {
        if (content.size() > tooLongToReadTwice)
            return result;
        inBlocks.blockBytes = std::max(inBlocks.blockBytes, content.size() / mostBlocks);
    }
    const readers::ReadResult again = read(files, inBlocks);
    if (outcome(result) != outcome(again)) {
        qFatal("blocks make a difference:\n%s\n---\n%s", outcome(result).constData(),
               outcome(again).constData());
    }
    return result;
}

} // namespace

PackageFixture::PackageFixture()
    : m_files{
          {u"datapackage.json"_s, description},
          {u"actors.csv"_s,
           "id,name,native_name,kind,country\n"
           "lamp-society,Lamp Society,,ngo,PT\n"
           "port-office,Port Office,Capitania,government,PT\n"},
          {u"sources.csv"_s,
           "id,title,publisher,published,url,archived_url,language,kind,origin\n"
           "yearbook,Yearbook,lamp-society,2017,https://example.org/yearbook,,en,report,\n"
           "notice,Notice,port-office,2018-02,http://example.org/notice,,pt,statement,yearbook\n"},
          {u"places.csv"_s,
           "id,name,native_name,country,lat,lon,precision\n"
           "porto,Porto,,PT,41.15,-8.61,city\n"
           "portugal,,,PT,,,country\n"},
          {u"events.csv"_s,
           "id,kind,title,summary,date,place,count,bureau,tags,confidence,updated\n"
           "porto-2016,opening,Lamp in Porto,A lamp is reported,2016-05,porto,1,port-office,a;b,"
           "high,2026-01-31\n"
           "others,opening,\"Lamps, elsewhere\",Reported by number only,2016/..,portugal,4,,,medium,"
           "2026-01-31\n"
           "inquiry-2018,inquiry,Inquiry,The office looked into it,2018,,,,,medium,"
           "2026-01-31\n"},
          {u"claims.csv"_s,
           "id,event,actor,stance,said,text,source,responds_to,claimed_date\n"
           "c1,porto-2016,lamp-society,asserts,2017,The society reported a lamp.,yearbook,,2016\n"
           "c2,porto-2016,port-office,denies,2018-02,The office stated there is none.,notice,c1,\n"
           "c3,others,lamp-society,asserts,2017,The society counted four more.,yearbook,,\n"
           "c4,inquiry-2018,port-office,asserts,2018-02,The office looked into it.,notice,,\n"},
          {u"relations.csv"_s, "from,to,kind\ninquiry-2018,porto-2016,answers\n"},
          {u"totals.csv"_s,
           "id,actor,source,as_of,kind,stated,countries,note\n"
           "first,lamp-society,yearbook,2017,opening,5,1,\n"},
          {u"stories.csv"_s, "id,title,audience\ntour,A tour,Everybody\n"},
          {u"steps.csv"_s,
           "story,order,heading,text,notes,question,view\n"
           "tour,2,Second,**Look**,,,\n"
           "tour,1,First,Look,Say hello,Why?,views/first.json\n"},
          {u"views/first.json"_s, "{\"format\": \"dateline-view/1\"}\n"},
      }
{}

void PackageFixture::replace(const QString &path, const QByteArray &what, const QByteArray &with)
{
    QByteArray &bytes = m_files.at(path);
    if (!bytes.contains(what))
        qFatal("the fixture's %s has no %s", qPrintable(path), what.constData());
    bytes.replace(what, with);
}

readers::ReadResult PackageFixture::read(const readers::ReadOptions &options) const
{
    return readInBlocks(m_files, options, [](auto &files, const readers::ReadOptions &how) {
        return readers::readPackage(files, how);
    });
}

readers::ReadResult PackageFixture::check(const readers::CheckOptions &options) const
{
    return readInBlocks(m_files, options.read, [&](auto &files, const readers::ReadOptions &how) {
        readers::CheckOptions checking = options;
        checking.read = how;
        return readers::checkPackage(files, checking);
    });
}

void PackageFixture::writeTo(const QString &folder) const
{
    for (const auto &[path, bytes] : m_files) {
        const QString target = QDir(folder).filePath(path);
        QDir().mkpath(QFileInfo(target).path());
        QFile output(target);
        if (!output.open(QIODevice::WriteOnly) || output.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(target));
    }
}

QByteArray allTexts(const std::vector<readers::Diagnostic> &diagnostics)
{
    QStringList lines;
    for (const readers::Diagnostic &diagnostic : diagnostics) {
        lines += readers::severityName(diagnostic.severity) + u' ' + diagnostic.code + u": "_s
            + readers::toText(diagnostic);
    }
    return lines.join(u'\n').toUtf8();
}

} // namespace dateline::tests
