// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/card_content.h>

#include <panels/card_box.h>
#include <panels/glyphs.h>
#include <panels/plain_button.h>
#include <panels/symbol_view.h>
#include <panels/text_label.h>
#include <symbology/symbol_painting.h>
#include <workspace/wording.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::panels {

CardContent::CardContent(workspace::Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_symbol(new SymbolView(this))
    , m_kind(new TextLabel(false, this))
    , m_title(new TextLabel(false, this))
    , m_attribution(new TextLabel(false, this))
    , m_summary(new TextLabel(false, this))
    , m_facts(new TextLabel(false, this))
    , m_standing(new CardBox(this))
    , m_threadHeading(new TextLabel(false, this))
    , m_threadLayout(new QVBoxLayout)
    , m_more(new PlainButton(PlainButton::Style::Outline, this))
    , m_relationsHeading(new TextLabel(false, this))
    , m_relations(new TextLabel(true, this))
    , m_foot(new TextLabel(false, this))
{
    m_facts->setTextFormat(Qt::RichText);
    m_foot->setTextFormat(Qt::RichText);
    m_relations->setAccessibleName(tr("Related events"));
    m_relationsHeading->show(tr("Related events"));
    layOut();
    connect(m_relations, &TextLabel::linkActivated, this, &CardContent::follow);
    connect(m_more, &PlainButton::clicked, this, [this] {
        m_wholeThread = true;
        refresh();
    });
}

void CardContent::layOut()
{
    auto *kind = new QHBoxLayout;
    kind->setSpacing(grid);
    kind->addWidget(m_symbol);
    kind->addWidget(m_kind, 1);
    m_threadLayout->setSpacing(grid / 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, grid, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addLayout(kind);
    column->addWidget(m_title);
    column->addWidget(m_attribution);
    column->addWidget(m_facts);
    column->addWidget(m_standing);
    column->addWidget(m_summary);
    column->addSpacing(grid / 2);
    column->addWidget(m_threadHeading);
    column->addLayout(m_threadLayout);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addSpacing(grid / 2);
    column->addWidget(m_relationsHeading);
    column->addWidget(m_relations);
    column->addSpacing(grid / 2);
    column->addWidget(m_foot);
    column->addStretch();
}

void CardContent::setLook(const Look &look)
{
    m_look = look;
    m_kind->setFont(typeFont(font(), TypeSize::Body));
    m_title->setFont(typeFont(font(), TypeSize::Title, QFont::DemiBold));
    for (TextLabel *label : {m_attribution, m_summary, m_facts, m_relations, m_foot})
        label->setFont(typeFont(font(), TypeSize::Body));
    for (TextLabel *label : {m_threadHeading, m_relationsHeading})
        label->setFont(typeFont(font(), TypeSize::Body, QFont::DemiBold));
    m_standing->setLook(look);
    m_more->setLook(look);
    for (CardBox *box : m_boxes)
        box->setLook(look);
    if (m_event)
        refresh();
}

void CardContent::present(events::Row event)
{
    m_event = event;
    m_wholeThread = false;
    m_wholeRelations = false;
    if (m_indexed != m_workspace->sharedDataset()) {
        m_indexed = m_workspace->sharedDataset();
        m_replies = std::make_unique<ReplyIndex>(*m_indexed);
    }
    m_thread = claimThread(*m_indexed, *m_replies, event);
    refresh();
}

void CardContent::refresh()
{
    const CardText text(*m_indexed, m_look, font());
    showThread(text);
    showHead(text);
    showRelations(text);
    m_foot->show(text.foot(*m_event));
}

void CardContent::showHead(const CardText &text)
{
    const events::Dataset &dataset = *m_indexed;
    const events::EventColumns &columns = dataset.columns();
    const events::Kind &kind = dataset.kinds()[columns.kind[*m_event]];
    m_symbol->setSymbol(symbology::symbolOf(dataset, *m_event, m_look.theme()), m_look.window());
    m_kind->show(kind.label);
    m_kind->setToolTip(kind.definition);
    m_title->show(columns.texts.at(*m_event, events::EventText::Title));
    // A line for each thing that is said of it, so that no reply hides in a paragraph.
    QStringList said = workspace::attributions(dataset, *m_event);
    std::ranges::transform(said, said.begin(), workspace::sentenceCase);
    m_attribution->show(said.join(u'\n'));
    m_summary->show(columns.texts.at(*m_event, events::EventText::Summary));
    m_summary->setHidden(m_summary->text().isEmpty());
    m_facts->show(text.facts(*m_event));
    m_standing->setText(text.standing(*m_event));
    const symbology::EventSymbol standing
        = symbology::symbolOf(columns.standing(*m_event), m_look.text());
    m_standing->setSign([standing](QPainter &painter, const QRectF &box, const QColor &ground) {
        symbology::paintSymbol(painter, box, standing, ground);
    });
}

void CardContent::showThread(const CardText &text)
{
    const auto replies = std::ranges::count_if(
        m_thread, [](const Statement &statement) { return statement.depth > 0; });
    m_threadHeading->show(tr("Claims and replies: %1 and %2")
                              .arg(qlonglong(m_thread.size()) - qlonglong(replies))
                              .arg(qlonglong(replies)));
    const std::size_t shown
        = m_wholeThread ? m_thread.size() : std::min(m_thread.size(), shownAtFirst);
    while (m_boxes.size() < shown) {
        auto *box = new CardBox(this);
        box->setLook(m_look);
        connect(box, &CardBox::linkActivated, this, &CardContent::follow);
        m_threadLayout->addWidget(box);
        m_boxes.push_back(box);
    }
    // To show a widget lays its parent out at once; with the old texts, whose heights are known,
    // this costs nothing.
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        m_boxes[i]->setVisible(i < shown);
    for (std::size_t i = 0; i < shown; ++i)
        showBox(*m_boxes[i], i, text);
    m_more->setVisible(shown < m_thread.size());
    m_more->setText(tr("Show %1 more").arg(m_thread.size() - shown));
}

void CardContent::showBox(CardBox &box, std::size_t index, const CardText &text) const
{
    const Statement &statement = m_thread[index];
    const events::Stance stance = m_indexed->claims()[statement.claims.front()].stance;
    box.setDepth(statement.depth);
    box.setMark(QString::number(index + 1));
    box.setText(text.statement(m_thread, index, *m_event));
    box.label()->setAccessibleName(text.statementName(statement, index));
    box.setSign(
        [stance, colour = m_look.text()](QPainter &painter, const QRectF &place, const QColor &) {
            paintStance(painter, place, stance, colour);
        });
}

void CardContent::showRelations(const CardText &text)
{
    const QString html = text.relations(*m_event, m_wholeRelations);
    m_relations->show(html);
    m_relations->setHidden(html.isEmpty());
    m_relationsHeading->setHidden(html.isEmpty());
}

std::vector<CardBox *> CardContent::boxes() const
{
    std::vector<CardBox *> shown = m_boxes;
    std::erase_if(shown, [](const CardBox *box) { return box->isHidden(); });
    return shown;
}

void CardContent::follow(const QString &link)
{
    const QString kind = link.section(u':', 0, 0);
    const uint number = link.section(u':', 1).toUInt();
    if (kind == "event"_L1) {
        Q_EMIT eventWanted(number);
    } else if (kind == "source"_L1) {
        Q_EMIT pageWanted(m_indexed->sources()[number].url);
    } else if (kind == "statement"_L1) {
        m_wholeThread = m_wholeThread || number > shownAtFirst;
        refresh();
        Q_EMIT boxWanted(m_boxes[number - 1]);
    } else {
        m_wholeRelations = true;
        refresh();
    }
}

} // namespace dateline::panels
