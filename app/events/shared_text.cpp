// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/shared_text.h>

#include <QByteArray>

#include <algorithm>
#include <cstring>
#include <utility>

namespace dateline::events {

SharedText::SharedText(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (utf8.isEmpty())
        return;
    m_block = BlockPointer(new Block(std::size_t(utf8.size())));
    std::memcpy(m_block->bytes.get(), utf8.constData(), std::size_t(utf8.size()));
    m_size = std::uint32_t(utf8.size());
}

QString SharedText::toString() const
{
    const std::string_view bytes = utf8();
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

SharedText TextPool::add(std::string_view utf8)
{
    constexpr std::size_t blockBytes = 64 << 10;
    if (utf8.empty())
        return {};
    if (m_capacity - m_used < utf8.size()) {
        m_capacity = std::max(blockBytes, utf8.size());
        m_block = SharedText::BlockPointer(new SharedText::Block(m_capacity));
        m_used = 0;
    }
    std::memcpy(m_block->bytes.get() + m_used, utf8.data(), utf8.size());
    SharedText result(m_block, std::uint32_t(m_used), std::uint32_t(utf8.size()));
    m_used += utf8.size();
    return result;
}

} // namespace dateline::events
