// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::tests {

/// A CSV file (RFC 4180, LF) that is written row by row and never held as a whole. Throws
/// std::runtime_error when it cannot be written.
class CsvFile
{
public:
    CsvFile(const std::filesystem::path &path, std::string_view header);

    /// Writes one row; cells are quoted where they must be.
    void row(std::initializer_list<std::string_view> cells);

    /// Writes what is still held back. A file that was not closed may lack its end.
    void close();

private:
    struct Closer
    {
        void operator()(std::FILE *file) const { (void)std::fclose(file); }
    };

    void flush();

    std::unique_ptr<std::FILE, Closer> m_file;
    std::string m_name;
    std::string m_buffer;
};

} // namespace dateline::tests
