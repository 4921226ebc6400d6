// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calldetailspane.h"

#include "model/domain/moment.h"
#include "model/intake/explaincall.h"
#include "model/tables/callsentences.h"
#include "model/tables/sentences.h"
#include "model/tables/texts.h"
#include "ui/callcomparison.h"
#include "ui/fieldtree.h"
#include "ui/icons.h"
#include "ui/jsonview.h"
#include "ui/style.h"

#include <QCheckBox>
#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// In words and with an icon, never by colour alone.
void showOutcome(QTreeWidgetItem *item, const ExplainedField &field)
{
    const auto say = [item](Symbol symbol, Tone tone, const QString &text) {
        item->setIcon(2, icon(symbol, tone));
        item->setText(2, text);
        item->setToolTip(2, Qt::convertFromPlainText(text));
    };
    const auto remark = [&field] { return u"%1: %2"_s.arg(field.code, spokenOfCall(field.detail)); };
    switch (field.outcome) {
    case ExplainedField::Outcome::Taken:
        say(Symbol::Done, Tone::Good, CallDetailsPane::tr("read"));
        return;
    case ExplainedField::Outcome::Warned:
        say(Symbol::Warning, Tone::Warning, remark());
        return;
    case ExplainedField::Outcome::Refused:
        say(Symbol::Clear, Tone::Bad, remark());
        return;
    case ExplainedField::Outcome::Unknown:
        say(Symbol::Info, Tone::Muted, CallDetailsPane::tr("not one of ours: kept here, otherwise ignored"));
        return;
    }
}

/// What the clocks did to the moment; empty when they did nothing.
QString clockNote(const QString &sent, const QTimeZone &zone)
{
    const auto moment = readMoment(sent, zone);
    if (!moment)
        return {};
    switch (moment->note) {
    case MomentNote::SkippedForward:
        return CallDetailsPane::tr("The clocks skip this time: it was moved forward by the gap.");
    case MomentNote::FirstOfTwo:
        return CallDetailsPane::tr("This time comes twice that day: the first was taken.");
    case MomentNote::DateOnly:
        return CallDetailsPane::tr("A day without a time: read as 06:00.");
    case MomentNote::None:
    case MomentNote::ZoneGiven:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

CallDetailsPane::CallDetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_title(style::plainLabel({}, this))
    , m_tabs(new QTabWidget(this))
    , m_record(addLink(u"openRecord"_s, tr("Show the record")))
    , m_agent(addLink(u"openIdentity"_s, tr("Show the agent's external identity")))
    , m_provider(addLink(u"openProvider"_s, tr("Show the provider")))
    , m_replayOf(addLink(u"openReplayed"_s, tr("Show the call that this one replays")))
{
    setObjectName(u"callDetails"_s);
    m_title->setObjectName(u"callTitle"_s);
    m_title->setFont(style::section(m_title->font()));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(u"callTabs"_s);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setMinimumHeight(fontMetrics().height() * 6); // what is on them scrolls
    m_tabs->addTab(buildOutcome(), tr("Outcome"));
    m_tabs->addTab(buildRequest(), tr("Request"));
    m_headers = new FieldTree(u"callHeaders"_s, tr("Headers"), {tr("Header"), tr("Value")}, m_tabs);
    m_tabs->addTab(m_headers, tr("Headers"));
    m_answer = new JsonView(m_tabs);
    m_answer->setObjectName(u"callAnswer"_s);
    m_answer->setAccessibleName(tr("Answer"));
    m_tabs->addTab(m_answer, tr("Answer"));
    m_changes = new FieldTree(u"callChanges"_s, tr("Record before and after"),
                              {tr("Field"), tr("Before"), tr("After")}, m_tabs);
    m_tabs->addTab(m_changes, tr("Record"));
    m_difference = new CallComparison(m_tabs);
    m_tabs->addTab(m_difference, tr("Difference"));
    m_tabs->setTabVisible(m_tabs->indexOf(m_difference), false);

    auto *links = new QHBoxLayout;
    links->setSpacing(style::Gap);
    for (auto *link : {m_record, m_agent, m_provider, m_replayOf})
        links->addWidget(link);
    links->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Gap, style::Gap, 0, 0);
    column->setSpacing(style::Gap);
    column->addWidget(m_title);
    column->addLayout(links);
    column->addWidget(m_tabs, 1);

    connect(m_record, &QPushButton::clicked, this,
            [this] { Q_EMIT recordOpened(m_call.row.endpoint, m_call.row.recordExternalId); });
    connect(m_agent, &QPushButton::clicked, this,
            [this] { Q_EMIT identityOpened(m_call.row.agentExternalId); });
    connect(m_provider, &QPushButton::clicked, this, [this] { Q_EMIT providerOpened(m_call.row.provider); });
    connect(m_replayOf, &QPushButton::clicked, this, [this] { Q_EMIT callOpened(*m_call.replayOf); });
}

QPushButton *CallDetailsPane::addLink(const QString &name, const QString &tip)
{
    auto *link = new QPushButton(this);
    link->setObjectName(name);
    link->setToolTip(tip);
    link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return link;
}

QWidget *CallDetailsPane::buildOutcome()
{
    auto *page = new QWidget;
    m_sentence = style::plainLabel({}, page);
    m_sentence->setObjectName(u"callOutcome"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(style::Margin);
    m_facts->setVerticalSpacing(style::Unit);
    m_facts->setColumnStretch(1, 1);
    m_fields = new FieldTree(u"callFields"_s, tr("Outcome by field"),
                             {tr("Field"), tr("Sent"), tr("Outcome")}, page);
    m_fields->growTo(20);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(style::Gap, style::Gap, 0, 0);
    column->setSpacing(style::Gap);
    column->addWidget(m_sentence);
    column->addLayout(m_facts);
    column->addWidget(m_fields, 1);
    column->addStretch(0); // for a call without fields
    auto *scroll = new QScrollArea(m_tabs);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    // The fields are all there at once; the page is what scrolls, with the field that is gone to.
    connect(m_fields, &QTreeWidget::currentItemChanged, scroll, [this, scroll, page](QTreeWidgetItem *item) {
        if (item)
            scroll->ensureVisible(
                0, m_fields->viewport()->mapTo(page, m_fields->visualItemRect(item).center()).y());
    });
    return scroll;
}

QWidget *CallDetailsPane::buildRequest()
{
    auto *page = new QWidget(m_tabs);
    m_body = new JsonView(page);
    m_body->setObjectName(u"callRequest"_s);
    m_body->setAccessibleName(tr("Body"));
    auto *raw = new QCheckBox(tr("As it came"), page);
    raw->setObjectName(u"rawBody"_s);
    m_truncated = style::mutedLabel(tr("The log keeps the first 64 KiB."), page);
    auto *row = new QHBoxLayout;
    row->addWidget(raw);
    row->addStretch(1);
    row->addWidget(m_truncated);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(style::Gap, style::Gap, 0, 0);
    column->setSpacing(style::Unit);
    column->addLayout(row);
    column->addWidget(m_body, 1);
    connect(raw, &QCheckBox::toggled, m_body, &JsonView::setRaw);
    return page;
}

void CallDetailsPane::setCall(const CallDetails &call, const QTimeZone &zone)
{
    m_call = call;
    const auto status = u"%1 %2"_s.arg(QString::number(call.row.status), phraseOf(call.row.reason));
    m_title->setText(m_rehearsed ? tr("Would be %1").arg(status)
                                 : tr("Call %1  ·  %2").arg(QString::number(call.row.id.value), status));
    if (!call.row.detail.isEmpty())
        m_sentence->setText(spokenOfCall(call.row.detail));
    else if (call.row.reason == CallReason::Created)
        m_sentence->setText(tr("The record was created."));
    else
        m_sentence->setText(call.changes.isEmpty() ? tr("The record was as it is now already.")
                                                   : tr("The record was updated."));
    showFacts(zone);
    showFields();
    m_body->setBody(call.body);
    m_truncated->setVisible(call.bodyTruncated);
    showHeaders();
    m_answer->setBody(call.answer);
    showChanges();
    showLinks();
    setCompared(false);
}

void CallDetailsPane::showFacts(const QTimeZone &zone)
{
    while (auto *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto add = [this, next = 0](const QString &name, const QString &text, Tone tone = Tone::Muted) mutable {
        const int row = next++; // not rowCount(): a grid never has fewer rows than it once had
        auto *value = style::plainLabel(text, this);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *label = style::mutedLabel(name, this);
        style::setTone(label, tone);
        m_facts->addWidget(label, row, 0, Qt::AlignTop);
        m_facts->addWidget(value, row, 1);
        for (auto *shown : {label, value})
            shown->show(); // at once: a layout would do it a frame later
    };
    const auto &row = m_call.row;
    if (!m_rehearsed) // it was not
        add(tr("Received"), row.durationUs > 0
                                ? tr("%1, answered in %2")
                                      .arg(absoluteTime(row.receivedAt, zone),
                                           durationText(row.durationUs).replace(u' ', QChar::Nbsp))
                                : absoluteTime(row.receivedAt, zone));
    add(tr("Caller"), m_call.keyLabel.isEmpty()
                          ? m_call.peer
                          : tr("%1, with the key \"%2\"").arg(m_call.peer, m_call.keyLabel));
    if (m_call.momentSent.isEmpty())
        return;
    add(tr("Time as sent"), m_call.momentSent);
    if (!m_call.momentUtc)
        return;
    add(tr("As read"), m_call.momentRead);
    add(tr("In UTC"), toUtcIso(*m_call.momentUtc));
    if (const auto note = clockNote(m_call.momentSent, zone); !note.isEmpty())
        add(tr("Mind"), note, Tone::Warning);
}

void CallDetailsPane::showFields()
{
    m_fields->clear();
    auto fields = explainCall(m_call);
    // What failed stands where it is seen first.
    const auto weight = [](const ExplainedField &field) {
        return field.outcome == ExplainedField::Outcome::Refused  ? 0
               : field.outcome == ExplainedField::Outcome::Warned ? 1
                                                                  : 2;
    };
    std::stable_sort(fields.begin(), fields.end(),
                     [&weight](const auto &a, const auto &b) { return weight(a) < weight(b); });
    for (const auto &field : fields)
        showOutcome(m_fields->addRow({field.name, field.sent, {}}), field);
    m_fields->setVisible(!fields.isEmpty());
    m_fields->fitColumns();
}

void CallDetailsPane::showHeaders()
{
    m_headers->clear();
    for (const auto &[name, value] : m_call.headers)
        m_headers->addRow({QString::fromUtf8(name), QString::fromUtf8(value)});
    m_headers->fitColumns();
}

void CallDetailsPane::showChanges()
{
    m_changes->clear();
    for (const auto &change : m_call.changes)
        m_changes->addChange(change);
    if (m_call.changes.isEmpty())
        m_changes->addNote(tr("This call changed nothing."));
    m_changes->fitColumns();
}

void CallDetailsPane::showLinks()
{
    const auto show = [this](QPushButton *link, bool shown, const QString &text) {
        link->setVisible(shown && !m_rehearsed);
        // As wide as its text, but it gives way.
        const auto metrics = link->fontMetrics();
        link->setText(metrics.elidedText(QString(text).replace(u'&', u"&&"_s), Qt::ElideRight,
                                         metrics.averageCharWidth() * 30));
        link->setMinimumWidth(0);
        link->setMaximumWidth(link->sizeHint().width());
        link->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    };
    const auto &row = m_call.row;
    show(m_record, m_call.record.has_value(),
         row.endpoint == Endpoint::Activities ? tr("Activity %1").arg(row.recordExternalId)
                                              : tr("Sale %1").arg(row.recordExternalId));
    show(m_agent, !row.agentExternalId.isEmpty(), tr("Agent %1").arg(row.agentExternalId));
    show(m_provider, true, row.providerName);
    show(m_replayOf, m_call.replayOf.has_value(),
         m_call.replayOf ? tr("Replay of call %1").arg(m_call.replayOf->value) : QString());
}

void CallDetailsPane::setComparison(const CallDetails &older, const CallDetails &newer)
{
    m_title->setText(
        tr("Calls %1 and %2").arg(QString::number(older.row.id.value), QString::number(newer.row.id.value)));
    for (auto *link : {m_record, m_agent, m_provider, m_replayOf})
        link->hide();
    m_difference->setCalls(older, newer);
    setCompared(true);
}

/// Either the tabs of one call, or that of two.
void CallDetailsPane::setCompared(bool compared)
{
    const int difference = m_tabs->indexOf(m_difference);
    if (compared == m_tabs->isTabVisible(difference))
        return;
    if (compared)
        m_tabBefore = m_tabs->currentIndex();
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        m_tabs->setTabVisible(tab, compared == (tab == difference));
    m_tabs->setCurrentIndex(compared ? difference : m_tabBefore);
}

} // namespace salesdesk
