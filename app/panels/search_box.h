// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/field_edit.h>
#include <workspace/workspace.h>

#include <QPointer>
#include <QTimer>

class QLabel;

namespace dateline::panels {

/// Filters the events by words while a person types, and says how many pass. Esc clears; Esc
/// again gives the focus back to where it came from.
class SearchBox : public FieldEdit
{
    Q_OBJECT

public:
    /// Typing filters this many milliseconds after the last key.
    static constexpr int delay = 120;

    explicit SearchBox(workspace::Workspace *workspace, QWidget *parent = nullptr);

    void applyPalette(const workspace::Palette &palette, workspace::Theme theme);

    /// "Find", Ctrl+F: goes into the box. Put this very action into a menu; another one with the
    /// same key would make both silent.
    [[nodiscard]] QAction *findAction() const { return m_find; }

    /// How many events pass, or that the search waits, as written in the box; empty while nothing
    /// is searched.
    [[nodiscard]] QString resultText() const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void find();
    void search();
    void follow();
    void leave();
    void style();
    void placeResult();

    workspace::Workspace *m_workspace;
    QAction *m_find;
    QLabel *m_result;
    QTimer m_timer;
    QPointer<QWidget> m_cameFrom;
    bool m_typing = false; ///< the next change belongs to the step of the one before
};

} // namespace dateline::panels
