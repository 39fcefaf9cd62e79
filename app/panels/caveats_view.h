// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>
#include <workspace/workspace.h>

#include <QUrl>
#include <QWidget>

class QTextBrowser;

namespace dateline::panels {

/// "Data doubts": what the package's editors say about the limits of their data, with the events
/// concerned, and the totals that were stated: by whom, when, where. For a dialog or a dock.
class CaveatsView : public QWidget
{
    Q_OBJECT

public:
    explicit CaveatsView(workspace::Workspace *workspace, QWidget *parent = nullptr);

    void applyPalette(const workspace::Palette &palette, workspace::Theme theme);

    [[nodiscard]] QSize sizeHint() const override { return {560, 640}; }

Q_SIGNALS:
    /// A person chose an event, which is selected now: a dialog may close.
    void eventChosen();
    /// A person asked for a page outside; whoever listens names the host and asks first.
    void linkActivated(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void follow(const QUrl &link);

    workspace::Workspace *m_workspace;
    QTextBrowser *m_text;
    Look m_look;
};

} // namespace dateline::panels
