// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/caveats_view.h>

#include <panels/card_text.h>
#include <panels/thin_scroll_bar.h>
#include <workspace/wording.h>

#include <QEvent>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dateline::panels {

namespace {

QString caveatsHtml(const events::Dataset &dataset, const CardText &text)
{
    QString html;
    for (const events::Caveat &caveat : dataset.info().caveats) {
        html += u"<p class=\"doubt\">%1</p><p>%2</p>"_s.arg(caveat.heading.toHtmlEscaped(),
                                                            caveat.text.toHtmlEscaped());
        for (const QString &id : caveat.events) {
            if (const std::optional<events::Row> event = dataset.eventRow(id))
                html += u"<p class=\"event\">%1</p>"_s.arg(text.eventLink(*event));
        }
    }
    return html;
}

/// Who stated which total, when and where.
QString totalsHtml(const events::Dataset &dataset, const CardText &text)
{
    const auto cell = [](const QString &html) { return u"<td>%1</td>"_s.arg(html); };
    const QLocale locale;
    QString rows;
    for (const events::Total &total : dataset.totals()) {
        const events::Kind &kind = dataset.kinds()[total.kind];
        QString counted = locale.toString(total.stated) + u' ' + kind.plural;
        if (total.countries)
            counted += u'\n' + CardText::tr("countries: %1").arg(locale.toString(*total.countries));
        rows += u"<tr>"_s
            + cell(u"<b>%1</b>"_s.arg(counted.toHtmlEscaped().replace(u'\n', u"<br>"_s)))
            + cell(dataset.actors()[total.actor].name.toHtmlEscaped())
            + cell(workspace::datePhrase(total.asOf).toHtmlEscaped())
            + cell(text.source(total.source)
                   + (total.note.isEmpty() ? QString() : u"<br>"_s + total.note.toHtmlEscaped()))
            + u"</tr>"_s;
    }
    if (rows.isEmpty())
        return {};
    const QString headings = u"<th align=\"left\">%1</th><th align=\"left\">%2</th>"
                             "<th align=\"left\">%3</th><th align=\"left\">%4</th>"_s.arg(
                                 CardText::tr("Stated total"), CardText::tr("According to"),
                                 CardText::tr("As of"), CardText::tr("Source and note"));
    return u"<p class=\"title\">%1</p><table cellspacing=\"0\" cellpadding=\"6\" width=\"100%\">"
           "<tr>%2</tr>%3</table>"_s.arg(CardText::tr("Totals that were stated"), headings, rows);
}

QString caveatsCss(const Look &look, const QFont &font)
{
    return u"p { margin:4px 0; } p.event { margin:4px 0 4px 16px; }"
           "p.title { font-size:%1pt; font-weight:600; margin:16px 0 8px 0; }"
           "p.doubt { font-weight:600; margin:20px 0 4px 0; }"
           "th { color:%2; font-weight:400; border-bottom:1px solid %3; }"
           "td { border-bottom:1px solid %3; }"_s.arg(
               QString::number(typeFont(font, TypeSize::Title).pointSizeF()),
               look.mutedText().name(), look.line().name());
}

} // namespace

CaveatsView::CaveatsView(workspace::Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new QTextBrowser(this))
{
    m_text->setOpenLinks(false);
    m_text->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Data doubts"));
    m_text->document()->setDocumentMargin(2 * grid);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    setFocusProxy(m_text);
    connect(m_text, &QTextBrowser::anchorClicked, this, &CaveatsView::follow);
    connect(workspace, &workspace::Workspace::datasetChanged, this, &CaveatsView::refresh);
    applyPalette(workspace::paletteOf(workspace::Theme::Paper), workspace::Theme::Paper);
}

void CaveatsView::applyPalette(const workspace::Palette &palette, workspace::Theme theme)
{
    m_look = Look(palette, theme);
    setPalette(m_look.widgetPalette());
    refresh();
}

void CaveatsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        refresh();
    QWidget::changeEvent(event);
}

void CaveatsView::refresh()
{
    const events::Dataset &dataset = m_workspace->dataset();
    const CardText text(dataset, m_look, font());
    const QString doubts = caveatsHtml(dataset, text);
    const QString intro = doubts.isEmpty()
        ? tr("The editors of this dataset state no doubts about it.")
        : tr("What the editors of this dataset say about its limits.");
    m_text->document()->setDefaultStyleSheet(caveatsCss(m_look, font()));
    m_text->setFont(typeFont(font(), TypeSize::Body));
    m_text->setHtml(u"<p class=\"title\">%1</p><p>%2</p>"_s.arg(tr("Data doubts"), intro) + doubts
                    + totalsHtml(dataset, text));
}

void CaveatsView::follow(const QUrl &link)
{
    const uint number = link.path().toUInt();
    if (link.scheme() == "event"_L1) {
        m_workspace->select(number);
        Q_EMIT eventChosen();
    } else if (link.scheme() == "source"_L1) {
        Q_EMIT linkActivated(m_workspace->dataset().sources()[number].url);
    }
}

} // namespace dateline::panels
