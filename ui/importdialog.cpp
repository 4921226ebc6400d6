// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importdialog.h"

#include "model/tables/sentences.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// So many decisions are shown, as a sample, and so many faults: who has more begins with these.
constexpr int shownDecisions = 500;
constexpr int shownFaults = 2000;

QString textOf(const SheetDecisions::Line &line)
{
    const auto identity = spoken(line.identity);
    switch (line.choice.action) {
    case Choice::Action::Link:
        return ImportDialog::tr("Line %1: link %2 to %3").arg(line.number).arg(identity, line.entityName);
    case Choice::Action::Create:
        return ImportDialog::tr("Line %1: create %3 for %2").arg(line.number).arg(identity, line.entityName);
    case Choice::Action::Ignore:
        return ImportDialog::tr("Line %1: ignore %2").arg(line.number).arg(identity);
    }
    Q_UNREACHABLE();
}

} // namespace

ImportDialog::ImportDialog(const SheetDecisions &decisions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import Decisions"));
    QStringList sentences;
    const auto count = static_cast<int>(decisions.lines.size());
    const QLocale locale;
    sentences << (count == 0   ? tr("No line decides anything.")
                  : count == 1 ? tr("1 line decides something; it can be undone.")
                               : tr("%1 lines decide something; they are one step, and can be undone as one.")
                                     .arg(locale.toString(count)));
    if (decisions.undecided > 0)
        sentences << tr("Undecided: %1.").arg(locale.toString(decisions.undecided));
    if (!decisions.faults.isEmpty())
        sentences << tr("With an error, and left out: %1.").arg(locale.toString(decisions.faults.size()));
    auto *summary = style::plainLabel(sentences.join(u' '), this);
    summary->setObjectName(u"importSummary"_s);
    summary->setWordWrap(true);
    auto *list = new QListWidget(this);
    list->setObjectName(u"importLines"_s);
    list->setAccessibleName(tr("What the file says"));
    list->setUniformItemSizes(true);
    list->setTextElideMode(Qt::ElideMiddle);
    for (const auto &fault : decisions.faults.mid(0, shownFaults)) {
        auto *item = new QListWidgetItem(
            tr("Line %1: %2").arg(fault.number).arg(spoken(fault.sentence)).simplified(), list);
        item->setIcon(icon(Symbol::Warning, Tone::Bad));
        item->setForeground(style::color(Tone::Bad, palette()));
        item->setToolTip(item->text().toHtmlEscaped());
    }
    for (const auto &line : decisions.lines.mid(0, shownDecisions))
        // One line each, whatever a name holds.
        list->addItem(new QListWidgetItem(icon(Symbol::Good, Tone::Good), textOf(line).simplified()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *accept =
        buttons->addButton(tr("Decide on %1").arg(QLocale().toString(count)), QDialogButtonBox::AcceptRole);
    accept->setObjectName(u"accept"_s);
    accept->setDefault(true);
    accept->setEnabled(count > 0);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Margin, style::Margin, style::Margin, style::Margin);
    column->setSpacing(style::Gap);
    column->addWidget(summary);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    style::sizeDialog(*this, 110, 26);
}

} // namespace salesdesk
