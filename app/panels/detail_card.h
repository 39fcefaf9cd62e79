// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>
#include <workspace/workspace.h>

#include <QUrl>
#include <QWidget>

class QLabel;
class QListView;
class QStackedLayout;

namespace dateline::panels {

class CardContent;
class CardScroll;
class EventListModel;
class PlainButton;

/// The detail of the selected event: what is reported, when and where, its standing, and the
/// thread of claims and replies with their sources. Several selected events become a list; none
/// becomes a hint. Never opens a link itself.
class DetailCard : public QWidget
{
    Q_OBJECT

public:
    explicit DetailCard(workspace::Workspace *workspace, QWidget *parent = nullptr);

    void applyPalette(const workspace::Palette &palette, workspace::Theme theme);

    /// The event on the card as a plain text to cite; empty when there is none.
    [[nodiscard]] QString citation() const;

    /// The part that shows the one selected event.
    [[nodiscard]] CardContent *content() const { return m_content; }

    [[nodiscard]] QSize sizeHint() const override { return {380, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 160}; }

public Q_SLOTS:
    /// Puts citation() on the clipboard.
    void copyCitation();

Q_SIGNALS:
    /// A person asked for a page outside; whoever listens names the host and asks first.
    void linkActivated(const QUrl &url);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildBar();
    void buildPages();
    void follow();
    void followFilters();
    void style();
    void scrollTo(QWidget *box);

    workspace::Workspace *m_workspace;
    PlainButton *m_previous;
    PlainButton *m_next;
    QLabel *m_position;
    PlainButton *m_copy;
    QStackedLayout *m_pages;
    QLabel *m_hint;
    CardScroll *m_scroll;
    CardContent *m_content;
    EventListModel *m_listModel;
    QListView *m_list;
    Look m_look;
};

} // namespace dateline::panels
