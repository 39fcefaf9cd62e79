// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/country_code.h>

namespace dateline::events {

std::optional<CountryCode> CountryCode::fromString(QStringView text)
{
    const auto isCapital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    if (text.size() != 2 || !isCapital(text[0]) || !isCapital(text[1]))
        return std::nullopt;
    CountryCode code;
    code.m_letters = std::uint16_t(text[0].unicode() * 256 + text[1].unicode());
    return code;
}

QString CountryCode::toString() const
{
    if (isNull())
        return {};
    return QString(QChar(m_letters / 256)) + QChar(m_letters % 256);
}

CountryCode CountryCode::fromOrdinal(std::uint16_t ordinal)
{
    CountryCode code;
    if (ordinal > 0 && ordinal < ordinalCount) {
        const int index = ordinal - 1;
        code.m_letters = std::uint16_t(('A' + index / 26) * 256 + ('A' + index % 26));
    }
    return code;
}

} // namespace dateline::events
