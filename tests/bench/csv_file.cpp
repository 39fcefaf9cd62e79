// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv_file.h"

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace dateline::tests {

namespace {

constexpr std::size_t bufferBytes = 1 << 20;

[[noreturn]] void fail(const std::string &name)
{
    // The program has one thread.
    throw std::runtime_error(name + ": " + std::strerror(errno)); // NOLINT(concurrency-mt-unsafe)
}

} // namespace

CsvFile::CsvFile(const std::filesystem::path &path, std::string_view header)
    : m_file(std::fopen(path.c_str(), "wb"))
    , m_name(path.string())
    , m_buffer(header)
{
    if (!m_file)
        fail(m_name);
    m_buffer += '\n';
}

void CsvFile::row(std::initializer_list<std::string_view> cells)
{
    bool isFirst = true;
    for (const std::string_view cell : cells) {
        if (!isFirst)
            m_buffer += ',';
        isFirst = false;
        if (cell.find_first_of(",\"\n\r") == std::string_view::npos) {
            m_buffer += cell;
            continue;
        }
        m_buffer += '"';
        for (const char c : cell) {
            if (c == '"')
                m_buffer += '"';
            m_buffer += c;
        }
        m_buffer += '"';
    }
    m_buffer += '\n';
    if (m_buffer.size() >= bufferBytes)
        flush();
}

void CsvFile::flush()
{
    if (std::fwrite(m_buffer.data(), 1, m_buffer.size(), m_file.get()) != m_buffer.size())
        fail(m_name);
    m_buffer.clear();
}

void CsvFile::close()
{
    flush();
    if (std::fflush(m_file.get()) != 0)
        fail(m_name);
    m_file.reset();
}

} // namespace dateline::tests
