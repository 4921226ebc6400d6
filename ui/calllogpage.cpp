// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calllogpage.h"

#include "model/store/callstore.h"
#include "ui/calldetailspane.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

CallLogPage::CallLogPage(Workspace &workspace, QWidget *parent)
    : Page(u"callLogPage"_s, tr("Call Log"), workspace, parent)
    , m_model(workspace)
    , m_table(new TableView(this))
    , m_details(new CallDetailsPane(this))
    , m_side(new QStackedWidget(this))
    , m_filterError(style::mutedLabel({}, this))
{
    auto *text = addFilter(tr("Filter, such as  status:4xx  provider:\"Zapier webhooks\"  since:2h"));
    text->setFont(style::fixed(font()));
    m_filterError->setObjectName(u"filterError"_s);
    style::setTone(m_filterError, Tone::Bad);
    m_filterError->setWordWrap(true);
    m_filterError->hide();
    content()->addWidget(m_filterError);

    m_table->setObjectName(u"callTable"_s);
    m_table->setAccessibleName(tr("Calls"));
    m_table->setModel(&m_model);
    m_table->setWidths({14, 18, 11, 28, 26, 11, 26, 10, 10, 30}, CallTableModel::RecordColumn,
                       {CallTableModel::SizeColumn, CallTableModel::DurationColumn});
    auto *hint = new EmptyState(m_side);
    hint->setContent(Symbol::Calls, tr("Choose a call to see all of it."));
    m_side->addWidget(hint);
    m_side->addWidget(m_details);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"callSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    content()->addWidget(splitter, 1);
    setSplitter(splitter);

    connect(text, &QLineEdit::textChanged, this, &CallLogPage::applyFilter);
    connect(m_table->emptyState(), &EmptyState::triggered, text, &QLineEdit::clear);
    connect(m_table, &TableView::currentIdChanged, this, [this](qint64 id) {
        if (id > 0)
            showCall(CallId{id});
    });
    connect(&m_model, &LiveTableModel::loaded, this, [this] {
        const auto rows = m_model.rowCount();
        const auto number = QLocale().toString(rows);
        setCount(rows == 0 ? QString() : m_model.isComplete() ? number : number + u'+');
    });
    attach(&m_model);
    explainEmpty();
}

void CallLogPage::applyFilter(const QString &text)
{
    const auto directory = workspace().directory();
    const auto filter = readCallFilter(text, QDateTime::currentMSecsSinceEpoch(), directory->zone);
    if (const auto *error = std::get_if<FilterError>(&filter)) {
        m_filterError->setText(error->detail);
        m_filterError->show();
        return;
    }
    m_filterError->hide();
    m_model.setQuery({.filter = std::get<CallFilter>(filter)});
    explainEmpty();
}

void CallLogPage::setFilterText(const QString &text)
{
    filter()->setText(text);
}

void CallLogPage::explainEmpty()
{
    if (filter()->text().trimmed().isEmpty())
        m_table->emptyState()->setContent(
            Symbol::Calls,
            tr("Every call to a provider's webhook appears here, refused ones too, as it comes in."));
    else
        m_table->emptyState()->setContent(Symbol::Filter, tr("No call fits this filter."),
                                          tr("Clear Filter"));
}

void CallLogPage::showCall(CallId call)
{
    m_shown = call;
    read<CallDetails>([call](Connection &db) { return CallStore(db).details(call); },
                      [this, call](const CallDetails &details) {
                          if (m_shown != call)
                              return; // another was chosen meanwhile
                          m_details->setCall(details, workspace().directory()->zone);
                          m_side->setCurrentWidget(m_details);
                      });
}

} // namespace salesdesk
