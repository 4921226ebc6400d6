// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callactions.h"

#include "model/domain/curlcommand.h"
#include "model/store/callstore.h"
#include "model/store/providerstore.h"
#include "model/tables/calltablemodel.h"
#include "ui/callwork.h"
#include "ui/exportwork.h"
#include "ui/page.h"
#include "ui/pagekeys.h"
#include "ui/rehearsaldialog.h"
#include "ui/tableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

namespace salesdesk
{

using namespace Qt::StringLiterals;

CallActions::CallActions(Page &page, TableView &table, const CallTableModel &model, CallWork &work,
                         const ReceiverControl &receiver, const MasterKey &master)
    : QObject(&page)
    , m_page(page)
    , m_table(table)
    , m_model(model)
    , m_work(work)
    , m_receiver(receiver)
    , m_master(master)
    , m_replayMenu(new QMenu(&page))
    , m_exportMenu(new QMenu(&page))
{
    auto *cell =
        addPageKey(page, this, u"copyCell"_s, tr("&Copy Cell"), QKeySequence::Copy, &CallActions::copyCell);
    auto *body = addPageKey(page, this, u"copyBody"_s, tr("Copy &Body"), QKeySequence(u"Ctrl+B"_s),
                            &CallActions::copyBody);
    auto *curl = addPageKey(page, this, u"copyCurl"_s, tr("Copy as c&url"), QKeySequence(u"Ctrl+U"_s),
                            &CallActions::copyCurl);
    auto *key = addPageKey(page, this, u"copyCurlWithKey"_s, tr("Copy as curl with &Key"),
                           QKeySequence(u"Ctrl+Alt+U"_s), &CallActions::copyCurlWithKey);
    auto *edit = addPageKey(page, this, u"rehearse"_s, tr("&Edit and Dry-Run…"), QKeySequence(u"Ctrl+D"_s),
                            &CallActions::rehearse);
    auto *some = addPageKey(page, this, u"replayChosen"_s, tr("&Replay Chosen…"), QKeySequence(u"Ctrl+R"_s),
                            &CallActions::replayChosen);
    auto *all = addPageKey(page, this, u"replayAll"_s, tr("Replay &All Listed…"),
                           QKeySequence(u"Ctrl+Alt+A"_s), &CallActions::replayAll);
    auto *csv = addPageKey(page, this, u"exportCsv"_s, tr("&CSV…"), QKeySequence(u"Ctrl+E"_s),
                           &CallActions::exportCsv);
    auto *lines = addPageKey(page, this, u"exportJsonLines"_s, tr("&JSON Lines…"), QKeySequence(u"Ctrl+J"_s),
                             &CallActions::exportJsonLines);
    auto *har = addPageKey(page, this, u"exportHar"_s, tr("&HAR 1.2…"), QKeySequence(u"Ctrl+H"_s),
                           &CallActions::exportHar);
    m_ofOne = {cell, body, curl, key, edit};
    m_ofSome = {some};
    m_ofAll = {all, csv, lines, har};
    some->setIcon(icon(Symbol::Replay));
    all->setIcon(icon(Symbol::Replay));
    edit->setIcon(icon(Symbol::Test));
    cell->setIcon(icon(Symbol::Copy));
    m_replayMenu->addActions({some, all, edit});
    m_exportMenu->addActions({csv, lines, har});

    table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&table, &QWidget::customContextMenuRequested, this, &CallActions::showMenu);
    connect(table.selectionModel(), &QItemSelectionModel::selectionChanged, this, &CallActions::judge);
    connect(&model, &LiveTableModel::loaded, this, &CallActions::judge);
    judge();
}

void CallActions::judge()
{
    const bool one = m_table.currentIndex().isValid();
    for (auto *action : std::as_const(m_ofOne))
        action->setEnabled(one);
    for (auto *action : std::as_const(m_ofSome))
        action->setEnabled(m_table.selectionModel()->hasSelection());
    for (auto *action : std::as_const(m_ofAll))
        action->setEnabled(m_model.rowCount() > 0);
}

QList<CallId> CallActions::chosen() const
{
    QList<CallId> calls;
    const auto ranges = m_table.selectionModel()->selection();
    for (const auto &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            calls.append(m_model.callAt(row));
    }
    std::sort(calls.begin(), calls.end(), [](CallId a, CallId b) { return a.value > b.value; });
    return calls;
}

void CallActions::showMenu(const QPoint &at)
{
    QMenu menu(&m_table);
    menu.setObjectName(u"callMenu"_s);
    menu.addActions(m_ofOne);
    menu.addSeparator();
    menu.addActions(m_ofSome);
    menu.exec(m_table.viewport()->mapToGlobal(at));
}

void CallActions::copyCell()
{
    QGuiApplication::clipboard()->setText(m_table.currentIndex().data().toString());
    say(tr("The cell is copied."));
}

void CallActions::copyBody()
{
    const CallId call{m_table.currentId()};
    m_page.read<CallDetails>([call](Connection &db) { return CallStore(db).details(call); },
                             [this](const CallDetails &details) {
                                 QGuiApplication::clipboard()->setText(QString::fromUtf8(details.body));
                                 say(details.bodyTruncated
                                         ? tr("The first 64 KiB of the body are copied: the "
                                              "log has no more of it.")
                                         : tr("The body is copied."));
                             });
}

void CallActions::copyCommand(bool withKey)
{
    struct Asked {
        CallDetails call;
        QString key;
    };
    const CallId call{m_table.currentId()};
    m_page.read<Asked>(
        [call, withKey, master = m_master](Connection &db) -> Result<Asked> {
            auto details = CallStore(db).details(call);
            if (!details)
                return details.error();
            if (!withKey)
                return Asked{*details, {}};
            const ProviderStore providers(db);
            const auto keys = providers.keys(details->row.provider);
            if (!keys)
                return keys.error();
            const auto active = std::find_if(keys->cbegin(), keys->cend(),
                                             [](const ApiKey &key) { return !key.revokedAt.has_value(); });
            if (active == keys->cend())
                return Asked{*details, {}};
            const auto key = providers.revealKey(active->id, master);
            if (!key)
                return key.error();
            return Asked{*details, *key};
        },
        [this, withKey](const Asked &asked) {
            if (withKey && asked.key.isEmpty()) {
                m_page.banner()->showMessage(Tone::Warning,
                                             tr("%1 has no active key. Make one on the Providers screen.")
                                                 .arg(asked.call.row.providerName));
                return;
            }
            const auto status = m_receiver.status();
            const auto base = status.url.isEmpty() ? u"http://127.0.0.1:8787"_s : status.url;
            QGuiApplication::clipboard()->setText(curlCommand(asked.call, base, asked.key));
            say(withKey ? tr("The curl command is copied, with the provider's key in it.")
                        : tr("The curl command is copied, without the key."));
        });
}

void CallActions::replayChosen()
{
    m_work.askToReplay(chosen());
}

void CallActions::replayAll()
{
    m_work.askToReplay(m_model.query(), m_model.callCount());
}

void CallActions::rehearse()
{
    const CallId call{m_table.currentId()};
    m_page.read<IncomingCall>([call](Connection &db) { return CallStore(db).forReplay(call); },
                              [this](const IncomingCall &incoming) {
                                  auto *dialog =
                                      new RehearsalDialog(m_page.workspace(), incoming, m_page.window());
                                  dialog->setAttribute(Qt::WA_DeleteOnClose);
                                  dialog->open();
                              });
}

void CallActions::askForFile(ExportFormat format)
{
    m_work.exports()->askForFile(tr("calls"), format, [this, format](const QString &file) {
        m_work.exportTo(file, format, m_model.query(), m_model.callCount());
    });
}

void CallActions::say(const QString &sentence)
{
    m_page.banner()->showMessage(Tone::Good, sentence);
}

} // namespace salesdesk
