// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace salesdesk
{

/// What went wrong, as the program tells cases apart. Closed: one switch maps it to HTTP, one to sentences.
enum class ErrorCode {
    InvalidArgument,   ///< what was asked cannot be meant: a bad value, a wrong word
    NotFound,          ///< no such provider, key, call, identity, entity, setting
    Conflict,          ///< it contradicts what is there: a name taken, another kind, nothing to undo
    Busy,              ///< locked, or the queue is full: try again
    ShuttingDown,      ///< the writer no longer takes work
    StorageFull,       ///< no room on the disk
    StorageFailed,     ///< an I/O error, a read-only folder, a failed pragma or statement
    Corrupt,           ///< the file is damaged, or not SalesDesk's
    NewerSchema,       ///< the file was written by a newer SalesDesk
    FolderInUse,       ///< another process owns the data folder
    SecretUnavailable, ///< the master key cannot be had, so a sealed key cannot be shown
    Internal,          ///< a rule of the program itself was broken
};

/// An error with the sentence a person reads: what happened and what to do. Never holds a secret.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value or an Error. (std::expected needs a newer compiler than Debian 12's clang.)
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }
    Result(ErrorCode code, QString detail)
        : Result(Error{code, std::move(detail)})
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const T &operator*() const { return value(); }
    T &operator*() { return value(); }

private:
    std::variant<T, Error> m_state;
};

/// The value of a Result that only succeeds.
struct Done {
    friend bool operator==(Done, Done) = default;
};

} // namespace salesdesk
