// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/presentation_keys.h>

#include <QHash>

namespace dateline::stories {

namespace {

using KeyTable = QHash<int, Command>;

const KeyTable &plainKeys()
{
    static const KeyTable keys{
        {Qt::Key_PageDown, Command::Next}, {Qt::Key_Right, Command::Next},
        {Qt::Key_Down, Command::Next},     {Qt::Key_Space, Command::Next},
        {Qt::Key_N, Command::Next},        {Qt::Key_PageUp, Command::Previous},
        {Qt::Key_Left, Command::Previous}, {Qt::Key_Up, Command::Previous},
        {Qt::Key_P, Command::Previous},    {Qt::Key_Home, Command::First},
        {Qt::Key_End, Command::Last},      {Qt::Key_B, Command::Black},
        {Qt::Key_Period, Command::Black},  {Qt::Key_W, Command::White},
        {Qt::Key_Z, Command::Freeze},      {Qt::Key_F11, Command::FullScreen},
        {Qt::Key_F, Command::FullScreen},  {Qt::Key_O, Command::Overview},
        {Qt::Key_G, Command::Overview},    {Qt::Key_S, Command::Console},
        {Qt::Key_F6, Command::Console},    {Qt::Key_Q, Command::Question},
        {Qt::Key_F5, Command::Restart},    {Qt::Key_Escape, Command::End},
    };
    return keys;
}

const KeyTable &shiftedKeys()
{
    static const KeyTable keys{
        {Qt::Key_Space, Command::Previous},
        {Qt::Key_Left, Command::First},
        {Qt::Key_Right, Command::Last},
    };
    return keys;
}

const KeyTable &controlKeys()
{
    static const KeyTable keys{
        {Qt::Key_Equal, Command::Larger},
        {Qt::Key_Plus, Command::Larger},
        {Qt::Key_Minus, Command::Smaller},
        {Qt::Key_0, Command::NormalSize},
    };
    return keys;
}

std::optional<Command> lookUp(const KeyTable &keys, int key)
{
    const auto found = keys.constFind(key);
    return found == keys.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace

std::optional<Command> commandFor(int key, Qt::KeyboardModifiers modifiers)
{
    const Qt::KeyboardModifiers held = modifiers & ~Qt::KeypadModifier;
    if (held == Qt::NoModifier)
        return lookUp(plainKeys(), key);
    if (held == Qt::ShiftModifier)
        return lookUp(shiftedKeys(), key);
    // "+" needs Shift on some keyboards.
    if (held == Qt::ControlModifier || held == (Qt::ControlModifier | Qt::ShiftModifier))
        return lookUp(controlKeys(), key);
    return std::nullopt;
}

bool isSwitch(Command command)
{
    switch (command) {
    case Command::Next:
    case Command::Previous:
    case Command::First:
    case Command::Last:
    case Command::Larger:
    case Command::Smaller:
    case Command::NormalSize:
        return false;
    default:
        return true;
    }
}

} // namespace dateline::stories
