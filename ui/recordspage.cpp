// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordspage.h"

#include "ui/tableview.h"

#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// An empty list says what will be here; an empty filter result says so and offers to clear the filter.
void explainEmpty(TableView *table, QLineEdit *filter, Symbol symbol, const QString &sentence)
{
    const auto explain = [=] {
        if (filter->text().isEmpty())
            table->emptyState()->setContent(symbol, sentence);
        else
            table->emptyState()->setContent(Symbol::Filter, Page::tr("Nothing fits this filter."),
                                            Page::tr("Clear Filter"));
    };
    explain();
    QObject::connect(filter, &QLineEdit::textChanged, table, explain);
    QObject::connect(table->emptyState(), &EmptyState::triggered, filter, &QLineEdit::clear);
}

} // namespace

ActivitiesPage::ActivitiesPage(Workspace &workspace, QWidget *parent)
    : Page(u"activitiesPage"_s, tr("Activities"), workspace, parent)
    , m_model(workspace)
{
    auto *table = new TableView(this);
    table->setObjectName(u"activityTable"_s);
    table->setAccessibleName(tr("Activities"));
    table->setModel(&m_model);
    table->setWidths({18, 26, 26, 22, 18, 14, 14, 18}, ActivityTableModel::RecordColumn,
                     {ActivityTableModel::ContactColumn});
    auto *text = addFilter(tr("Part of an ID, type or contact key"));
    explainEmpty(table, text, Symbol::Activities,
                 tr("Activities appear here as soon as a provider calls its activities webhook."));
    connect(text, &QLineEdit::textChanged, &m_model, &ActivityTableModel::setText);
    content()->addWidget(table);
    attach(&m_model);
    connect(&m_model, &LiveTableModel::loaded, this, &ActivitiesPage::showCount);
}

void ActivitiesPage::showCount()
{
    read<qint64>([](Connection &db) { return RecordStore(db).countActivities(); },
                 [this](qint64 count) { setCount(QLocale().toString(count)); });
}

SalesPage::SalesPage(Workspace &workspace, QWidget *parent)
    : Page(u"salesPage"_s, tr("Sales"), workspace, parent)
    , m_model(workspace)
{
    auto *table = new TableView(this);
    table->setObjectName(u"saleTable"_s);
    table->setAccessibleName(tr("Sales"));
    table->setModel(&m_model);
    table->setWidths({18, 18, 24, 22, 18, 14, 12, 14, 18}, SaleTableModel::RecordColumn,
                     {SaleTableModel::ContactColumn});
    auto *text = addFilter(tr("Part of an ID or contact key"));
    explainEmpty(table, text, Symbol::Sales,
                 tr("Sales appear here as soon as a provider calls its sales webhook."));
    connect(text, &QLineEdit::textChanged, &m_model, &SaleTableModel::setText);
    content()->addWidget(table);
    attach(&m_model);
    connect(&m_model, &LiveTableModel::loaded, this, &SalesPage::showCount);
}

void SalesPage::showCount()
{
    read<qint64>([](Connection &db) { return RecordStore(db).countSales(); },
                 [this](qint64 count) { setCount(QLocale().toString(count)); });
}

} // namespace salesdesk
