// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/migrations.h"

#include "model/store/connection.h"
#include "model/store/maintenance.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

// Outside the namespace, as the macro wants it: a static library's resources are not registered by
// themselves.
static void registerSchema()
{
    Q_INIT_RESOURCE(resources);
}

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

struct Script {
    qint64 version = 0;
    QString path;
};

QList<Script> scripts(const QString &folder)
{
    registerSchema();
    QList<Script> all;
    for (const auto &name : QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
        all.append({name.section(u'_', 0, 0).toLongLong(), folder + u'/' + name});
    return all;
}

Result<qint64> number(Connection &db, const QString &pragma)
{
    auto row = db.query(pragma);
    if (!row)
        return row.error();
    const auto value = row->next() ? row->number(0) : 0;
    const auto failed = row->failure();
    db.releaseCursors();
    return failed ? Result<qint64>(*failed) : Result<qint64>(value);
}

/// The statements of a script: each ends with ";" at a line's end. Comments are taken out, so that no
/// statement is one.
QStringList statements(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto text = QString::fromUtf8(file.readAll());
    static const QRegularExpression comment(u"--[^\n]*"_s);
    text.remove(comment);
    QStringList all;
    for (const auto &part : text.split(u";\n"_s)) {
        if (const auto statement = part.trimmed(); !statement.isEmpty())
            all.append(statement);
    }
    return all;
}

std::optional<Error> runScript(Connection &db, const Script &script)
{
    if (const auto begun = db.begin(); !begun)
        return begun.error();
    auto all = statements(script.path);
    all << u"PRAGMA application_id = %1"_s.arg(ApplicationId)
        << u"PRAGMA user_version = %1"_s.arg(script.version);
    for (const auto &statement : std::as_const(all)) {
        if (const auto done = db.change(statement); !done) {
            db.rollback();
            return done.error();
        }
    }
    if (const auto committed = db.commit(); !committed) {
        db.rollback();
        return committed.error();
    }
    return std::nullopt;
}

} // namespace

Result<Done> checkVersion(Connection &db)
{
    const auto id = number(db, u"PRAGMA application_id"_s);
    if (!id)
        return id.error();
    const auto tables = number(db, u"SELECT COUNT(*) FROM sqlite_schema"_s);
    if (!tables)
        return tables.error();
    if (*id == 0 && *tables == 0)
        return Done{}; // it was being made when the program ended
    if (*id != ApplicationId)
        return {ErrorCode::Corrupt,
                u"It is not SalesDesk's. Choose another data folder; nothing was changed."_s};
    const auto version = number(db, u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    const auto newest = scripts(u":/schema"_s).last().version;
    if (*version > newest) {
        return {ErrorCode::NewerSchema,
                u"It was written by a newer SalesDesk (schema %1, this one knows %2). Install "
                "that version; nothing was changed."_s.arg(*version)
                    .arg(newest)};
    }
    return Done{};
}

Result<Done> migrate(Connection &db, const QString &copyName, const QString &folder)
{
    const auto version = number(db, u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    bool copied = *version == 0; // a new file: there is nothing to keep
    for (const auto &script : scripts(folder)) {
        if (script.version <= *version)
            continue;
        if (!std::exchange(copied, true)) {
            const auto copy = u"%1%2"_s.arg(copyName).arg(*version);
            QFile::remove(copy);
            if (const auto done = backupTo(db, copy); !done)
                return done.error();
        }
        if (const auto failed = runScript(db, script))
            return *failed;
    }
    return Done{};
}

} // namespace salesdesk
