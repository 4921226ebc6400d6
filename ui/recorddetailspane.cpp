// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recorddetailspane.h"

#include "model/tables/recordcells.h"
#include "model/tables/sentences.h"
#include "model/tables/texts.h"
#include "ui/fieldtree.h"
#include "ui/icons.h"
#include "ui/jsonview.h"
#include "ui/style.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int openCalls = 20; // of the newest calls, what they changed is unfolded

QString titleOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Agent:
        return RecordDetailsPane::tr("Agent");
    case EntityKind::Team:
        return RecordDetailsPane::tr("Team");
    case EntityKind::Product:
        return RecordDetailsPane::tr("Product");
    }
    Q_UNREACHABLE();
}

/// "Bo Jansen, from 77 (Bo J.)", or that it is not linked.
QString whoIs(const Identity &identity)
{
    const auto sent = identity.name.isEmpty()
                          ? identity.externalId
                          : RecordDetailsPane::tr("%1 (%2)").arg(identity.externalId, identity.name);
    if (!identity.linkedTo)
        return RecordDetailsPane::tr("%1 is not linked").arg(sent);
    return RecordDetailsPane::tr("%1, from %2").arg(identity.linkedToName, sent);
}

/// A field's value as a person reads it, and as it is stored where that differs.
std::pair<QString, QString> shownValue(const RecordField &field, bool valueIsMoney, const QTimeZone &zone)
{
    if (field.kind == RecordField::Kind::Flag)
        return {field.text == u"true"_s ? RecordDetailsPane::tr("yes") : RecordDetailsPane::tr("no"), {}};
    if (!field.text)
        return {u"—"_s, {}};
    switch (field.kind) {
    case RecordField::Kind::Time:
        return {absoluteTime(*field.time, zone), *field.text};
    case RecordField::Kind::Number: {
        const bool money = field.name == "contract_value"_L1 || (field.name == "value"_L1 && valueIsMoney);
        const auto cents = money ? readMoney(field.text->toLatin1()).cents : std::nullopt;
        const auto shown = cents ? moneyText(*cents) : decimalText(*field.text);
        return {shown, shown == *field.text ? QString() : *field.text};
    }
    case RecordField::Kind::Text:
    case RecordField::Kind::Flag:
    case RecordField::Kind::Object:
        return {*field.text, {}};
    }
    Q_UNREACHABLE();
}

} // namespace

RecordDetailsPane::RecordDetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_title(style::plainLabel({}, this))
    , m_provider(new QPushButton(this))
    , m_tabs(new QTabWidget(this))
    , m_json(new JsonView(m_tabs))
{
    setObjectName(u"recordDetails"_s);
    m_title->setObjectName(u"recordTitle"_s);
    m_title->setFont(style::section(m_title->font()));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true);
    m_provider->setObjectName(u"recordProvider"_s);
    m_provider->setToolTip(tr("Show the provider"));
    m_tabs->setObjectName(u"recordTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->addTab(buildRecord(), tr("Record"));
    m_tabs->addTab(buildHistory(), tr("History"));
    m_json->setObjectName(u"recordJson"_s);
    m_json->setAccessibleName(tr("JSON of the record"));
    m_tabs->addTab(m_json, tr("JSON"));

    auto *head = new QHBoxLayout;
    head->setSpacing(style::Gap);
    head->addWidget(m_title, 1);
    head->addWidget(m_provider, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Gap, style::Gap, 0, 0);
    column->setSpacing(style::Gap);
    column->addLayout(head);
    column->addWidget(m_tabs, 1);
    connect(m_provider, &QPushButton::clicked, this, [this] { Q_EMIT providerOpened(m_sheet.provider); });
}

QWidget *RecordDetailsPane::buildRecord()
{
    auto *page = new QWidget(m_tabs);
    m_belongs = new QGridLayout;
    m_belongs->setHorizontalSpacing(style::Margin);
    m_belongs->setVerticalSpacing(style::Unit);
    m_belongs->setColumnStretch(1, 1);
    m_fields =
        new FieldTree(u"recordFields"_s, tr("Fields"), {tr("Field"), tr("Value"), tr("As stored")}, page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, style::Gap, 0, 0);
    column->setSpacing(style::Gap);
    column->addLayout(m_belongs);
    column->addWidget(m_fields, 1);
    return page;
}

QWidget *RecordDetailsPane::buildHistory()
{
    auto *page = new QWidget(m_tabs);
    m_calls = new FieldTree(u"recordHistory"_s, tr("Calls that made and changed the record"),
                            {tr("Call and field"), tr("Before"), tr("After")}, page);
    m_calls->setRootIsDecorated(true);
    m_end = style::mutedLabel({}, page);
    m_end->setObjectName(u"historyEnd"_s);
    m_end->setWordWrap(true);
    m_open = new QPushButton(icon(Symbol::Calls), tr("Show Call"), page);
    m_open->setObjectName(u"openHistoryCall"_s);
    m_open->setToolTip(tr("Show the chosen call in the call log (%1)")
                           .arg(QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText)));
    m_older = new QPushButton(icon(Symbol::History), tr("Older Calls"), page);
    m_older->setObjectName(u"olderCalls"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(style::Gap);
    row->addWidget(m_open);
    row->addWidget(m_older);
    row->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, style::Gap, 0, 0);
    column->setSpacing(style::Unit);
    column->addWidget(m_calls, 1);
    column->addWidget(m_end);
    column->addLayout(row);
    connect(m_calls, &QTreeWidget::itemActivated, this, &RecordDetailsPane::openCurrentCall);
    connect(m_calls, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem *item) { m_open->setEnabled(item != nullptr); });
    connect(m_open, &QPushButton::clicked, this, &RecordDetailsPane::openCurrentCall);
    connect(m_older, &QPushButton::clicked, this, [this] { Q_EMIT olderWanted(m_history.last().row.id); });
    return page;
}

void RecordDetailsPane::setRecord(const RecordSheet &sheet, const QTimeZone &zone)
{
    if (m_sheet.id != sheet.id || m_sheet.endpoint != sheet.endpoint)
        setHistory({}, false);
    m_sheet = sheet;
    m_zone = zone;
    m_title->setText(sheet.endpoint == Endpoint::Activities ? tr("Activity %1").arg(sheet.externalId)
                                                            : tr("Sale %1").arg(sheet.externalId));
    m_provider->setText(m_provider->fontMetrics().elidedText(
        QString(sheet.providerName).replace(u'&', u"&&"_s), Qt::ElideMiddle,
        m_provider->fontMetrics().averageCharWidth() * 30));
    showBelongs();
    showFields();
    m_json->setBody(json());
}

void RecordDetailsPane::showBelongs()
{
    while (auto *item = m_belongs->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    const auto add = [this, &row](EntityKind kind, const QString &text) {
        auto *value = style::plainLabel(text, this);
        value->setObjectName(u"belongs"_s + QString::number(static_cast<int>(kind)));
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_belongs->addWidget(style::mutedLabel(titleOf(kind), this), row, 0);
        m_belongs->addWidget(value, row, 1);
        ++row;
    };
    bool teamShown = false;
    for (const auto &identity : std::as_const(m_sheet.identities)) {
        teamShown = teamShown || identity.kind == EntityKind::Team;
        add(identity.kind, whoIs(identity));
        const bool linked = identity.linkedTo.has_value();
        auto *go = linked ? new QPushButton(tr("Show"), this)
                          : new QPushButton(icon(Symbol::Link), tr("Link…"), this);
        go->setObjectName(u"identity"_s + QString::number(static_cast<int>(identity.kind)));
        const auto what =
            linked ? tr("Show the external identity %1 (%2)") : tr("Link the external identity %1 (%2)");
        go->setToolTip(what.arg(identity.externalId, kindText(identity.kind)));
        go->setAccessibleName(go->toolTip());
        connect(go, &QPushButton::clicked, this,
                [this, linked, kind = identity.kind, id = identity.externalId] {
                    if (linked)
                        Q_EMIT identityOpened(id);
                    else
                        Q_EMIT linkWanted(kind, id);
                });
        m_belongs->addWidget(go, row - 1, 2);
    }
    if (!teamShown && m_sheet.team)
        add(EntityKind::Team, tr("%1, the agent's own").arg(*m_sheet.team));
}

void RecordDetailsPane::showFields()
{
    m_fields->clear();
    const auto add = [this](const RecordField &field, const QString &name) {
        const auto [value, stored] = shownValue(field, m_sheet.valueIsMoney, m_zone);
        auto *item = m_fields->addRow({name, value, stored});
        item->setForeground(2, style::color(Tone::Muted, palette()));
        if (!field.text)
            item->setForeground(1, style::color(Tone::Muted, palette()));
    };
    for (const auto &field : std::as_const(m_sheet.fields)) {
        if (field.kind != RecordField::Kind::Object) {
            add(field, field.name);
            continue;
        }
        for (const auto &part : field.parts)
            add(part, field.name + u'.' + part.name);
    }
    m_fields->fitColumns();
}

void RecordDetailsPane::setHistory(const QList<RecordCall> &calls, bool more)
{
    if (calls == m_history && !calls.isEmpty())
        return; // what is folded, and where one reads, stays
    m_calls->clear();
    m_history.clear();
    m_open->setEnabled(false);
    addHistory(calls, more);
    m_calls->fitColumns();
    m_tabs->setTabText(1, more ? tr("History (%1+)").arg(QLocale().toString(calls.size()))
                               : tr("History (%1)").arg(QLocale().toString(calls.size())));
}

void RecordDetailsPane::addHistory(const QList<RecordCall> &older, bool more)
{
    m_history += older;
    for (const auto &call : older)
        addCall(call);
    showHistoryEnd(more);
}

void RecordDetailsPane::addCall(const RecordCall &call)
{
    const auto status = u"%1 %2"_s.arg(QString::number(call.row.status), phraseOf(call.row.reason));
    auto title = u"%1  ·  %2  ·  %3"_s.arg(absoluteTime(call.row.receivedAt, m_zone), status,
                                           tr("call %1").arg(call.row.id.value));
    if (call.replayOf)
        title += u"  ·  "_s + tr("replay of call %1").arg(call.replayOf->value);
    auto *item = m_calls->addRow({title});
    item->setData(0, Qt::UserRole, call.row.id.value);
    item->setIcon(0, icon(call.row.reason == CallReason::Created ? Symbol::Add : Symbol::Edit,
                          toneOf(call.row.reason)));
    item->setFirstColumnSpanned(true);
    for (const auto &change : call.changes)
        m_calls->addChange(change, item);
    if (call.changes.isEmpty())
        m_calls->addNote(tr("Nothing was changed: the record was like this already."), item);
    item->setExpanded(m_calls->topLevelItemCount() <= openCalls);
}

void RecordDetailsPane::showHistoryEnd(bool more)
{
    m_older->setVisible(more);
    // The log forgets calls, a record stays.
    const bool begins = !m_history.isEmpty() && m_history.last().row.reason == CallReason::Created;
    m_end->setText(m_history.isEmpty()
                       ? tr("The log no longer has the calls that made and changed this record.")
                       : tr("The log no longer has the older calls."));
    m_end->setVisible(!more && !begins && m_sheet.id.isValid());
}

void RecordDetailsPane::openCurrentCall()
{
    auto *item = m_calls->currentItem();
    if (item && item->parent())
        item = item->parent();
    if (item)
        Q_EMIT callOpened(CallId{item->data(0, Qt::UserRole).toLongLong()});
}

} // namespace salesdesk
