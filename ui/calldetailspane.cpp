// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calldetailspane.h"

#include "model/domain/moment.h"
#include "model/tables/texts.h"
#include "ui/style.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

void appendNotes(QStringList &lines, const QString &title, const QList<FieldNote> &notes)
{
    if (notes.isEmpty())
        return;
    lines.append({QString(), title});
    for (const auto &note : notes)
        lines.append(u"  %1  ·  %2"_s.arg(note.field, note.detail));
}

QString outcomeText(const CallDetails &call, const QTimeZone &zone)
{
    const auto tr = [](const char *text) { return CallDetailsPane::tr(text); };
    QStringList lines;
    if (!call.row.detail.isEmpty())
        lines.append(call.row.detail);
    else
        lines.append(call.row.reason == CallReason::Created ? tr("The record was created.")
                                                            : tr("The record was updated."));
    // A single error is the detail already.
    if (call.errors.size() != 1 || call.errors.first().detail != call.row.detail)
        appendNotes(lines, tr("Errors"), call.errors);
    appendNotes(lines, tr("Warnings"), call.warnings);
    lines.append(QString());
    lines.append(tr("Received   %1, in %2")
                     .arg(absoluteTime(call.row.receivedAt, zone), durationText(call.row.durationUs)));
    lines.append(tr("Key        %1").arg(call.keyLabel.isEmpty() ? tr("none recognised") : call.keyLabel));
    lines.append(tr("Caller     %1").arg(call.peer));
    if (!call.momentSent.isEmpty()) {
        lines.append(tr("Time sent  %1").arg(call.momentSent));
        if (call.momentUtc) {
            lines.append(tr("Time read  %1").arg(call.momentRead));
            lines.append(tr("Time UTC   %1").arg(toUtcIso(*call.momentUtc)));
        }
    }
    if (call.replayOf)
        lines.append(tr("Replay of  call %1").arg(call.replayOf->value));
    return lines.join(u'\n');
}

QString headersText(const HeaderList &headers)
{
    QStringList lines;
    for (const auto &[name, value] : headers)
        lines.append(u"%1: %2"_s.arg(QString::fromLatin1(name), QString::fromLatin1(value)));
    return lines.join(u'\n');
}

QString changesText(const QList<FieldChange> &changes)
{
    if (changes.isEmpty())
        return CallDetailsPane::tr("This call changed nothing.");
    QStringList lines;
    for (const auto &change : changes)
        lines.append(u"%1:  %2  →  %3"_s.arg(change.field, change.before.value_or(u"—"_s),
                                             change.after.value_or(u"—"_s)));
    return lines.join(u'\n');
}

void fill(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() != text)
        edit->setPlainText(text);
}

} // namespace

CallDetailsPane::CallDetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_title(style::plainLabel({}, this))
    , m_tabs(new QTabWidget(this))
{
    setObjectName(u"callDetails"_s);
    m_title->setObjectName(u"callTitle"_s);
    m_title->setFont(style::section(m_title->font()));
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(u"callTabs"_s);
    m_tabs->setUsesScrollButtons(true);
    m_outcome = addTab(u"callOutcome"_s, tr("Outcome"), true);
    m_outcome->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_request = addTab(u"callRequest"_s, tr("Request"), true);
    m_headers = addTab(u"callHeaders"_s, tr("Headers"), true);
    m_answer = addTab(u"callAnswer"_s, tr("Answer"), true);
    m_changes = addTab(u"callChanges"_s, tr("Changes"), true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Gap, style::Gap, 0, 0);
    column->setSpacing(style::Gap);
    column->addWidget(m_title);
    column->addWidget(m_tabs, 1);
}

QPlainTextEdit *CallDetailsPane::addTab(const QString &name, const QString &title, bool fixed)
{
    auto *edit = new QPlainTextEdit(m_tabs);
    edit->setObjectName(name);
    edit->setReadOnly(true);
    edit->setFrameShape(QFrame::NoFrame);
    edit->document()->setDocumentMargin(style::Gap);
    if (fixed)
        edit->setFont(style::fixed(font()));
    m_tabs->addTab(edit, title);
    return edit;
}

void CallDetailsPane::setCall(const CallDetails &call, const QTimeZone &zone)
{
    m_title->setText(tr("Call %1  ·  %2 %3")
                         .arg(QString::number(call.row.id.value), QString::number(call.row.status),
                              toPhrase(call.row.reason)));
    fill(m_outcome, outcomeText(call, zone));
    auto request = u"%1 %2\n\n%3"_s.arg(QString::fromLatin1(call.method), QString::fromLatin1(call.path),
                                        QString::fromUtf8(call.body));
    if (call.bodyTruncated)
        request += u"\n\n"_s + tr("The log keeps the first 64 KiB.");
    fill(m_request, request);
    fill(m_headers, headersText(call.headers));
    fill(m_answer, QString::fromUtf8(call.answer));
    fill(m_changes, changesText(call.changes));
}

} // namespace salesdesk
