// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/test_main.h>

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QTest>

#include <cstdio>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace dateline::tests {

namespace {

struct Registered
{
    QString name;
    std::function<std::unique_ptr<QObject>()> make;
};

std::vector<Registered> &registry()
{
    static std::vector<Registered> tests;
    return tests;
}

/// One class of the program's, or all; the sum of their failures.
int run(const QString &wanted, const QStringList &arguments)
{
    int failures = 0;
    bool found = false;
    for (const Registered &test : registry()) {
        if (!wanted.isEmpty() && test.name != wanted)
            continue;
        found = true;
        failures += QTest::qExec(test.make().get(), arguments);
    }
    if (!found) {
        std::fprintf(stderr, "no test class called \"%s\" here\n", qPrintable(wanted));
        return 1;
    }
    return failures;
}

} // namespace

bool registerTest(const char *name, std::function<std::unique_ptr<QObject>()> make)
{
    registry().push_back({QString::fromLatin1(name), std::move(make)});
    return true;
}

void TestCase::failOnUnexpectedWarning()
{
    QTest::failOnWarning();
}

void TestCase::init()
{
    failOnUnexpectedWarning();
}

} // namespace dateline::tests

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setStyle(u"fusion"_s);
    QApplication::setApplicationName(u"dateline-tests"_s);
    QApplication::setOrganizationName(u"dateline-tests"_s);

    QStringList arguments = QApplication::arguments();
    QString wanted;
    if (arguments.size() > 1 && !arguments.at(1).startsWith(u'-'))
        wanted = arguments.takeAt(1);
    return dateline::tests::run(wanted, arguments);
}
