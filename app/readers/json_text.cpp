// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/json_text.h>

#include <readers/limits.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>

namespace dateline::readers {

namespace {

struct JsonTexts
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::JsonTexts)
};

/// How deep brackets are nested, outside strings, at most; counts no further than the limit.
int depthOf(QByteArrayView json)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size() && deepest <= limits::jsonDepth; ++i) {
        const char c = json[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            deepest = std::max(deepest, ++depth);
        else if (!inString && (c == '}' || c == ']'))
            --depth;
    }
    return deepest;
}

JsonFault faultAt(QByteArrayView json, qsizetype offset, const QString &message)
{
    const QByteArrayView before = json.first(std::clamp<qsizetype>(offset, 0, json.size()));
    JsonFault fault;
    fault.line = int(std::ranges::count(before, '\n')) + 1;
    fault.column = int(before.size() - before.lastIndexOf('\n'));
    fault.message = message;
    fault.hint = JsonTexts::tr("Look there for a missing comma, quote or bracket.");
    return fault;
}

} // namespace

std::optional<QJsonObject> readJsonObject(const QByteArray &bytes, JsonFault &fault)
{
    const QByteArray json = bytes.startsWith("\xef\xbb\xbf") ? bytes.sliced(3) : bytes;
    if (depthOf(json) > limits::jsonDepth) {
        fault = {0,
                 0,
                 JsonTexts::tr("The JSON is nested deeper than %1 levels.").arg(limits::jsonDepth),
                 {}};
        return std::nullopt;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        fault = faultAt(json, error.offset,
                        JsonTexts::tr("The file is not JSON: %1.").arg(error.errorString()));
        return std::nullopt;
    }
    if (!document.isObject()) {
        fault = {0, 0, JsonTexts::tr("The JSON is not an object."),
                 JsonTexts::tr("It begins with { and ends with }.")};
        return std::nullopt;
    }
    return document.object();
}

} // namespace dateline::readers
