// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/card_text.h>
#include <workspace/wording.h>

namespace dateline::panels {

namespace {

struct CardWords
{
    Q_DECLARE_TR_FUNCTIONS(CardWords)
};

QString actorKindLabel(events::ActorKind kind)
{
    switch (kind) {
    case events::ActorKind::Ngo:
        return CardWords::tr("non-governmental organisation");
    case events::ActorKind::Media:
        return CardWords::tr("media");
    case events::ActorKind::Government:
        return CardWords::tr("government");
    case events::ActorKind::Police:
        return CardWords::tr("police");
    case events::ActorKind::Court:
        return CardWords::tr("court");
    case events::ActorKind::Company:
        return CardWords::tr("company");
    case events::ActorKind::Other:
        break;
    }
    return CardWords::tr("other body");
}

} // namespace

QString standingExplanation(events::Standing standing)
{
    switch (standing) {
    case events::Standing::SingleClaim:
        return CardWords::tr("At most one independent origin states it; repeats do not count.");
    case events::Standing::SeveralOrigins:
        return CardWords::tr("Two or more independent origins state it; repeats do not count.");
    case events::Standing::OfficiallyConfirmed:
        return CardWords::tr("A government, police or court confirms it, and nobody denies it "
                             "here.");
    case events::Standing::Denied:
        return CardWords::tr("At least one reply denies it.");
    case events::Standing::Disputed:
        return CardWords::tr("A reply disputes it, or an authority confirms what another denies.");
    case events::Standing::Closed:
        return CardWords::tr("A reply states that it was closed or ended.");
    case events::Standing::ConcludedWithoutFinding:
        break;
    }
    return CardWords::tr("An inquiry is reported to have ended without a finding.");
}

QString actorDescription(const events::Actor &actor)
{
    const QString kind = actorKindLabel(actor.kind);
    if (actor.country.isNull())
        return kind;
    return CardWords::tr("%1, %2", "kind of actor, country")
        .arg(kind, workspace::countryName(actor.country));
}

QString relationLabel(const events::Relation &relation, events::Row event)
{
    const bool forward = relation.from == event;
    switch (relation.kind) {
    case events::RelationKind::PartOf:
        return forward ? CardWords::tr("Part of") : CardWords::tr("Includes");
    case events::RelationKind::LeadsTo:
        return forward ? CardWords::tr("Followed by") : CardWords::tr("Follows");
    case events::RelationKind::Answers:
        return forward ? CardWords::tr("Answers") : CardWords::tr("Answered by");
    case events::RelationKind::Supersedes:
        break;
    }
    return forward ? CardWords::tr("Supersedes") : CardWords::tr("Superseded by");
}

} // namespace dateline::panels
