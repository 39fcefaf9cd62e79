// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/self_links.h>

#include <QCoreApplication>

#include <ranges>

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
        , m_next(links.size())
        , m_states(links.size(), State::New)
    {}

    void run()
    {
        findTargets();
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            if (m_states[i] == State::New)
                walk(i);
        }
        number();
    }

private:
    enum class State : std::uint8_t { New, OnPath, Done };

    void findTargets()
    {
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            const SelfLink &link = m_links[i];
            events::Row target = 0;
            if (link.target.isEmpty() || !link.isKept)
                continue;
            if (m_ids.find(link.target.toUtf8(), target) == KeyIndex::Found::Row) {
                m_next[i] = target;
                continue;
            }
            const QString near = m_diagnostics.wouldKeep("key-dangling"_L1)
                ? m_ids.nearest(link.target)
                : QString();
            leaveOut(i, "key-dangling"_L1, tr("There is no \"%1\" in this table.").arg(link.target),
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
    void walk(std::size_t start)
    {
        std::vector<std::size_t> path;
        std::size_t at = start;
        while (m_states[at] == State::New) {
            m_states[at] = State::OnPath;
            path.push_back(at);
            if (!m_next[at])
                break;
            at = *m_next[at];
        }
        const bool isCircle = m_next[path.back()] && m_states[at] == State::OnPath;
        bool inCircle = isCircle;
        for (const std::size_t row : std::views::reverse(path)) {
            m_states[row] = State::Done;
            if (inCircle) {
                leaveOut(row, "circle"_L1, tr("\"%1\" leads back to itself.").arg(m_links[row].id),
                         tr("Empty this cell in one row of the circle."));
                inCircle = row != at;
            } else if (m_next[row] && m_links[row].isKept && !m_links[*m_next[row]].isKept) {
                leaveOut(
                    row, "key-left-out"_L1,
                    tr("\"%1\" was left out because of its own faults.").arg(m_links[row].target),
                    tr("Mend that row; this one will fit then."));
            }
        }
    }

    void number()
    {
        std::vector<events::Row> rows(m_links.size());
        events::Row kept = 0;
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            rows[i] = kept;
            kept += m_links[i].isKept ? 1 : 0;
        }
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            if (m_links[i].isKept && m_next[i])
                m_links[i].targetRow = rows[*m_next[i]];
        }
    }

    std::vector<SelfLink> &m_links;
    const KeyIndex &m_ids;
    const QString &m_file;
    QLatin1StringView m_column;
    DiagnosticList &m_diagnostics;
    std::vector<std::optional<std::size_t>> m_next; ///< which link each one leads to
    std::vector<State> m_states;
};

} // namespace

void resolveSelfLinks(std::vector<SelfLink> &links, const KeyIndex &ids, const QString &file,
                      QLatin1StringView column, DiagnosticList &diagnostics)
{
    LinkResolver(links, ids, file, column, diagnostics).run();
}

} // namespace dateline::readers
