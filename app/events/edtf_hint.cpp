// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/edtf_hint.h>

#include <events/edtf.h>

#include <QCoreApplication>

#include <algorithm>

namespace dateline::events {

namespace {

/// Gives the hints below their translation context.
struct EdtfHints
{
    Q_DECLARE_TR_FUNCTIONS(dateline::events::EdtfHints)
};

} // namespace

QString edtfHint(QStringView expression)
{
    const QStringView text = expression.left(Edtf::maximumLength);
    const auto has = [text](QStringView what) { return text.contains(what, Qt::CaseInsensitive); };
    if (text.trimmed().size() != text.size())
        return EdtfHints::tr("Remove the spaces around the date.");
    if (has(u"unknown"))
        return EdtfHints::tr("Leave an unknown end blank, e.g. 2016/");
    if (has(u"present") || has(u"now") || has(u"open"))
        return EdtfHints::tr("Write \"..\" for an open end, e.g. 2016/..");
    if (text.startsWith(u"c", Qt::CaseInsensitive) || has(u"about") || has(u"around"))
        return EdtfHints::tr("Write \"about\" as a tilde after the date, e.g. 2016~.");
    if (text.contains(u'u') || text.contains(u'x'))
        return EdtfHints::tr("Write an unspecified digit as a capital X, e.g. 201X or 2016-XX.");
    if (std::ranges::any_of(text, [](QChar c) { return c.isLetter() && c != u'X' && c != u'T'; }))
        return EdtfHints::tr("Write the month as a number after the year, e.g. 2016-05.");
    const bool twoYears = text.size() == 9 && text.first(4).toInt() > 0 && text[4] == u'-'
        && text.last(4).toInt() > 0;
    if (text.contains(QChar(0x2013)) || text.contains(QChar(0x2014)) || twoYears)
        return EdtfHints::tr("Write an interval with a slash, e.g. 2015/2019.");
    if (text.contains(u'/') || text.contains(u'.'))
        return EdtfHints::tr("Write the year first and hyphens between, e.g. 2016-05-31.");
    return EdtfHints::tr(
        "Write a date as 2016, 2016-05, 2016-05-31, 2015/2019, 2016/.. or 2018-07~.");
}

} // namespace dateline::events
