// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/view_state.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::workspace {

namespace {

using events::Instant;
using events::TimeSpan;
using query::Facet;

constexpr auto viewFormat = "dateline-view/1"_L1;
constexpr std::array lensNames{"kind"_L1, "claimant"_L1, "country"_L1, "bureau"_L1};
constexpr std::array clockNames{"happened"_L1, "said"_L1, "published"_L1};
constexpr std::array shadingNames{"none"_L1, "stated"_L1, "investigations"_L1};
constexpr std::array playModeNames{"cumulative"_L1, "moving"_L1, "point"_L1};

constexpr qsizetype isoDateLength = 10; ///< of 2022-12-05

constexpr auto mostLassoPoints = qsizetype(query::Filters::mostLassoPoints);

/// QDateTime's range of years; beyond it a moment is written as a number of milliseconds.
constexpr Instant isoLimit = Instant(9999 - 1970) * 365 * events::millisecondsPerDay;

QJsonValue instantToJson(Instant instant)
{
    if (instant == events::distantPast || instant == events::distantFuture)
        return QJsonValue::Null;
    if (instant < -62'135'596'800'000 || instant > isoLimit)
        return qint64(instant);
    return QDateTime::fromMSecsSinceEpoch(instant, QTimeZone::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject spanToJson(const TimeSpan &span)
{
    return {{u"from"_s, instantToJson(span.from)}, {u"to"_s, instantToJson(span.to)}};
}

QJsonArray stringsToJson(const std::vector<QString> &strings)
{
    QJsonArray array;
    for (const QString &string : strings)
        array.append(string);
    return array;
}

QJsonObject filtersToJson(const query::Filters &filters)
{
    QJsonObject object;
    for (std::size_t i = 0; i < query::facetCount; ++i) {
        if (!filters.chosen[i].empty())
            object.insert(query::facetName(Facet(i)), stringsToJson(filters.chosen[i]));
    }
    if (!filters.windows.empty()) {
        QJsonArray windows;
        for (const TimeSpan &window : filters.windows)
            windows.append(spanToJson(window));
        object.insert(u"windows"_s, windows);
    }
    if (filters.containment == query::Containment::Within)
        object.insert(u"containment"_s, u"within"_s);
    if (filters.area) {
        object.insert(u"area"_s,
                      QJsonObject{{u"west"_s, filters.area->west},
                                  {u"south"_s, filters.area->south},
                                  {u"east"_s, filters.area->east},
                                  {u"north"_s, filters.area->north}});
    }
    if (!filters.lasso.empty()) {
        QJsonArray points;
        for (const events::GeoPoint &point : filters.lasso)
            points.append(QJsonArray{point.longitude, point.latitude});
        object.insert(u"lasso"_s, points);
    }
    if (!filters.text.isEmpty())
        object.insert(u"text"_s, filters.text);
    return object;
}

/// Reads members of one JSON object and remembers the first thing that is wrong.
class ViewReader
{
    Q_DECLARE_TR_FUNCTIONS(ViewReader)

public:
    [[nodiscard]] const QString &error() const { return m_error; }

    void fail(const QString &where, const QString &what)
    {
        if (m_error.isEmpty())
            m_error = tr("“%1”: %2").arg(where, what);
    }

    QJsonObject object(const QJsonObject &parent, const QString &key)
    {
        const QJsonValue value = parent.value(key);
        if (!value.isUndefined() && !value.isObject())
            fail(key, tr("must be an object in { }"));
        return value.toObject();
    }

    std::vector<QString> strings(const QJsonObject &parent, const QString &key)
    {
        const QJsonValue value = parent.value(key);
        std::vector<QString> result;
        if (!value.isUndefined() && !value.isArray())
            fail(key, tr("must be a list of texts in [ ]"));
        const QJsonArray array = value.toArray();
        for (const auto &element : array) {
            if (!element.isString())
                fail(key, tr("must hold texts only"));
            result.push_back(element.toString());
        }
        return result;
    }

    double number(const QJsonObject &parent, const QString &key, double low, double high)
    {
        const QJsonValue value = parent.value(key);
        const double result = value.toDouble(std::nan(""));
        if (!(result >= low && result <= high)) {
            fail(key, tr("must be a number from %1 to %2").arg(low).arg(high));
            return low;
        }
        return result;
    }

    Instant instant(const QJsonObject &parent, const QString &key, Instant whenNull)
    {
        const QJsonValue value = parent.value(key);
        if (value.isNull() || value.isUndefined())
            return whenNull;
        if (value.isDouble())
            return value.toInteger();
        const QString text = value.toString();
        QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
        // A view means the same in every place, so what names no zone is in UTC. It is read anew:
        // an hour that summer time skips here would have been moved.
        if (time.timeSpec() == Qt::LocalTime) {
            const QString rest = text.size() == isoDateLength ? u"T00:00:00Z"_s : u"Z"_s;
            time = QDateTime::fromString(text + rest, Qt::ISODateWithMs);
        }
        if (!time.isValid()) {
            fail(key, tr("must be a moment such as 2022-12-05T00:00:00Z"));
            return whenNull;
        }
        return time.toMSecsSinceEpoch();
    }

    TimeSpan span(const QJsonObject &object, const QString &where)
    {
        const TimeSpan result{instant(object, u"from"_s, events::distantPast),
                              instant(object, u"to"_s, events::distantFuture)};
        if (result.from >= result.to)
            fail(where, tr("“from” must lie before “to”"));
        return result;
    }

    /// The index of a name in a list of names, 0 when the member is absent.
    template<std::size_t N>
    std::size_t oneOf(const QJsonObject &parent, const QString &key,
                      const std::array<QLatin1StringView, N> &names)
    {
        const QJsonValue value = parent.value(key);
        if (value.isUndefined())
            return 0;
        const auto found = std::ranges::find(names, value.toString());
        if (found == names.end()) {
            QStringList list;
            for (const QLatin1StringView name : names)
                list.append(name);
            fail(key, tr("must be one of %1").arg(list.join(u", ")));
            return 0;
        }
        return std::size_t(found - names.begin());
    }

    bool flag(const QJsonObject &parent, const QString &key)
    {
        const QJsonValue value = parent.value(key);
        if (!value.isUndefined() && !value.isBool())
            fail(key, tr("must be true or false"));
        return value.toBool();
    }

    query::Filters filters(const QJsonObject &object);
    std::vector<events::GeoPoint> lasso(const QJsonValue &value);
    std::optional<PlayHead> play(const QJsonObject &object);
    std::optional<Camera> camera(const QJsonObject &object);

private:
    QString m_error;
};

query::Filters ViewReader::filters(const QJsonObject &object)
{
    query::Filters filters;
    for (std::size_t i = 0; i < query::facetCount; ++i)
        filters.choose(Facet(i), strings(object, query::facetName(Facet(i))));
    const QJsonArray windows = object.value("windows"_L1).toArray();
    for (const auto &window : windows)
        filters.windows.push_back(span(window.toObject(), u"windows"_s));
    for (std::size_t i = 1; i < filters.windows.size(); ++i) {
        if (filters.windows[i].from < filters.windows[i - 1].to)
            fail(u"windows"_s, tr("must be in order and not overlap"));
    }
    constexpr std::array containments{"touches"_L1, "within"_L1};
    filters.containment = query::Containment(oneOf(object, u"containment"_s, containments));
    if (object.contains("area"_L1)) {
        const QJsonObject area = this->object(object, u"area"_s);
        filters.area
            = events::GeoBox{number(area, u"west"_s, -180, 180), number(area, u"south"_s, -90, 90),
                             number(area, u"east"_s, -180, 180), number(area, u"north"_s, -90, 90)};
    }
    filters.lasso = lasso(object.value("lasso"_L1));
    filters.text = object.value("text"_L1).toString();
    return filters;
}

std::vector<events::GeoPoint> ViewReader::lasso(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    if (!value.isUndefined() && (array.size() < 3 || array.size() > mostLassoPoints)) {
        fail(u"lasso"_s,
             tr("must be a list of 3 to %1 points [longitude, latitude]")
                 .arg(QLocale().toString(mostLassoPoints)));
        return {};
    }
    std::vector<events::GeoPoint> points;
    for (const auto &element : array) {
        const QJsonArray pair = element.toArray();
        const events::GeoPoint point{pair.at(0).toDouble(std::nan("")),
                                     pair.at(1).toDouble(std::nan(""))};
        if (pair.size() != 2 || !(std::abs(point.longitude) <= 180)
            || !(std::abs(point.latitude) <= 90))
            fail(u"lasso"_s, tr("must hold points [longitude, latitude] in degrees"));
        points.push_back(point);
    }
    return points;
}

std::optional<PlayHead> ViewReader::play(const QJsonObject &object)
{
    if (object.isEmpty())
        return std::nullopt;
    PlayHead play;
    play.at = instant(object, u"at"_s, 0);
    if (!object.contains("at"_L1))
        fail(u"play"_s, tr("needs “at”, the moment of the play head"));
    play.mode = PlayMode(oneOf(object, u"mode"_s, playModeNames));
    if (object.contains("width_days"_L1)) {
        const double days = number(object, u"width_days"_s, 1.0 / 86'400, 3'652'500);
        play.width = Instant(std::llround(days * double(events::millisecondsPerDay)));
    }
    if (object.contains("since"_L1))
        play.since = instant(object, u"since"_s, play.at);
    return play;
}

std::optional<Camera> ViewReader::camera(const QJsonObject &object)
{
    if (object.isEmpty())
        return std::nullopt;
    return Camera{number(object, u"longitude"_s, -180, 180), number(object, u"latitude"_s, -90, 90),
                  number(object, u"zoom"_s, 0, 20)};
}

} // namespace

QByteArray toJson(const ViewState &state)
{
    QJsonObject object{{u"format"_s, viewFormat},
                       {u"lens"_s, lensNames.at(std::size_t(state.lens))}};
    if (!state.filters.isEmpty() || state.filters.containment != query::Containment::Touches)
        object.insert(u"filters"_s, filtersToJson(state.filters));
    if (state.clock != Clock::Happened)
        object.insert(u"clock"_s, clockNames.at(std::size_t(state.clock)));
    if (state.shading != Shading::None)
        object.insert(u"shading"_s, shadingNames.at(std::size_t(state.shading)));
    if (state.areaFollowsMap)
        object.insert(u"area_follows_map"_s, true);
    if (state.span)
        object.insert(u"span"_s, spanToJson(*state.span));
    if (state.play) {
        QJsonObject play{
            {u"at"_s, instantToJson(state.play->at)},
            {u"mode"_s, playModeNames.at(std::size_t(state.play->mode))},
            {u"width_days"_s, double(state.play->width) / double(events::millisecondsPerDay)}};
        if (state.play->since)
            play.insert(u"since"_s, instantToJson(*state.play->since));
        object.insert(u"play"_s, play);
    }
    if (state.camera) {
        object.insert(u"camera"_s,
                      QJsonObject{{u"longitude"_s, state.camera->longitude},
                                  {u"latitude"_s, state.camera->latitude},
                                  {u"zoom"_s, state.camera->zoom}});
    }
    if (!state.selection.empty())
        object.insert(u"selection"_s, stringsToJson(state.selection));
    return QJsonDocument(object).toJson();
}

std::optional<ViewState> viewStateFromJson(const QByteArray &json, QString *error)
{
    ViewReader reader;
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    const QJsonObject object = document.object();
    if (fault.error != QJsonParseError::NoError) {
        const QByteArray before = json.first(std::min(qsizetype(fault.offset), json.size()));
        reader.fail(ViewReader::tr("line %1").arg(before.count('\n') + 1), fault.errorString());
    } else if (object.value("format"_L1).toString() != viewFormat) {
        reader.fail(u"format"_s, ViewReader::tr("must be “%1”").arg(viewFormat));
    }
    ViewState state;
    if (reader.error().isEmpty()) {
        state.filters = reader.filters(reader.object(object, u"filters"_s));
        state.lens = Lens(reader.oneOf(object, u"lens"_s, lensNames));
        state.clock = Clock(reader.oneOf(object, u"clock"_s, clockNames));
        state.shading = Shading(reader.oneOf(object, u"shading"_s, shadingNames));
        state.areaFollowsMap = reader.flag(object, u"area_follows_map"_s);
        if (object.contains("span"_L1))
            state.span = reader.span(reader.object(object, u"span"_s), u"span"_s);
        state.play = reader.play(reader.object(object, u"play"_s));
        state.camera = reader.camera(reader.object(object, u"camera"_s));
        state.selection = reader.strings(object, u"selection"_s);
    }
    if (reader.error().isEmpty())
        return state;
    if (error)
        *error = reader.error();
    return std::nullopt;
}

} // namespace dateline::workspace
