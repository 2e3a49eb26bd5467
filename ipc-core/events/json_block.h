// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of events/ only.
#include <simdjson.h>

#include <string_view>

namespace ipclab {

// Lines that are parsed at one go, each of which should be one JSON object. One thread.
class JsonBlock {
public:
    JsonBlock() = default;
    JsonBlock(const JsonBlock&) = delete;
    JsonBlock& operator=(const JsonBlock&) = delete;

    void expect(std::string_view block)
    {
        m_expects = false;
        m_begun = false;
        if (block.empty()
            || m_parser.parse_many(block.data(), block.size(), block.size()).get(m_documents)
                != simdjson::SUCCESS)
            return;
        m_expects = true;
        m_document = m_documents.begin();
    }
    // True: the line is the next of the block's, and this object from its first byte to its last.
    // From the first that is not on there are none: what is wrong may have spoiled what is behind.
    bool take(std::string_view line, simdjson::dom::object& object)
    {
        if (!m_expects)
            return false;
        if (m_begun)
            ++m_document;
        m_begun = true;
        if (m_document != m_documents.end() && (*m_document).get(object) == simdjson::SUCCESS) {
            const std::string_view source = m_document.source();
            if (source.data() == line.data() && source.size() == line.size())
                return true;
        }
        m_expects = false;
        return false;
    }

private:
    simdjson::dom::parser m_parser;
    simdjson::dom::document_stream m_documents; // of the block
    simdjson::dom::document_stream::iterator m_document;
    bool m_expects = false; // there may be more in the block
    bool m_begun = false; // the document was asked for
};

} // namespace ipclab
