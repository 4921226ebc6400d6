// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/arguments.h"
#include "app/output.h"
#include "app/value.h"
#include "model/workspace.h"

#include <atomic>
#include <functional>
#include <span>

namespace salesdesk
{

/// What commands work on. A value, so that every command thread has its own.
struct CommandContext {
    Workspace *workspace = nullptr; ///< none for a command of Where::ClosedFolder
    /// SecretUnavailable: only what needs the master key fails.
    Result<MasterKey> master = {ErrorCode::SecretUnavailable, QString()};
    QString folder;                       ///< the data folder, absolute
    QString workingDirectory;             ///< the client's: relative file names are resolved against it
    std::function<QString()> receiverUrl; ///< of the running receiver, empty for none; any thread
    std::shared_ptr<const std::atomic<bool>> stop = std::make_shared<std::atomic<bool>>(false);
};

/// One run of a command: its arguments, its context and its output. Lives on the command's thread.
class CommandCall final
{
    Q_DISABLE_COPY_MOVE(CommandCall)
public:
    CommandCall(QStringList operands, const Arguments &arguments, const CommandContext &context,
                Output &output)
        : m_operands(std::move(operands))
        , m_arguments(arguments)
        , m_context(context)
        , m_output(output)
    {
    }

    [[nodiscard]] const QStringList &operands() const { return m_operands; }
    [[nodiscard]] const QString &operand(qsizetype index) const { return m_operands[index]; }
    [[nodiscard]] std::optional<QString> option(QLatin1StringView name) const
    {
        return m_arguments.option(name);
    }
    [[nodiscard]] bool has(QLatin1StringView name) const { return m_arguments.has(name); }
    [[nodiscard]] bool json() const { return m_arguments.has(QLatin1StringView("json")); }
    [[nodiscard]] const CommandContext &context() const { return m_context; }
    [[nodiscard]] Workspace &workspace() const { return *m_context.workspace; }
    /// `file` against the client's working directory.
    [[nodiscard]] QString absolute(const QString &file) const;
    /// True when the owner is about to end, or nobody reads the output any more.
    [[nodiscard]] bool stopped() const { return m_deaf || m_context.stop->load(); }

    /// Waits for Workspace::read() or write() of `job`.
    template <typename Job>
    [[nodiscard]] auto read(Job job) const -> std::invoke_result_t<Job, Connection &>
    {
        return wait(workspace().read(std::function(job)));
    }
    template <typename Job>
    [[nodiscard]] auto write(Job job) const -> std::invoke_result_t<Job, Connection &>
    {
        return wait(workspace().write(std::function(job)));
    }

    void say(const QString &line);          ///< to standard output
    void writeOut(const QByteArray &bytes); ///< to standard output, as it is
    /// One thing: a JSON object, or a line per field.
    int show(const OutputFields &object);
    /// `object` with --json, else the sentence. Gives 0.
    int done(const QString &sentence, const OutputFields &object);
    /// The error to standard error; gives 1.
    int fail(const Error &error);
    /// Wrong usage that only the command can see; gives 2. The runner adds the usage.
    int misuse(const QString &detail);
    [[nodiscard]] bool misused() const { return m_misused; }

private:
    template <typename T>
    [[nodiscard]] static T wait(QFuture<T> future)
    {
        return future.takeResult();
    }

    QStringList m_operands;
    const Arguments &m_arguments;
    const CommandContext &m_context;
    Output &m_output;
    bool m_deaf = false;
    bool m_misused = false;
};

/// A list, row by row: one JSON array, or aligned columns.
class Listing final
{
    Q_DISABLE_COPY_MOVE(Listing)
public:
    explicit Listing(CommandCall &call)
        : m_call(call)
    {
    }
    /// Every row has the same fields. False when the command may stop.
    bool row(const OutputFields &fields);
    /// Once, after the last row. Gives 0.
    int end();

private:
    void flush();

    CommandCall &m_call;
    bool m_first = true;
    QStringList m_header;
    QList<QStringList> m_rows; // of the columns: some at once, for their widths
    QList<qsizetype> m_widths;
};

/// What a command needs of the data folder.
enum class Where {
    OpenFolder,   ///< an open workspace, its own or the owner's
    ClosedFolder, ///< the folder while nobody has its database open
    Program,      ///< it is no command but a way to run the program: `serve`
};

/// A row of the table of commands.
struct Command {
    QLatin1StringView name;              ///< "provider add"
    QLatin1StringView usage;             ///< what follows the name
    QLatin1StringView options;           ///< those it takes, besides data and json, separated by spaces
    qsizetype fewest = 0;                ///< operands
    qsizetype most = 0;                  ///< operands; -1 for any number
    int (*run)(CommandCall &) = nullptr; ///< gives the exit status
    Where where = Where::OpenFolder;
};

// One group per file.
[[nodiscard]] std::span<const Command> providerCommands();
[[nodiscard]] std::span<const Command> keyCommands();
[[nodiscard]] std::span<const Command> entityCommands();
[[nodiscard]] std::span<const Command> identityCommands();
[[nodiscard]] std::span<const Command> recordCommands();
[[nodiscard]] std::span<const Command> callCommands();
[[nodiscard]] std::span<const Command> settingCommands();
[[nodiscard]] std::span<const Command> folderCommands();

} // namespace salesdesk
