// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/desk.h"

#include "model/store/connection.h"
#include "model/store/identitystore.h"
#include "model/tables/identitytablemodel.h"
#include "ui/banner.h"
#include "ui/queuepage.h"
#include "ui/tableview.h"

#include <QDialog>
#include <QTest>

namespace salesdesk
{

/// The queue of a desk with two providers that create no users, and what tests do to it: calls in, keys down.
class QueueDesk
{
protected:
    void open()
    {
        m_desk = std::make_unique<Desk>();
        m_crm = m_desk->addProvider(QStringLiteral("CRM"));
        m_zapier = m_desk->addProvider(QStringLiteral("Zapier"));
        m_desk->written<Done>([this](Connection &db) -> Result<Done> {
            ProviderStore store(db);
            for (const auto &provider : {m_crm.provider, m_zapier.provider}) {
                if (const auto done = store.setCreateUsers(provider.id, false); !done.ok())
                    return done;
            }
            return Done{};
        });
        m_presses = 0;
    }
    void close()
    {
        m_page.reset();
        m_desk.reset();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        pressOn(m_table, key, modifiers);
    }
    void pressOn(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_presses;
        QTest::keyClick(widget, key, modifiers);
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_table->model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rows() const { return m_table->model()->rowCount(); }
    [[nodiscard]] QString name(int row) const { return cell(row, IdentityTableModel::NameColumn); }
    /// With plain spaces.
    [[nodiscard]] QString said() const { return m_page->banner()->text().replace(QChar::Nbsp, u' '); }
    template <typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    /// An agent that a call names, with a value that waits.
    void send(const QString &id, const QString &name, int euros = 100, const QString &email = {})
    {
        send(m_crm, id, name, euros, email);
    }
    void send(const ProviderStore::Added &provider, const QString &id, const QString &name, int euros = 100,
              const QString &email = {})
    {
        QCOMPARE(m_desk->send(provider, Endpoint::Activities, body(id, name, euros, email)).reason,
                 CallReason::Created);
    }
    static QByteArray body(const QString &id, const QString &name, int euros, const QString &email)
    {
        auto text = "{\"id\":\"" + id.toUtf8() + "\",\"type\":\"Sale\",\"agent_id\":\"" + id.toUtf8() +
                    "\",\"agent_name\":\"" + name.toUtf8() +
                    "\",\"moment\":\"2025-12-10\",\"value\":" + QByteArray::number(euros) +
                    ",\"value_is_money\":true";
        if (!email.isEmpty())
            text += ",\"agent_email\":\"" + email.toUtf8() + '"';
        return text + '}';
    }
    void show()
    {
        m_page = std::make_unique<QueuePage>(*m_desk->workspace);
        m_page->resize(1280, 800);
        m_page->show();
        m_table = m_page->findChild<TableView *>(QStringLiteral("identityTable"));
    }
    /// Until the list has `count` rows and each has been judged.
    void waitForRows(int count) { QTRY_COMPARE(rows(), count); }
    void waitForSuggestion(int row, const QString &entity)
    {
        QTRY_COMPARE(cell(row, IdentityTableModel::SuggestionColumn), entity);
    }
    Identity stored(const QString &externalId)
    {
        return m_desk->written<Identity>(
            [&](Connection &db) { return IdentityStore(db).find(QStringLiteral("CRM:") + externalId); });
    }
    qint64 waiting()
    {
        return m_desk->written<qint64>([](Connection &db) { return IdentityStore(db).count({}); });
    }
    /// The one that is open; one that was closed may be there still.
    QDialog *dialog(const QString &name)
    {
        for (auto *box : m_page->findChildren<QDialog *>(name)) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    }

    std::unique_ptr<Desk> m_desk;
    ProviderStore::Added m_crm;
    ProviderStore::Added m_zapier;
    std::unique_ptr<QueuePage> m_page;
    TableView *m_table = nullptr;
    int m_presses = 0;
};

} // namespace salesdesk
