// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/claim_thread.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

#include <algorithm>

#include "panel_sample.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using events::Stance;
using panels::claimThread;
using panels::ReplyIndex;
using panels::Statement;

/// What belongs to an event's thread, in which order, and what is one statement.
class ClaimThreadTest : public TestCase
{
    Q_OBJECT

private:
    static std::vector<Statement> threadOf(const events::Dataset &dataset, const QString &id)
    {
        return claimThread(dataset, ReplyIndex(dataset), *dataset.eventRow(id));
    }

    static QString describe(const events::Dataset &dataset, const Statement &statement)
    {
        const events::Claim &claim = dataset.claims()[statement.claims.front()];
        return u"%1 %2 %3"_s.arg(QString::number(statement.depth), dataset.actors()[claim.actor].id,
                                 QString::number(int(claim.stance)));
    }

private Q_SLOTS:
    void repliesFollowWhatTheyAnswer()
    {
        const auto dataset = threadDataset();
        QStringList lines;
        for (const Statement &statement : threadOf(*dataset, u"light"_s))
            lines.append(describe(*dataset, statement));
        const QStringList wanted{u"0 society %1"_s.arg(int(Stance::Asserts)),
                                 u"1 ministry %1"_s.arg(int(Stance::Disputes)),
                                 u"2 society %1"_s.arg(int(Stance::Confirms)),
                                 u"1 ministry %1"_s.arg(int(Stance::Denies)),
                                 u"0 paper %1"_s.arg(int(Stance::Asserts)),
                                 u"0 paper %1"_s.arg(int(Stance::Asserts))};
        QCOMPARE(lines, wanted);
    }

    void oneReplyToTwoClaimsIsOneStatement()
    {
        const auto dataset = threadDataset();
        const std::vector<Statement> thread = threadOf(*dataset, u"light"_s);
        QCOMPARE(thread[1].claims.size(), std::size_t(2));
        QCOMPARE(thread[1].answers, (std::vector<std::size_t>{0, 4}));
    }

    void aDenialFiledElsewhereBelongsToTheThread()
    {
        const auto dataset = threadDataset();
        const std::vector<Statement> thread = threadOf(*dataset, u"light"_s);
        const events::Claim &denial = dataset->claims()[thread[3].claims.front()];
        QCOMPARE(denial.stance, Stance::Denies);
        QCOMPARE(dataset->columns().id.at(denial.event), u"letter"_s);
        const std::vector<Statement> letter = threadOf(*dataset, u"letter"_s);
        QCOMPARE(letter.size(), std::size_t(1));
        QVERIFY(letter.front().answersElsewhere.has_value());
        QCOMPARE(letter.front().depth, 0);
    }

    void everyClaimOfEveryEventComesOnce()
    {
        const auto dataset = sampleDataset();
        const ReplyIndex replies(*dataset);
        for (events::Row row = 0; row < dataset->size(); ++row) {
            std::size_t claims = 0;
            for (const Statement &statement : claimThread(*dataset, replies, row))
                claims += statement.claims.size();
            QCOMPARE(claims, dataset->claimsOf(row).size());
        }
    }

    void undatedClaimsAreOnlyOneWhenTheyAreTheSame()
    {
        DatasetBuilder b;
        const events::Row actor = b.actor(u"society"_s);
        const events::Row report = b.source(u"report"_s, actor);
        const events::Row page = b.source(u"page"_s, actor);
        const events::Row event = b.event(u"light"_s, b.kind(u"opening"_s), u"2016"_s);
        for (const events::Row source : {report, report, page})
            b.tables().claims[b.claim(event, actor, source)].said.reset();
        const auto dataset = b.build();
        QCOMPARE(threadOf(*dataset, u"light"_s).size(), std::size_t(2));
    }

    void aCircleEnds()
    {
        DatasetBuilder b;
        const events::Row actor = b.actor(u"society"_s);
        const events::Row report = b.source(u"report"_s, actor);
        const events::Row event = b.event(u"light"_s, b.kind(u"opening"_s), u"2016"_s);
        const events::Row first = b.claim(event, actor, report);
        const events::Row second = b.claim(event, actor, report, Stance::Denies, first);
        b.tables().claims[first].respondsTo = second;
        const auto dataset = b.build();
        const std::vector<Statement> thread = threadOf(*dataset, u"light"_s);
        QCOMPARE(thread.size(), std::size_t(2));
    }
};

DATELINE_TEST(claimThread, ClaimThreadTest)

} // namespace dateline::tests

#include "tst_claim_thread.moc"
