// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace dateline::shell {

/// Fusion with the program's own icons where Qt would look for some in the desktop's icon theme:
/// on docks and their tabs. They follow the palette, and no theme is searched while starting.
class ProgramStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ProgramStyle();

    [[nodiscard]] QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option,
                                     const QWidget *widget) const override;
    /// Buttons of dialogs have words alone.
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const override;
};

} // namespace dateline::shell
