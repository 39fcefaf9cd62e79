// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/page_export.h>

#include <exports/file_writer.h>

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

constexpr int tidyingTime = 3000; ///< milliseconds for a cancelled command to tidy up

} // namespace

PageExport::PageExport(QString program, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
{}

PageExport::~PageExport()
{
    cancel();
}

void PageExport::start(const QString &command, const QString &dataset,
                       const workspace::ViewState &view, const QStringList &arguments)
{
    cancel();
    m_said.clear();
    const QString file = m_folder.filePath(u"view.json"_s);
    if (const auto fault = exports::writeFile(file, workspace::toJson(view))) {
        Q_EMIT finished(*fault);
        return;
    }
    m_process = new QProcess(QCoreApplication::instance());
    follow(m_process);
    m_process->setStandardOutputFile(QProcess::nullDevice());
    m_process->start(m_program, QStringList{command, dataset, u"--view"_s, file} + arguments);
}

void PageExport::follow(QProcess *process)
{
    // It outlives this object when it is cancelled: it has to tidy up.
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::readyReadStandardError, this, &PageExport::listen);
    connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_process->deleteLater();
            end(m_process->errorString());
        }
    });
    connect(process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        listen();
        const bool isWritten = code == 0 && status == QProcess::NormalExit;
        end(isWritten ? QString() : m_said.isEmpty() ? m_process->errorString() : m_said);
    });
}

void PageExport::end(const QString &fault)
{
    m_process = nullptr;
    Q_EMIT finished(fault);
}

void PageExport::cancel()
{
    QProcess *process = std::exchange(m_process, nullptr);
    if (!process)
        return;
    process->disconnect(this);
    process->terminate();
    QTimer::singleShot(tidyingTime, process, &QProcess::kill);
}

void PageExport::listen()
{
    static const QRegularExpression progress(u"\\b(\\d+) %$"_s);
    static const QString prefix = u"dateline: "_s;
    const QString text = QString::fromLocal8Bit(m_process->readAllStandardError());
    for (QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(prefix))
            line = line.sliced(prefix.size());
        if (const QRegularExpressionMatch match = progress.matchView(line); match.hasMatch())
            Q_EMIT progressed(match.captured(1).toInt());
        else
            m_said = line.toString();
    }
}

} // namespace dateline::shell
