// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/table_row.h>

#include <events/civil_day.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

/// A cell inside a message, shortened.
QString shown(const QString &text)
{
    constexpr qsizetype most = 60;
    return text.size() <= most ? text : text.left(most) + u'…';
}

/// Lower-case letters, digits and single hyphens between them; true when empty.
bool hasIdForm(QByteArrayView id)
{
    bool wasHyphen = !id.isEmpty(); // none at the start
    for (const char letter : id) {
        const bool isHyphen = letter == '-';
        const bool isAllowed
            = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || isHyphen;
        if (!isAllowed || (isHyphen && wasHyphen))
            return false;
        wasHyphen = isHyphen;
    }
    return !wasHyphen;
}

/// Two or three lower-case letters, and further subtags of letters and digits after hyphens.
bool hasLanguageForm(const QString &tag)
{
    const QStringList parts = tag.split(u'-');
    const auto isLetter = [](QChar c) { return c >= u'a' && c <= u'z'; };
    const auto isSubtag = [](const QString &part) {
        return !part.isEmpty() && std::ranges::all_of(part, [](QChar c) {
            return c.unicode() < 0x80 && c.isLetterOrNumber();
        });
    };
    return (parts.front().size() == 2 || parts.front().size() == 3)
        && std::ranges::all_of(parts.front(), isLetter) && std::ranges::all_of(parts, isSubtag);
}

/// Names of columns are literals, so that the same name mostly lies at the same place.
bool isSameName(QLatin1StringView a, QLatin1StringView b)
{
    return a.size() == b.size()
        && (a.data() == b.data()
            || (a.front() == b.front() && std::equal(a.begin(), a.end(), b.begin())));
}

} // namespace

TableRow::TableRow(const QString &file, std::span<const Column> columns,
                   std::span<const std::optional<std::size_t>> cellOf, const CsvRow &row,
                   DateCache &dates, DiagnosticList *diagnostics)
    : m_file(file)
    , m_columns(columns)
    , m_cellOf(cellOf)
    , m_row(row)
    , m_dates(dates)
    , m_diagnostics(diagnostics)
{}

QByteArrayView TableRow::cell(QLatin1StringView column) const
{
    // Most rows are asked for their columns in order, and for each once or twice.
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (isSameName(m_columns[m_last].name, column))
            return m_cellOf[m_last] ? m_row.cells[*m_cellOf[m_last]] : QByteArrayView();
        m_last = m_last + 1 == m_columns.size() ? 0 : m_last + 1;
    }
    Q_UNREACHABLE_RETURN(QByteArrayView());
}

void TableRow::fault(QLatin1StringView code, QLatin1StringView column, const QString &message,
                     const QString &hint)
{
    m_valid = false;
    flaw(code, column, message, hint);
}

void TableRow::flaw(QLatin1StringView code, QLatin1StringView column, const QString &message,
                    const QString &hint)
{
    report(Severity::Error, code, column, message, hint);
}

void TableRow::warn(QLatin1StringView code, QLatin1StringView column, const QString &message,
                    const QString &hint)
{
    report(Severity::Warning, code, column, message, hint);
}

void TableRow::report(Severity severity, QLatin1StringView code, QLatin1StringView column,
                      const QString &message, const QString &hint)
{
    m_sound = false;
    if (m_diagnostics != nullptr)
        m_diagnostics->add({severity, code, m_file, m_row.number, column, message, hint});
}

QString TableRow::requiredText(QLatin1StringView column)
{
    return QString::fromUtf8(requiredUtf8(column));
}

std::string_view TableRow::requiredUtf8(QLatin1StringView column)
{
    const std::string_view result = utf8(column);
    if (result.empty())
        fault("cell-empty"_L1, column, tr("The cell is empty."), tr("This column must be filled."));
    return result;
}

void TableRow::expectFilled(QLatin1StringView column)
{
    if (cell(column).isEmpty())
        flaw("cell-empty"_L1, column, tr("The cell is empty."), tr("This column must be filled."));
}

void TableRow::expectIdForm(QLatin1StringView column, QByteArrayView id)
{
    if (!hasIdForm(id)) {
        flaw("id-form"_L1, column,
             tr("\"%1\" is not spelt like an id.").arg(shown(QString::fromUtf8(id))),
             tr("Use lower-case letters a to z, digits, and single hyphens between them."));
    }
}

std::optional<events::Edtf> TableRow::date(QLatin1StringView column)
{
    const QByteArrayView bytes = cell(column);
    if (bytes.isEmpty())
        return std::nullopt;
    if (const events::Edtf *known = m_dates.find(bytes))
        return *known;
    const QString written = QString::fromUtf8(bytes);
    events::EdtfFault edtfFault;
    auto result = events::Edtf::parse(written, &edtfFault);
    if (result)
        m_dates.add(bytes, *result);
    if (!result) {
        fault("date-invalid"_L1, column,
              tr("\"%1\" is not a date, from character %2 on: %3")
                  .arg(shown(written))
                  .arg(edtfFault.offset + 1)
                  .arg(edtfFault.message),
              edtfFault.hint);
    }
    return result;
}

events::FuzzyInterval TableRow::dateBounds(QLatin1StringView column)
{
    const QByteArrayView written = cell(column);
    if (const auto day = events::plainDay(written))
        return events::FuzzyInterval{day->from, day->to, day->from, day->to};
    // Not a copy of the date: all threads would count it in the same place.
    if (const events::Edtf *known = m_dates.find(written))
        return known->bounds();
    const std::optional<events::Edtf> parsed = date(column);
    return parsed ? parsed->bounds() : events::FuzzyInterval{};
}

std::optional<std::uint32_t> TableRow::number(QLatin1StringView column, std::uint32_t smallest)
{
    if (cell(column).isEmpty())
        return std::nullopt;
    const QString written = text(column);
    constexpr std::uint32_t largest = 1'000'000'000;
    bool fits = false;
    const std::uint32_t value = written.toUInt(&fits);
    if (!fits || value < smallest || value > largest || written.startsWith(u'+')) {
        fault("number-invalid"_L1, column,
              tr("\"%1\" is not a whole number from %2 on.").arg(shown(written)).arg(smallest),
              tr("Write digits only, e.g. 12, or leave the cell empty."));
        return std::nullopt;
    }
    return value;
}

std::optional<double> TableRow::degrees(QLatin1StringView column, double limit)
{
    const QString written = text(column);
    if (written.isEmpty())
        return std::nullopt;
    bool fits = false;
    const double value = written.toDouble(&fits);
    if (!fits || !std::isfinite(value)) {
        fault("degrees-invalid"_L1, column, tr("\"%1\" is not a number.").arg(shown(written)),
              tr("Write decimal degrees with a point, e.g. 41.9028."));
        return std::nullopt;
    }
    if (std::abs(value) > limit) {
        fault("degrees-invalid"_L1, column,
              tr("%1 is not between -%2 and %2.").arg(value).arg(limit),
              tr("Are latitude and longitude interchanged?"));
        return std::nullopt;
    }
    return value;
}

events::CountryCode TableRow::country(QLatin1StringView column)
{
    const QString written = text(column);
    if (written.isEmpty())
        return {};
    const auto code = events::CountryCode::fromString(written);
    if (!code) {
        const QString capitals = written.toUpper();
        fault("country-invalid"_L1, column, tr("\"%1\" is not a country code.").arg(shown(written)),
              events::CountryCode::fromString(capitals)
                  ? tr("Write it in capitals: %1.").arg(capitals)
                  : tr("Write the two letters of ISO 3166-1, e.g. IT."));
    }
    return code.value_or(events::CountryCode());
}

QUrl TableRow::url(QLatin1StringView column)
{
    const QString written = text(column);
    if (written.isEmpty())
        return {};
    QUrl result(written, QUrl::StrictMode);
    const bool isWeb = result.scheme() == "http"_L1 || result.scheme() == "https"_L1;
    if (!result.isValid() || !isWeb || result.host().isEmpty()) {
        fault("url-invalid"_L1, column, tr("\"%1\" is not a web address.").arg(shown(written)),
              tr("Write the whole address with https:// or http:// and %20 for a space."));
    }
    return result;
}

QString TableRow::language(QLatin1StringView column)
{
    QString written = text(column);
    if (!written.isEmpty() && !hasLanguageForm(written)) {
        flaw("language-invalid"_L1, column,
             tr("\"%1\" is not the tag of a language.").arg(shown(written)),
             tr("Write the two or three letters of ISO 639, e.g. en or zh."));
    }
    return written;
}

std::string_view TableRow::day(QLatin1StringView column)
{
    const std::string_view written = utf8(column);
    if (!written.empty() && !events::plainDay(written)) {
        fault("day-invalid"_L1, column, tr("\"%1\" is not a day.").arg(shown(text(column))),
              tr("Write year, month and day, e.g. 2026-11-23."));
    }
    return written;
}

std::optional<events::Row> TableRow::key(QLatin1StringView column, const KeyIndex &ids,
                                         QLatin1StringView table, KeyIndex::Guess *guess)
{
    const QByteArrayView bytes = cell(column);
    if (bytes.isEmpty())
        return std::nullopt;
    events::Row row = 0;
    const KeyIndex::Found found
        = guess != nullptr ? ids.find(bytes, row, *guess) : ids.find(bytes, row);
    if (found == KeyIndex::Found::Row)
        return row;
    const QString id = QString::fromUtf8(bytes);
    if (found == KeyIndex::Found::LeftOut) {
        fault("key-left-out"_L1, column,
              tr("\"%1\" of %2 was left out because of its own faults.").arg(shown(id), table),
              tr("Mend that row; this one will fit then."));
        return std::nullopt;
    }
    const QString near = wouldKeep("key-dangling"_L1) ? ids.nearest(id) : QString();
    fault("key-dangling"_L1, column, tr("There is no \"%1\" in %2.").arg(shown(id), table),
          near.isEmpty() ? tr("Add a row with this id to %1.").arg(table)
                         : tr("Is \"%1\" meant?").arg(near));
    return std::nullopt;
}

events::Row TableRow::requiredKey(QLatin1StringView column, const KeyIndex &ids,
                                  QLatin1StringView table, KeyIndex::Guess *guess)
{
    if (requiredUtf8(column).empty())
        return 0;
    return key(column, ids, table, guess).value_or(0);
}

std::size_t TableRow::choice(QLatin1StringView column, std::span<const QLatin1StringView> names,
                             std::optional<std::size_t> ifEmpty)
{
    const std::string_view written = ifEmpty ? utf8(column) : requiredUtf8(column);
    if (written.empty())
        return ifEmpty.value_or(0);
    const auto found = std::ranges::find(names, QLatin1StringView(written));
    if (found != names.end())
        return std::size_t(found - names.begin());
    QStringList allowed;
    for (const QLatin1StringView name : names)
        allowed += name;
    fault("choice-unknown"_L1, column, tr("\"%1\" is not allowed here.").arg(shown(text(column))),
          tr("Write one of: %1.").arg(allowed.join(u", "_s)));
    return ifEmpty.value_or(0);
}

} // namespace dateline::readers
