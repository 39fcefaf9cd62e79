// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/event_table.h>

#include <utility>

namespace dateline::events {

namespace {

// Moved to where it ends at once: a column that is only made empty would keep its memory.
template<typename T>
std::vector<T> taken(std::vector<T> &column, const std::vector<Row> &order)
{
    const std::vector<T> old = std::move(column);
    std::vector<T> result(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        result[i] = old[order[i]];
    return result;
}

template<typename Column>
Column taken(Column &column, const std::vector<Row> &order)
{
    const Column old = std::exchange(column, Column());
    return old.reordered(order);
}

} // namespace

void EventTable::reserve(std::size_t rows)
{
    EventColumns &c = m_columns;
    c.earliestStart.reserve(rows);
    c.shapes.reserve(rows);
    c.count.reserve(rows);
    c.place.reserve(rows);
    c.bureau.reserve(rows);
    c.kind.reserve(rows);
    c.assessments.reserve(rows);
    c.id.reserve(rows);
    c.texts.reserve(rows);
}

void EventTable::append(const EventRecord &event)
{
    EventColumns &c = m_columns;
    c.earliestStart.append(event.bounds.earliestStart);
    c.shapes.append(event.bounds);
    c.kind.push_back(std::uint8_t(event.kind));
    c.count.append(event.count.value_or(1));
    c.place.append(event.place.value_or(noRow));
    c.bureau.append(event.bureau.value_or(noRow));
    c.assessments.push_back(Assessment{.confidence = event.confidence});
    c.id.append(event.id);
    c.texts.append({event.date, event.updated, event.tags, event.title, event.summary});
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

// A column is there twice while it is moved; texts stay where they are.
std::vector<std::function<void()>> EventTable::moves(const std::vector<Row> &order,
                                                     EventColumns &columns)
{
    EventColumns &from = m_columns;
    std::vector<std::function<void()>> tasks;
    tasks.emplace_back([&] { columns.id = taken(from.id, order); });
    tasks.emplace_back([&] {
        columns.earliestStart = taken(from.earliestStart, order);
        columns.shapes = taken(from.shapes, order);
        columns.kind = taken(from.kind, order);
    });
    tasks.emplace_back([&] {
        columns.count = taken(from.count, order);
        columns.place = taken(from.place, order);
        columns.bureau = taken(from.bureau, order);
    });
    tasks.emplace_back([&] {
        columns.texts = std::exchange(from.texts, EventTexts());
        columns.texts.reorder(order);
    });
    return tasks;
}

} // namespace dateline::events
