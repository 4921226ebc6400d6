// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/historydialog.h"

#include "model/tables/linktexts.h"
#include "model/tables/sentences.h"
#include "ui/banner.h"
#include "ui/page.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// Of a step with more the first ones are shown.
constexpr int shownDecisions = 1000;

} // namespace

HistoryDialog::HistoryDialog(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_model(workspace)
    , m_table(new TableView(this))
    , m_banner(new Banner(this))
    , m_decisions(new QListWidget(this))
{
    setObjectName(u"historyDialog"_s);
    setWindowTitle(tr("History of Decisions"));
    m_table->setObjectName(u"historyTable"_s);
    m_table->setAccessibleName(tr("Decisions, the newest first"));
    m_table->setModel(&m_model);
    m_table->setWidths({14, 14, 46, 20, 30, 18}, HistoryTableModel::WhatColumn,
                       {HistoryTableModel::WhyColumn});
    m_table->emptyState()->setContent(Symbol::History, tr("What is decided on identities appears here."));
    m_decisions->setObjectName(u"stepDecisions"_s);
    m_decisions->setAccessibleName(tr("All decisions of the chosen step"));
    m_decisions->setUniformItemSizes(true);
    m_decisions->setTextElideMode(Qt::ElideMiddle);
    m_decisions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_decisions->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_undo = buttons->addButton(tr("Undo This"), QDialogButtonBox::ActionRole);
    m_undo->setObjectName(u"undoStep"_s);
    m_undo->setIcon(icon(Symbol::Undo));
    m_redo = buttons->addButton(tr("Do This Again"), QDialogButtonBox::ActionRole);
    m_redo->setObjectName(u"redoStep"_s);
    m_undo->setShortcut(QKeySequence(Qt::Key_Z));
    m_redo->setShortcut(QKeySequence(Qt::Key_Y));
    m_undo->setToolTip(tr("Undo This (Z)"));
    m_redo->setToolTip(tr("Do This Again (Y)"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Margin, style::Margin, style::Margin, style::Margin);
    column->setSpacing(style::Gap);
    column->addWidget(m_banner);
    column->addWidget(m_table, 3);
    column->addWidget(m_decisions, 2);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_undo, &QPushButton::clicked, this, [this] { step(true); });
    connect(m_redo, &QPushButton::clicked, this, [this] { step(false); });
    connect(m_table, &TableView::currentIdChanged, this, &HistoryDialog::judge);
    connect(&m_model, &LiveTableModel::failed, m_banner, &Banner::showError);
    connect(&m_model, &LiveTableModel::loaded, this, [this] {
        if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
            m_table->setCurrentIndex(m_model.index(0, 0));
        judge();
    });
    judge();
    m_table->setFocus();
    style::sizeDialog(*this, 170, 32);
    m_model.setActive(true);
}

void HistoryDialog::judge()
{
    const auto *row = m_model.rowOf(m_table->currentId());
    m_undo->setEnabled(row && !row->undone);
    m_redo->setEnabled(row && row->undone);
    showDecisions();
}

void HistoryDialog::showDecisions()
{
    const auto *row = m_model.rowOf(m_table->currentId());
    m_decisions->setVisible(row != nullptr);
    m_decisions->clear();
    if (!row)
        return;
    if (row->identities < 2) {
        addLine(stepText(*row));
        return;
    }
    using Decisions = QList<Decision>;
    whenFinished(m_workspace.read<Decisions>([step = row->id](Connection &db) {
        return IdentityStore(db).decisionsOf(step, shownDecisions);
    }),
                 this, [this, step = row->id, all = row->identities](const Result<Decisions> &decisions) {
                     if (m_table->currentId() != step.value)
                         return; // another one is chosen by now
                     m_decisions->clear();
                     if (!decisions.ok()) {
                         m_banner->showFailure(decisions.error());
                         return;
                     }
                     for (const auto &decision : *decisions)
                         addLine(decisionText(decision));
                     if (const auto more = all - static_cast<int>(decisions->size()); more > 0)
                         addLine(tr("and %1 more").arg(QLocale().toString(more)));
                 });
}

void HistoryDialog::addLine(const QString &text)
{
    auto *item = new QListWidgetItem(text.simplified(), m_decisions);
    item->setToolTip(item->text().toHtmlEscaped());
    item->setSizeHint({0, fontMetrics().height() + 10});
}

void HistoryDialog::step(bool back)
{
    const DecisionId id{m_table->currentId()};
    whenFinished(m_workspace.write<QString>([id, back, by = thisPerson()](Connection &db) {
        return back ? IdentityStore(db).undo(by, id) : IdentityStore(db).redo(by, id);
    }),
                 this, [this](const Result<QString> &sentence) {
                     if (sentence.ok())
                         m_banner->showMessage(Tone::Info, spoken(*sentence));
                     else
                         m_banner->showFailure(sentence.error());
                 });
}

} // namespace salesdesk
