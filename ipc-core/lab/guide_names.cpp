// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/guide_names.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostNames = 1000;
constexpr auto kNowhere = std::string_view::npos;

class LineNames {
public:
    LineNames(std::string_view line, int number, std::vector<GuideName>& names)
        : m_line(line)
        , m_number(number)
        , m_names(names)
    {
    }

    void find()
    {
        std::size_t at = 0;
        while (at < m_line.size() && m_names.size() < kMostNames) {
            if (m_line[at] == '`')
                at = code(at);
            else if (m_line.substr(at, 2) == "](")
                at = link(at + 2);
            else
                ++at;
        }
    }

private:
    std::size_t code(std::size_t at) // a span that goes on in the next line is only words
    {
        const std::size_t end = m_line.find('`', at + 1);
        if (end == kNowhere)
            return m_line.size();
        add(GuideName::Kind::Code, at + 1, end);
        return end + 1;
    }
    std::size_t link(std::size_t begin)
    {
        const std::size_t end = m_line.find(')', begin);
        if (end == kNowhere)
            return begin;
        // [words](file "a title")
        const std::size_t space = std::min(m_line.find(' ', begin), end);
        add(GuideName::Kind::Link, begin, space);
        return end + 1;
    }
    void add(GuideName::Kind kind, std::size_t begin, std::size_t end)
    {
        m_names.push_back({ kind, std::string(m_line.substr(begin, end - begin)), m_number,
            static_cast<int>(begin) + 1 });
    }

    std::string_view m_line;
    int m_number;
    std::vector<GuideName>& m_names;
};

} // namespace

std::vector<GuideName> guideNames(std::string_view content)
{
    std::vector<GuideName> names;
    bool inBlock = false;
    for (int number = 1; !content.empty(); ++number) {
        const std::size_t end = std::min(content.find('\n'), content.size());
        const std::string_view line = content.substr(0, end);
        if (line.starts_with("```"))
            inBlock = !inBlock;
        else if (!inBlock)
            LineNames(line, number, names).find();
        content.remove_prefix(std::min(end + 1, content.size()));
    }
    return names;
}

bool isFileUrl(std::string_view target)
{
    constexpr std::string_view kScheme = "file:";
    return std::ranges::equal(target.substr(0, kScheme.size()), kScheme, {},
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
}

bool isFileLink(std::string_view target)
{
    const std::size_t colon = target.find(':');
    const bool hasScheme = colon != kNowhere && colon < target.find('/');
    if (hasScheme)
        return isFileUrl(target);
    return !target.empty() && target.front() != '#';
}

} // namespace ipclab
