// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace salesdesk
{

/// What a command printed.
class Collected final : public Output
{
public:
    bool out(QByteArrayView bytes) override
    {
        output.append(bytes);
        return true;
    }
    bool err(QByteArrayView bytes) override
    {
        errors.append(bytes);
        return true;
    }
    QByteArray output;
    QByteArray errors;
};

struct Ran {
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

/// A workspace in a folder of its own, and commands run on it in this process.
class CommandFolder final
{
public:
    CommandFolder();
    [[nodiscard]] bool isOpen() const { return m_workspace != nullptr; }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] const CommandContext &context() const { return m_context; }
    [[nodiscard]] CommandContext &context() { return m_context; }
    [[nodiscard]] Workspace &workspace() { return *m_workspace; }

    /// `line`: words and options, separated by spaces; "~" in a word is a space in it.
    [[nodiscard]] Ran run(const QString &line) const;
    [[nodiscard]] Ran run(const QStringList &line) const;
    /// With --json; empty unless it succeeded with one object, or one array.
    [[nodiscard]] QJsonObject object(const QString &line) const;
    [[nodiscard]] QJsonArray array(const QString &line) const;
    /// A call as the receiver would hand it on; gives its reason's word.
    [[nodiscard]] QByteArray call(const QString &provider, Endpoint endpoint, const QByteArray &body) const;

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Workspace> m_workspace;
    CommandContext m_context;
};

} // namespace salesdesk
