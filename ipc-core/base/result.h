// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>
#include <string>
#include <utility>
#include <variant>

namespace ipclab {

// What went wrong, as facts: which step failed, on what, and the errno it left. Views make the
// sentence (wording); nothing here is shown to a person as it stands.
// NOLINTNEXTLINE(clang-analyzer-core.uninitialized.Assign): it cannot follow the variant below
struct Error {
    int number = 0; // errno; 0 when no system call failed
    std::string step; // the call or check that failed: "execve", "mkfifo", "seccomp"
    std::string subject; // what it was done to: a path, an address, a command

    bool operator==(const Error&) const = default;
};

inline Error lastError(std::string step, std::string subject = {})
{
    return Error { errno, std::move(step), std::move(subject) };
}

// A value, or the error that stood in its way. (std::expected is not in C++20.)
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value) // NOLINT(google-explicit-constructor): a result reads as its value
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return std::get<0>(m_content); }
    const T& value() const& { return std::get<0>(m_content); }
    T&& value() && { return std::get<0>(std::move(m_content)); }
    const Error& error() const { return std::get<1>(m_content); }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

private:
    std::variant<T, Error> m_content;
};

struct Done {
    bool operator==(const Done&) const = default;
};
using Status = Result<Done>;

} // namespace ipclab
