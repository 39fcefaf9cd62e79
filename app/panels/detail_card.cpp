// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/detail_card.h>

#include <panels/card_content.h>
#include <panels/card_scroll.h>
#include <panels/dataset_hint.h>
#include <panels/event_list_model.h>
#include <panels/event_list_view.h>
#include <panels/fitted_text.h>
#include <panels/plain_button.h>
#include <panels/row_delegate.h>
#include <workspace/citation.h>

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTimer>

#include <algorithm>

namespace dateline::panels {

namespace {

enum CardPage { HintPage, EventPage, ListPage };

} // namespace

DetailCard::DetailCard(workspace::Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_previous(new PlainButton(PlainButton::Style::Outline, this))
    , m_next(new PlainButton(PlainButton::Style::Outline, this))
    , m_position(new QLabel(this))
    , m_copy(new PlainButton(PlainButton::Style::Link, this))
    , m_pages(new QStackedLayout)
    , m_hint(new QLabel(this))
    , m_scroll(new CardScroll(this))
    , m_content(new CardContent(workspace))
    , m_listModel(new EventListModel(workspace, this))
    , m_list(newEventListView(workspace, m_listModel, this))
{
    buildBar();
    buildPages();
    connect(m_previous, &PlainButton::clicked, this, [this] { m_workspace->selectNeighbour(-1); });
    connect(m_next, &PlainButton::clicked, this, [this] { m_workspace->selectNeighbour(1); });
    connect(m_copy, &PlainButton::clicked, this, &DetailCard::copyCitation);
    connect(m_content, &CardContent::eventWanted, workspace,
            [workspace](events::Row event) { workspace->select(event); });
    connect(m_content, &CardContent::pageWanted, this, &DetailCard::linkActivated);
    connect(m_content, &CardContent::boxWanted, this, &DetailCard::scrollTo);
    connect(workspace, &workspace::Workspace::datasetChanged, this, [this] {
        m_hint->setText(datasetHint(m_workspace->crossfilter(), m_look));
        follow();
    });
    connect(workspace, &workspace::Workspace::selectionChanged, this, &DetailCard::follow);
    connect(workspace, &workspace::Workspace::filtersChanged, this, &DetailCard::followFilters);
    applyPalette(workspace::paletteOf(workspace::Theme::Paper), workspace::Theme::Paper);
    follow();
}

void DetailCard::buildBar()
{
    m_previous->setGlyph(Glyph::Left);
    m_previous->setAccessibleName(tr("Previous event"));
    m_previous->setToolTip(tr("Previous event (Left)"));
    m_next->setGlyph(Glyph::Right);
    m_next->setAccessibleName(tr("Next event"));
    m_next->setToolTip(tr("Next event (Right)"));
    m_copy->setText(tr("Copy citation"));
    m_copy->setGlyph(Glyph::Copy);
    m_copy->setToolTip(tr("Copies the event with its claimants, replies and sources as text"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(2 * grid, grid / 2, grid, grid / 2);
    bar->setSpacing(grid / 2);
    bar->addWidget(m_previous);
    bar->addWidget(m_next);
    bar->addSpacing(grid / 2);
    bar->addWidget(m_position);
    bar->addStretch(1);
    bar->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    // Two pixels around the page are for the focus ring.
    layout->setContentsMargins(2, 0, 2, 2);
    layout->setSpacing(2);
    layout->addLayout(bar);
    layout->addLayout(m_pages, 1);
}

void DetailCard::buildPages()
{
    m_hint->setTextFormat(Qt::RichText);
    m_hint->setWordWrap(true);
    m_hint->setMargin(2 * grid);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_scroll->setWidget(m_content);
    m_scroll->setAccessibleName(tr("Detail of the selected event"));
    m_list->setAccessibleName(tr("Selected events"));
    m_pages->insertWidget(HintPage, m_hint);
    m_pages->insertWidget(EventPage, m_scroll);
    m_pages->insertWidget(ListPage, m_list);
}

void DetailCard::applyPalette(const workspace::Palette &palette, workspace::Theme theme)
{
    m_look = Look(palette, theme);
    style();
}

void DetailCard::style()
{
    setPalette(m_look.widgetPalette());
    m_hint->setText(datasetHint(m_workspace->crossfilter(), m_look));
    QPalette muted = m_look.widgetPalette();
    muted.setColor(QPalette::WindowText, m_look.mutedText());
    m_position->setPalette(muted);
    m_position->setFont(typeFont(font(), TypeSize::Body));
    setFittedText(m_position, m_position->text());
    m_hint->setFont(typeFont(font(), TypeSize::Body));
    for (PlainButton *button : {m_previous, m_next, m_copy})
        button->setLook(m_look);
    static_cast<RowDelegate *>(m_list->itemDelegate())->setLook(m_look);
    m_list->doItemsLayout();
    m_content->setLook(m_look);
    m_scroll->verticalScrollBar()->setSingleStep(3 * fontMetrics().height());
}

void DetailCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        style();
    QWidget::changeEvent(event);
}

void DetailCard::paintEvent(QPaintEvent *)
{
    if (!m_scroll->hasFocus())
        return;
    QPainter painter(this);
    paintFocusRing(painter, QRectF(m_scroll->geometry()).adjusted(-2, -2, 2, 2), m_look);
}

void DetailCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        m_workspace->selectNeighbour(-1);
    else if (event->key() == Qt::Key_Right)
        m_workspace->selectNeighbour(1);
    else
        QWidget::keyPressEvent(event);
}

void DetailCard::follow()
{
    const std::vector<events::Row> &selection = m_workspace->selection();
    if (selection.size() > 1) {
        std::vector<ListEntry> entries{
            {.event = {}, .heading = tr("Selected events: %1").arg(selection.size()), .note = {}}};
        for (const events::Row row : selection)
            entries.push_back({.event = row, .heading = {}, .note = {}});
        m_listModel->setEntries(std::move(entries));
    } else if (!selection.empty()) {
        m_content->present(selection.front());
        m_scroll->verticalScrollBar()->setValue(0);
    }
    m_pages->setCurrentIndex(selection.empty()           ? HintPage
                                 : selection.size() == 1 ? EventPage
                                                         : ListPage);
    m_copy->setVisible(selection.size() == 1);
    followFilters();
}

void DetailCard::followFilters()
{
    const bitsets::RowSet &passing = m_workspace->crossfilter().passing();
    const std::vector<events::Row> &order = m_workspace->dataset().byTime();
    const QLocale locale;
    const QString all = locale.toString(qulonglong(m_workspace->crossfilter().passingCount()));
    const std::optional<events::Row> shown = m_workspace->selected();
    if (m_workspace->selection().size() > 1) {
        setFittedText(m_position, {});
    } else if (shown && passing.contains(*shown)) {
        const auto end = std::ranges::find(order, *shown) + 1;
        const auto before = std::count_if(
            order.begin(), end, [&passing](events::Row row) { return passing.contains(row); });
        setFittedText(m_position, tr("%1 of %2", "which event").arg(locale.toString(before), all));
    } else {
        setFittedText(m_position, shown ? tr("outside the filter") : tr("%1 events").arg(all));
    }
}

void DetailCard::scrollTo(QWidget *box)
{
    // The content has been filled anew and gets its size when control returns.
    QTimer::singleShot(0, box, [this, box] {
        m_scroll->ensureWidgetVisible(box, 0, grid);
        m_scroll->setFocus();
    });
}

QString DetailCard::citation() const
{
    if (m_workspace->selection().size() != 1)
        return {};
    return workspace::eventCitation(m_workspace->dataset(), m_workspace->selection().front());
}

void DetailCard::copyCitation()
{
    constexpr int shownFor = 1500; // milliseconds
    const QString text = citation();
    if (text.isEmpty())
        return;
    QApplication::clipboard()->setText(text);
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(shownFor, m_copy, [this] { m_copy->setText(tr("Copy citation")); });
}

} // namespace dateline::panels
