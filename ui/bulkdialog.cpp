// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulkdialog.h"

#include "model/tables/linktexts.h"
#include "ui/bulktablemodel.h"
#include "ui/captionheader.h"
#include "ui/style.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSet>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
constexpr double scoreStep = 0.05;
/// How the columns share what the last one leaves.
constexpr std::array<int, BulkTableModel::RecordsColumn> shares{24, 22, 12, 32, 20};
} // namespace

BulkDialog::BulkDialog(Task task, const QueueScan::Findings &findings, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_task(task)
    , m_ambiguous(findings.ambiguous)
    , m_generic(findings.generic)
    , m_resembling(findings.resembling)
    , m_model(new BulkTableModel(task == Task::Accept ? findings.sure : findings.nobody, zone, this))
    , m_table(new QTableView(this))
    , m_summary(style::plainLabel({}, this))
{
    setObjectName(u"bulkDialog"_s);
    setWindowTitle(task == Task::Accept ? tr("Accept Suggestions") : tr("Create and Link"));
    m_summary->setObjectName(u"bulkSummary"_s);
    m_summary->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Margin, style::Margin, style::Margin, style::Margin);
    column->setSpacing(style::Gap);
    auto *hint = style::mutedLabel(task == Task::Accept ? tr("+ and − change it, Space leaves a row out")
                                                        : tr("Space leaves a row out"),
                                   this);
    if (task == Task::Accept) {
        m_score = new QDoubleSpinBox(this);
        m_score->setObjectName(u"bulkScore"_s);
        m_score->setRange(LinkRules::LikelyScore, 1);
        m_score->setSingleStep(scoreStep);
        m_score->setValue(LinkRules::BulkScore);
        auto *row = new QHBoxLayout;
        auto *label = style::plainLabel(tr("Least &score"), this);
        label->setBuddy(m_score);
        row->addWidget(label);
        row->addWidget(m_score);
        row->addWidget(hint);
        row->addStretch(1);
        column->addLayout(row);
        connect(m_score, &QDoubleSpinBox::valueChanged, m_model, &BulkTableModel::setLeastScore);
    }
    column->addWidget(m_summary);

    m_table->setObjectName(u"bulkTable"_s);
    m_table->setAccessibleName(tr("What will be decided"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    auto look = m_table->palette(); // the chosen row as in all other tables
    const auto chosen = style::chosen(look, QPalette::Base);
    look.setColor(QPalette::Highlight, chosen.ground);
    look.setColor(QPalette::HighlightedText, chosen.text);
    m_table->setPalette(look);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    auto *header = new CaptionHeader(m_table);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setStretchLastSection(true);
    m_table->setHorizontalHeader(header);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the columns share what there is
    m_table->setColumnHidden(BulkTableModel::ScoreColumn, task == Task::Create);
    m_table->setColumnHidden(BulkTableModel::ReasonColumn, !m_model->hasReasons());
    column->addWidget(m_table, 1);

    if (task == Task::Create)
        column->addWidget(hint);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"accept"_s);
    m_accept->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_model, &BulkTableModel::ticksChanged, this, &BulkDialog::say);
    // Another least score shows other rows: the keys go on from the first, the least certain one.
    connect(m_model, &QAbstractItemModel::modelReset, this, &BulkDialog::showRows);
    m_model->setLeastScore(task == Task::Accept ? LinkRules::BulkScore : 0);
    m_table->setFocus();
    style::sizeDialog(*this, 170, 32);
}

void BulkDialog::showRows()
{
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_waitingWidth = m_table->horizontalHeader()->sectionSizeHint(BulkTableModel::RecordsColumn);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto waiting = m_model->index(row, BulkTableModel::RecordsColumn).data().toString();
        m_waitingWidth = qMax(m_waitingWidth, m_table->fontMetrics().horizontalAdvance(waiting) +
                                                  2 * style::Gap + style::Unit);
    }
    fitColumns();
}

/// What waits is there in full: a part of an amount reads as another one.
void BulkDialog::fitColumns()
{
    const int room = m_table->viewport()->width() - m_waitingWidth;
    int all = 0;
    for (int column = 0; column < BulkTableModel::RecordsColumn; ++column)
        all += m_table->isColumnHidden(column) ? 0 : shares.at(static_cast<size_t>(column));
    for (int column = 0; column < BulkTableModel::RecordsColumn; ++column)
        m_table->setColumnWidth(column, room * shares.at(static_cast<size_t>(column)) / all);
}

QList<Choice> BulkDialog::choices() const
{
    QList<Choice> all;
    for (const auto &found : m_model->ticked()) {
        Choice choice{.identity = found.identity};
        if (found.candidate) {
            choice.entity = found.candidate->entity;
            choice.reason = toText(found.candidate->reason);
        } else {
            choice.action = Choice::Action::Create;
        }
        all.append(choice);
    }
    return all;
}

void BulkDialog::say()
{
    const auto ticked = m_model->ticked();
    QSet<EntityId> entities;
    TotalsByKind records;
    for (const auto &found : ticked) {
        if (found.candidate)
            entities.insert(found.candidate->entity);
        records.at(static_cast<size_t>(found.kind)) += found.records;
    }
    const auto count = static_cast<int>(ticked.size());
    const auto number = QLocale().toString(count);
    const auto waiting = recordsText(records);
    QStringList sentences;
    if (m_task == Task::Accept) {
        sentences << (count == 1 ? tr("1 identity is linked. What counts then: %1.").arg(waiting)
                                 : tr("%1 identities are linked to %2 of yours. What counts then: %3.")
                                       .arg(number, QLocale().toString(entities.size()), waiting));
        if (m_ambiguous > 0)
            sentences
                << tr("Left out for another candidate close by: %1.").arg(QLocale().toString(m_ambiguous));
    } else {
        sentences << (count == 1
                          ? tr("1 identity has no likely candidate. It is created and linked. What counts "
                               "then: %1.")
                                .arg(waiting)
                          : tr("%1 identities have no likely candidate. Each is created and linked; where "
                               "different providers have one name, one is made for them. What counts then: "
                               "%2.")
                                .arg(number, waiting));
        if (m_resembling > 0)
            sentences << tr("Left out for resembling somebody: %1.").arg(QLocale().toString(m_resembling));
        if (m_generic > 0)
            sentences << tr("Left out for a name such as \"test\": %1.").arg(QLocale().toString(m_generic));
    }
    m_summary->setText(sentences.join(u' '));
    m_accept->setText(m_task == Task::Accept ? tr("Accept %1").arg(number) : tr("Create for %1").arg(number));
    m_accept->setEnabled(count > 0);
}

void BulkDialog::changeScore(double by)
{
    if (m_score)
        m_score->setValue(m_score->value() + by);
}

bool BulkDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Minus:
            changeScore(-scoreStep);
            return true;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            changeScore(scoreStep);
            return true;
        case Qt::Key_Space:
            // On to the next, so that a run of rows is left out with one key.
            if (const auto current = m_table->currentIndex(); current.isValid()) {
                m_model->toggle(current.row());
                if (const auto below = current.siblingAtRow(current.row() + 1); below.isValid())
                    m_table->setCurrentIndex(below);
            }
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_accept->isEnabled())
                accept();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace salesdesk
