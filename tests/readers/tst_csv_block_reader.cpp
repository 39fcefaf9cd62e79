// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is read in pieces gives the blocks that it would give as a whole.
#include <readers/csv_block_reader.h>

#include <support/test_main.h>

#include <QRandomGenerator>
#include <QTest>

using namespace dateline::tests;
using namespace dateline::readers;
using namespace Qt::StringLiterals;

namespace {

/// Gives a few bytes at a time, and from some byte on none but a fault.
class PiecemealBytes : public FileBytes
{
public:
    PiecemealBytes(QByteArray bytes, qsizetype most, qsizetype good)
        : m_bytes(std::move(bytes))
        , m_most(most)
        , m_good(good)
    {}

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] qsizetype read(char *to, qsizetype most) override
    {
        const qsizetype count = std::min({most, m_most, m_bytes.size() - m_read});
        if (m_read + count > m_good)
            return fail({u"broken"_s, {}});
        std::copy_n(m_bytes.constData() + m_read, count, to);
        m_read += count;
        return count;
    }

private:
    QByteArray m_bytes;
    qsizetype m_most;
    qsizetype m_good;
    qsizetype m_read = 0;
};

/// None when what the reader says of them is wrong.
std::vector<QByteArray> blocksOf(FileBytes &file, qsizetype blockBytes)
{
    CsvBlockReader reader(file, blockBytes);
    std::vector<QByteArray> blocks;
    QByteArray block;
    qint64 position = 0;
    while (reader.next(block)) {
        position += block.size();
        if (block.isEmpty() || reader.position() != position)
            return {};
        blocks.push_back(block);
    }
    return block.isEmpty() ? blocks : std::vector<QByteArray>();
}

/// What csvBlockEnd makes of the whole file.
std::vector<QByteArray> blocksOfWhole(QByteArrayView file, qsizetype blockBytes)
{
    file = withoutByteOrderMark(file);
    std::vector<QByteArray> blocks;
    for (qsizetype begin = 0; begin < file.size();) {
        const qsizetype end = csvBlockEnd(file, begin, blockBytes);
        blocks.push_back(file.sliced(begin, end - begin).toByteArray());
        begin = end;
    }
    return blocks;
}

QByteArray randomFile(QRandomGenerator &random)
{
    static const std::array pieces{"a"_ba,  "bc,d"_ba, "\n"_ba,   "\r\n"_ba,
                                   "\r"_ba, "\""_ba,   "\"\""_ba, "\xef\xbb\xbf"_ba};
    QByteArray file;
    const int count = random.bounded(40);
    for (int i = 0; i < count; ++i) {
        file += pieces.at(random.bounded(quint32(pieces.size())));
        if (random.bounded(20) == 0) // beyond what is read ahead
            file += QByteArray(random.bounded(20'000), 'x');
    }
    return file;
}

} // namespace

class CsvBlockReaderTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void blocks();
    void longRow();
    void fault();
};

void CsvBlockReaderTest::blocks()
{
    QRandomGenerator random(20261127);
    for (int i = 0; i < 3'000; ++i) {
        const QByteArray file = randomFile(random);
        const qsizetype blockBytes = 1 + random.bounded(i % 3 == 0 ? 20'000 : 30);
        PiecemealBytes bytes(file, 1 + random.bounded(i % 2 == 0 ? 5'000 : 3), file.size());
        QCOMPARE(blocksOf(bytes, blockBytes), blocksOfWhole(file, blockBytes));
        QVERIFY(bytes.fault().isEmpty());
    }
}

/// What was read behind a long row comes next, whole, and the memory of the row is not kept.
void CsvBlockReaderTest::longRow()
{
    const QByteArray file
        = "a\n" + QByteArray(300'000, 'x') + '\n' + QByteArray("b,c\n").repeated(60'000);
    PiecemealBytes bytes(file, 70'000, file.size());
    CsvBlockReader reader(bytes, 1'000);
    QByteArray block;
    QByteArray all;
    qsizetype longest = 0;
    while (reader.next(block)) {
        all += block;
        longest = std::max(longest, block.size());
        if (all.size() > 400'000)
            QVERIFY(block.capacity() < 100'000);
    }
    QCOMPARE(all, file);
    QVERIFY(longest > 300'000);
}

void CsvBlockReaderTest::fault()
{
    const QByteArray file = QByteArray("a,b\n").repeated(5'000);
    PiecemealBytes bytes(file, 1'000, 12'000);
    const std::vector<QByteArray> blocks = blocksOf(bytes, 4'000);
    QVERIFY(!blocks.empty());
    QVERIFY(blocks.size() < 3);
    QCOMPARE(bytes.fault().message, u"broken"_s);

    PiecemealBytes unread(file, 1'000, 12'000);
    QCOMPARE(readAll(unread), QByteArray());
    QVERIFY(!unread.fault().isEmpty());
    PiecemealBytes sound(file, 7, file.size());
    QCOMPARE(readAll(sound), file);
}

DATELINE_TEST(csv_block_reader, CsvBlockReaderTest)
#include "tst_csv_block_reader.moc"
