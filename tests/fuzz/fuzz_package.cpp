// SPDX-License-Identifier: GPL-3.0-or-later
// One input is a whole package: each file begins with a line "=== PATH".
#include <readers/package_check.h>

#include <fuzz/fuzz_target.h>

#include <algorithm>

using dateline::tests::require;
using namespace dateline::readers;

namespace {

std::map<QString, QByteArray> splitFiles(const QByteArray &blob)
{
    const QByteArray mark = "\n=== ";
    const QByteArray text = '\n' + blob;
    std::map<QString, QByteArray> files;
    for (qsizetype at = text.indexOf(mark); at >= 0;) {
        const qsizetype begin = at + mark.size();
        at = text.indexOf(mark, begin);
        const QByteArray part = text.sliced(begin, (at < 0 ? text.size() : at) - begin);
        const qsizetype lineEnd = part.indexOf('\n');
        if (lineEnd >= 0)
            files[QString::fromUtf8(part.first(lineEnd))] = part.sliced(lineEnd + 1);
    }
    return files;
}

bool sameDiagnostics(const std::vector<Diagnostic> &a, const std::vector<Diagnostic> &b)
{
    return std::ranges::equal(a, b, [](const Diagnostic &one, const Diagnostic &other) {
        return toText(one) == toText(other);
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray blob(reinterpret_cast<const char *>(data), qsizetype(size));
    MemoryFiles files(splitFiles(blob));
    const ReadResult result = checkPackage(files);
    constexpr qsizetype fewRows = 64;
    require(sameDiagnostics(result.diagnostics,
                            checkPackage(files, {.read = {.blockBytes = fewRows}}).diagnostics),
            "blocks make no difference");
    require(result.dataset || result.hasErrors(), "a refusal is explained");
    if (!result.dataset)
        return 0;
    const dateline::events::Dataset &dataset = *result.dataset;
    for (dateline::events::Row row = 0; row < dataset.size(); ++row) {
        const dateline::events::Event event = dataset.event(row);
        require(dataset.eventRow(event.id) == row, "an event is found by its id");
        require(event.kind < dataset.kinds().size(), "an event has a kind");
    }
    for (const dateline::events::Claim &claim : dataset.claims()) {
        require(claim.event < dataset.size(), "a claim has an event");
        require(claim.actor < dataset.actors().size(), "a claim has an actor");
        require(claim.source < dataset.sources().size(), "a claim has a source");
        require(!claim.respondsTo || *claim.respondsTo < dataset.claims().size(), "answers exist");
    }
    return 0;
}
