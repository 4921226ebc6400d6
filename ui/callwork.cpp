// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callwork.h"

#include "ui/exportwork.h"
#include "ui/page.h"
#include "ui/workstrip.h"

#include <QGridLayout>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 gatherPiece = 20'000; // numbers of calls looked at together

QString callsText(qint64 count)
{
    return count == 1 ? CallWork::tr("1 call") : CallWork::tr("%1 calls").arg(QLocale().toString(count));
}

} // namespace

CallWork::CallWork(Page &page)
    : QObject(&page)
    , m_page(page)
    , m_strip(new WorkStrip(&page))
    , m_exports(new ExportWork(page, *m_strip, this))
{
    connect(m_strip, &WorkStrip::cancelled, this, [this] {
        m_cancelled = true;
        if (m_replay)
            m_replay->cancel();
    });
}

bool CallWork::isFree()
{
    if (m_strip->isBusy())
        m_page.banner()->showMessage(Tone::Warning,
                                     tr("Wait until the work under way is done, or cancel it first."));
    else
        m_page.banner()->hide(); // what it says is of the work before
    m_cancelled = false;
    return !m_strip->isBusy();
}

void CallWork::askToReplay(const QList<CallId> &calls)
{
    if (calls.isEmpty() || !isFree())
        return;
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("Replay"), tr("Replay %1?").arg(callsText(calls.size())),
                        QMessageBox::Cancel, m_page.window());
    box->setObjectName(u"replayBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Each is processed again as it was sent, the oldest first, and is logged as a "
                               "new call. A record is updated to what the replayed call says of it."));
    // Else it is as narrow as its question, and its sentence a column of words.
    if (auto *grid = qobject_cast<QGridLayout *>(box->layout()))
        grid->addItem(new QSpacerItem(box->fontMetrics().averageCharWidth() * 60, 0), grid->rowCount(), 0, 1,
                      grid->columnCount());
    auto *go = box->addButton(tr("Replay %1").arg(callsText(calls.size())), QMessageBox::AcceptRole);
    go->setObjectName(u"replayNow"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, [this, calls] { replay(calls); });
    box->open();
}

void CallWork::askToReplay(const CallQuery &query, qint64 expected)
{
    if (!isFree())
        return;
    m_strip->begin(tr("Looking for the calls"), expected);
    m_page.read<CallRange>([query](Connection &db) { return CallSearch(db).range(query); },
                           [this, query](CallRange range) {
                               gather({query, range, {}, 0});
                           });
}

void CallWork::gather(const Gathering &gathering)
{
    if (m_cancelled || gathering.left.isEmpty()) {
        m_strip->end();
        if (!m_cancelled && gathering.found.isEmpty())
            m_page.banner()->showMessage(Tone::Info, tr("There is no call to replay."));
        else if (!m_cancelled)
            askToReplay(gathering.found);
        return;
    }
    whenFinished(m_page.workspace().read<Gathering>([gathering](Connection &db) -> Result<Gathering> {
        auto next = gathering;
        const CallRange piece{qMax(next.left.first, next.left.last - gatherPiece + 1), next.left.last};
        const auto found = CallSearch(db).find(next.query, piece);
        if (!found)
            return found.error();
        for (const auto &call : *found)
            next.found.append(call.id);
        next.left.last = piece.first - 1;
        return next;
    }),
                 this, [this](const Result<Gathering> &next) {
                     if (!next) {
                         m_strip->end();
                         m_page.banner()->showFailure(next.error());
                         return;
                     }
                     m_strip->setDone(next->found.size());
                     gather(*next);
                 });
}

void CallWork::replay(QList<CallId> calls)
{
    if (!isFree())
        return;
    std::sort(calls.begin(), calls.end(), [](CallId a, CallId b) { return a.value < b.value; });
    auto *replay = new CallReplay(m_page.workspace(), this);
    m_replay = replay;
    m_strip->begin(tr("Replaying"), calls.size());
    connect(replay, &CallReplay::progressed, m_strip,
            [this, replay] { m_strip->setDone(replay->progress().done); });
    connect(replay, &CallReplay::finished, this, [this, replay] {
        m_strip->end();
        sayReplayed(*replay);
        replay->deleteLater();
        Q_EMIT replayed();
    });
    replay->start(calls);
}

void CallWork::sayReplayed(const CallReplay &replay)
{
    const QLocale locale;
    const auto &progress = replay.progress();
    QStringList said;
    if (progress.done < progress.total)
        said.append(tr("Stopped after %1 of %2 calls.")
                        .arg(locale.toString(progress.done), locale.toString(progress.total)));
    else
        said.append(tr("Replayed: %1.").arg(callsText(progress.total)));
    said.append(tr("Stored: %1.").arg(locale.toString(progress.stored)));
    if (progress.refused > 0)
        said.append(tr("Refused again: %1.").arg(locale.toString(progress.refused)));
    if (progress.failed > 0)
        said.append(tr("Not possible: %1. %2").arg(locale.toString(progress.failed), progress.firstFailure));
    const auto tone = progress.failed > 0                ? Tone::Bad
                      : progress.stored < progress.total ? Tone::Warning
                                                         : Tone::Good;
    m_page.banner()->showMessage(tone, said.join(u' '));
}

void CallWork::exportTo(const QString &file, ExportFormat format, const CallQuery &query, qint64 expected)
{
    if (!isFree())
        return;
    auto *work = new CallExport(m_page.workspace(), this);
    m_exports->follow(work, file, expected, callsText);
    work->start(query, format, file, expected);
}

} // namespace salesdesk
