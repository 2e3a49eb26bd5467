// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/python_search.h"

#include "ipc-core/capture/xray/memory_scan.h"
#include "ipc-core/capture/xray/python_image.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <string_view>
#include <utility>

namespace ipclab {
namespace {

constexpr std::size_t kTypeName = 24; // in a type: the pointer to its name
constexpr std::size_t kFileDescriptor = PythonLayout::kHeader; // in a FileIO
constexpr std::size_t kMostFound = 4096; // of one sort: more is garbage
constexpr std::size_t kMostEncoding = 32;

enum Type : std::size_t { Text, File, Reader, Writer, Random, Types };
constexpr std::array<std::string_view, Types> kNames { "_io.TextIOWrapper", "_io.FileIO",
    "_io.BufferedReader", "_io.BufferedWriter", "_io.BufferedRandom" };

PythonLayout usualLayout()
{
    PythonLayout layout;
    layout.buffered = { 16, 56, 120, 64, 80, 88, 96, 0, 0, 0 };
    layout.text = { 32, 24, 88, 89, 136, 144, 120, 128 };
    layout.str.length = 16;
    layout.bytes = { 0, 16, 32 };
    layout.list = { 0, 16, 24 };
    layout.bufferedBytes = 128;
    layout.textBytes = 152;
    return layout;
}

// Up to 3.11 a str has two fields more before its characters.
std::array<PythonLayout::Width, 4> widths(bool upTo311)
{
    const std::size_t ascii = upTo311 ? 48 : 40;
    const std::size_t other = upTo311 ? 72 : 56;
    return { { { std::byte { 0x64 }, 1, ascii }, { std::byte { 0x24 }, 1, other },
        { std::byte { 0x28 }, 2, other }, { std::byte { 0x30 }, 4, other } } };
}

class Search {
public:
    Search(Pid pid, PythonImage image, const std::stop_token& stop)
        : m_pid(pid)
        , m_image(std::move(image))
        , m_stop(stop)
    {
        m_layout.str.type = m_image.str;
        m_layout.bytes.type = m_image.bytes;
        m_layout.list.type = m_image.list;
    }

    std::optional<FoundPython> run();

private:
    void findTypes();
    [[nodiscard]] std::optional<PythonStream> textStream(Address text);
    [[nodiscard]] std::optional<PythonStream> streamBelow(Address object) const;
    bool knowEncoding(Address str, TextEncoding& encoding);

    template <typename See>
    void scan(const std::vector<MemoryRegion>& regions, std::size_t overlap, const See& see) const
    {
        scanMemory(m_pid, regions, overlap, m_stop, see);
    }
    using Sought = std::map<Address, Type>;
    using Found = std::vector<std::pair<Address, Type>>;
    [[nodiscard]] Sought placesOfNames() const;
    [[nodiscard]] Found wordsThatAre(const Sought& sought) const;
    [[nodiscard]] Found instances() const;
    [[nodiscard]] Address word(Address at) const
    {
        return readValue<Address>(m_pid, at).value_or(0);
    }

    Pid m_pid;
    PythonImage m_image;
    std::stop_token m_stop;
    std::array<Address, Types> m_types {};
    PythonLayout m_layout = usualLayout();
};

Search::Sought Search::placesOfNames() const
{
    Sought found;
    const auto look = [&](Address at, Bytes bytes) {
        const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        for (std::size_t i = text.find("_io."); i != text.npos && found.size() < kMostFound;
             i = text.find("_io.", i + 1)) {
            for (std::size_t type = 0; type < Types; ++type) {
                const std::string_view name = kNames[type];
                if (text.substr(i, name.size()) == name && text.size() > i + name.size()
                    && text[i + name.size()] == '\0')
                    found.emplace(at + i, static_cast<Type>(type));
            }
        }
    };
    constexpr std::size_t kLongest = 32;
    scan(m_image.constants, kLongest, look);
    scan(m_image.written, kLongest, look);
    return found;
}

// The places of the words that are one of these.
Search::Found Search::wordsThatAre(const Sought& sought) const
{
    Found found;
    if (sought.empty())
        return found;
    const Address least = sought.begin()->first;
    const Address most = sought.rbegin()->first;
    scan(m_image.written, 0, [&](Address at, Bytes bytes) {
        for (std::size_t i = 0; i + sizeof(Address) <= bytes.size(); i += sizeof(Address)) {
            Address value = 0;
            std::memcpy(&value, bytes.data() + i, sizeof value);
            if (value < least || value > most || found.size() >= kMostFound)
                continue;
            if (const auto one = sought.find(value); one != sought.end())
                found.emplace_back(at + i, one->second);
        }
    });
    return found;
}

// A type's name is copied where the type was made while Python ran: from 3.12 on.
void Search::findTypes()
{
    for (const auto& [place, type] : wordsThatAre(placesOfNames())) {
        const Address address = place - kTypeName;
        if (m_types[type] == 0 && word(address + PythonLayout::kType) == m_image.type)
            m_types[type] = address;
    }
    m_layout.buffered.reader = m_types[Reader];
    m_layout.buffered.writer = m_types[Writer];
    m_layout.buffered.random = m_types[Random];
}

// An object that was freed has no references left.
Search::Found Search::instances() const
{
    Sought types;
    for (std::size_t type = 0; type < Types; ++type) {
        if (type != File && m_types[type] != 0)
            types.emplace(m_types[type], static_cast<Type>(type));
    }
    Found found;
    for (const auto& [place, type] : wordsThatAre(types)) {
        const Address object = place - PythonLayout::kType;
        if (readValue<std::int64_t>(m_pid, object).value_or(0) > 0)
            found.emplace_back(object, type);
    }
    return found;
}

// An unbuffered text stream has the file itself below it.
std::optional<PythonStream> Search::streamBelow(Address object) const
{
    const PythonLayout::Buffered& at = m_layout.buffered;
    const Address type = word(object + PythonLayout::kType);
    const bool buffered
        = type != 0 && (type == at.reader || type == at.writer || type == at.random);
    PythonStream stream;
    stream.name = "os.fdopen";
    stream.buffer = buffered ? object : 0;
    stream.raw = stream.holder = buffered ? word(object + at.raw) : object;
    stream.fd = readValue<std::int32_t>(m_pid, stream.raw + kFileDescriptor).value_or(-1);
    if (stream.fd < 0 || m_types[File] == 0
        || word(stream.raw + PythonLayout::kType) != m_types[File])
        return std::nullopt;
    return stream;
}

// The name of the encoding is a str: where its characters end shows which sort of str this is.
bool Search::knowEncoding(Address str, TextEncoding& encoding)
{
    for (const bool upTo311 : { true, false }) {
        m_layout.str.widths = widths(upTo311);
        const auto name = wholeText(m_pid, m_layout, str, kMostEncoding);
        const bool fits = name && !name->empty() && name->find('\0') == name->npos
            && readValue<char>(m_pid, str + m_layout.str.widths.front().data + name->size())
                == '\0';
        if (fits && std::ranges::all_of(*name, [](char c) { return c > ' ' && c < 127; })) {
            encoding = textEncoding(*name);
            return true;
        }
    }
    return false;
}

std::optional<PythonStream> Search::textStream(Address text)
{
    auto stream = streamBelow(word(text + m_layout.text.buffer));
    const std::size_t encoding = m_layout.text.buffer + sizeof(Address);
    if (!stream || !knowEncoding(word(text + encoding), stream->encoding))
        return std::nullopt;
    stream->text = text;
    constexpr std::array kStandard { "sys.stdin", "sys.stdout", "sys.stderr" };
    if (static_cast<std::size_t>(stream->fd) < kStandard.size())
        stream->name = kStandard.at(static_cast<std::size_t>(stream->fd));
    return stream;
}

std::optional<FoundPython> Search::run()
{
    findTypes();
    const Found objects = instances();
    std::vector<PythonStream> streams;
    for (const auto& [object, type] : objects) {
        auto stream = type == Text ? textStream(object) : std::nullopt;
        if (stream)
            streams.push_back(std::move(*stream));
    }
    if (streams.empty() || m_stop.stop_requested())
        return std::nullopt; // which sort of str it has is not known
    for (const auto& [object, type] : objects) {
        auto stream = type != Text ? streamBelow(object) : std::nullopt;
        if (stream && std::ranges::find(streams, object, &PythonStream::buffer) == streams.end())
            streams.push_back(std::move(*stream));
    }
    std::ranges::stable_sort(streams, {}, &PythonStream::fd);
    return FoundPython { m_layout, std::move(streams) };
}

} // namespace

std::optional<FoundPython> findPython(Pid pid, const std::stop_token& stop)
{
    auto image = findPythonImage(pid);
    return image ? Search(pid, std::move(*image), stop).run() : std::nullopt;
}

} // namespace ipclab
