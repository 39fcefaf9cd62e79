// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/scene_chips.h>

#include <map/scene_composer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace dateline::map {

namespace {

// A counter joins another one at most this far away, in pixels; farther away it would seem to
// belong to another part of the world, so it rather covers something.
constexpr double joiningDistance = 90;

// Of the sign of a denial beyond the corner of a counter, in pixels.
constexpr double denialRoom = 5;

// How far from its country a counter may stand that a line leads to it, in pixels.
constexpr double nearestBeside = 24;
constexpr double farthestBeside = 90;
constexpr double besideStep = 11;

// Where a country is looked for in the view when its label point is outside: columns and rows.
constexpr int searchColumns = 8;
constexpr int searchRows = 5;
// How far from its label point a country is taken for one piece, in roots of its area.
constexpr double mainlandReach = 2;

/// With room for the sign of a denial at its upper right corner.
QRectF chipBoxAt(const QPointF &pixel, const SceneChip &chip, double scale)
{
    QRectF box({0, 0}, chipSize(chip.rows.size()) * scale);
    box.moveCenter(pixel);
    return box.adjusted(0, -denialRoom * scale, denialRoom * scale, 0);
}

QRectF chipBox(const SceneChip &chip, double scale)
{
    return chipBoxAt(chip.pixel, chip, scale);
}

std::vector<QRectF> chipBoxes(const std::vector<SceneChip> &chips, double scale)
{
    std::vector<QRectF> boxes;
    for (const SceneChip &chip : chips)
        boxes.push_back(chipBox(chip, scale));
    return boxes;
}

bool overlapsAny(const QRectF &box, std::span<const QRectF> others)
{
    return std::ranges::any_of(others, [&](const QRectF &other) { return box.intersects(other); });
}

/// The pixels to try, from the label point outwards.
std::vector<QPointF> chipOffsets(double scale)
{
    constexpr std::array<QPointF, 8> directions{
        {{0, -1}, {0, 1}, {1, 0}, {-1, 0}, {1, -1}, {-1, 1}, {1, 1}, {-1, -1}}};
    std::vector<QPointF> offsets{{0, 0}};
    for (const double distance : {8.0, 16.0, 30.0, 46.0})
        for (const QPointF &direction : directions)
            offsets.push_back(direction * distance * scale);
    return offsets;
}

/// Whether a counter may move there: still in view and inside its country.
bool isAtHome(const SceneInput &input, std::size_t area, const QPointF &pixel)
{
    const MercatorPoint point = toPoint(input.camera, input.size, pixel);
    return QRectF({0, 0}, input.size).contains(pixel)
        && input.land.contains(area, {wrappedX(point.x), point.y});
}

/// Where a counter has room inside its country, or nothing.
std::optional<QPointF> freePixel(const SceneInput &input, const SceneChip &chip,
                                 std::span<const QRectF> taken, std::span<const QRectF> chips)
{
    const std::size_t area = chip.areas.front();
    for (const QPointF &offset : chipOffsets(input.scale)) {
        const QPointF moved = chip.pixel + offset;
        const QRectF box = chipBoxAt(moved, chip, input.scale);
        if (overlapsAny(box, taken) || overlapsAny(box, chips))
            continue;
        if (offset.isNull() || isAtHome(input, area, moved))
            return moved;
    }
    return std::nullopt;
}

double coveredArea(const QRectF &box, std::span<const QRectF> others)
{
    double area = 0;
    for (const QRectF &other : others) {
        const QRectF common = box.intersected(other);
        area += common.width() * common.height();
    }
    return area;
}

/// Where a counter that has no room inside its country has some beside it, close enough for a line
/// that leads there; or nothing.
std::optional<QPointF> pixelBeside(const SceneInput &input, const SceneChip &chip,
                                   std::span<const QRectF> taken, std::span<const QRectF> chips)
{
    constexpr int directions = 16;
    const QRectF view({0, 0}, input.size);
    for (double distance = nearestBeside; distance <= farthestBeside; distance += besideStep) {
        for (int i = 0; i < directions; ++i) {
            const double angle = 2 * std::numbers::pi * i / directions;
            const QPointF moved
                = chip.pixel + QPointF(std::cos(angle), std::sin(angle)) * distance * input.scale;
            const QRectF box = chipBoxAt(moved, chip, input.scale);
            if (view.contains(box) && !overlapsAny(box, taken) && !overlapsAny(box, chips))
                return moved;
        }
    }
    return std::nullopt;
}

/// Where a counter that has room neither inside its country nor beside it covers least, inside it.
QPointF leastCovering(const SceneInput &input, const SceneChip &chip, std::span<const QRectF> taken,
                      std::span<const QRectF> chips)
{
    QPointF best = chip.pixel;
    double least = std::numeric_limits<double>::max();
    for (const QPointF &offset : chipOffsets(input.scale)) {
        const QPointF moved = chip.pixel + offset;
        if (!offset.isNull() && !isAtHome(input, chip.areas.front(), moved))
            continue;
        const QRectF box = chipBoxAt(moved, chip, input.scale);
        const double covered = coveredArea(box, taken) + coveredArea(box, chips);
        if (covered < least) {
            least = covered;
            best = moved;
        }
    }
    return best;
}

/// The pixel of the view inside a country that is nearest to its label point, which is out of view;
/// nothing when the view shows hardly anything of it, or a part far overseas, where the counter
/// would be taken for another country's.
std::optional<QPointF> seenPixel(const SceneInput &input, std::size_t area, const QPointF &label)
{
    const auto distance = [&label](const QPointF &pixel) {
        return std::hypot(pixel.x() - label.x(), pixel.y() - label.y());
    };
    std::vector<QPointF> pixels;
    for (int column = 0; column < searchColumns; ++column) {
        for (int row = 0; row < searchRows; ++row)
            pixels.emplace_back(input.size.width() * (column + 0.5) / searchColumns,
                                input.size.height() * (row + 0.5) / searchRows);
    }
    std::ranges::sort(pixels, {}, distance);
    const double limit = mainlandReach * std::sqrt(input.land.countries()[area].area)
        * worldPixels(input.camera.zoom);
    for (const QPointF &pixel : pixels) {
        if (distance(pixel) >= limit)
            break;
        const MercatorPoint point = toPoint(input.camera, input.size, pixel);
        if (input.land.contains(area, {wrappedX(point.x), point.y}))
            return pixel;
    }
    return std::nullopt;
}

/// The index of the nearest counter less than `limit` away.
std::optional<std::size_t> nearestChip(const std::vector<SceneChip> &chips, const QPointF &pixel,
                                       double limit)
{
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const QPointF way = chips[i].pixel - pixel;
        const double distance = std::hypot(way.x(), way.y());
        if (distance < limit) {
            nearest = i;
            limit = distance;
        }
    }
    return nearest;
}

void join(SceneChip &chip, const SceneChip &other)
{
    chip.areas.insert(chip.areas.end(), other.areas.begin(), other.areas.end());
    chip.rows.insert(chip.rows.end(), other.rows.begin(), other.rows.end());
}

/// A counter that took up others is wider when its number has more digits: what it then touches
/// joins as well, the later one the earlier one, which has more claims about its first country.
void joinTouched(std::vector<SceneChip> &chips, std::size_t grown, double scale)
{
    for (std::size_t other = 0; other < chips.size(); ++other) {
        if (other == grown
            || !chipBox(chips[grown], scale).intersects(chipBox(chips[other], scale)))
            continue;
        const auto [earlier, later] = std::minmax({grown, other});
        join(chips[earlier], chips[later]);
        chips.erase(chips.begin() + std::ptrdiff_t(later));
        return joinTouched(chips, earlier, scale);
    }
}

} // namespace

CountryLevel countryLevelRows(const SceneInput &input)
{
    const events::EventColumns &columns = input.dataset.columns();
    std::vector<std::vector<events::Row>> byCountry(events::CountryCode::ordinalCount);
    input.passing.rows->forEach(events::Row(columns.pointCount), events::Row(columns.size()),
                                [&](events::Row row) {
                                    if (columns.located[row] == events::Located::InCountry)
                                        byCountry[columns.country(row)].push_back(row);
                                });
    CountryLevel result;
    for (std::size_t ordinal = 0; ordinal < byCountry.size(); ++ordinal) {
        std::vector<events::Row> &rows = byCountry[ordinal];
        if (rows.empty())
            continue;
        const auto code = events::CountryCode::fromOrdinal(std::uint16_t(ordinal));
        if (const auto area = input.land.countryIndex(code))
            result.drawn.push_back({*area, std::move(rows)});
        else
            result.undrawn.push_back({code, rows.size()});
    }
    return result;
}

std::vector<SceneChip> placeChips(const SceneInput &input, std::vector<CountryRows> countries,
                                  std::span<const QRectF> taken)
{
    std::ranges::stable_sort(countries, std::ranges::greater{},
                             [](const CountryRows &country) { return country.rows.size(); });
    const QRectF view({0, 0}, input.size);
    std::vector<SceneChip> chips;
    std::vector<QRectF> boxes;
    for (CountryRows &country : countries) {
        SceneChip chip;
        chip.pixel = toPixel(input.camera, input.size, input.land.countries()[country.area].label);
        chip.areas = {country.area};
        chip.rows = std::move(country.rows);
        if (!view.contains(chip.pixel)) {
            const std::optional<QPointF> seen = seenPixel(input, country.area, chip.pixel);
            if (!seen)
                continue;
            chip.pixel = *seen;
        }
        const std::optional<QPointF> pixel = freePixel(input, chip, taken, boxes);
        const std::optional<std::size_t> near
            = pixel ? std::nullopt : nearestChip(chips, chip.pixel, joiningDistance * input.scale);
        if (near) {
            join(chips[*near], chip);
            joinTouched(chips, *near, input.scale);
            boxes = chipBoxes(chips, input.scale);
            continue;
        }
        if (pixel) {
            chip.pixel = *pixel;
        } else if (const auto beside = pixelBeside(input, chip, taken, boxes)) {
            chip.anchor = std::exchange(chip.pixel, *beside);
        } else {
            chip.pixel = leastCovering(input, chip, taken, boxes);
        }
        boxes.push_back(chipBox(chip, input.scale));
        chips.push_back(std::move(chip));
    }
    for (SceneChip &chip : chips)
        std::ranges::sort(chip.rows);
    return chips;
}

} // namespace dateline::map
