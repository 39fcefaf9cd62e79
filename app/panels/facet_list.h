// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/facet_model.h>
#include <panels/look.h>

#include <QListView>

#include <optional>

namespace dateline::panels {

/// A facet's values, as tall as they need. Space toggles a value, Enter chooses it alone; arrows
/// beyond an end go on to the next control.
class FacetList : public QListView
{
    Q_OBJECT

public:
    explicit FacetList(FacetModel *model, QWidget *parent = nullptr);

    void setLook(const Look &look);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The keyboard has moved to another value, here in coordinates of the list.
    void movedTo(const QRect &box);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

private:
    void rememberCurrent();
    void restoreCurrent();

    FacetModel *m_model;
    std::optional<QString> m_current; ///< value of the current row while the model is reset
};

} // namespace dateline::panels
