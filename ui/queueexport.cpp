// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queueexport.h"

#include "model/domain/csv.h"
#include "model/store/identitysheet.h"
#include "model/tables/whenfinished.h"

#include <QLocale>

#include <utility>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int pieceSize = 500;

struct Piece {
    QByteArray text;
    qsizetype rows = 0;
    IdentityId last;
};

Result<Piece> readPiece(Connection &db, Suggester &suggester, const IdentityFilter &filter, IdentityId after,
                        QChar separator)
{
    const auto identities = IdentityStore(db).waitingAfter(filter, after, pieceSize);
    if (!identities.ok())
        return identities.error();
    const auto best = suggester.best(db, *identities);
    if (!best.ok())
        return best.error();
    Piece piece;
    piece.rows = identities->size();
    for (qsizetype i = 0; i < identities->size(); ++i) {
        piece.text += csvLine(sheetRow(identities->at(i), best->at(i)), separator);
        piece.last = identities->at(i).id;
    }
    return piece;
}

} // namespace

QueueExport::QueueExport(Workspace &workspace, std::shared_ptr<Suggester> suggester,
                         const IdentityFilter &filter, const QString &path, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_suggester(std::move(suggester))
    , m_filter(filter)
    , m_file(path)
    // What a spreadsheet of this locale opens by itself.
    , m_separator(QLocale().decimalPoint() == u","_s ? u';' : u',')
{
}

void QueueExport::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        stop(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
        return;
    }
    m_file.write("\xEF\xBB\xBF" + csvLine(sheetTitles(), m_separator));
    askPiece({});
}

void QueueExport::askPiece(IdentityId after)
{
    whenFinished(m_workspace.read<Piece>([suggester = m_suggester, filter = m_filter, after,
                                          separator = m_separator](Connection &db) {
        return readPiece(db, *suggester, filter, after, separator);
    }),
                 this, [this](const Result<Piece> &piece) {
                     if (m_ended)
                         return;
                     if (!piece.ok()) {
                         stop(piece.error().detail);
                         return;
                     }
                     m_file.write(piece->text);
                     m_rows += piece->rows;
                     if (piece->rows == pieceSize) {
                         Q_EMIT progressed(m_rows);
                         askPiece(piece->last);
                         return;
                     }
                     if (!m_file.commit()) {
                         stop(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
                         return;
                     }
                     m_ended = true;
                     Q_EMIT finished(m_rows);
                     deleteLater();
                 });
}

void QueueExport::cancel()
{
    if (std::exchange(m_ended, true))
        return;
    m_file.cancelWriting();
    deleteLater();
    Q_EMIT cancelled();
}

void QueueExport::stop(const QString &sentence)
{
    m_ended = true;
    m_file.cancelWriting();
    Q_EMIT failed(sentence);
    deleteLater();
}

} // namespace salesdesk
