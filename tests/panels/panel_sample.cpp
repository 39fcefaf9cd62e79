// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel_sample.h"

#include <support/sample_dataset.h>

using namespace Qt::StringLiterals;

namespace dateline::tests {

std::unique_ptr<workspace::Workspace> sampleWorkspace()
{
    auto workspace = std::make_unique<workspace::Workspace>();
    workspace->setDataset(sampleDataset());
    return workspace;
}

events::Row rowOf(const workspace::Workspace &workspace, const QString &id)
{
    const std::optional<events::Row> row = workspace.dataset().eventRow(id);
    if (!row)
        qFatal("no event %s", qPrintable(id));
    return *row;
}

std::shared_ptr<const events::Dataset> threadDataset()
{
    using events::Stance;
    DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"opening"_s);
    const events::Row society = b.actor(u"society"_s);
    const events::Row paper = b.actor(u"paper"_s, events::ActorKind::Media, u"IT"_s);
    const events::Row ministry = b.actor(u"ministry"_s, events::ActorKind::Government, u"FR"_s);
    const events::Row report = b.source(u"report"_s, society);
    const events::Row article = b.source(u"article"_s, paper);
    const events::Row copy = b.source(u"copy"_s, paper, report);
    const events::Row note = b.source(u"note"_s, ministry);
    const events::Row light = b.event(u"light"_s, kind, u"2016-05"_s);
    const events::Row letter = b.event(u"letter"_s, kind, u"2021"_s);
    const events::Row first = b.claim(light, society, report);
    const events::Row second = b.claim(light, paper, article);
    const events::Row reply = b.claim(light, ministry, note, Stance::Disputes, first);
    b.claim(light, ministry, note, Stance::Disputes, second);
    const events::Row answer = b.claim(light, society, report, Stance::Confirms, reply);
    const events::Row repeated = b.claim(light, paper, copy);
    const events::Row denial = b.claim(letter, ministry, note, Stance::Denies, first);
    auto &claims = b.tables().claims;
    claims[second].said = events::Edtf::parse(u"2020-06-02");
    claims[answer].said = events::Edtf::parse(u"2020-08");
    claims[repeated].said = events::Edtf::parse(u"2020-06-03");
    claims[denial].said = events::Edtf::parse(u"2021");
    return b.build();
}

std::shared_ptr<const events::Dataset> largeDataset(int size)
{
    DatasetBuilder b;
    const events::Row society = b.actor(u"society"_s);
    const events::Row report = b.source(u"report"_s, society);
    std::vector<std::uint16_t> kinds;
    for (int i = 0; i < 5; ++i)
        kinds.push_back(b.kind(u"kind-%1"_s.arg(i)));
    std::vector<events::Row> places;
    for (int i = 0; i < 20; ++i)
        places.push_back(b.city(u"City %1"_s.arg(i), u"A"_s + QChar(u'A' + i), i, i * 3));
    for (int i = 0; i < size; ++i) {
        const QString date = u"%1-%2"_s.arg(1900 + i % 120).arg(1 + i % 12, 2, 10, QChar(u'0'));
        const events::Row event
            = b.event(u"event-%1"_s.arg((i * 7919) % size), kinds[std::size_t(i) % kinds.size()],
                      date, places[std::size_t(i) % places.size()]);
        b.claim(event, society, report);
    }
    return b.build();
}

} // namespace dateline::tests
