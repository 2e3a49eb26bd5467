// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/wording.h"

#include <QString>

#include <concepts>
#include <functional>
#include <utility>

namespace ipclab {

// What a notice says, in the language of the moment: it may still be read when that is another.
class NoticeWords {
public:
    NoticeWords(const Error& error) // NOLINT(google-explicit-constructor)
        : m_say([error] { return errorSentence(error); })
    {
    }
    template <std::invocable Say> NoticeWords(Say say) // NOLINT(google-explicit-constructor)
        : m_say(std::move(say))
    {
    }

    [[nodiscard]] QString now() const { return m_say ? m_say() : QString(); }

private:
    std::function<QString()> m_say;
};

} // namespace ipclab
