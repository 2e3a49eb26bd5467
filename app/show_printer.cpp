// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/show_printer.h"

#include "app/holder_list.h"
#include "app/process_colours.h"
#include "app/terminal_text.h"
#include "ipc-core/base/signal_name.h"
#include "views/common/action_wording.h"
#include "views/common/numbers.h"
#include "views/common/wording.h"
#include "views/common/wording_chain.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

namespace ipclab {

namespace {

constexpr std::size_t kMostHolders = 8;

struct ShowWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ShowWords)
};

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString secondsText(Nanoseconds time)
{
    return ShowWords::tr("%1 s").arg(
        QLocale().toString(static_cast<double>(time) / static_cast<double>(kSecond), 'f', 6));
}

class MomentText {
public:
    MomentText(const SessionMoment& moment, bool colour)
        : m_moment(moment)
        , m_world(moment.world)
        , m_holders(moment.world)
        , m_colour(colour)
    {
    }

    QStringList all()
    {
        head();
        processes();
        channels();
        findings();
        actions();
        return m_lines;
    }

private:
    void add(int depth, const QString& text)
    {
        m_lines += QString(2 * depth, QLatin1Char(' ')) + printable(text);
    }
    void title(const QString& text)
    {
        m_lines += QString();
        m_lines += m_colour ? QStringLiteral("\x1b[1m%1\x1b[0m").arg(text) : text;
    }

    void head()
    {
        const SessionHeader& header = m_moment.session->header;
        QStringList what;
        if (!header.lab.empty())
            what += header.variant.empty()
                ? fromUtf8(header.lab)
                : QStringLiteral("%1 (%2)").arg(fromUtf8(header.lab), fromUtf8(header.variant));
        QStringList command;
        for (const std::string& word : header.command)
            command += fromUtf8(word);
        what += command.join(QLatin1Char(' '));
        what += fromUtf8(header.learner);
        what += fromUtf8(header.startedAt);
        what.removeAll(QString());
        add(0, what.join(QStringLiteral(", ")));
        add(0,
            ShowWords::tr("After %1 of %2 events, at %3 of %4")
                .arg(countText(m_world.applied), countText(m_moment.events),
                    secondsText(m_world.now), secondsText(m_moment.endTime)));
    }

    void processes()
    {
        title(ShowWords::tr("Processes"));
        // Children below their parents; who has none here, or is its own ancestor, on the left.
        for (const auto& [pid, process] : m_world.processes) {
            const Process* const parent = m_world.process(process.parent);
            if (!process.self && (!parent || parent->self))
                tree(process, 1);
        }
        for (const auto& [pid, process] : m_world.processes) {
            if (!process.self)
                tree(process, 1);
        }
        if (m_shown.empty())
            add(1, ShowWords::tr("none yet"));
    }

    void tree(const Process& first, int firstDepth)
    {
        std::vector<std::pair<const Process*, int>> next { { &first, firstDepth } };
        while (!next.empty()) { // the file may say that they are nested without end
            const auto [process, depth] = next.back();
            next.pop_back();
            if (!m_shown.insert(process->pid).second)
                continue;
            show(*process, std::min(depth, kDeepestIndent));
            for (const Process* const child : std::views::reverse(childrenOf(process->pid)))
                next.emplace_back(child, depth + 1);
        }
    }

    const std::vector<const Process*>& childrenOf(Pid pid)
    {
        if (m_children.empty()) {
            for (const auto& [childPid, process] : m_world.processes)
                m_children[process.parent].push_back(&process);
        }
        return m_children[pid];
    }

    void show(const Process& process, int depth)
    {
        const QString who = printable(processWithPid(process));
        m_lines += QString(2 * depth, QLatin1Char(' '))
            + (m_colour ? m_colours.coloured(who, process.pid) : who) + QStringLiteral("  ")
            + printable(stateWords(m_world, process));
        if (!process.alive() || ++m_explained > kMostExplained)
            return;
        if (const QString why = whySentence(m_world, process.pid); !why.isEmpty())
            add(depth + 2, withoutName(m_world, process, why));
        for (const Stream& stream : process.streams) {
            if (stream.pending > 0)
                add(depth + 2,
                    ShowWords::tr("keeps %1 in its own %2 buffer")
                        .arg(bytesInWords(stream.pending), streamLabel(process, stream)));
            if (stream.unread > 0)
                add(depth + 2,
                    ShowWords::tr("has %1 in its own %2 buffer that it has not used yet")
                        .arg(bytesInWords(stream.unread), streamLabel(process, stream)));
        }
    }

    void channels()
    {
        if (m_world.channels.empty())
            return;
        title(ShowWords::tr("Channels"));
        for (const auto& [id, channel] : m_world.channels) {
            if (isClosedFile(channel))
                continue;
            add(1, QStringLiteral("%1  %2").arg(channelLabel(m_world, id), fromUtf8(channel.name)));
            if (!channel.carriesBytes())
                continue;
            queue(channel, End::First);
            if (channel.twoWay())
                queue(channel, End::Second);
        }
    }

    // The loader alone opens and closes a dozen of them before the program begins.
    [[nodiscard]] bool isClosedFile(const Channel& channel) const
    {
        return channel.kind == ChannelKind::File && !m_holders.isOpen(channel.id);
    }

    void queue(const Channel& channel, End end)
    {
        const Queue& bytes = channel.queueAt(end);
        QStringList said;
        if (!bytes.measured && bytes.written == 0)
            said += ShowWords::tr("how many bytes it holds is not known");
        else
            said += bytes.capacity ? ShowWords::tr("%1 of %2 bytes")
                                         .arg(countText(bytes.bytes), countText(*bytes.capacity))
                                   : bytesInWords(bytes.bytes);
        said += ShowWords::tr("written by %1").arg(holders(m_holders.writers(channel, end)));
        said += ShowWords::tr("read by %1").arg(holders(m_holders.readers(channel, end)));
        add(3, said.join(QStringLiteral(" · ")));
    }

    [[nodiscard]] QString holders(const std::vector<Holder>& all) const
    {
        std::map<Pid, std::set<int>> held;
        for (const Holder& holder : all)
            held[holder.pid].insert(holder.fd);
        QStringList said;
        for (const auto& [pid, fds] : held) {
            if (static_cast<std::size_t>(said.size()) == kMostHolders) {
                said += QStringLiteral("…");
                break;
            }
            QStringList numbers;
            for (const int fd : fds)
                numbers += QString::number(fd);
            if (const Process* const process = m_world.process(pid))
                said += ShowWords::tr("%1 (fd %2)")
                            .arg(processWithPid(*process), numbers.join(QStringLiteral(", ")));
        }
        return said.isEmpty() ? ShowWords::tr("nobody") : said.join(QStringLiteral(", "));
    }

    void findings()
    {
        if (m_world.findings.empty())
            return;
        title(ShowWords::tr("Found"));
        for (const Finding& finding : m_world.findings)
            add(1, QStringLiteral("!! %1").arg(findingSentence(m_world, finding)));
    }

    void actions()
    {
        if (m_moment.actions.empty() && m_moment.bookmarks.empty())
            return;
        title(ShowWords::tr("Done by the person"));
        const EventLog& log = *m_moment.session->log;
        for (const EventIndex index : m_moment.actions) {
            const auto& action = std::get<UserAction>(log[index].body);
            add(1, QStringLiteral("%1  %2").arg(secondsText(log[index].at), doneWords(action)));
        }
        for (const auto& [moment, note] : m_moment.bookmarks) {
            const Nanoseconds at = moment == 0 ? 0 : log[moment - 1].at;
            add(1, ShowWords::tr("%1  note: %2").arg(secondsText(at), fromUtf8(note)));
        }
    }

    // As in the rows of the window, and which step it was, for there is no guide beside; what has
    // no row of its own there, in words of ours, or as it is in the file.
    [[nodiscard]] QString doneWords(const UserAction& action) const
    {
        const bool ofStep
            = action.what == "step" || action.what == "predict" || action.what == "show";
        if (const QString words = didWords(m_world, action); !words.isEmpty())
            return ofStep ? QStringLiteral("%1 (%2)").arg(words, fromUtf8(action.detail)) : words;
        if (action.what == "answer")
            return ShowWords::tr("The run shows the answer (%1)").arg(fromUtf8(action.detail));
        if (const int signal = fromUtf8(action.detail).toInt();
            action.what == "signal" && action.to && signal > 0)
            return ShowWords::tr("You send %1 to %2")
                .arg(fromUtf8(signalName(signal)), processWithPid(m_world, *action.to));
        QString words = fromUtf8(action.what) + QLatin1Char(' ') + fromUtf8(action.detail);
        if (action.to)
            words += QStringLiteral(" → %1").arg(action.to->value);
        return words.trimmed();
    }

    const SessionMoment& m_moment;
    const World& m_world;
    HolderList m_holders;
    bool m_colour;
    ProcessColours m_colours;
    QStringList m_lines;
    unsigned m_explained = 0;
    std::set<Pid> m_shown;
    std::map<Pid, std::vector<const Process*>> m_children;
};

} // namespace

QStringList momentLines(const SessionMoment& moment, bool colour)
{
    return MomentText(moment, colour).all();
}

} // namespace ipclab
