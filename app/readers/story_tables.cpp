// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of stories and their steps; the rest of TableLoader is in table_loader.cpp.
#include <readers/json_text.h>
#include <readers/limits.h>
#include <readers/table_columns.h>
#include <readers/table_loader.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::readers {

void TableLoader::loadStories(std::vector<events::Story> &stories)
{
    loadTable("stories"_L1, storyColumns, false, [&](TableRow &row) {
        events::Story story;
        story.id = QString::fromUtf8(newId(row, &m_storyIds));
        story.title = row.requiredText("title"_L1);
        story.audience = row.text("audience"_L1);
        add("stories"_L1, row, m_storyIds, stories, std::move(story));
    });
}

void TableLoader::loadSteps(std::vector<events::Story> &stories)
{
    loadTable("steps"_L1, stepColumns, false, [&](TableRow &row) {
        const events::Row story = row.requiredKey("story"_L1, m_storyIds, "stories"_L1);
        events::StoryStep step;
        if (!row.requiredText("order"_L1).isEmpty())
            step.order = int(row.number("order"_L1, 1).value_or(0));
        step.heading = row.requiredText("heading"_L1);
        step.text = row.requiredText("text"_L1);
        step.notes = row.text("notes"_L1);
        step.question = row.text("question"_L1);
        step.view = loadView(row);
        if (!row.isValid())
            return;
        std::vector<events::StoryStep> &steps = stories[story].steps;
        if (std::ranges::find(steps, step.order, &events::StoryStep::order) != steps.end()) {
            row.fault("order-duplicate"_L1, "order"_L1,
                      tr("The story has a step %1 already.").arg(step.order),
                      tr("Number the steps of a story 1, 2, 3 and so on."));
            return;
        }
        keepRow("steps"_L1, stepKey(stories[story].id, step.order), row.number());
        steps.push_back(std::move(step));
    });
    for (events::Story &story : stories)
        std::ranges::sort(story.steps, {}, &events::StoryStep::order);
}

QByteArray TableLoader::loadView(TableRow &row)
{
    const QString path = row.text("view"_L1);
    if (path.isEmpty())
        return {};
    if (!isPathInside(path)) {
        row.fault("path-escapes"_L1, "view"_L1,
                  tr("The path \"%1\" leads out of the package.").arg(path.left(60)),
                  tr("Use a path inside the package, e.g. views/first.json."));
        return {};
    }
    FileFault unreadable;
    QByteArray view = m_files.read(path, limits::viewBytes, unreadable);
    if (!unreadable.isEmpty()) {
        row.fault("view-unreadable"_L1, "view"_L1, unreadable.message, unreadable.hint);
        return {};
    }
    JsonFault fault;
    if (!readJsonObject(view, fault)) {
        row.fault("view-invalid"_L1, "view"_L1,
                  fault.line > 0 ? tr("%1, line %2, column %3: %4")
                                       .arg(path)
                                       .arg(fault.line)
                                       .arg(fault.column)
                                       .arg(fault.message)
                                 : path + u": "_s + fault.message,
                  fault.hint);
        return {};
    }
    return view;
}

} // namespace dateline::readers
