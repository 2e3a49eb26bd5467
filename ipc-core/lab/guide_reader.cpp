// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/guide_reader.h"

#include "ipc-core/lab/told_fact.h"

#include <algorithm>
#include <string_view>

namespace ipclab {

namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlank) + 1 - begin);
}

const LabStep* stepNamed(const Lab& lab, std::string_view id)
{
    const auto found = std::ranges::find(lab.steps, id, &LabStep::id);
    return found == lab.steps.end() ? nullptr : &*found;
}

bool hasHint(const LabStep& step, std::string_view name)
{
    return std::ranges::find(step.hints, name, &Hint::say) != step.hints.end();
}

bool hasChoice(const LabStep& step, std::string_view name)
{
    const auto* const own = step.ask ? std::get_if<AskChoice>(&*step.ask) : nullptr;
    return own && std::ranges::find(own->choices, name) != own->choices.end();
}

// Goes through the lines; each heading chooses where the text that follows it belongs.
class GuideReader {
public:
    GuideReader(const Lab& lab, const ProblemList& problems)
        : m_lab(lab)
        , m_problems(problems)
    {
    }

    Guide read(std::string_view rest)
    {
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            ++m_line;
            takeLine(rest.substr(0, end));
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        finishText();
        return std::move(m_guide);
    }

private:
    void takeLine(std::string_view line)
    {
        if (line.starts_with("```"))
            m_inCode = !m_inCode;
        checkFacts(line);
        if (!m_inCode && line.starts_with("# "))
            title(trimmed(line.substr(2)));
        else if (!m_inCode && line.starts_with("## "))
            section(trimmed(line.substr(3)));
        else if (!m_inCode && line.starts_with("### "))
            part(trimmed(line.substr(4)));
        else
            m_text.append(line).append("\n");
    }
    void title(std::string_view text)
    {
        finishText();
        if (!m_guide.title.empty())
            unknown("# ", text);
        m_guide.title = text;
        m_target = &m_guide.question;
    }
    void section(std::string_view id)
    {
        finishText();
        m_step = stepNamed(m_lab, id);
        m_stepText = nullptr;
        if (m_step) {
            m_stepText = &m_guide.steps[std::string(id)];
            m_target = &m_stepText->text;
        } else {
            m_target = id == kExplanation ? &m_guide.explanation : nullptr;
        }
        if (!m_target || !m_target->empty())
            unknown("## ", id);
    }
    void part(std::string_view heading)
    {
        finishText();
        m_target = nullptr;
        const std::size_t space = heading.find(' ');
        const std::string_view kind = heading.substr(0, space);
        const std::string name(
            space == std::string_view::npos ? std::string_view {} : trimmed(heading.substr(space)));
        if (m_step && kind == "hint" && hasHint(*m_step, name))
            m_target = &m_stepText->hints[name];
        else if (m_step && kind == "choice" && hasChoice(*m_step, name))
            m_target = &m_stepText->choices[name];
        if (!m_target || !m_target->empty())
            unknown("### ", heading);
    }
    void checkFacts(std::string_view line)
    {
        for (const TextPiece& piece : piecesOf(line)) {
            if (!piece.inBraces || toldFact(piece.text))
                continue;
            const auto column = static_cast<int>(piece.text.data() - line.data()) - 1;
            unknownFact(m_line, column, piece.text);
        }
    }
    void unknown(std::string_view marks, std::string_view heading)
    {
        m_problems.add(ProblemKind::UnknownText, m_line, 1,
            std::string(marks) + std::string(heading.substr(0, 64)));
    }
    // Those that a line's end is in, which no line shows whole.
    void checkWrappedFacts()
    {
        for (const TextPiece& piece : piecesOf(m_text)) {
            if (piece.inBraces && piece.text.find('\n') != std::string_view::npos
                && !toldFact(piece.text))
                unknownFact(m_line, 1, piece.text);
        }
    }
    void unknownFact(int line, int column, std::string_view text)
    {
        m_problems.add(ProblemKind::UnknownFact, line, column, std::string(text.substr(0, 64)),
            "pid NAME, exit NAME, fd STREAM, level STREAM, pending STREAM, unread STREAM, "
            "holders STREAM write, holders STREAM read");
    }
    void finishText()
    {
        checkWrappedFacts();
        if (m_target)
            *m_target = trimmed(m_text);
        m_text.clear();
    }

    const Lab& m_lab;
    const ProblemList& m_problems;
    Guide m_guide;
    const LabStep* m_step = nullptr;
    StepText* m_stepText = nullptr;
    std::string* m_target = nullptr;
    std::string m_text;
    int m_line = 0;
    bool m_inCode = false;
};

// Every text that the lab needs is there.
class Completeness {
public:
    Completeness(const Guide& guide, const ProblemList& problems)
        : m_guide(guide)
        , m_problems(problems)
    {
    }

    void check(const Lab& lab)
    {
        need(m_guide.title, "# ");
        need(m_guide.question, "# " + m_guide.title);
        for (const LabStep& step : lab.steps)
            checkStep(step);
        need(m_guide.explanation, "## " + std::string(kExplanation));
    }

private:
    void checkStep(const LabStep& step)
    {
        static const StepText kNone;
        const auto found = m_guide.steps.find(step.id);
        const StepText& text = found == m_guide.steps.end() ? kNone : found->second;
        const std::string heading = "## " + step.id;
        need(text.text, heading);
        for (const Hint& hint : step.hints)
            needIn(text.hints, hint.say, heading + " / ### hint " + hint.say);
        const auto* const own = step.ask ? std::get_if<AskChoice>(&*step.ask) : nullptr;
        const std::string choices = heading + " / ### choice ";
        for (const std::string& choice : own ? own->choices : std::vector<std::string>())
            needIn(text.choices, choice, choices + choice);
    }
    void needIn(const std::map<std::string, std::string>& texts, const std::string& name,
        const std::string& heading)
    {
        const auto found = texts.find(name);
        need(found == texts.end() ? std::string() : found->second, heading);
    }
    void need(const std::string& text, const std::string& heading)
    {
        if (text.empty())
            m_problems.add(ProblemKind::MissingText, 0, 0, heading);
    }

    const Guide& m_guide;
    const ProblemList& m_problems;
};

} // namespace

Guide readGuide(const std::string& content, const Lab& lab, const ProblemList& problems)
{
    Guide guide = GuideReader(lab, problems).read(content);
    Completeness(guide, problems).check(lab);
    return guide;
}

} // namespace ipclab
