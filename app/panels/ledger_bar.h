// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>
#include <workspace/workspace.h>

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace dateline::panels {

class ElidedLabel;
class PlainButton;

/// The filter as a sentence with its one Reset, and the ledger: located + country only + not on
/// the map = total, always on screen, under every filter.
class LedgerBar : public QWidget
{
    Q_OBJECT

public:
    explicit LedgerBar(workspace::Workspace *workspace, QWidget *parent = nullptr);

    void applyPalette(const workspace::Palette &palette, workspace::Theme theme);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person wants to see what is not on the map.
    void trayRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void refresh();
    void refreshLedger();
    void style();

    workspace::Workspace *m_workspace;
    ElidedLabel *m_sentence;
    PlainButton *m_reset;
    QLabel *m_located; ///< "61 in cities +"
    PlainButton *m_countryOnly;
    QLabel *m_plus;
    PlainButton *m_unlocated;
    QLabel *m_total; ///< "= 102 stations"
    QBoxLayout *m_layout; ///< one line where there is room, else two
    Look m_look;
};

} // namespace dateline::panels
