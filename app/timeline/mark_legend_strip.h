// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/mark_legend.h>

#include <QWidget>

namespace dateline::timeline {

/// The legend of the marks as a strip below the timeline, as low as its width allows. Nothing in
/// it can be pressed. Assistive technology gets its words as the description.
class MarkLegendStrip : public QWidget
{
    Q_OBJECT

public:
    explicit MarkLegendStrip(QWidget *parent = nullptr);

    void setStyle(const TimelineStyle &style);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<MarkLegendEntry> m_entries;
    TimelineStyle m_style;
};

} // namespace dateline::timeline
