// SPDX-License-Identifier: GPL-3.0-or-later
#include "column_bytes.h"

namespace dateline::tests {

namespace {

template<typename Type>
std::size_t bytesOf(const std::vector<Type> &column)
{
    return column.size() * sizeof(Type);
}

} // namespace

std::size_t columnBytes(const events::Dataset &dataset)
{
    const events::EventColumns &c = dataset.columns();
    return c.earliestStart.bytes() + c.shapes.bytes() + c.position.bytes() + bytesOf(c.kind)
        + c.countryOfPlace.bytes() + bytesOf(c.assessments) + c.count.bytes() + c.place.bytes()
        + c.bureau.bytes() + c.claims.bytes() + bytesOf(dataset.byTime())
        + events::CompactColumn(dataset.byTime()).bytes(); // the order by id, of the same numbers
}

} // namespace dateline::tests
