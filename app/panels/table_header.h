// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>

#include <QHeaderView>

namespace dateline::panels {

/// The headings of a table: small type over a thin line, with an arrow where the order is.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

    void setLook(const Look &look);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    Look m_look;
};

} // namespace dateline::panels
