// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/table_row.h>

#include <cstddef>

namespace dateline::readers {

/// What a large table makes of the rows of one block before it is their turn. Blocks are read side
/// by side, each into a batch of its own; the reading thread then goes through them in the order of
/// the file. Only rows without any fault come that far: all others are read again in their turn, as
/// every row of a small table is, so that what is reported never depends on threads.
class RowBatch
{
public:
    virtual ~RowBatch() = default;

    /// Makes room in the table for about so many rows in all. On the reading thread, once.
    virtual void expect(std::size_t rows) = 0;

    /// Forgets the block before, and makes room for one of so many rows.
    virtual void start(std::size_t rows) = 0;

    /// Reads row `i` of the block, on any thread but one at a time. A row that turns out to have a
    /// fault is never kept, and some are never read. Text in the row lives until start().
    virtual void read(std::size_t i, TableRow &row) = 0;

    /// Adds row `i` to the table, on the reading thread in the order of the file; `number` is the
    /// row's in the file. False when the rows before it make it a fault: nothing was added then.
    [[nodiscard]] virtual bool keep(std::size_t i, int number) = 0;
};

} // namespace dateline::readers
