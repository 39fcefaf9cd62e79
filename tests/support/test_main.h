// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

/// The frozen world in which every test class runs: UTC, British English, settings in a test
/// folder, Fusion style; and any Qt warning that a test did not announce with
/// QTest::ignoreMessage fails it. A test program is all classes of one module; run with the name
/// of a class it runs that class alone (further arguments go to QtTest).
namespace dateline::tests {

/// Adds a class to this program; for DATELINE_TEST.
bool registerTest(const char *name, std::function<std::unique_ptr<QObject>()> make);

/// Base of every test class: any unexpected Qt warning fails the test function. A class with an
/// init() of its own calls failOnUnexpectedWarning() there.
class TestCase : public QObject
{
    Q_OBJECT

protected:
    static void failOnUnexpectedWarning();

private Q_SLOTS:
    void init();
};

} // namespace dateline::tests

/// Registers a QtTest class under a name (that of its ctest entry): DATELINE_TEST(edtf, EdtfTest)
#define DATELINE_TEST(name, Class)                                                                 \
    [[maybe_unused]] static const bool registered_##name = dateline::tests::registerTest(          \
        #name, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
