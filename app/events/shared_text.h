// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QExplicitlySharedDataPointer>
#include <QSharedData>
#include <QString>

#include <cstdint>
#include <memory>
#include <string_view>

namespace dateline::events {

/// A text as UTF-8 in a block of bytes that it shares with other texts: 16 bytes and no allocation
/// of its own, where a QString costs more than forty bytes and twice the text. For records of
/// which a dataset has a million. Immutable, keeps its block alive, and reads as a QString wherever
/// one is wanted. Any thread.
class SharedText
{
public:
    SharedText() = default;
    /// In a block of its own.
    SharedText(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// Lives as long as this or another text of the block.
    [[nodiscard]] std::string_view utf8() const
    {
        return m_block ? std::string_view(m_block->bytes.get() + m_begin, m_size)
                       : std::string_view();
    }
    [[nodiscard]] QString toString() const;
    operator QString() const { return toString(); }

    friend bool operator==(const SharedText &a, const SharedText &b)
    {
        return a.utf8() == b.utf8();
    }
    friend bool operator==(const SharedText &a, const QString &b) { return a.toString() == b; }

private:
    friend class TextPool;

    struct Block : QSharedData
    {
        explicit Block(std::size_t size)
            : bytes(std::make_unique_for_overwrite<char[]>(size))
        {}
        std::unique_ptr<char[]>
            bytes; // NOLINT(modernize-avoid-c-arrays): never moved, never filled
    };
    using BlockPointer = QExplicitlySharedDataPointer<Block>;

    SharedText(BlockPointer block, std::uint32_t begin, std::uint32_t size)
        : m_block(std::move(block))
        , m_begin(begin)
        , m_size(size)
    {}

    BlockPointer m_block;
    std::uint32_t m_begin = 0;
    std::uint32_t m_size = 0;
};

/// Makes shared texts, many in one block. One thread at a time; the texts may go to others.
class TextPool
{
public:
    /// `utf8` is copied, and below 4 GiB.
    [[nodiscard]] SharedText add(std::string_view utf8);

private:
    SharedText::BlockPointer m_block;
    std::size_t m_used = 0;
    std::size_t m_capacity = 0;
};

} // namespace dateline::events
