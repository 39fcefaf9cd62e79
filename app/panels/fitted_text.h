// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dateline::panels {

/// Sets the text of a label or a button that is as large as its text, of its font. In a layout any
/// other text makes Qt lay out everything around it, up to the window, even where it takes the
/// same room; of this one only another size does. For numbers that change with every frame.
template<typename Widget>
void setFittedText(Widget *widget, const QString &text)
{
    widget->setText(text);
    widget->setFixedSize(widget->sizeHint());
}

} // namespace dateline::panels
