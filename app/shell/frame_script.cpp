// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/frame_script.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::shell {

using workspace::ViewState;

namespace {

constexpr int mostSteps = 10'000;

struct FrameScriptText
{
    Q_DECLARE_TR_FUNCTIONS(FrameScript)
};

events::Instant momentBetween(events::Instant from, events::Instant to, double share)
{
    if (from == to || from == events::distantPast || from == events::distantFuture)
        return from;
    return from + events::Instant(std::llround(double(to - from) * share));
}

events::TimeSpan spanBetween(const events::TimeSpan &from, const events::TimeSpan &to, double share)
{
    return {momentBetween(from.from, to.from, share), momentBetween(from.to, to.to, share)};
}

/// A member that holds a view; an empty one is the default view.
std::optional<ViewState> viewIn(const QJsonValue &value, QString &error)
{
    if (!value.isObject()) {
        error = FrameScriptText::tr("a view must be an object in { }");
        return std::nullopt;
    }
    QJsonObject view = value.toObject();
    view.insert("format"_L1, "dateline-view/1"_L1);
    return workspace::viewStateFromJson(QJsonDocument(view).toJson(), &error);
}

std::vector<ViewState> viewsOnTheWay(const QJsonObject &object, int steps, QString &error)
{
    std::vector<ViewState> views;
    const std::optional<ViewState> from = viewIn(object.value("from"_L1), error);
    const std::optional<ViewState> to = from ? viewIn(object.value("to"_L1), error) : std::nullopt;
    for (int step = 0; to && step <= steps; ++step)
        views.push_back(between(*from, *to, double(step) / steps));
    return views;
}

std::vector<ViewState> viewsInTurn(const QJsonArray &array, int steps, QString &error)
{
    std::vector<ViewState> turn;
    for (const auto &element : array) {
        if (const std::optional<ViewState> view = viewIn(element, error))
            turn.push_back(*view);
    }
    std::vector<ViewState> views;
    for (int step = 0; !turn.empty() && step <= steps; ++step)
        views.push_back(turn[std::size_t(step) % turn.size()]);
    return views;
}

FrameOperation operationIn(const QJsonObject &object, QString &error)
{
    FrameOperation operation{object.value("name"_L1).toString(), {}};
    const int steps = object.value("steps"_L1).toInt();
    if (operation.name.isEmpty())
        error = FrameScriptText::tr("“name” is missing");
    else if (steps < 1 || steps > mostSteps)
        error = FrameScriptText::tr("“steps” must be a whole number from 1 to %1").arg(mostSteps);
    else if (object.contains("views"_L1))
        operation.views = viewsInTurn(object.value("views"_L1).toArray(), steps, error);
    else
        operation.views = viewsOnTheWay(object, steps, error);
    if (error.isEmpty() && operation.views.empty())
        error = FrameScriptText::tr("“views” must be a list of views in [ ]");
    return operation;
}

} // namespace

ViewState between(const ViewState &from, const ViewState &to, double share)
{
    ViewState view = from;
    if (from.camera && to.camera) {
        view.camera->longitude = std::lerp(from.camera->longitude, to.camera->longitude, share);
        view.camera->latitude = std::lerp(from.camera->latitude, to.camera->latitude, share);
        view.camera->zoom = std::lerp(from.camera->zoom, to.camera->zoom, share);
    }
    if (from.filters.windows.size() == to.filters.windows.size()) {
        for (std::size_t i = 0; i < view.filters.windows.size(); ++i)
            view.filters.windows[i]
                = spanBetween(from.filters.windows[i], to.filters.windows[i], share);
    }
    if (from.span && to.span)
        view.span = spanBetween(*from.span, *to.span, share);
    if (from.play && to.play)
        view.play->at = momentBetween(from.play->at, to.play->at, share);
    return view;
}

std::optional<std::vector<FrameOperation>> frameScriptFromJson(const QByteArray &json,
                                                               QString &error)
{
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(json, &fault).object();
    if (fault.error != QJsonParseError::NoError) {
        error = fault.errorString();
        return std::nullopt;
    }
    if (object.value("format"_L1).toString() != "dateline-frames/1"_L1) {
        error = FrameScriptText::tr("“format” must be “dateline-frames/1”");
        return std::nullopt;
    }
    std::vector<FrameOperation> operations;
    const QJsonArray array = object.value("operations"_L1).toArray();
    for (const auto &element : array) {
        QString wrong;
        operations.push_back(operationIn(element.toObject(), wrong));
        if (wrong.isEmpty())
            continue;
        error = FrameScriptText::tr("operation %1: %2").arg(operations.size()).arg(wrong);
        return std::nullopt;
    }
    if (operations.empty()) {
        error = FrameScriptText::tr("“operations” must be a list that is not empty");
        return std::nullopt;
    }
    return operations;
}

} // namespace dateline::shell
