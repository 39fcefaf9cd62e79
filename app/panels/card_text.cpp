// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/card_text.h>

#include <workspace/wording.h>

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::panels {

namespace {

QString paragraph(const QString &html, int above = 4)
{
    return u"<p style=\"margin:%1px 0 0 0\">%2</p>"_s.arg(QString::number(above), html);
}

QString languageName(const QString &tag)
{
    const QLocale::Language language = QLocale(tag).language();
    return language == QLocale::C ? tag : QLocale::languageToString(language);
}

/// "1", "1 and 3", "1, 2 and 3" as links to the boxes.
QString numberLinks(const CardText &text, const std::vector<std::size_t> &indexes)
{
    QStringList links;
    for (const std::size_t index : indexes) {
        const QString number = QString::number(index + 1);
        links.append(text.link(u"statement:"_s + number, number));
    }
    if (links.size() == 1)
        return links.front();
    const QString last = links.takeLast();
    return CardText::tr("%1 and %2", "numbers").arg(links.join(u", "), last);
}

} // namespace

CardText::CardText(const events::Dataset &dataset, const Look &look, const QFont &font)
    : m_dataset(&dataset)
    , m_smallSize(u"font-size:%1pt"_s.arg(typeFont(font, TypeSize::Small).pointSizeF()))
    , m_muted(look.mutedText().name())
    , m_accent(look.accent().name())
{}

QString CardText::small(const QString &html) const
{
    return u"<span style=\"%1;color:%2\">%3</span>"_s.arg(m_smallSize, m_muted, html);
}

QString CardText::link(const QString &target, const QString &text) const
{
    return u"<a href=\"%1\" style=\"color:%2\">%3</a>"_s.arg(target, m_accent,
                                                             text.toHtmlEscaped());
}

QString CardText::eventLink(events::Row event) const
{
    return link(u"event:"_s + QString::number(event),
                m_dataset->columns().texts.at(event, events::EventText::Title))
        + u"<br>"_s + small(workspace::attribution(*m_dataset, event).toHtmlEscaped());
}

QString CardText::facts(events::Row event) const
{
    const events::Event whole = m_dataset->event(event);
    QString rows;
    const auto add = [&](const QString &name, const QString &value) {
        rows += u"<tr><td style=\"padding:2px 12px 2px 0\">%1</td>"
                "<td style=\"padding:2px 0\">%2</td></tr>"_s.arg(
                    u"<span style=\"color:%1\">%2</span>"_s.arg(m_muted, name),
                    value.toHtmlEscaped());
    };
    add(tr("When"), workspace::datePhrase(whole.date));
    add(tr("Where"), workspace::placePhrase(*m_dataset, event));
    if (whole.bureau)
        add(workspace::facetLabel(query::Facet::Bureau), m_dataset->actors()[*whole.bureau].name);
    if (whole.count && *whole.count != 1)
        add(tr("Stands for"), QLocale().toString(*whole.count));
    if (whole.confidence == events::Confidence::Medium)
        add(tr("Confidence"),
            tr("◐ medium: the editors are less sure that the cited pages state it"));
    return u"<table cellspacing=\"0\" cellpadding=\"0\">%1</table>"_s.arg(rows);
}

QString CardText::standing(events::Row event) const
{
    const events::Standing standing = m_dataset->columns().standing(event);
    const QString label = workspace::sentenceCase(workspace::standingLabel(standing));
    const auto origins
        = int(events::independentOrigins(m_dataset->claimsOf(event), m_dataset->sources()));
    return paragraph(u"<b>%1</b>"_s.arg(label.toHtmlEscaped()), 0)
        + paragraph(standingExplanation(standing).toHtmlEscaped(), 2)
        + paragraph(small(tr("Independent origins that state or confirm it: %1").arg(origins)), 2);
}

QString CardText::statementName(const Statement &statement, std::size_t index) const
{
    const events::Claim &claim = m_dataset->claims()[statement.claims.front()];
    return tr("%1: %2 %3, %4", "number, actor, verb, date")
        .arg(QString::number(index + 1), m_dataset->actors()[claim.actor].name,
             workspace::stanceVerb(claim.stance), workspace::datePhrase(claim.said.toOptional()));
}

QString CardText::statement(const std::vector<Statement> &thread, std::size_t index,
                            events::Row event) const
{
    const Statement &shown = thread[index];
    const events::Claim &claim = m_dataset->claims()[shown.claims.front()];
    const events::Actor &actor = m_dataset->actors()[claim.actor];
    QString html = paragraph(
        u"<b>%1</b> %2 · %3"_s.arg(actor.name.toHtmlEscaped(),
                                   workspace::stanceVerb(claim.stance).toHtmlEscaped(),
                                   workspace::datePhrase(claim.said.toOptional()).toHtmlEscaped()),
        0);
    QString who = actorDescription(actor).toHtmlEscaped();
    if (!actor.nativeName.isEmpty())
        who = actor.nativeName.toHtmlEscaped() + u" · "_s + who;
    html += paragraph(small(who), 0);
    html += answersLine(thread, index);
    html += claims(shown, event);
    html += answeredElsewhereLine(thread, index);
    return html;
}

QString CardText::answersLine(const std::vector<Statement> &thread, std::size_t index) const
{
    const Statement &shown = thread[index];
    QString line;
    if (!shown.answers.empty())
        line = tr("In reply to %1", "numbers of claims").arg(numberLinks(*this, shown.answers));
    if (shown.answersElsewhere) {
        const events::Claim &answered = m_dataset->claims()[*shown.answersElsewhere];
        line = tr("In reply to %1 on %2", "actor, event")
                   .arg(m_dataset->actors()[answered.actor].name.toHtmlEscaped(),
                        link(u"event:"_s + QString::number(answered.event),
                             m_dataset->columns().texts.at(answered.event,
                                                           events::EventText::Title)));
    }
    return line.isEmpty() ? line : paragraph(small(line), 0);
}

QString CardText::answeredElsewhereLine(const std::vector<Statement> &thread,
                                        std::size_t index) const
{
    QStringList lines;
    for (std::size_t i = 0; i < thread.size(); ++i) {
        const std::vector<std::size_t> &answers = thread[i].answers;
        if (answers.empty() || answers.front() == index
            || !std::ranges::binary_search(answers, index))
            continue;
        const events::Claim &reply = m_dataset->claims()[thread[i].claims.front()];
        lines.append(tr("%1 %2, in %3", "actor, verb, number of the reply")
                         .arg(m_dataset->actors()[reply.actor].name.toHtmlEscaped(),
                              workspace::stanceVerb(reply.stance).toHtmlEscaped(),
                              numberLinks(*this, {i})));
    }
    return lines.isEmpty() ? QString() : paragraph(tr("Also answered: %1").arg(lines.join(u"; ")));
}

QString CardText::claims(const Statement &statement, events::Row event) const
{
    QString html;
    const events::Claim *before = nullptr;
    for (const events::Row row : statement.claims) {
        const events::Claim &claim = m_dataset->claims()[row];
        const bool sameText = before != nullptr && before->text == claim.text;
        if (!sameText)
            html += paragraph(claim.text.toString().toHtmlEscaped(), 6);
        if (claim.claimedDate && !(before != nullptr && before->claimedDate == claim.claimedDate))
            html += paragraph(
                tr("Date it states: %1")
                    .arg(workspace::datePhrase(claim.claimedDate.toOptional()).toHtmlEscaped()));
        if (!sameText || before->source != claim.source)
            html += paragraph(source(claim.source), 2);
        if (claim.event != event)
            html += paragraph(small(tr("Filed under %1")
                                        .arg(link(u"event:"_s + QString::number(claim.event),
                                                  m_dataset->columns().texts.at(
                                                      claim.event, events::EventText::Title)))),
                              0);
        before = &claim;
    }
    return html;
}

QString CardText::source(events::Row source) const
{
    const events::Source &page = m_dataset->sources()[source];
    QStringList parts;
    parts.append(page.url.isEmpty() ? page.title.toHtmlEscaped()
                                    : link(u"source:"_s + QString::number(source), page.title));
    if (page.publisher)
        parts.append(m_dataset->actors()[*page.publisher].name.toHtmlEscaped());
    if (page.published)
        parts.append(workspace::datePhrase(page.published).toHtmlEscaped());
    if (!page.url.isEmpty())
        parts.append(page.url.host().toHtmlEscaped());
    if (!page.language.isEmpty())
        parts.append(languageName(page.language).toHtmlEscaped());
    QString line = parts.join(u" · "_s);
    if (page.origin) {
        const events::Source &origin = m_dataset->sources()[*page.origin];
        const QString publisher
            = origin.publisher ? m_dataset->actors()[*origin.publisher].name : QString();
        line += u"<br>"_s
            + tr("repeats %1", "the source that this one repeats")
                  .arg((publisher.isEmpty()
                            ? origin.title
                            : tr("%1, %2", "title, publisher").arg(origin.title, publisher))
                           .toHtmlEscaped());
    }
    return small(line);
}

QString CardText::relations(events::Row event, bool whole) const
{
    constexpr std::size_t shown = 4;
    std::vector<std::pair<QString, std::vector<events::Row>>> groups;
    for (const events::Relation &relation : m_dataset->relationsOf(event)) {
        const QString label = relationLabel(relation, event);
        auto group = std::ranges::find(groups, label, [](const auto &g) { return g.first; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {label, {}});
        group->second.push_back(relation.from == event ? relation.to : relation.from);
    }
    QString html;
    for (const auto &[label, rows] : groups) {
        html += paragraph(u"<b>%1</b>"_s.arg(label.toHtmlEscaped()), 8);
        const std::size_t end = whole || rows.size() <= shown + 1 ? rows.size() : shown;
        for (std::size_t i = 0; i < end; ++i)
            html += paragraph(eventLink(rows[i]));
        if (end < rows.size())
            html += paragraph(
                link(u"more:relations"_s, tr("Show %Ln more", nullptr, int(rows.size() - end))));
    }
    return html;
}

QString CardText::foot(events::Row event) const
{
    const events::Event whole = m_dataset->event(event);
    QStringList parts{whole.id};
    if (!whole.tags.isEmpty())
        parts.append(tr("tags: %1").arg(whole.tags.join(u", ")));
    if (!whole.updated.isEmpty())
        parts.append(tr("last edited %1").arg(whole.updated));
    return small(parts.join(u" · "_s).toHtmlEscaped());
}

} // namespace dateline::panels
