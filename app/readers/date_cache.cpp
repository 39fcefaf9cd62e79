// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/date_cache.h>

#include <cstring>

namespace dateline::readers {

namespace {

constexpr std::size_t slots = 1 << 14;

} // namespace

std::optional<DateCache::Text> DateCache::textOf(QByteArrayView written)
{
    Text text{};
    if (written.size() >= qsizetype(sizeof(text)))
        return std::nullopt;
    std::memcpy(text.data(), written.data(), std::size_t(written.size()));
    // The size in the last byte, so that a text that ends in zeros is another one.
    text[1] |= std::uint64_t(written.size()) << 56U;
    return text;
}

std::size_t DateCache::slotOf(const Text &text) const
{
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
    const std::uint64_t mixed = ((text[0] ^ (text[1] * odd)) * odd) >> 32U;
    std::size_t at = mixed % slots;
    while (m_entries[at].date && m_entries[at].text != text)
        at = (at + 1) % slots;
    return at;
}

const events::Edtf *DateCache::find(QByteArrayView written) const
{
    const std::optional<Text> text = textOf(written);
    if (!text || m_entries.empty())
        return nullptr;
    return m_entries[slotOf(*text)].date.get();
}

void DateCache::add(QByteArrayView written, const events::Edtf &date)
{
    const std::optional<Text> text = textOf(written);
    if (!text || m_size == slots / 2)
        return;
    if (m_entries.empty())
        m_entries.resize(slots);
    m_entries[slotOf(*text)] = {*text, events::OptionalEdtf(date)};
    ++m_size;
}

} // namespace dateline::readers
