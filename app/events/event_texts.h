// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::events {

/// What is written about an event, beside its id.
enum class EventText : std::uint8_t {
    Date, ///< EDTF as written, empty when undated
    Updated,
    Tags, ///< separated by ';'
    Title,
    Summary,
};
inline constexpr std::size_t eventTextCount = 5;

/// The texts of events in one UTF-8 buffer: those of an event lie one after the other, behind their
/// sizes (LEB128: seven bits a byte, the lowest first), and each event has an offset. Where events
/// are put in order their offsets move alone. Events are only appended; any number of threads may
/// read while none appends.
class EventTexts
{
public:
    /// All texts and their sizes together stay below this many bytes: the limits of readers see to
    /// that.
    static constexpr std::size_t maximumBytes = std::size_t(1) << 32U;

    /// Of one event, in the order of EventText.
    using Texts = std::array<std::string_view, eventTextCount>;

    /// Makes room for about so many events in all, with texts as long as those that are there. What
    /// is not filled later stays asked for, but untouched.
    void reserve(std::size_t events);

    /// Appends an event. The buffer must stay below maximumBytes.
    void append(const Texts &texts);

    [[nodiscard]] std::size_t size() const { return m_offsets.size(); }

    /// A text of the event `row` < size(), as bytes that live as long as nothing is appended.
    [[nodiscard]] std::string_view utf8(std::size_t row, EventText text) const;
    [[nodiscard]] QString at(std::size_t row, EventText text) const;

    /// Asks for the memory in which the short texts of the event `row` < size() lie.
    void fetchAt(std::size_t row) const;

    /// Puts events in another order: event i is then what was event order[i]. An event may come
    /// several times or not at all; what is written of it stays.
    void reorder(const std::vector<std::uint32_t> &order);

private:
    std::string m_bytes;
    std::vector<std::uint32_t> m_offsets; ///< of the sizes of each event's texts
};

} // namespace dateline::events
