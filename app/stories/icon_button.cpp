// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/icon_button.h>

#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dateline::stories {

QToolButton *iconButton(const QString &icon, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(QIcon(u":/icons/%1.icon"_s.arg(icon)));
    button->setIconSize({24, 24});
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace dateline::stories
