// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/edtf.h>

#include <optional>
#include <utility>

namespace dateline::events {

/// A date or none, in the size of a date, which is half that of a std::optional: for records of
/// which a dataset has a million. Becomes a std::optional only where that is asked for: a reference
/// to one that was made on the way would outlive it.
class OptionalEdtf
{
public:
    OptionalEdtf() = default;
    explicit OptionalEdtf(std::optional<Edtf> date) { *this = std::move(date); }

    OptionalEdtf &operator=(std::optional<Edtf> date)
    {
        m_date = date ? *std::move(date) : Edtf();
        return *this;
    }
    void reset() { m_date = Edtf(); }

    [[nodiscard]] bool has_value() const { return !m_date.isNull(); }
    explicit operator bool() const { return has_value(); }

    /// Only of one that has a date.
    const Edtf &operator*() const { return m_date; }
    const Edtf *operator->() const { return &m_date; }

    /// The date, as long as this stays what it is; null for none.
    [[nodiscard]] const Edtf *get() const { return has_value() ? &m_date : nullptr; }
    [[nodiscard]] std::optional<Edtf> toOptional() const
    {
        return has_value() ? std::optional(m_date) : std::nullopt;
    }

    friend bool operator==(const OptionalEdtf &a, const OptionalEdtf &b)
    {
        return a.has_value() == b.has_value() && (!a.has_value() || *a == *b);
    }

private:
    Edtf m_date; ///< null for none
};

} // namespace dateline::events
