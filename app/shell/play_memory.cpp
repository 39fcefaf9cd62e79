// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/play_memory.h>

#include <QSettings>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

/// The value of a key as one of `count` choices.
template<typename Choice>
void take(const QSettings &memory, QLatin1StringView key, std::size_t count, Choice &choice)
{
    bool isNumber = false;
    const std::size_t value = memory.value(key).toUInt(&isNumber);
    if (isNumber && value < count)
        choice = Choice(value);
}

} // namespace

workspace::PlaySettings rememberedPlaySettings(workspace::PlaySettings unless)
{
    const QSettings memory;
    take(memory, "play/unit"_L1, workspace::stepUnitCount, unless.unit);
    take(memory, "play/loop"_L1, 3, unless.loop);
    unless.stops = memory.value("play/stops"_L1, unless.stops).toBool();
    unless.breaks = memory.value("play/breaks"_L1, unless.breaks).toBool();
    const double speed = memory.value("play/daysPerSecond"_L1).toDouble();
    if (std::isfinite(speed) && speed >= 1)
        unless.daysPerSecond = speed;
    return unless;
}

void rememberPlaySettings(const workspace::PlaySettings &settings)
{
    QSettings memory;
    memory.setValue("play/unit"_L1, unsigned(settings.unit));
    memory.setValue("play/loop"_L1, unsigned(settings.loop));
    memory.setValue("play/stops"_L1, settings.stops);
    memory.setValue("play/breaks"_L1, settings.breaks);
    memory.setValue("play/daysPerSecond"_L1, settings.daysPerSecond);
}

} // namespace dateline::shell
