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
    LinkResolver(SelfLinks &rows, const KeyIndex &ids, const QString &file,
                 QLatin1StringView column, DiagnosticList &diagnostics)
        : m_rows(rows)
        , m_ids(ids)
        , m_file(file)
        , m_column(column)
        , m_diagnostics(diagnostics)
        , m_linkOf(rows.size(), noLink)
        , m_states(rows.size(), State::New)
    {}

    void run()
    {
        findTargets();
        for (const SelfLinks::Link &link : m_rows.links) {
            if (m_states[link.from] == State::New)
                walk(link.from);
        }
        number();
    }

private:
    enum class State : std::uint8_t { New, OnPath, Done };

    void findTargets()
    {
        for (std::size_t i = 0; i < m_rows.links.size(); ++i) {
            SelfLinks::Link &link = m_rows.links[i];
            if (!m_rows.isKept[link.from])
                continue;
            // An answer mostly stands right behind what it answers.
            KeyIndex::Guess guess{link.from < 2 ? 0U : link.from - 2U};
            if (m_ids.find(link.target.utf8(), link.targetRow, guess) == KeyIndex::Found::Row) {
                m_linkOf[link.from] = std::uint32_t(i);
                continue;
            }
            const QString target = link.target;
            const QString near
                = m_diagnostics.wouldKeep("key-dangling"_L1) ? m_ids.nearest(target) : QString();
            leaveOut(
                link.from, "key-dangling"_L1, tr("There is no \"%1\" in this table.").arg(target),
                near.isEmpty() ? tr("Add a row with this id.") : tr("Is \"%1\" meant?").arg(near));
        }
    }

    void leaveOut(events::Row row, QLatin1StringView code, const QString &message,
                  const QString &hint)
    {
        m_rows.isKept[row] = false;
        m_diagnostics.add(
            {Severity::Error, code, m_file, m_rows.numbers[row], m_column, message, hint});
    }

    /// The link of a row that leads to a row, or null.
    [[nodiscard]] const SelfLinks::Link *linkOf(events::Row row) const
    {
        return m_linkOf[row] == noLink ? nullptr : &m_rows.links[m_linkOf[row]];
    }

    /// Follows the links from `start` to their end, then looks back along them.
    void walk(events::Row start)
    {
        m_path.clear();
        events::Row at = start;
        while (m_states[at] == State::New) {
            m_states[at] = State::OnPath;
            m_path.push_back(at);
            const SelfLinks::Link *const link = linkOf(at);
            if (link == nullptr)
                break;
            at = link->targetRow;
        }
        const events::Row last = m_path.back();
        bool inCircle = linkOf(last) != nullptr && m_states[at] == State::OnPath;
        for (std::size_t i = m_path.size(); i-- > 0;) {
            const events::Row row = m_path[i];
            const SelfLinks::Link *const link = linkOf(row);
            m_states[row] = State::Done;
            if (inCircle) {
                // Whatever leads to a row names it.
                const QString id = linkOf(row == at ? last : m_path[i - 1])->target;
                leaveOut(row, "circle"_L1, tr("\"%1\" leads back to itself.").arg(id),
                         tr("Empty this cell in one row of the circle."));
                inCircle = row != at;
            } else if (link != nullptr && m_rows.isKept[row] && !m_rows.isKept[link->targetRow]) {
                leaveOut(row, "key-left-out"_L1,
                         tr("\"%1\" was left out because of its own faults.")
                             .arg(link->target.toString()),
                         tr("Mend that row; this one will fit then."));
            }
        }
    }

    /// From rows of the file to those that are kept. What was known of links gives way to that.
    void number()
    {
        std::vector<std::uint32_t> &newRowOf = m_linkOf;
        std::uint32_t kept = 0;
        for (std::size_t row = 0; row < newRowOf.size(); ++row) {
            newRowOf[row] = kept;
            kept += m_rows.isKept[row] ? 1 : 0;
        }
        for (SelfLinks::Link &link : m_rows.links) {
            const bool isSound = link.targetRow != events::noRow && m_rows.isKept[link.from];
            link.targetRow = isSound ? newRowOf[link.targetRow] : events::noRow;
        }
    }

    static constexpr std::uint32_t noLink = ~std::uint32_t(0);

    SelfLinks &m_rows;
    const KeyIndex &m_ids;
    const QString &m_file;
    QLatin1StringView m_column;
    DiagnosticList &m_diagnostics;
    std::vector<std::uint32_t> m_linkOf; ///< of each row that which leads to a row, or noLink
    std::vector<State> m_states;
    std::vector<events::Row> m_path;
};

} // namespace

void resolveSelfLinks(SelfLinks &rows, const KeyIndex &ids, const QString &file,
                      QLatin1StringView column, DiagnosticList &diagnostics)
{
    LinkResolver(rows, ids, file, column, diagnostics).run();
}

} // namespace dateline::readers
