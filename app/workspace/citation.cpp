// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/citation.h>

#include <workspace/wording.h>

#include <QCoreApplication>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace dateline::workspace {

namespace {

struct Citation
{
    Q_DECLARE_TR_FUNCTIONS(Citation)
};

constexpr int indentWidth = 2;

/// Writes the claims of one event as a thread, each claim once whatever the replies look like.
class ThreadWriter
{
public:
    ThreadWriter(const events::Dataset &dataset, events::Row event, const QLocale &locale)
        : m_dataset(dataset)
        , m_locale(locale)
        , m_first(dataset.firstClaimOf(event))
        , m_end(m_first + events::Row(dataset.claimsOf(event).size()))
        , m_written(m_end - m_first, false)
    {}

    void writeAll(QString &text)
    {
        for (events::Row row = m_first; row < m_end; ++row) {
            if (!answersHere(row))
                writeFrom(text, row);
        }
        // Only claims that answer one another in a circle are left.
        for (events::Row row = m_first; row < m_end; ++row)
            writeFrom(text, row);
    }

    /// The claim and what answers it, in order; a stack of rows instead of recursion, because a
    /// package may nest replies as deep as it likes.
    void writeFrom(QString &text, events::Row first)
    {
        std::vector<std::pair<events::Row, int>> open{{first, 0}};
        while (!open.empty()) {
            const auto [row, depth] = open.back();
            open.pop_back();
            if (m_written[row - m_first])
                continue;
            m_written[row - m_first] = true;
            text += line(row, depth);
            for (events::Row reply = m_end; reply > m_first; --reply) {
                if (m_dataset.claims().at(reply - 1).respondsTo == row)
                    open.emplace_back(reply - 1, depth + 1);
            }
        }
    }

private:
    [[nodiscard]] bool answersHere(events::Row row) const
    {
        const std::optional<events::Row> to = m_dataset.claims().at(row).respondsTo;
        return to && *to >= m_first && *to < m_end;
    }

    [[nodiscard]] QString line(events::Row row, int depth) const
    {
        const events::Claim &claim = m_dataset.claims().at(row);
        const QString who = m_dataset.actors().at(claim.actor).name;
        const QString verb = stanceVerb(claim.stance);
        const QString said = claim.said
            ? Citation::tr("%1 %2 (%3)", "who, verb, when")
                  .arg(who, verb, datePhrase(claim.said.toOptional(), m_locale))
            : Citation::tr("%1 %2", "who, verb").arg(who, verb);
        const QString indent(qsizetype(std::min(depth, 8)) * indentWidth, u' ');
        return indent + u"– "_s + said + u": "_s + claim.text + u'\n' + indent + u"  "_s
            + Citation::tr("Source: %1").arg(sourceCitation(m_dataset, claim.source, m_locale))
            + u'\n';
    }

    const events::Dataset &m_dataset;
    const QLocale &m_locale;
    events::Row m_first;
    events::Row m_end;
    std::vector<bool> m_written;
};

QString endLine(const events::Dataset &dataset)
{
    const QString name = datasetCitation(dataset);
    return name.isEmpty() ? QString() : Citation::tr("Dataset: %1").arg(name) + u'\n';
}

} // namespace

QString sourceCitation(const events::Dataset &dataset, events::Row source, const QLocale &locale)
{
    const events::Source &cited = dataset.sources().at(source);
    QStringList parts;
    if (cited.publisher)
        parts.append(dataset.actors().at(*cited.publisher).name);
    if (!cited.title.isEmpty())
        parts.append(Citation::tr("“%1”", "title of a source").arg(cited.title));
    if (cited.published)
        parts.append(datePhrase(cited.published, locale));
    const QUrl &address = cited.url.isEmpty() ? cited.archivedUrl : cited.url;
    if (!address.isEmpty())
        parts.append(address.toString(QUrl::FullyEncoded));
    return parts.join(u", "_s);
}

QString datasetCitation(const events::Dataset &dataset)
{
    const events::PackageInfo &info = dataset.info();
    QString text = info.title.isEmpty() ? info.name : info.title;
    if (!info.version.isEmpty())
        text = Citation::tr("%1, version %2", "dataset").arg(text, info.version);
    if (!info.licence.isEmpty())
        text = Citation::tr("%1 (%2)", "dataset, licence").arg(text, info.licence);
    return text;
}

QString eventCitation(const events::Dataset &dataset, events::Row event, const QLocale &locale)
{
    const events::EventColumns &columns = dataset.columns();
    QString text = columns.texts.at(event, events::EventText::Title) + u'\n';
    text += Citation::tr("%1. %2. Standing: %3.", "date, place, standing")
                .arg(datePhrase(
                         events::Edtf::parse(columns.texts.at(event, events::EventText::Date)),
                         locale),
                     placePhrase(dataset, event), standingLabel(columns.standing(event)))
        + u'\n';
    if (dataset.claimsOf(event).empty())
        text += Citation::tr("Claimant not stated.") + u'\n';
    ThreadWriter(dataset, event, locale).writeAll(text);
    return text + endLine(dataset);
}

QString claimCitation(const events::Dataset &dataset, events::Row claim, const QLocale &locale)
{
    const events::Row event = dataset.claims().at(claim).event;
    QString text = dataset.columns().texts.at(event, events::EventText::Title) + u'\n';
    ThreadWriter(dataset, event, locale).writeFrom(text, claim);
    return text + endLine(dataset);
}

} // namespace dateline::workspace
