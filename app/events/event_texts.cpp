// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/event_texts.h>

#include <events/fetch.h>

#include <algorithm>
#include <utility>

namespace dateline::events {

namespace {

constexpr unsigned bitsOfByte = 7;
constexpr std::uint8_t goesOn = 1U << bitsOfByte;

/// Writes the size at `to` and returns what is behind it.
char *writeSize(char *to, std::uint32_t size)
{
    for (; size >= goesOn; size >>= bitsOfByte)
        *to++ = char(std::uint8_t(size) | goesOn);
    *to++ = char(size);
    return to;
}

/// Reads the size at `from` and puts `from` behind it.
std::uint32_t readSize(const char *&from)
{
    auto byte = std::uint8_t(*from++);
    if (byte < goesOn)
        return byte;
    std::uint32_t size = byte & (goesOn - 1U);
    for (unsigned bits = bitsOfByte; byte >= goesOn; bits += bitsOfByte) {
        byte = std::uint8_t(*from++);
        size |= std::uint32_t(byte & (goesOn - 1U)) << bits;
    }
    return size;
}

} // namespace

void EventTexts::reserve(std::size_t events)
{
    m_offsets.reserve(events);
    // Text grows longer in the course of a table. Memory that is not written to costs nothing, as
    // opposed to a buffer that has to move.
    constexpr double growth = 1.25;
    if (size() > 0) {
        const double each = growth * double(m_bytes.size()) / double(size());
        m_bytes.reserve(std::size_t(std::min(each * double(events), double(maximumBytes))));
    }
}

void EventTexts::append(const Texts &texts)
{
    constexpr std::size_t mostBytesOfSize = 5;
    std::array<char, eventTextCount * mostBytesOfSize> sizes;
    char *end = sizes.data();
    for (const std::string_view text : texts)
        end = writeSize(end, std::uint32_t(text.size()));
    m_offsets.push_back(std::uint32_t(m_bytes.size()));
    m_bytes.append(sizes.data(), end);
    for (const std::string_view text : texts)
        m_bytes.append(text);
}

std::string_view EventTexts::utf8(std::size_t row, EventText text) const
{
    const char *at = m_bytes.data() + m_offsets.at(row);
    std::size_t before = 0;
    std::size_t wanted = 0;
    for (std::size_t i = 0; i < eventTextCount; ++i) {
        const std::size_t size = readSize(at);
        if (i < std::size_t(text))
            before += size;
        else if (i == std::size_t(text))
            wanted = size;
    }
    return {at + before, wanted};
}

QString EventTexts::at(std::size_t row, EventText text) const
{
    const std::string_view bytes = utf8(row, text);
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

void EventTexts::fetchAt(std::size_t row) const
{
    fetch(m_bytes.data() + m_offsets[row]);
}

void EventTexts::reorder(const std::vector<std::uint32_t> &order)
{
    std::vector<std::uint32_t> offsets(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        offsets[i] = m_offsets[order[i]];
    m_offsets = std::move(offsets);
}

} // namespace dateline::events
