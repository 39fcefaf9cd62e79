// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/own_language.h>
#include <workspace/wording.h>

#include <QCoreApplication>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <string>

namespace dateline::workspace {

QString countryName(events::CountryCode code, const QLocale &locale)
{
    if (code.isNull())
        return QCoreApplication::translate("Wording", "no country");
    const QByteArray region = code.toString().toLatin1();
    const QByteArray language = locale.bcp47Name().toLatin1();
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale reader = icu::Locale::forLanguageTag(language.constData(), status);
    icu::UnicodeString name;
    icu::Locale("", region.constData()).getDisplayCountry(reader, name);
    return QString::fromUtf16(name.getBuffer(), name.length());
}

QByteArray ownLanguage(events::CountryCode code)
{
    if (code.isNull())
        return {};
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale there("und", code.toString().toLatin1().constData());
    there.addLikelySubtags(status);
    if (U_FAILURE(status) || qstrlen(there.getLanguage()) == 0 || there == icu::Locale("und"))
        return {};
    return QByteArray::fromStdString(there.toLanguageTag<std::string>(status));
}

QString ownCountryName(events::CountryCode code)
{
    const QByteArray language = ownLanguage(code);
    if (language.isEmpty())
        return countryName(code);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale there = icu::Locale::forLanguageTag(language.constData(), status);
    icu::UnicodeString name;
    there.getDisplayCountry(there, name);
    return QString::fromUtf16(name.getBuffer(), name.length());
}

} // namespace dateline::workspace
