// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/hover_card.h>

#include <map/group_attribution.h>
#include <map/shade_legend.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

constexpr int cardWidth = 300;
constexpr int pointerGap = 16;

QString paragraph(const QString &text)
{
    return u"<p style='margin:0 0 3px 0'>%1</p>"_s.arg(text.toHtmlEscaped());
}

QString oneEvent(const events::Dataset &dataset, events::Row row)
{
    const events::Event event = dataset.event(row);
    const auto claims = dataset.claimsOf(row);
    const auto replies = std::ranges::count_if(
        claims, [](const events::Claim &claim) { return claim.respondsTo.has_value(); });
    QString text = u"<p style='margin:0 0 4px 0'><b>%1</b></p>"_s.arg(event.title.toHtmlEscaped());
    text += paragraph(workspace::attribution(dataset, row));
    text += paragraph(workspace::datePhrase(event.date));
    text += paragraph(workspace::placePhrase(dataset, row));
    const QString standing = workspace::standingLabel(dataset.columns().standing(row));
    text += paragraph(
        replies > 0 ? QCoreApplication::translate("dateline::map::HoverCard", "%1 · replies: %2")
                          .arg(standing)
                          .arg(replies)
                    : standing);
    return text;
}

QString severalEvents(const events::Dataset &dataset, std::span<const events::Row> rows)
{
    std::map<std::uint16_t, int> kinds;
    int denied = 0;
    for (const events::Row row : rows) {
        ++kinds[dataset.columns().kind[row]];
        denied += dataset.columns().isDenied(row);
    }
    QStringList parts;
    for (const auto &[kind, count] : kinds)
        parts.append(u"%1 %2"_s.arg(count).arg(count == 1 ? dataset.kinds()[kind].label
                                                          : dataset.kinds()[kind].plural));
    QString text
        = u"<p style='margin:0 0 4px 0'><b>%1</b></p>"_s.arg(parts.join(u", "_s).toHtmlEscaped());
    text += paragraph(attributionOf(dataset, rows));
    if (denied > 0)
        text += paragraph(
            QCoreApplication::translate("dateline::map::HoverCard", "denied: %1 of them")
                .arg(denied));
    return text;
}

} // namespace

QString hoverText(const events::Dataset &dataset, std::span<const events::Row> rows)
{
    if (rows.empty())
        return {};
    return rows.size() == 1 ? oneEvent(dataset, rows.front()) : severalEvents(dataset, rows);
}

QString shadeText(const events::Dataset &dataset, const Choropleth &choropleth,
                  const ShadedCountry &country, const QString &name,
                  std::span<const events::Row> rows, bool isChosen)
{
    QString text = u"<p style='margin:0 0 4px 0'><b>%1</b></p>"_s.arg(name.toHtmlEscaped());
    text += paragraph(QCoreApplication::translate("dateline::map::HoverCard", "%1 stated: %2",
                                                  "kind of events, number")
                          .arg(dataset.kinds()[choropleth.kind].plural,
                               QLocale().toString(qulonglong(country.stated))));
    if (!rows.empty())
        text += paragraph(attributionOf(dataset, rows));
    if (choropleth.shading == workspace::Shading::Investigations)
        text += paragraph(shadeClassText(choropleth, country.step));
    return text
        + paragraph(isChosen
                        ? QCoreApplication::translate("dateline::map::HoverCard",
                                                      "Click: no longer filter by this country")
                        : QCoreApplication::translate("dateline::map::HoverCard",
                                                      "Click: filter by this country"));
}

HoverCard::HoverCard(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(u"hoverCard"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 6);
    layout->addWidget(m_text);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    hide();
}

void HoverCard::setMapPalette(const MapPalette &palette)
{
    setFont(palette.font);
    setStyleSheet(u"#hoverCard { background: %1; border: 1px solid %2; border-radius: 4px; } "
                  "QLabel { color: %3; background: transparent; }"_s.arg(
                      palette.paper.name(), palette.hatch.name(), palette.ink.name()));
}

void HoverCard::showText(const QString &text, const QPointF &pixel)
{
    if (text != m_text->text()) {
        m_text->setText(text);
        const int widest = int(cardWidth * std::max(1.0, font().pointSizeF() / 10));
        m_text->setWordWrap(false);
        m_text->setFixedWidth(std::min(m_text->sizeHint().width(), widest));
        m_text->setWordWrap(true);
        adjustSize();
    }
    const QRect room = parentWidget()->rect().adjusted(4, 4, -4, -4);
    QPoint corner = pixel.toPoint() + QPoint(pointerGap, pointerGap);
    if (corner.x() + width() > room.right())
        corner.setX(int(pixel.x()) - pointerGap - width());
    if (corner.y() + height() > room.bottom())
        corner.setY(int(pixel.y()) - pointerGap - height());
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
    corner.setY(std::max(room.top(), corner.y()));
    move(corner);
    show();
    raise();
}

} // namespace dateline::map
