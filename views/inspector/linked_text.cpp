// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/linked_text.h"

#include "views/common/kept_together.h"
#include "views/common/wording.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostLookedAt = 256; // channels of one process

void add(std::vector<Named>& found, const QString& sentence, const QString& name, Target target)
{
    const bool known
        = std::ranges::any_of(found, [&](const Named& one) { return one.name == name; });
    if (name.size() > 1 && !known && sentence.contains(name))
        found.push_back({ name, target });
}

// Living ones have names of their own; of the ended, only those that nobody else shares.
void addProcesses(std::vector<Named>& found, const QString& sentence, const World& world, Pid about)
{
    if (const Process* const process = world.process(about))
        add(found, sentence, processName(world, *process), { about });
    for (const bool alive : { true, false }) {
        const std::size_t before = found.size();
        for (const auto& [pid, process] : world.processes) {
            const QString label = processLabel(process);
            if (process.alive() != alive || pid == about || !sentence.contains(label))
                continue;
            const QString name = processName(world, process);
            const auto twin
                = std::ranges::find_if(found, [&](const Named& one) { return one.name == name; });
            if (twin == found.end())
                add(found, sentence, name, { pid });
            else if (!alive && twin >= found.begin() + static_cast<std::ptrdiff_t>(before))
                twin->target = {};
        }
    }
}

void addChannels(
    std::vector<Named>& found, const QString& sentence, const World& world, const Process& process)
{
    std::vector<ChannelId> channels;
    if (const std::optional<Wait> wait = waitOf(world, process); wait && wait->channel)
        channels.push_back(wait->channel);
    for (const auto& [fd, descriptor] : process.descriptors) {
        if (channels.size() == kMostLookedAt)
            break;
        if (std::ranges::find(channels, descriptor.channel) == channels.end())
            channels.push_back(descriptor.channel);
    }
    for (const ChannelId id : channels)
        add(found, sentence, channelLabel(world, id), { {}, id });
}

QRegularExpression marked(const std::vector<Named>& named)
{
    QStringList patterns { QStringLiteral("(?<code>\\b[a-z][a-z_0-9]*\\(\\d*\\))"),
        QStringLiteral("(?<count>\\b\\d[\\d\\x{202F}]* bytes?\\b)") };
    QStringList longestFirst;
    for (const Named& one : named) {
        if (one.name.size() > 1)
            longestFirst += one.name;
    }
    std::ranges::sort(
        longestFirst, [](const QString& a, const QString& b) { return a.size() > b.size(); });
    QStringList escaped;
    for (const QString& name : longestFirst)
        escaped += QRegularExpression::escape(name);
    if (!escaped.isEmpty())
        patterns += QStringLiteral("(?<name>(?<![\\w/])(?:%1)(?![\\w/]))")
                        .arg(escaped.join(QLatin1Char('|')));
    return QRegularExpression(
        patterns.join(QLatin1Char('|')), QRegularExpression::UseUnicodePropertiesOption);
}

QString linkTo(const QString& words, qsizetype place, const WhyStyle& style, bool current)
{
    const QString ground
        = current ? QStringLiteral("; background-color: %1").arg(style.current.name()) : QString();
    return QStringLiteral("<a href=\"%1\" style=\"color: %2; font-weight: 700%3\">%4</a>")
        .arg(QString::number(place), style.link.name(), ground, words);
}

} // namespace

std::vector<Named> namedIn(const QString& sentence, const World& world, Pid about)
{
    std::vector<Named> found;
    addProcesses(found, sentence, world, about);
    std::vector<Pid> named { about };
    for (const Named& one : found) {
        if (one.target.pid && one.target.pid != about)
            named.push_back(one.target.pid);
    }
    for (const Pid pid : named) {
        if (const Process* const process = world.process(pid); process && !process->self)
            addChannels(found, sentence, world, *process);
    }
    return found;
}

LinkedText linked(
    const QString& sentence, const std::vector<Named>& named, const WhyStyle& style, int current)
{
    LinkedText text;
    qsizetype done = 0;
    for (auto matches = marked(named).globalMatch(sentence); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        text.rich += sentence.mid(done, match.capturedStart() - done).toHtmlEscaped();
        done = match.capturedEnd();
        const QString words = match.captured().toHtmlEscaped();
        const auto meant = std::ranges::find_if(
            named, [&](const Named& one) { return one.name == match.captured(); });
        if (!match.captured(QStringLiteral("code")).isEmpty()) {
            text.rich += QStringLiteral("<span style='font-family:\"%1\"'>%2</span>")
                             .arg(style.codeFamily, words);
        } else if (meant != named.end() && meant->target) {
            const auto place = static_cast<int>(text.links.size());
            text.rich += linkTo(words, place, style, place == current);
            text.links.push_back(*meant);
        } else {
            text.rich += QStringLiteral("<b>%1</b>").arg(words);
        }
    }
    text.rich += sentence.mid(done).toHtmlEscaped();
    // Of the spaces that keep a number together HTML knows only this one.
    text.rich.replace(QChar(0x202F), QChar(QChar::Nbsp));
    text.rich = unitsKept(std::move(text.rich));
    return text;
}

} // namespace ipclab
