// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/package_description.h>

#include <readers/json_text.h>
#include <readers/limits.h>
#include <readers/package_files.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

constexpr int formatVersion = 1;

class DescriptionReader
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::DescriptionReader)

public:
    DescriptionReader(PackageDescription &description, DiagnosticList &diagnostics)
        : m_description(description)
        , m_diagnostics(diagnostics)
    {}

    bool read(const QByteArray &json)
    {
        JsonFault fault;
        const std::optional<QJsonObject> root = readJsonObject(json, fault);
        if (!root) {
            const QString where = fault.line > 0
                ? tr("line %1, column %2").arg(fault.line).arg(fault.column)
                : QString();
            error("json-invalid"_L1, where, fault.message, fault.hint);
            return false;
        }
        readInfo(*root);
        readResources(root->value("resources"_L1));
        const bool isOurs = readOwn(root->value("dateline"_L1));
        return isOurs && !m_description.tables.empty() && !m_description.kinds.empty();
    }

private:
    void error(QLatin1StringView code, const QString &path, const QString &message,
               const QString &hint = {})
    {
        m_diagnostics.add(
            {Severity::Error, code, descriptionFile, std::nullopt, path, message, hint});
    }

    /// The text at `key`; a missing or other value is a fault when the text is required.
    QString text(const QJsonObject &object, QLatin1StringView key, const QString &path,
                 bool isRequired = false)
    {
        const QJsonValue value = object.value(key);
        const QString where = path.isEmpty() ? QString(key) : path + u'.' + key;
        if (!value.isString() && !value.isUndefined())
            error("json-type"_L1, where, tr("This is not a text."), tr("Put it in quotes."));
        else if (isRequired && value.toString().isEmpty())
            error("json-missing"_L1, where, tr("This is missing."));
        return value.toString();
    }

    /// Calls `use` with each object of the list at `key` and the path to it.
    template<typename Use>
    void eachObject(const QJsonObject &object, QLatin1StringView key, Use use)
    {
        const QJsonValue list = object.value(key);
        const QString path = u"dateline."_s + key;
        if (!list.isArray() && !list.isUndefined())
            error("json-type"_L1, path, tr("This is not a list."), tr("Put it in [ and ]."));
        const QJsonArray array = list.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString itemPath = path + u'[' + QString::number(i) + u']';
            if (array[i].isObject())
                use(array[i].toObject(), itemPath);
            else
                error("json-type"_L1, itemPath, tr("This is not an object."));
        }
    }

    void readInfo(const QJsonObject &root)
    {
        events::PackageInfo &info = m_description.info;
        info.name = text(root, "name"_L1, {}, true);
        info.title = text(root, "title"_L1, {});
        info.version = text(root, "version"_L1, {});
        info.description = text(root, "description"_L1, {});
        const QJsonArray licences = root.value("licenses"_L1).toArray();
        info.licence = licences.first().toObject().value("name"_L1).toString();
    }

    void readResources(const QJsonValue &list)
    {
        if (!list.isArray()) {
            error("json-missing"_L1, u"resources"_s, tr("The list of tables is missing."),
                  tr("List each table with its name and path, as the sample package does."));
            return;
        }
        const QJsonArray array = list.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            readResource(array[i].toObject(), u"resources["_s + QString::number(i) + u']');
    }

    void readResource(const QJsonObject &resource, const QString &path)
    {
        const QString name = text(resource, "name"_L1, path, true);
        QJsonValue file = resource.value("path"_L1);
        if (file.isArray() && file.toArray().size() == 1)
            file = file.toArray().first();
        if (!file.isString()) {
            error("json-type"_L1, path + u".path"_s, tr("This is not the path of one file."),
                  tr("Write e.g. \"path\": \"events.csv\"."));
        } else if (!isPathInside(file.toString())) {
            error("path-escapes"_L1, path + u".path"_s,
                  tr("The path \"%1\" leads out of the package.").arg(file.toString()),
                  tr("Use a path inside the package, e.g. events.csv."));
        } else if (!hasPlainDialect(resource.value("dialect"_L1).toObject())) {
            error("dialect-unsupported"_L1, path + u".dialect"_s,
                  tr("Only commas and double quotes are read."),
                  tr("Save the table with commas and set \"delimiter\" to \",\"."));
        } else if (!m_description.tables.try_emplace(name, file.toString()).second) {
            error("table-duplicate"_L1, path, tr("The table \"%1\" is listed twice.").arg(name));
        }
    }

    [[nodiscard]] static bool hasPlainDialect(const QJsonObject &dialect)
    {
        return dialect.value("delimiter"_L1).toString(u","_s) == u","
            && dialect.value("quoteChar"_L1).toString(u"\""_s) == u"\"";
    }

    bool readOwn(const QJsonValue &value)
    {
        if (!value.isObject()) {
            error("json-missing"_L1, u"dateline"_s, tr("The object \"dateline\" is missing."),
                  tr("It names the kinds of events; copy it from the sample package."));
            return false;
        }
        const QJsonObject own = value.toObject();
        if (own.value("format"_L1).toInt() != formatVersion) {
            error("format-unknown"_L1, u"dateline.format"_s,
                  tr("This program reads version %1 of the format only.").arg(formatVersion));
            return false;
        }
        eachObject(own, "kinds"_L1,
                   [this](const QJsonObject &kind, const QString &path) { readKind(kind, path); });
        if (m_description.kinds.empty()) {
            error("json-missing"_L1, u"dateline.kinds"_s, tr("No kind of event is described."),
                  tr("Describe at least one kind with name, label, shape and colour."));
        }
        readCounted(own.value("counted"_L1));
        m_description.info.inquiryKind = kindOf(own.value("inquiries"_L1), u"dateline.inquiries"_s);
        eachObject(own, "caveats"_L1, [this](const QJsonObject &caveat, const QString &path) {
            events::Caveat read{
                text(caveat, "heading"_L1, path, true), text(caveat, "text"_L1, path, true), {}};
            for (const QJsonValue event : caveat.value("events"_L1).toArray())
                read.events += event.toString();
            m_description.info.caveats.push_back(std::move(read));
        });
        eachObject(own, "turning_points"_L1, [this](const QJsonObject &point, const QString &path) {
            readDated(point, path, m_description.info.turningPoints);
        });
        eachObject(own, "eras"_L1, [this](const QJsonObject &era, const QString &path) {
            readDated(era, path, m_description.info.eras);
        });
        return true;
    }

    void readKind(const QJsonObject &object, const QString &path)
    {
        events::Kind kind;
        kind.name = text(object, "name"_L1, path, true);
        kind.label = text(object, "label"_L1, path, true);
        kind.plural = text(object, "plural"_L1, path);
        kind.definition = text(object, "definition"_L1, path);
        const auto shape = events::shapeFromName(text(object, "shape"_L1, path));
        const QString colour = text(object, "colour"_L1, path);
        static const QRegularExpression hex(u"^#[0-9A-Fa-f]{6}$"_s);
        if (!shape) {
            error("choice-unknown"_L1, path + u".shape"_s, tr("There is no such shape."),
                  tr("Write one of: %1.").arg(shapeNames()));
        }
        if (!hex.match(colour).hasMatch())
            error("colour-invalid"_L1, path + u".colour"_s, tr("This is not a colour."),
                  tr("Write it as #RRGGBB, e.g. #0072B2."));
        if (std::ranges::find(m_description.kinds, kind.name, &events::Kind::name)
            != m_description.kinds.end()) {
            error("id-duplicate"_L1, path,
                  tr("The kind \"%1\" is described twice.").arg(kind.name));
            return;
        }
        if (m_description.kinds.size() == limits::kinds) {
            error("kinds-too-many"_L1, path,
                  tr("There are more than %1 kinds.").arg(limits::kinds));
            return;
        }
        if (kind.name.isEmpty())
            return;
        kind.label = kind.label.isEmpty() ? kind.name : kind.label;
        kind.plural = kind.plural.isEmpty() ? kind.label : kind.plural;
        kind.shape = shape.value_or(events::Shape::Circle);
        kind.colour = QStringView(colour).sliced(colour.isEmpty() ? 0 : 1).toUInt(nullptr, 16);
        m_description.kinds.push_back(std::move(kind));
    }

    [[nodiscard]] static QString shapeNames()
    {
        QStringList names;
        for (int i = 0; i <= int(events::Shape::Bar); ++i)
            names += events::shapeName(events::Shape(i));
        return names.join(u", "_s);
    }

    /// The kind that an object names, or nothing: without the object, or with a fault.
    std::optional<std::uint16_t> kindOf(const QJsonValue &value, const QString &path)
    {
        if (value.isUndefined())
            return std::nullopt;
        const QString name = text(value.toObject(), "kind"_L1, path, true);
        const auto kind = std::ranges::find(m_description.kinds, name, &events::Kind::name);
        if (kind == m_description.kinds.end()) {
            error("key-dangling"_L1, path + u".kind"_s, tr("There is no kind \"%1\".").arg(name),
                  tr("Name one of \"kinds\"."));
            return std::nullopt;
        }
        return std::uint16_t(kind - m_description.kinds.begin());
    }

    void readCounted(const QJsonValue &value)
    {
        const QString path = u"dateline.counted"_s;
        m_description.info.countedKind = kindOf(value, path);
        if (m_description.info.countedKind)
            m_description.info.countedPlural = text(value.toObject(), "plural"_L1, path, true);
    }

    /// A turning point or an era: both are a date, a label and an event.
    template<typename Dated>
    void readDated(const QJsonObject &object, const QString &path, std::vector<Dated> &read)
    {
        const QString written = text(object, "date"_L1, path, true);
        events::EdtfFault fault;
        auto date = events::Edtf::parse(written, &fault);
        if (!date) {
            error("date-invalid"_L1, path + u".date"_s,
                  tr("\"%1\" is not a date: %2").arg(written.left(60), fault.message), fault.hint);
            return;
        }
        read.push_back({std::move(*date), text(object, "label"_L1, path, true),
                        text(object, "event"_L1, path)});
    }

    PackageDescription &m_description;
    DiagnosticList &m_diagnostics;
};

} // namespace

bool readDescription(const QByteArray &json, PackageDescription &description,
                     DiagnosticList &diagnostics)
{
    return DescriptionReader(description, diagnostics).read(json);
}

} // namespace dateline::readers
