// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_labels.h>

#include <map/scene_composer.h>

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace dateline::map {

namespace {

/// A country whose name might be shown.
struct LabelCandidate
{
    std::size_t area = 0;
    double extent = 0; ///< side of a square as large as it looks, in pixels
    QPointF pixel;
};

// A country narrower than this would be a name with a speck of land under it.
constexpr double smallestExtent = 20;
constexpr std::size_t mostLabels = 90;

std::vector<LabelCandidate> labelCandidates(const SceneInput &input)
{
    const QRectF view({0, 0}, input.size);
    const double scale = worldPixels(input.camera.zoom);
    std::vector<LabelCandidate> candidates;
    const std::span<const BaseMapCountry> countries = input.land.countries();
    for (std::size_t i = 0; i < countries.size() && i < input.names.size(); ++i) {
        const BaseMapCountry &country = countries[i];
        const double extent = std::sqrt(country.area) * scale;
        if (input.names[i].isEmpty() || extent < smallestExtent * input.scale)
            continue;
        const QPointF pixel = toPixel(input.camera, input.size, country.label);
        if (view.contains(pixel))
            candidates.push_back({i, extent, pixel});
    }
    std::ranges::sort(candidates, std::ranges::greater{}, &LabelCandidate::extent);
    if (candidates.size() > mostLabels)
        candidates.resize(mostLabels);
    return candidates;
}

int labelRank(double extent)
{
    if (extent > 210)
        return 0;
    return extent > 75 ? 1 : 2;
}

/// What no name may cover, beside the names that are there already.
struct Obstacles
{
    std::span<const QRectF> marks;
    std::span<const QRectF> furniture;
};

bool isFree(const QRectF &box, const Obstacles &obstacles, std::span<const SceneLabel> labels)
{
    const auto meets = [&box](const QRectF &other) { return box.intersects(other); };
    return std::ranges::none_of(obstacles.marks, meets)
        && std::ranges::none_of(obstacles.furniture, meets)
        && std::ranges::none_of(labels, meets, &SceneLabel::box);
}

bool isUnder(std::span<const QRectF> furniture, const QPointF &pixel)
{
    return std::ranges::any_of(furniture,
                               [&pixel](const QRectF &box) { return box.contains(pixel); });
}

/// Whether gaps between its letters would tear the name apart: in a script that joins them, be it
/// one to the next, or by the line that they hang from.
bool joinsLetters(QStringView name)
{
    const auto joins = [](char32_t letter) {
        switch (QChar::joiningType(letter)) {
        case QChar::Joining_Dual:
        case QChar::Joining_Left:
        case QChar::Joining_Right:
            return true;
        default:
            break;
        }
        const QChar::Script script = QChar::script(letter);
        return script == QChar::Script_Devanagari || script == QChar::Script_Bengali
            || script == QChar::Script_Gurmukhi;
    };
    return std::ranges::any_of(name.toUcs4(), joins);
}

QFont spacedFont(const QFont &base, int rank, bool joined)
{
    constexpr std::array sizes{1.0, 0.9, 0.8};
    constexpr std::array spacings{112.0, 104.0, 100.0};
    QFont font = base;
    const auto index = std::size_t(std::clamp(rank, 0, 2));
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * sizes[index]);
    font.setLetterSpacing(QFont::PercentageSpacing, joined ? 100 : spacings[index]);
    return font;
}

/// Measures names as they are drawn. Names are many: each font is made once.
class NameMetrics
{
public:
    explicit NameMetrics(const QFont &base)
    {
        for (const int rank : {0, 1, 2})
            for (const bool joined : {false, true})
                m_metrics.emplace_back(spacedFont(base, rank, joined));
    }

    [[nodiscard]] const QFontMetricsF &of(int rank, QStringView name) const
    {
        return m_metrics[2 * std::size_t(rank) + (joinsLetters(name) ? 1 : 0)];
    }

private:
    std::vector<QFontMetricsF> m_metrics;
};

constexpr std::size_t mostCityNames = 60;
/// From its first zoom on the name of a city comes in over so many levels.
constexpr double cityFade = 0.4;

/// Names of cities where there is room beside their place, or beside the symbol that stands there.
void addCityNames(const SceneInput &input, const NameMetrics &metrics, const Obstacles &obstacles,
                  std::vector<SceneLabel> &labels)
{
    constexpr int cityRank = 2;
    constexpr int faintest = SceneLabel::opaque / 2; // still to be read
    constexpr double beside = 5;
    constexpr double besideSymbol = 2;
    const QRectF view({0, 0}, input.size);
    const std::size_t most = labels.size() + mostCityNames;
    for (const City &city : input.cities) {
        if (labels.size() >= most)
            break;
        const QPointF at = toPixel(input.camera, input.size, city.place);
        // Beside furniture that hides the city its name would stand at another place.
        if (!view.contains(at) || isUnder(obstacles.furniture, at))
            continue;
        const auto symbol = std::ranges::find_if(
            obstacles.marks, [&at](const QRectF &box) { return box.contains(at); });
        const bool isBare = symbol == obstacles.marks.end();
        const double way = (isBare ? beside : besideSymbol) * input.scale;
        const QRectF around
            = (isBare ? QRectF(at, QSizeF()) : *symbol).adjusted(-way, -way, way, way);
        const QFontMetricsF &metric = metrics.of(cityRank, city.name);
        const QSizeF size(metric.horizontalAdvance(city.name) + 4, metric.height());
        for (const QPointF &middle :
             {QPointF(around.right() + size.width() / 2, around.center().y()),
              QPointF(around.left() - size.width() / 2, around.center().y()),
              QPointF(around.center().x(), around.top() - size.height() / 2),
              QPointF(around.center().x(), around.bottom() + size.height() / 2)}) {
            QRectF box({0, 0}, size);
            box.moveCenter(middle);
            if (!view.contains(box) || !isFree(box, obstacles, labels))
                continue;
            const double share = (input.camera.zoom - city.firstZoom) / cityFade;
            const int opacity = faintest + int(share * (SceneLabel::opaque - faintest));
            labels.push_back({city.name, box, cityRank, isBare ? std::optional(at) : std::nullopt,
                              std::min(opacity, SceneLabel::opaque)});
            break;
        }
    }
}

} // namespace

QFont labelFont(const QFont &base, int rank, QStringView text)
{
    return spacedFont(base, rank, joinsLetters(text));
}

std::vector<SceneLabel> placeLabels(const SceneInput &input, std::span<const QRectF> marks)
{
    const Obstacles obstacles{marks, input.furniture};
    const NameMetrics metrics(input.font);
    const QRectF view({0, 0}, input.size);
    std::vector<SceneLabel> labels;
    for (const LabelCandidate &candidate : labelCandidates(input)) {
        const QString &name = input.names[candidate.area];
        const int rank = labelRank(candidate.extent / input.scale);
        const QFontMetricsF &metric = metrics.of(rank, name);
        const QSizeF size(metric.horizontalAdvance(name) + 6, metric.height());
        if (size.width() > candidate.extent * 2.1)
            continue;
        const double line = metric.height() * 1.1;
        for (const double shift : {0.0, line, -line, 1.8 * line, -1.8 * line}) {
            QRectF box({0, 0}, size);
            box.moveCenter(candidate.pixel + QPointF(0, shift));
            // A name that had to give way stays in its own country, else it would name another.
            const MercatorPoint centre = toPoint(input.camera, input.size, box.center());
            if (shift != 0 && !input.land.contains(candidate.area, {wrappedX(centre.x), centre.y}))
                continue;
            if (view.contains(box) && isFree(box, obstacles, labels)) {
                labels.push_back({name, box, rank});
                break;
            }
        }
    }
    addCityNames(input, metrics, obstacles, labels);
    return labels;
}

} // namespace dateline::map
