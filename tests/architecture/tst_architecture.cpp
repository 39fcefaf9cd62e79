// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/test_main.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <architecture/source_rules.h>

using namespace Qt::StringLiterals;

namespace dateline::tests {

class ArchitectureTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theTreeHoldsTheRules();
    void aPlantedBreachIsFound_data();
    void aPlantedBreachIsFound();
    void anEmptyTreeDoesNotPass();
    void aForeignFolderIsFound();
};

void ArchitectureTest::theTreeHoldsTheRules()
{
    const QStringList breaches = breachesIn(QStringLiteral(DATELINE_SOURCE_DIR));
    QVERIFY2(breaches.isEmpty(), qPrintable(u'\n' + breaches.join(u'\n')));
}

void ArchitectureTest::aPlantedBreachIsFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: no breach

    const QString licence = u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
    const auto row = [&licence](const char *name, const QString &file, const QString &text,
                                const QString &expected) {
        QTest::newRow(name) << file << licence + text << expected;
    };
    const QString body = QString(70, u'x').replace(u'x', u"    call();\n"_s);
    row("an arrow down", u"app/map/a.cpp"_s, u"#include <query/filters.h>\n"_s, {});
    row("an arrow up", u"app/query/a.cpp"_s, u"#include <workspace/workspace.h>\n"_s,
        u"app/query/a.cpp:2: query must not include workspace"_s);
    row("view to view", u"app/map/a.cpp"_s, u"#include <timeline/timeline_view.h>\n"_s,
        u"app/map/a.cpp:2: map must not include timeline"_s);
    row("a view that reads files", u"app/panels/a.cpp"_s,
        u"#  include <readers/package_reader.h>\n"_s,
        u"app/panels/a.cpp:2: panels must not include readers"_s);
    row("a view that shows symbols", u"app/exports/a.cpp"_s,
        u"#include <symbology/theme_colours.h>\n"_s, {});
    row("symbology to view", u"app/symbology/a.cpp"_s, u"#include <panels/look.h>\n"_s,
        u"app/symbology/a.cpp:2: symbology must not include panels"_s);
    row("symbology from below", u"app/workspace/a.cpp"_s,
        u"#include <symbology/theme_colours.h>\n"_s,
        u"app/workspace/a.cpp:2: workspace must not include symbology"_s);
    row("Gui in symbology", u"app/symbology/a.cpp"_s, u"#include <QPainter>\n"_s, {});
    row("a widget in symbology", u"app/symbology/a.cpp"_s, u"#include <QWidget>\n"_s,
        u"app/symbology/a.cpp:2: symbology must not include <QWidget>"_s);
    row("Gui below the views", u"app/workspace/a.cpp"_s, u"#include <QColor>\n"_s,
        u"app/workspace/a.cpp:2: workspace must not include <QColor>"_s);
    row("Gui by its module folder", u"app/workspace/a.cpp"_s, u"#include <QtGui/QColor>\n"_s,
        u"app/workspace/a.cpp:2: workspace must not include <QtGui/QColor>"_s);
    row("QObject in events", u"app/events/a.cpp"_s, u"#include <QObject>\n"_s,
        u"app/events/a.cpp:2: events must not include <QObject>"_s);
    row("a thread in query", u"app/query/a.cpp"_s, u"#include <thread>\n"_s,
        u"app/query/a.cpp:2: query must not include <thread>"_s);
    row("network anywhere", u"app/shell/a.cpp"_s, u"#include <QNetworkAccessManager>\n"_s,
        u"app/shell/a.cpp:2: shell must not include <QNetworkAccessManager>"_s);
    row("the plot in the shell", u"app/shell/a.cpp"_s, u"#include <qcustomplot.h>\n"_s,
        u"app/shell/a.cpp:2: shell must not include <qcustomplot.h>"_s);
    row("quotes", u"app/map/a.cpp"_s, u"#include \"b.h\"\n"_s,
        u"app/map/a.cpp:2: an include is spelled <module/header.h>"_s);
    row("unknown module", u"app/extra/a.cpp"_s, u"int a;\n"_s,
        u"app/extra/a.cpp:0: the module “extra” is not in the table"_s);
    row("a bag", u"app/map/map_utils.cpp"_s, u"int a;\n"_s,
        u"app/map/map_utils.cpp:0: a name says what is inside, not “core, common, util, base, "
        "manager, helper”"_s);
    row("a long header", u"app/map/a.h"_s, u"#pragma once\n"_s + QString(149, u'\n'),
        u"app/map/a.h:151: longer than 150 lines"_s);
    row("a header without guard", u"app/map/a.h"_s, u"int a;\n"_s,
        u"app/map/a.h:1: a header has #pragma once"_s);
    row("a long function", u"app/map/a.cpp"_s, u"void f()\n{\n"_s + body + u"}\n"_s,
        u"app/map/a.cpp:2: a function of 70 lines, at most 60"_s);
    row("a long constructor", u"app/map/a.cpp"_s,
        u"A::A(int b)\n    : m_b(b)\n{\n"_s + body.first(50 * 12) + u"}\n"_s,
        u"app/map/a.cpp:2: a constructor of 50 lines, at most 40"_s);
    row("a long class is no function", u"app/map/a.cpp"_s, u"class A\n{\n"_s + body + u"};\n"_s,
        {});
}

void ArchitectureTest::aPlantedBreachIsFound()
{
    QFETCH(const QString, file);
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(file.section(u'/', 0, -2)));
    QFile planted(root.filePath(file));
    QVERIFY(planted.open(QIODevice::WriteOnly));
    planted.write(text.toUtf8());
    planted.close();

    QCOMPARE(breachesIn(root.path()), expected.isEmpty() ? QStringList() : QStringList{expected});
}

void ArchitectureTest::anEmptyTreeDoesNotPass()
{
    const QTemporaryDir root;
    QCOMPARE(breachesIn(root.path()).size(), 1);
}

void ArchitectureTest::aForeignFolderIsFound()
{
    const QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(u"results"_s));
    QVERIFY(breachesIn(root.path()).contains(u"results:0: not a folder of the project"_s));
}

} // namespace dateline::tests

DATELINE_TEST(architecture, dateline::tests::ArchitectureTest)

#include "tst_architecture.moc"
