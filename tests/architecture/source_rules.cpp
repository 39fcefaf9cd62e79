// SPDX-License-Identifier: GPL-3.0-or-later
#include <architecture/source_rules.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dateline::tests {

namespace {

/// A row of the table in app/README.md.
struct ModuleRules
{
    QStringList mayInclude; ///< own modules
    QRegularExpression forbidden; ///< headers from outside
};

const QString widgetHeaders
    = u"QWidget|QMainWindow|QDialog|QLabel|QTreeView|QTableView|QListView|QPushButton|QToolBar|"
      "QLineEdit|QMessageBox|QFileDialog|QApplication|QtWidgets|QDockWidget|QMenu|QComboBox"_s;
const QString guiHeaders
    = u"QColor|QIcon|QPixmap|QImage|QPainter|QPalette|QFont|QPen|QBrush|QGuiApplication|QtGui|"
      "QKeyEvent|QMouseEvent|QTextDocument|QWindow"_s;
const QString quickHeaders = u"QQuick\\w*|QQml\\w*|QSG\\w*|QtQuick|QtQml|QtLocation|QGeo\\w*"_s;
const QString networkHeaders = u"QNetwork\\w*|QTcp\\w*|QSsl\\w*|QHttp\\w*|QtNetwork|QUdpSocket"_s;

QRegularExpression headers(const QStringList &alternatives)
{
    return QRegularExpression(u"^(?:%1)(?:\\.h)?$"_s.arg(alternatives.join(u'|')));
}

const QHash<QString, ModuleRules> &moduleTable()
{
    const QString plot = u"qcustomplot"_s;
    const QString views = QStringList{widgetHeaders, quickHeaders, networkHeaders, plot}.join(u'|');
    const QRegularExpression withoutThreads
        = headers({u"QObject|QThread|thread|mutex|future"_s, guiHeaders, views});
    const QStringList engine{u"clustering"_s, u"query"_s, u"fulltext"_s, u"bitsets"_s, u"events"_s};
    const QStringList belowViews = QStringList{u"symbology"_s, u"workspace"_s} + engine;
    static const QHash<QString, ModuleRules> table{
        {u"events"_s, {{}, headers({u"QObject"_s, guiHeaders, views})}},
        {u"readers"_s, {{u"events"_s}, headers({guiHeaders, views})}},
        {u"bitsets"_s, {{u"events"_s}, withoutThreads}},
        {u"fulltext"_s, {{u"bitsets"_s, u"events"_s}, withoutThreads}},
        {u"query"_s, {{u"fulltext"_s, u"bitsets"_s, u"events"_s}, withoutThreads}},
        {u"clustering"_s, {{u"bitsets"_s, u"events"_s}, withoutThreads}},
        {u"workspace"_s, {engine, headers({guiHeaders, views})}},
        {u"symbology"_s, {QStringList{u"workspace"_s} + engine, headers({views})}},
        {u"timeline"_s, {belowViews, headers({quickHeaders, networkHeaders})}},
        {u"map"_s, {belowViews, headers({networkHeaders, plot})}},
        {u"panels"_s, {belowViews, headers({quickHeaders, networkHeaders, plot})}},
        {u"stories"_s, {belowViews, headers({quickHeaders, networkHeaders, plot})}},
        {u"exports"_s, {belowViews, headers({views})}},
        {u"shell"_s,
         {QStringList{u"timeline"_s, u"map"_s, u"panels"_s, u"stories"_s, u"exports"_s,
                      u"readers"_s}
              + belowViews,
          headers({quickHeaders, networkHeaders, plot})}},
    };
    return table;
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

/// One file under the rules; breaches go to `found`.
class FileCheck
{
public:
    FileCheck(QString name, const QString &path, QStringList &found)
        : m_name(std::move(name))
        , m_lines(linesOf(path))
        , m_found(found)
    {}

    void includes(const QString &module)
    {
        static const QRegularExpression pattern(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
        const auto rules = moduleTable().constFind(module);
        if (rules == moduleTable().cend()) {
            breach(0, u"the module “%1” is not in the table"_s.arg(module));
            return;
        }
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const QRegularExpressionMatch match = pattern.match(m_lines[i]);
            if (!match.hasMatch())
                continue;
            const QString header = match.captured(2);
            const QString folder = header.section(u'/', 0, 0);
            if (match.captured(1) == u"\"" && !header.endsWith(u".moc"))
                breach(i + 1, u"an include is spelled <module/header.h>"_s);
            else if (moduleTable().contains(folder) && header.contains(u'/') && folder != module
                     && !rules->mayInclude.contains(folder))
                breach(i + 1, u"%1 must not include %2"_s.arg(module, folder));
            else if (rules->forbidden.match(header.section(u'/', -1)).hasMatch())
                breach(i + 1, u"%1 must not include <%2>"_s.arg(module, header));
        }
    }

    void length(qsizetype limit)
    {
        if (m_lines.size() > limit)
            breach(m_lines.size(), u"longer than %1 lines"_s.arg(limit));
    }

    /// Functions by the layout that clang-format gives: a body opens with a brace in column 0 (or
    /// at the indent of a class member) and ends with one at the same indent.
    void functions(qsizetype limit, qsizetype constructorLimit)
    {
        static const QRegularExpression constructor(uR"(\b(\w+)::\1\()"_s);
        static const QRegularExpression type(
            uR"(^\s*(class|struct|enum|union|namespace|extern|export)\b)"_s);
        for (qsizetype i = 1; i < m_lines.size(); ++i) {
            if (m_lines[i].trimmed() != u"{")
                continue;
            const qsizetype indent = m_lines[i].indexOf(u'{');
            if (indent > 4)
                continue;
            qsizetype head = i - 1;
            while (head > 0 && m_lines[head].indexOf(QRegularExpression(u"\\S"_s)) > indent)
                --head;
            if (type.match(m_lines[head]).hasMatch())
                continue;
            qsizetype end = i + 1;
            while (end < m_lines.size() && !(m_lines[end].startsWith(QString(indent, u' ') + u'}')))
                ++end;
            const bool constructs = constructor.match(m_lines[head]).hasMatch();
            const qsizetype allowed = constructs ? constructorLimit : limit;
            if (end - i - 1 > allowed)
                breach(head + 1,
                       u"%1 of %2 lines, at most %3"_s
                           .arg(constructs ? u"a constructor"_s : u"a function"_s)
                           .arg(end - i - 1)
                           .arg(allowed));
        }
    }

    void licence()
    {
        if (m_lines.isEmpty() || !m_lines.first().contains(u"SPDX-License-Identifier"_s))
            breach(1, u"the first line names the licence (SPDX)"_s);
    }

    void guard()
    {
        if (!m_lines.contains(u"#pragma once"_s))
            breach(1, u"a header has #pragma once"_s);
    }

private:
    void breach(qsizetype line, const QString &what)
    {
        m_found.append(u"%1:%2: %3"_s.arg(m_name).arg(line).arg(what));
    }

    QString m_name;
    QStringList m_lines;
    QStringList &m_found;
};

void checkName(const QString &name, QStringList &found)
{
    static const QRegularExpression bag(
        uR"((^|[/_])(core|common|utils?|base|manager|helpers?)([_/.]|$))"_s);
    if (bag.match(name).hasMatch())
        found.append(u"%1:0: a name says what is inside, not “core, common, util, base, manager, "
                     "helper”"_s.arg(name));
}

void checkFile(const QString &root, const QString &name, QStringList &found)
{
    FileCheck check(name, root + u'/' + name, found);
    const bool header = name.endsWith(u".h");
    const bool inApp = name.startsWith(u"app/");
    checkName(name, found);
    check.licence();
    if (name.endsWith(u".qml")) {
        check.length(150);
        return;
    }
    if (header)
        check.guard();
    if (!inApp) {
        check.length(600);
        return;
    }
    check.length(header ? 150 : 400);
    check.functions(60, 40);
    const QString module = name.section(u'/', 1, 1);
    // These are of no module.
    if (name == u"app/main.cpp" || name == u"app/allocator.cpp")
        check.length(60);
    else
        check.includes(module);
}

} // namespace

QStringList breachesIn(const QString &root)
{
    QStringList found;
    int files = 0;
    for (const QString &top : {u"app"_s, u"tests"_s}) {
        QDirIterator it(root + u'/' + top, {u"*.h"_s, u"*.cpp"_s, u"*.qml"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            ++files;
            checkFile(root, QDir(root).relativeFilePath(it.next()), found);
        }
    }
    // What a run of some program left behind would otherwise land with the next commit.
    const QStringList allowed{u"app"_s,       u"build"_s,     u"data"_s,
                              u"packaging"_s, u"resources"_s, u"tests"_s};
    for (const QString &folder : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!allowed.contains(folder))
            found.append(u"%1:0: not a folder of the project"_s.arg(folder));
    }
    if (files == 0)
        found.append(u"%1:0: no source file found"_s.arg(root));
    found.sort();
    return found;
}

} // namespace dateline::tests
