// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/wording_check.h>

#include <readers/text_lint.h>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

class WordingCheck
{
public:
    WordingCheck(const events::Dataset &dataset, RecordReport &report)
        : m_dataset(dataset)
        , m_report(report)
    {}

    void checkEvents()
    {
        const events::EventColumns &columns = m_dataset.columns();
        for (events::Row row = 0; row < m_dataset.size(); ++row) {
            const QString id = columns.id.at(row);
            lint("events"_L1, id, "title"_L1, columns.texts.at(row, events::EventText::Title));
            lint("events"_L1, id, "summary"_L1, columns.texts.at(row, events::EventText::Summary));
        }
    }

    void checkOtherTables()
    {
        for (const events::Claim &claim : m_dataset.claims())
            lint("claims"_L1, claim.id, "text"_L1, claim.text, Severity::Warning);
        for (const events::Place &place : m_dataset.places())
            lint("places"_L1, place.id, "name"_L1, place.name);
        for (const events::Total &total : m_dataset.totals())
            lint("totals"_L1, total.id, "note"_L1, total.note);
    }

    void checkStories()
    {
        for (const events::Story &story : m_dataset.stories()) {
            lint("stories"_L1, story.id, "title"_L1, story.title);
            for (const events::StoryStep &step : story.steps) {
                const QString key = stepKey(story.id, step.order);
                lint("steps"_L1, key, "heading"_L1, step.heading);
                lint("steps"_L1, key, "text"_L1, step.text);
                lint("steps"_L1, key, "notes"_L1, step.notes);
                lint("steps"_L1, key, "question"_L1, step.question);
            }
        }
    }

    void checkDescription()
    {
        const events::PackageInfo &info = m_dataset.info();
        for (const events::Caveat &caveat : info.caveats)
            lintMember(u"dateline.caveats: "_s + caveat.heading,
                       caveat.heading + u'\n' + caveat.text);
        for (const events::TurningPoint &point : info.turningPoints)
            lintMember(u"dateline.turning_points: "_s + point.date.text(), point.label);
        for (const events::Era &era : info.eras)
            lintMember(u"dateline.eras: "_s + era.date.text(), era.label);
        for (const events::Kind &kind : m_dataset.kinds())
            lintMember(u"dateline.kinds: "_s + kind.name,
                       kind.label + u'\n' + kind.plural + u'\n' + kind.definition);
        lintMember(u"description"_s, info.title + u'\n' + info.description);
    }

private:
    void lint(QLatin1StringView table, const QString &id, QLatin1StringView column,
              const QString &text, Severity severity = Severity::Error)
    {
        for (const TextLint::Finding &finding : m_lint.findings(text))
            m_report.add(severity, finding.code, table, id, column, finding.message, finding.hint);
    }

    void lintMember(const QString &path, const QString &text)
    {
        for (const TextLint::Finding &finding : m_lint.findings(text)) {
            m_report.addToDescription(Severity::Error, finding.code, path, finding.message,
                                      finding.hint);
        }
    }

    const events::Dataset &m_dataset;
    RecordReport &m_report;
    TextLint m_lint;
};

} // namespace

void checkWording(const events::Dataset &dataset, RecordReport &report)
{
    WordingCheck check(dataset, report);
    check.checkEvents();
    check.checkOtherTables();
    check.checkStories();
    check.checkDescription();
}

} // namespace dateline::readers
