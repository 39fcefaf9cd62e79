// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_notes.h>

#include <workspace/wording.h>

#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

constexpr int noteMargin = 8;
constexpr double dateSize = 2.2; ///< of the base type
// Below the chip of what is not on the map, in pixels at text scale 1.
constexpr double repliesTop = 42;

} // namespace

MapNotes::MapNotes(MapControl *control, QWidget *parent)
    : QObject(parent)
    , m_control(control)
    , m_parent(parent)
    , m_date(new QLabel(parent))
    , m_hint(new QLabel(parent))
    , m_replies(new QToolButton(parent))
{
    m_date->setObjectName(u"bigDate"_s);
    m_hint->setObjectName(u"lassoHint"_s);
    m_replies->setObjectName(u"hiddenReplies"_s);
    m_hint->setText(tr("Draw around events, or click corners. Return closes the line, Backspace "
                       "takes a corner back, Esc ends."));
    for (QLabel *label : {m_date, m_hint}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        label->setAlignment(Qt::AlignCenter);
    }
    m_replies->setFocusPolicy(Qt::TabFocus);
    m_replies->setCursor(Qt::ArrowCursor);
    m_replies->setToolTip(tr("Events that answer what is shown, but do not pass the filter: show "
                             "the list"));
    using workspace::Workspace;
    const Workspace *workspace = control->workspace();
    connect(workspace, &Workspace::playHeadChanged, this, &MapNotes::refresh);
    connect(workspace, &Workspace::filtersChanged, this, &MapNotes::refreshReplies);
    connect(workspace, &Workspace::datasetChanged, this, &MapNotes::refreshReplies);
    connect(control, &MapControl::seaChanged, this, &MapNotes::applyPalette); // with all colours
    connect(m_replies, &QToolButton::clicked, this, [this] {
        Q_EMIT repliesRequested(m_hiddenReplies,
                                m_replies->mapToGlobal(m_replies->rect().bottomLeft()));
    });
    applyPalette();
    refreshReplies();
}

void MapNotes::setDrawing(bool drawing)
{
    m_isDrawing = drawing;
    refresh();
}

void MapNotes::refreshReplies()
{
    const workspace::Workspace &workspace = *m_control->workspace();
    m_hiddenReplies = hiddenReplies(workspace.dataset(), workspace.crossfilter().passing());
    m_replies->setText(tr("%Ln replies hidden", nullptr, int(m_hiddenReplies.size())));
    refresh();
}

void MapNotes::refresh()
{
    const std::optional<workspace::PlayHead> &head = m_control->workspace()->state().play;
    m_date->setText(head ? workspace::headPhrase(*head) : QString());
    m_date->setVisible(head.has_value());
    m_hint->setVisible(m_isDrawing);
    m_replies->setVisible(!m_hiddenReplies.empty());
    arrange();
}

void MapNotes::applyPalette()
{
    const MapPalette &palette = m_control->palette();
    const QString sheet
        = u"background: %1; color: %2; border: 1px solid %3; border-radius: 4px; padding: 2px 8px;"_s
              .arg(palette.paper.name(), palette.ink.name(), palette.border.name());
    QFont large = palette.font;
    if (large.pointSizeF() > 0)
        large.setPointSizeF(large.pointSizeF() * dateSize);
    large.setWeight(QFont::DemiBold);
    large.setFeature(QFont::Tag("tnum"), 1);
    m_date->setFont(large);
    m_hint->setFont(palette.font);
    m_replies->setFont(palette.font);
    for (QLabel *label : {m_date, m_hint})
        label->setStyleSheet(u"QLabel { %1 }"_s.arg(sheet));
    m_replies->setStyleSheet(u"QToolButton { %1 } QToolButton:hover { border-color: %2; } "
                             "QToolButton:focus { border: 2px solid %2; padding: 1px 7px; }"_s.arg(
                                 sheet, palette.selection.name()));
    arrange();
}

void MapNotes::arrange()
{
    const QRect room = m_parent->rect().adjusted(noteMargin, noteMargin, -noteMargin, -noteMargin);
    int top = room.top();
    for (QLabel *label : {m_date, m_hint}) {
        if (label->isHidden())
            continue;
        label->setWordWrap(false);
        label->setFixedWidth(std::min(label->sizeHint().width(), room.width() * 2 / 3));
        label->setWordWrap(true);
        label->adjustSize();
        label->move(room.center().x() - label->width() / 2, top);
        label->raise();
        top += label->height() + noteMargin / 2;
    }
    m_replies->adjustSize();
    m_replies->move(room.right() - m_replies->width(),
                    room.top() + int(repliesTop * m_control->palette().scale()));
    std::vector<QRectF> boxes;
    for (const QWidget *note : std::initializer_list<const QWidget *>{m_date, m_hint, m_replies})
        if (!note->isHidden())
            boxes.emplace_back(note->geometry());
    Q_EMIT placed(boxes);
}

std::vector<events::Row> hiddenReplies(const events::Dataset &dataset,
                                       const bitsets::RowSet &passing)
{
    std::vector<events::Row> replies;
    for (const events::Relation &relation : dataset.relations())
        if (relation.kind == events::RelationKind::Answers && passing.contains(relation.to)
            && !passing.contains(relation.from))
            replies.push_back(relation.from);
    std::ranges::sort(replies);
    const auto repeated = std::ranges::unique(replies);
    replies.erase(repeated.begin(), repeated.end());
    return replies;
}

} // namespace dateline::map
