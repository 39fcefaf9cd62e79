// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/self_links.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

class LinkResolver
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::LinkResolver)

public:
    LinkResolver(std::vector<SelfLink> &links, const KeyIndex &ids, const QString &file,
                 QLatin1StringView column, DiagnosticList &diagnostics)
        : m_links(links)
        , m_ids(ids)
        , m_file(file)
        , m_column(column)
        , m_diagnostics(diagnostics)
        , m_next(links.size(), events::noRow)
        , m_states(links.size(), State::New)
    {}

    void run()
    {
        findTargets();
        for (events::Row row = 0; row < m_links.size(); ++row) {
            if (m_states[row] == State::New)
                walk(row);
        }
        number();
    }

private:
    enum class State : std::uint8_t { New, OnPath, Done };

    void findTargets()
    {
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            const SelfLink &link = m_links[i];
            if (link.target.isEmpty() || !link.isKept)
                continue;
            // An answer mostly stands right behind what it answers.
            KeyIndex::Guess guess{i < 2 ? 0 : i - 2};
            if (m_ids.find(link.target.utf8(), m_next[i], guess) == KeyIndex::Found::Row)
                continue;
            const QString target = link.target;
            const QString near
                = m_diagnostics.wouldKeep("key-dangling"_L1) ? m_ids.nearest(target) : QString();
            leaveOut(i, "key-dangling"_L1, tr("There is no \"%1\" in this table.").arg(target),
                     near.isEmpty() ? tr("Add a row with this id.")
                                    : tr("Is \"%1\" meant?").arg(near));
        }
    }

    void leaveOut(std::size_t i, QLatin1StringView code, const QString &message,
                  const QString &hint)
    {
        m_links[i].isKept = false;
        m_diagnostics.add({Severity::Error, code, m_file, m_links[i].row, m_column, message, hint});
    }

    /// Follows the links from `start` to their end, then looks back along them.
    void walk(events::Row start)
    {
        m_path.clear();
        events::Row at = start;
        while (m_states[at] == State::New) {
            m_states[at] = State::OnPath;
            m_path.push_back(at);
            if (m_next[at] == events::noRow)
                break;
            at = m_next[at];
        }
        const events::Row last = m_path.back();
        bool inCircle = m_next[last] != events::noRow && m_states[at] == State::OnPath;
        for (std::size_t i = m_path.size(); i-- > 0;) {
            const events::Row row = m_path[i];
            m_states[row] = State::Done;
            if (inCircle) {
                // Whatever leads to a row names it.
                const QString id = m_links[row == at ? last : m_path[i - 1]].target;
                leaveOut(row, "circle"_L1, tr("\"%1\" leads back to itself.").arg(id),
                         tr("Empty this cell in one row of the circle."));
                inCircle = row != at;
            } else if (m_next[row] != events::noRow && m_links[row].isKept
                       && !m_links[m_next[row]].isKept) {
                leaveOut(row, "key-left-out"_L1,
                         tr("\"%1\" was left out because of its own faults.")
                             .arg(m_links[row].target.toString()),
                         tr("Mend that row; this one will fit then."));
            }
        }
    }

    /// Where memory is needed most: what is known of a link gives way to what it leads to.
    void number()
    {
        events::Row kept = 0;
        for (SelfLink &link : m_links) {
            link.targetRow = kept;
            kept += link.isKept ? 1 : 0;
        }
        for (events::Row &next : m_next)
            next = next == events::noRow ? events::noRow : m_links[next].targetRow;
        for (std::size_t i = 0; i < m_links.size(); ++i)
            m_links[i].targetRow = m_links[i].isKept ? m_next[i] : events::noRow;
    }

    std::vector<SelfLink> &m_links;
    const KeyIndex &m_ids;
    const QString &m_file;
    QLatin1StringView m_column;
    DiagnosticList &m_diagnostics;
    std::vector<events::Row> m_next; ///< which link each one leads to, or noRow
    std::vector<State> m_states;
    std::vector<events::Row> m_path;
};

} // namespace

void resolveSelfLinks(std::vector<SelfLink> &links, const KeyIndex &ids, const QString &file,
                      QLatin1StringView column, DiagnosticList &diagnostics)
{
    LinkResolver(links, ids, file, column, diagnostics).run();
}

} // namespace dateline::readers
