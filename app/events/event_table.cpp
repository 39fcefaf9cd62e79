// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/event_table.h>

#include <future>
#include <utility>

namespace dateline::events {

namespace {

template<typename T>
std::vector<T> taken(std::vector<T> &column, const std::vector<Row> &order)
{
    std::vector<T> result(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        result[i] = column[order[i]];
    column = {};
    return result;
}

TextColumn taken(TextColumn &column, const std::vector<Row> &order)
{
    TextColumn result = column.reordered(order);
    column = {};
    return result;
}

} // namespace

void EventTable::reserve(std::size_t rows)
{
    EventColumns &c = m_columns;
    for (std::vector<Instant> *column :
         {&c.earliestStart, &c.latestStart, &c.earliestEnd, &c.latestEnd}) {
        column->reserve(rows);
    }
    for (std::vector<Row> *column : {&c.count, &c.place, &c.bureau})
        column->reserve(rows);
    c.kind.reserve(rows);
    c.confidence.reserve(rows);
    for (TextColumn *column : {&c.id, &c.date, &c.title, &c.summary, &c.tags, &c.updated})
        column->reserve(rows);
}

void EventTable::append(const EventRecord &event)
{
    EventColumns &c = m_columns;
    c.earliestStart.push_back(event.bounds.earliestStart);
    c.latestStart.push_back(event.bounds.latestStart);
    c.earliestEnd.push_back(event.bounds.earliestEnd);
    c.latestEnd.push_back(event.bounds.latestEnd);
    c.kind.push_back(event.kind);
    c.count.push_back(event.count.value_or(1));
    c.place.push_back(event.place.value_or(noRow));
    c.bureau.push_back(event.bureau.value_or(noRow));
    c.confidence.push_back(std::uint8_t(event.confidence));
    c.id.append(event.id);
    c.date.append(event.date);
    c.title.append(event.title);
    c.summary.append(event.summary);
    c.tags.append(event.tags);
    c.updated.append(event.updated);
}

void EventTable::append(const Event &event)
{
    const QByteArray id = event.id.toUtf8();
    const QByteArray title = event.title.toUtf8();
    const QByteArray summary = event.summary.toUtf8();
    const QByteArray date = event.date ? event.date->text().toUtf8() : QByteArray();
    const QByteArray tags = event.tags.join(u';').toUtf8();
    const QByteArray updated = event.updated.toUtf8();
    append(EventRecord{.id = QByteArrayView(id),
                       .kind = event.kind,
                       .title = QByteArrayView(title),
                       .summary = QByteArrayView(summary),
                       .date = QByteArrayView(date),
                       .bounds = event.date ? event.date->bounds() : FuzzyInterval{},
                       .place = event.place,
                       .count = event.count,
                       .bureau = event.bureau,
                       .tags = QByteArrayView(tags),
                       .confidence = event.confidence,
                       .updated = QByteArrayView(updated)});
}

EventColumns EventTable::takeReordered(const std::vector<Row> &order)
{
    EventColumns &from = m_columns;
    EventColumns result;
    // Text is most of it, and goes on beside the rest.
    const auto texts = std::async([&] {
        result.id = taken(from.id, order);
        result.title = taken(from.title, order);
        result.tags = taken(from.tags, order);
    });
    result.earliestStart = taken(from.earliestStart, order);
    result.latestStart = taken(from.latestStart, order);
    result.earliestEnd = taken(from.earliestEnd, order);
    result.latestEnd = taken(from.latestEnd, order);
    result.kind = taken(from.kind, order);
    result.count = taken(from.count, order);
    result.place = taken(from.place, order);
    result.bureau = taken(from.bureau, order);
    result.confidence = taken(from.confidence, order);
    result.date = taken(from.date, order);
    result.summary = taken(from.summary, order);
    result.updated = taken(from.updated, order);
    texts.wait();
    return result;
}

} // namespace dateline::events
