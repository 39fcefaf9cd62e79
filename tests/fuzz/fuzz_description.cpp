// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/package_description.h>
#include <readers/package_files.h>

#include <fuzz/fuzz_target.h>

using dateline::tests::require;
using namespace dateline::readers;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    PackageDescription description;
    DiagnosticList diagnostics;
    const bool fits = readDescription(json, description, diagnostics);
    for (const auto &[name, path] : description.tables)
        require(isPathInside(path), "paths stay inside");
    for (const dateline::events::Kind &kind : description.kinds)
        require(!kind.name.isEmpty() && !kind.label.isEmpty(), "kinds have names");
    if (description.info.countedKind)
        require(*description.info.countedKind < description.kinds.size(),
                "the counted kind exists");
    require(fits || !diagnostics.take().empty(), "a refusal is explained");
    return 0;
}
