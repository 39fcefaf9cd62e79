// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/optional_edtf.h>

#include <QByteArrayView>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace dateline::readers {

/// Dates by what is written: tables repeat the same few thousand days, and parsing one costs more
/// than all else about its row. Holds only short texts and so many of them, so that it stays in the
/// cache of a processor. One thread at a time.
class DateCache
{
public:
    /// The date that was added for `written`, or null; valid until the next is added.
    [[nodiscard]] const events::Edtf *find(QByteArrayView written) const;
    /// Keeps a date, if there is room for it; `written` must not be there yet.
    void add(QByteArrayView written, const events::Edtf &date);

private:
    /// A text with zeros behind it, and its size.
    using Text = std::array<std::uint64_t, 2>;
    struct Entry
    {
        Text text{};
        events::OptionalEdtf date;
    };
    [[nodiscard]] static std::optional<Text> textOf(QByteArrayView written);
    [[nodiscard]] std::size_t slotOf(const Text &text) const;

    std::vector<Entry> m_entries; ///< open addressing, at most half full
    std::size_t m_size = 0;
};

} // namespace dateline::readers
