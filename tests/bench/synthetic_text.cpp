// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_text.h"

#include <chrono>

namespace dateline::tests {

namespace {

using Words = std::array<std::string_view, 10>;
using KindWords = std::array<std::string_view, syntheticKinds>;

constexpr KindWords englishKinds{"Survey", "Meeting", "Market",    "Ceremony",
                                 "Repair", "Arrival", "Departure", "Reading"};
constexpr Words englishThings{"bridge", "harbour", "square", "library",    "station",
                              "school", "museum",  "park",   "lighthouse", "canal"};
constexpr Words accentedThings{
    "café",   "château",      "Straße",   "İskele",         "piñata workshop",
    "crèche", "smörgås hall", "Łazienki", "naïve art room", "Ørsted hall"};
constexpr KindWords chineseKinds{"测量", "会议", "集市", "典礼", "修缮", "到达", "出发", "读数"};
constexpr Words chineseThings{"桥梁", "港口",   "广场", "图书馆", "车站",
                              "学校", "博物馆", "公园", "灯塔",   "运河"};
constexpr KindWords arabicKinds{"مسح",   "اجتماع", "سوق",    "احتفال",
                                "ترميم", "وصول",   "مغادرة", "قراءة"};
constexpr Words arabicThings{"الجسر",   "الميناء", "الساحة",  "المكتبة", "المحطة",
                             "المدرسة", "المتحف",  "الحديقة", "المنارة", "القناة"};

std::string_view oneOf(const Words &words, SyntheticRandom &random)
{
    return words[random.below(std::uint32_t(words.size()))];
}

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text += part;
    return text;
}

/// `value` with at least `digits` digits.
std::string padded(unsigned value, std::size_t digits)
{
    std::string text = std::to_string(value);
    return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

struct Written
{
    std::string year;
    std::string month;
    std::string day;
};

Written writtenDay(std::int64_t seconds)
{
    const std::chrono::sys_days day(
        std::chrono::floor<std::chrono::days>(std::chrono::seconds(seconds)));
    const std::chrono::year_month_day date(day);
    return {padded(unsigned(int(date.year())), 4), padded(unsigned(date.month()), 2),
            padded(unsigned(date.day()), 2)};
}

std::string dayText(std::int64_t seconds)
{
    const Written written = writtenDay(seconds);
    return joined({written.year, "-", written.month, "-", written.day});
}

} // namespace

std::string syntheticTitle(const SyntheticEvent &event, SyntheticRandom &random)
{
    const std::uint32_t percent = random.below(100);
    const std::string number = std::to_string(1 + random.below(5000));
    if (percent < 12)
        return joined(
            {oneOf(chineseThings, random), chineseKinds[event.kind], "（第", number, "次）"});
    if (percent < 22)
        return joined({arabicKinds[event.kind], " ", oneOf(arabicThings, random), " ", number});
    const std::string_view kind = englishKinds[event.kind];
    if (percent < 32)
        return joined({kind, " at the ", oneOf(accentedThings, random), ", part ", number});
    if (percent < 35)
        return joined({kind, " at the \"old\" ", oneOf(englishThings, random), " ", number});
    return joined({kind, " at the ", oneOf(englishThings, random), " ", number});
}

std::string syntheticDate(const SyntheticEvent &event, SyntheticRandom &random)
{
    const auto [year, month, day] = writtenDay(event.start);
    const std::string date = joined({year, "-", month, "-", day});
    const std::uint32_t percent = random.below(100);
    if (percent < 55)
        return date;
    if (percent < 63) {
        const auto minute = unsigned(event.start % secondsPerDay / 60);
        return joined({date, "T", padded(minute / 60, 2), ":", padded(minute % 60, 2), "Z"});
    }
    if (percent < 71)
        return joined({year, "-", month});
    if (percent < 75)
        return year;
    if (percent < 78)
        return joined({year, "-", month, "~"});
    if (percent < 81)
        return date + '?';
    if (percent < 83)
        return joined({year, "-", month.substr(0, 1), "X"});
    if (percent < 85)
        return joined({year, "-", std::to_string(21 + random.below(4))});
    if (percent < 93)
        return joined({date, "/", dayText(event.start + (1 + random.below(60)) * secondsPerDay)});
    if (percent < 95)
        return joined({year, "-", month, "/.."});
    if (percent < 96)
        return joined({"../", year, "-", month});
    if (percent < 97)
        return joined({year, "-", month, "%"});
    return {};
}

std::string syntheticDay(const SyntheticEvent &event, std::int64_t days)
{
    return dayText(event.start + days * secondsPerDay);
}

} // namespace dateline::tests
