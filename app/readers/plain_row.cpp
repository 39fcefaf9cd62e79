// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/plain_row.h>

#include <readers/limits.h>

#include <QtEndian>

#include <bit>
#include <cstring>

namespace dateline::readers {

namespace {

constexpr std::uint64_t inEachByte = 0x0101'0101'0101'0101;

/// The lowest bit that is set is in the first byte of `word`, from its low end, that is `byte`.
constexpr std::uint64_t marked(std::uint64_t word, char byte)
{
    const std::uint64_t differing = word ^ (inEachByte * std::uint64_t(byte));
    return (differing - inEachByte) & ~differing & (inEachByte << 7U);
}

constexpr bool endsBareCell(char byte)
{
    return byte == ',' || byte == '\n' || byte == '\r' || byte == '"';
}

/// The first byte from `at` on that ends a cell without quotes or may not be in it, or the end.
qsizetype endOfBareCell(QByteArrayView bytes, qsizetype at)
{
    constexpr qsizetype step = sizeof(std::uint64_t);
    for (; at + step <= bytes.size(); at += step) {
        const auto word = qFromLittleEndian<quint64>(bytes.data() + at);
        const std::uint64_t ends
            = marked(word, ',') | marked(word, '\n') | marked(word, '\r') | marked(word, '"');
        if (ends != 0)
            return at + std::countr_zero(ends) / 8;
    }
    while (at < bytes.size() && !endsBareCell(bytes[at]))
        ++at;
    return at;
}

/// The quote that closes the cell behind the one at `open`, or -1 when the cell holds more quotes
/// or goes on behind it.
qsizetype closingQuote(QByteArrayView bytes, qsizetype open)
{
    const char *const from = bytes.data() + open + 1;
    const auto *const quote
        = static_cast<const char *>(std::memchr(from, '"', std::size_t(bytes.size() - open - 1)));
    if (quote == nullptr)
        return -1;
    const qsizetype at = quote - bytes.data();
    const bool closes = at + 1 == bytes.size() || (quote[1] != '"' && endsBareCell(quote[1]));
    return closes ? at : -1;
}

/// Behind the end of a row at `at`: one byte, or both of a CRLF.
qsizetype behindRowEnd(QByteArrayView bytes, qsizetype at)
{
    const bool isPair = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
    return at + (isPair ? 2 : 1);
}

} // namespace

std::optional<qsizetype> splitPlainRow(QByteArrayView bytes, qsizetype begin,
                                       std::vector<CellPlace> &cells)
{
    if (bytes[begin] == '\n' || bytes[begin] == '\r')
        return behindRowEnd(bytes, begin);
    const std::size_t cellsBefore = cells.size();
    qsizetype at = begin;
    while (cells.size() - cellsBefore < std::size_t(limits::columns)) {
        const bool isQuoted = at < bytes.size() && bytes[at] == '"';
        const qsizetype from = isQuoted ? at + 1 : at;
        const qsizetype to = isQuoted ? closingQuote(bytes, at) : endOfBareCell(bytes, at);
        if (to < 0 || to - from > qsizetype(limits::cellBytes))
            break;
        const qsizetype end = isQuoted ? to + 1 : to;
        if (end < bytes.size() && bytes[end] == '"')
            break;
        cells.push_back({std::uint32_t(from), std::uint32_t(to - from)});
        if (end == bytes.size())
            return end;
        if (bytes[end] != ',')
            return behindRowEnd(bytes, end);
        at = end + 1;
    }
    cells.resize(cellsBefore);
    return std::nullopt;
}

} // namespace dateline::readers
