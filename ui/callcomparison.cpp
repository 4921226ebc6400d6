// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callcomparison.h"

#include "model/domain/linediff.h"
#include "model/intake/explaincall.h"
#include "model/intake/jsonlayout.h"
#include "model/tables/callsentences.h"
#include "model/tables/sentences.h"
#include "ui/fieldtree.h"
#include "ui/style.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

QStringList linesOf(const QByteArray &body)
{
    const auto layout = layOutJson(body);
    return (layout ? layout->text : QString::fromUtf8(body)).split(u'\n');
}

bool isSame(const FieldChange &field)
{
    return field.before == field.after;
}

/// Each header that one of them has; of those that came more than once, what came last.
QList<FieldChange> compareHeaders(const HeaderList &older, const HeaderList &newer)
{
    QList<FieldChange> headers;
    const auto entry = [&headers](const QByteArray &name) -> FieldChange & {
        const auto text = QString::fromUtf8(name);
        const auto found = std::find_if(headers.begin(), headers.end(), [&text](const FieldChange &header) {
            return header.field.compare(text, Qt::CaseInsensitive) == 0;
        });
        return found == headers.end() ? headers.emplaceBack(FieldChange{text, {}, {}}) : *found;
    };
    for (const auto &[name, value] : older)
        entry(name).before = QString::fromUtf8(value);
    for (const auto &[name, value] : newer)
        entry(name).after = QString::fromUtf8(value);
    return headers;
}

} // namespace

CallComparison::CallComparison(QWidget *parent)
    : QWidget(parent)
    , m_fields(new FieldTree(u"comparedFields"_s, tr("Difference of two calls"),
                             {tr("Field"), QString(), QString()}, this))
    , m_bodies(new QPlainTextEdit(this))
{
    setObjectName(u"callDifference"_s);
    m_bodies->setObjectName(u"comparedBodies"_s);
    m_bodies->setAccessibleName(tr("Difference of the bodies"));
    m_bodies->setReadOnly(true);
    m_bodies->setFrameShape(QFrame::NoFrame);
    m_bodies->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_bodies->setFont(style::fixed(font()));
    m_bodies->document()->setDocumentMargin(style::Gap);
    m_bodies->setMinimumHeight(m_bodies->fontMetrics().height() * 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, style::Gap, 0, 0);
    column->setSpacing(style::Gap);
    column->addWidget(m_fields, 1);
    column->addWidget(m_bodies, 1);
}

void CallComparison::setCalls(const CallDetails &older, const CallDetails &newer)
{
    m_fields->setHeaderLabels({tr("Field"), tr("Call %1").arg(QString::number(older.row.id.value)),
                               tr("Call %1").arg(QString::number(newer.row.id.value))});
    const auto [fields, whole] = compareFields(older, newer);
    showFields(older, newer, fields);
    const bool byLine = !whole && older.body != newer.body;
    m_bodies->setVisible(byLine);
    if (byLine)
        showBodies(older.body, newer.body);
}

void CallComparison::showFields(const CallDetails &older, const CallDetails &newer,
                                const QList<FieldChange> &fields)
{
    const auto status = [](const CallDetails &call) {
        return u"%1 %2"_s.arg(QString::number(call.row.status), phraseOf(call.row.reason));
    };
    const auto asked = [](const CallDetails &call) {
        return u"%1 %2"_s.arg(QString::fromUtf8(call.method), QString::fromUtf8(call.path));
    };
    const auto said = [](const QString &detail) {
        return detail.isEmpty() ? std::nullopt : std::optional(spokenOfCall(detail));
    };
    QList<FieldChange> all{{tr("Answer"), status(older), status(newer)},
                           {tr("Reason"), said(older.row.detail), said(newer.row.detail)}};
    all += fields;
    all.append({tr("Request"), asked(older), asked(newer)});
    all += compareHeaders(older.headers, newer.headers);
    std::stable_partition(all.begin(), all.end(), [](const FieldChange &field) { return !isSame(field); });

    m_fields->clear();
    if (isSame(all.first()))
        m_fields->addNote(tr("These calls are alike."));
    for (const auto &field : std::as_const(all)) {
        if (!field.before && !field.after)
            continue;
        auto *item = m_fields->addChange(field);
        for (int column = 0; isSame(field) && column < m_fields->columnCount(); ++column)
            item->setForeground(column, style::color(Tone::Muted, palette()));
    }
    m_fields->fitColumns();
}

void CallComparison::showBodies(const QByteArray &older, const QByteArray &newer)
{
    QStringList text;
    for (const auto &line : diffLines(linesOf(older), linesOf(newer))) {
        const auto mark = line.kind == DiffLine::Kind::Removed ? u"− "_s
                          : line.kind == DiffLine::Kind::Added ? u"+ "_s
                                                               : u"  "_s;
        text.append(mark + line.text);
    }
    m_bodies->setPlainText(text.join(u'\n'));
    QList<QTextEdit::ExtraSelection> marks;
    for (auto block = m_bodies->document()->begin(); block.isValid(); block = block.next()) {
        const bool removed = block.text().startsWith(u'−');
        if (!removed && !block.text().startsWith(u'+'))
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        const auto colour = style::color(removed ? Tone::Bad : Tone::Good, palette());
        mark.format.setForeground(colour);
        mark.format.setBackground(style::tinted(colour, palette().color(QPalette::Base)));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    m_bodies->setExtraSelections(marks);
}

} // namespace salesdesk
