// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keybox.h"

#include "model/store/providerstore.h"
#include "ui/copyfield.h"
#include "ui/flowlayout.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// `wanted`, or else the first one that is valid; nothing when none is.
const ApiKey *validOne(const QList<ApiKey> &keys, KeyId wanted)
{
    const ApiKey *found = nullptr;
    for (const auto &key : keys) {
        if (!key.revokedAt && (!found || key.id == wanted))
            found = &key;
    }
    return found;
}

} // namespace

KeyBox::KeyBox(Page &page, const MasterKey &master, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_master(master)
    , m_model(page.workspace())
    , m_table(new TableView(this))
    , m_revealed(new CopyField(u"revealedKey"_s, this, CopyField::Content::Secret))
{
    m_table->setObjectName(u"keyTable"_s);
    m_table->setAccessibleName(tr("API keys"));
    m_table->setModel(&m_model);
    m_table->setWidths({14, 20, 16, 12}, KeyTableModel::LabelColumn);
    m_table->emptyState()->setContent(Symbol::Key, tr("This provider has no key: every call is refused."));
    m_revealed->setLabel(tr("API key"));
    m_revealed->hide();
    const auto button = [this](Symbol symbol, const QString &name, const QString &text, const QString &tip) {
        auto *one = new QPushButton(icon(symbol), text, this);
        one->setObjectName(name);
        one->setToolTip(tip);
        return one;
    };
    m_reveal = button(Symbol::Reveal, u"revealKey"_s, tr("Reveal"),
                      tr("Shows the chosen key for half a minute, here and in the example."));
    m_copy = button(Symbol::Copy, u"copyKey"_s, tr("Copy"),
                    tr("Copies the chosen key. After a minute it leaves the clipboard."));
    m_revoke = button(Symbol::Ignore, u"revokeKey"_s, tr("Revoke…"),
                      tr("Calls with the chosen key are refused from then on."));
    auto *add =
        button(Symbol::Add, u"addKey"_s, tr("Add Key…"),
               tr("A further key, valid beside the others: change the sender, then revoke the old one."));
    auto *row = new FlowLayout(style::Unit);
    for (auto *one : {m_reveal, m_copy, m_revoke, add})
        row->addWidget(one);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Gap);
    column->addWidget(m_table);
    column->addWidget(m_revealed);
    column->addLayout(row);
    m_hiding.setSingleShot(true);
    m_hiding.setInterval(30s);

    connect(&m_hiding, &QTimer::timeout, this, &KeyBox::hideKey);
    connect(m_reveal, &QPushButton::clicked, this, &KeyBox::toggleReveal);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        withKey(KeyId{m_table->currentId()}, [this](const QString &key) { copySecret(m_copy, key); });
    });
    connect(m_revoke, &QPushButton::clicked, this, &KeyBox::revoke);
    connect(add, &QPushButton::clicked, this, &KeyBox::add);
    connect(m_table, &TableView::currentIdChanged, this, [this] {
        hideKey();
        judge();
    });
    connect(&m_model, &LiveTableModel::loaded, this, [this] {
        if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
            m_table->setCurrentIndex(m_model.index(0, 0));
        fit();
        judge();
    });
    fit();
    judge();
}

void KeyBox::setProvider(ProviderId provider)
{
    if (provider == m_provider)
        return;
    m_provider = provider;
    hideKey();
    m_model.setProvider(provider);
}

QString KeyBox::revealed() const
{
    return m_revealed->text();
}

void KeyBox::withValidKey(const std::function<void(const QString &)> &then)
{
    // As they are now: the list may not be there yet.
    m_page.read<QList<ApiKey>>(
        [provider = m_provider](Connection &db) { return ProviderStore(db).keys(provider); },
        [this, then](const QList<ApiKey> &keys) {
            const auto *found = validOne(keys, KeyId{m_table->currentId()});
            if (found)
                withKey(found->id, then);
            else
                m_page.banner()->showError(tr("This provider has no valid key: add one first."));
        });
}

void KeyBox::withKey(KeyId key, const std::function<void(const QString &)> &then)
{
    m_page.read<QString>(
        [key, master = m_master](Connection &db) { return ProviderStore(db).revealKey(key, master); },
        [this, provider = m_provider, then](const QString &text) {
            if (m_provider == provider)
                then(text);
        });
}

void KeyBox::toggleReveal()
{
    if (!m_revealed->isHidden()) {
        hideKey();
        return;
    }
    const KeyId key{m_table->currentId()};
    withKey(key, [this, key](const QString &text) {
        if (m_table->currentId() != key.value)
            return;
        m_revealed->setText(text);
        m_revealed->show();
        m_reveal->setText(tr("Hide"));
        m_reveal->setIcon(icon(Symbol::Hide));
        m_hiding.start();
        Q_EMIT revealedChanged();
    });
}

void KeyBox::hideKey()
{
    m_hiding.stop();
    m_revealed->hide();
    m_revealed->setText({});
    m_reveal->setText(tr("Reveal"));
    m_reveal->setIcon(icon(Symbol::Reveal));
    Q_EMIT revealedChanged();
}

void KeyBox::add()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"addKeyDialog"_s);
    dialog->setWindowTitle(tr("Add Key"));
    dialog->setLabelText(tr("Label, to tell the keys apart"));
    dialog->setOkButtonText(tr("Add"));
    style::sizeDialog(*dialog, 50, 0);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &label) {
        m_page.write<ProviderStore::AddedKey>(
            [id = m_provider, label, master = m_master](Connection &db) {
                return ProviderStore(db).addKey(id, label, master);
            },
            [this](const ProviderStore::AddedKey &added) {
                m_page.banner()->showMessage(Tone::Good,
                                             tr("The key %1 is added. Older ones stay valid until you "
                                                "revoke them.")
                                                 .arg(added.key.label));
            });
    });
    dialog->open();
}

void KeyBox::revoke()
{
    const auto *key = m_model.rowOf(m_table->currentId());
    if (!key)
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Revoke Key"), {}, QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"revokeBox"_s);
    box->setTextFormat(Qt::PlainText);
    box->setText(
        tr("Revoke the key \"%1\"? Calls that bear it are refused from then on. This cannot be undone.")
            .arg(key->label));
    box->setDefaultButton(QMessageBox::Cancel);
    auto *yes = box->addButton(tr("Revoke"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, id = key->id] {
        m_page.write<Done>([id](Connection &db) { return ProviderStore(db).revokeKey(id); }, [](Done) {});
    });
    box->open();
}

void KeyBox::judge()
{
    const auto *key = m_model.rowOf(m_table->currentId());
    m_reveal->setEnabled(key);
    m_copy->setEnabled(key);
    m_revoke->setEnabled(key && !key->revokedAt);
}

void KeyBox::fit()
{
    // As high as its rows, up to four; without a key there must be room to say so.
    const int rows = m_model.rowCount() == 0 ? 3 : qMin(m_model.rowCount(), 4);
    m_table->setFixedHeight(rows * m_table->verticalHeader()->defaultSectionSize() +
                            m_table->horizontalHeader()->sizeHint().height() + 2);
}

} // namespace salesdesk
