// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/card_text.h>
#include <panels/claim_thread.h>
#include <panels/look.h>
#include <workspace/workspace.h>

#include <QUrl>
#include <QWidget>

#include <memory>
#include <vector>

class QVBoxLayout;

namespace dateline::panels {

class CardBox;
class PlainButton;
class SymbolView;
class TextLabel;

/// What the detail card shows of one event, from the title to the foot, as high as it needs.
class CardContent : public QWidget
{
    Q_OBJECT

public:
    /// So many statements are shown at once; a button shows the others.
    static constexpr std::size_t shownAtFirst = 40;

    explicit CardContent(workspace::Workspace *workspace, QWidget *parent = nullptr);

    void setLook(const Look &look);

    /// Shows an event of the workspace's dataset.
    void present(events::Row event);

    /// The boxes of the thread that are shown, in reading order.
    [[nodiscard]] std::vector<CardBox *> boxes() const;
    [[nodiscard]] const std::vector<Statement> &thread() const { return m_thread; }

Q_SIGNALS:
    void eventWanted(events::Row event);
    void pageWanted(const QUrl &url);
    /// Another box is asked for: scroll to it.
    void boxWanted(QWidget *box);

private:
    void layOut();
    void refresh();
    void showHead(const CardText &text);
    void showThread(const CardText &text);
    void showBox(CardBox &box, std::size_t index, const CardText &text) const;
    void showRelations(const CardText &text);
    void follow(const QString &link);

    workspace::Workspace *m_workspace;
    std::shared_ptr<const events::Dataset> m_indexed; ///< the dataset of m_replies
    std::unique_ptr<ReplyIndex> m_replies;
    std::optional<events::Row> m_event;
    std::vector<Statement> m_thread;
    bool m_wholeThread = false;
    bool m_wholeRelations = false;
    SymbolView *m_symbol;
    TextLabel *m_kind;
    TextLabel *m_title;
    TextLabel *m_attribution;
    TextLabel *m_summary;
    TextLabel *m_facts;
    CardBox *m_standing;
    TextLabel *m_threadHeading;
    QVBoxLayout *m_threadLayout;
    std::vector<CardBox *> m_boxes; ///< kept and used again for the next event
    PlainButton *m_more;
    TextLabel *m_relationsHeading;
    TextLabel *m_relations;
    TextLabel *m_foot;
    Look m_look;
};

} // namespace dateline::panels
