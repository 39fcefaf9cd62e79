// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/program_style.h>

#include <QIcon>

using namespace Qt::StringLiterals;

namespace dateline::shell {

ProgramStyle::ProgramStyle()
    : QProxyStyle(u"fusion"_s)
{}

QIcon ProgramStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option,
                                 const QWidget *widget) const
{
    switch (pixmap) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_TabCloseButton:
        return QIcon(u":/icons/close.icon"_s);
    case SP_TitleBarNormalButton: // floats a dock; no dock here can
        return {};
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

int ProgramStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons
        ? 0
        : QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace dateline::shell
