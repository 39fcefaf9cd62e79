// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <stories/presentation_stage.h>

#include <QMainWindow>
#include <QPointer>

class QHBoxLayout;
class QLineEdit;

namespace dateline::tests {

/// A window with what a shell has that can get in the way of a presentation: a pane with focus, a
/// text field, a menu whose shortcuts are the keys of a presentation.
class StageWindow : public QMainWindow, public stories::PresentationStage
{
    Q_OBJECT

public:
    StageWindow();

    QWidget *window() override { return this; }
    void enter(QWidget *panel) override;
    void leave() override;
    void setFullScreen(bool on) override;
    [[nodiscard]] bool isFullScreen() const override;
    void setTextScale(double scale) override { textScale = scale; }

    QWidget *pane;
    QLineEdit *field;
    QHBoxLayout *room = nullptr;
    QPointer<QWidget> panel;
    double textScale = 0;
    int menuTriggered = 0; ///< how often a shortcut of the menu was triggered
    int paneKeys = 0; ///< how many keys the pane received

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// One story of four steps in the lighthouse dataset: kinds "opening", then no view, then a broken
/// one, then country Italy; and a story without steps.
[[nodiscard]] std::shared_ptr<const events::Dataset> datasetWithStories();

} // namespace dateline::tests
