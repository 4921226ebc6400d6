// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordspage.h"

#include "model/store/entitystore.h"
#include "model/tables/activitytablemodel.h"
#include "model/tables/saletablemodel.h"
#include "ui/filterassistant.h"
#include "ui/pagekeys.h"
#include "ui/recordactions.h"
#include "ui/recorddetailspane.h"
#include "ui/style.h"
#include "ui/tableview.h"
#include "ui/workstrip.h"

#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int callsAtOnce = 50;
constexpr int mostNames = 5000; // to complete a filter with

template <typename R>
Result<RecordSheet> readSheet(Connection &db, RecordId id)
{
    const auto details = RecordStore(db).details<R>(id);
    if (!details)
        return details.error();
    const auto &record = details->record;
    RecordSheet sheet{endpointOf<R>, record.id, record.provider,  record.providerName, record.externalId,
                      record.team,   true,      fieldsOf(record), details->identities};
    if constexpr (endpointOf<R> == Endpoint::Activities)
        sheet.valueIsMoney = record.valueIsMoney;
    return sheet;
}

Result<QStringList> namesOf(Connection &db, EntityKind kind)
{
    const auto entities = EntityStore(db).list(kind);
    if (!entities)
        return entities.error();
    QStringList names;
    for (const auto &entity : entities->first(qMin<qsizetype>(entities->size(), mostNames)))
        names.append(entity.name);
    return names;
}

} // namespace

RecordsPage::RecordsPage(Endpoint endpoint, Workspace &workspace, QWidget *parent)
    : Page(endpoint == Endpoint::Activities ? u"activitiesPage"_s : u"salesPage"_s,
           endpoint == Endpoint::Activities ? tr("Activities") : tr("Sales"), workspace, parent)
    , m_endpoint(endpoint)
    , m_table(new TableView(this))
    , m_details(new RecordDetailsPane(this))
    , m_side(new QStackedWidget(this))
    , m_assistant(nullptr)
    , m_again(new QTimer(this))
{
    buildTable();
    m_assistant = buildAssistant();
    auto *exports = addAction(Symbol::Export, u"exportMenu"_s, tr("Export"), {});
    m_actions = new RecordActions(*this, *m_table, *m_listing, *m_details);
    exports->setMenu(m_actions->exportMenu());
    filter()->setFont(style::fixed(font()));
    filterRow()->addWidget(m_assistant->savedButton());

    auto *hint = new EmptyState(m_side);
    hint->setContent(endpoint == Endpoint::Activities ? Symbol::Activities : Symbol::Sales,
                     tr("Choose a record to see all of it, and the calls that made and changed it."));
    m_side->addWidget(hint);
    m_side->addWidget(m_details);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"recordSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    setSplitter(splitter);
    content()->addWidget(m_actions->strip());
    content()->addWidget(buildQuickRow());
    content()->addWidget(m_assistant->problemLabel());
    content()->addWidget(splitter, 1);

    m_again->setSingleShot(true);
    m_again->setInterval(500ms);
    connect(m_again, &QTimer::timeout, this, &RecordsPage::readShown);
    connect(&workspace, &Workspace::changed, this, &RecordsPage::onChanged);
    connect(m_assistant, &FilterAssistant::changed, this, &RecordsPage::applyFilter);
    connect(m_assistant, &FilterAssistant::entered, m_table, &TableView::enter);
    connect(m_table->emptyState(), &EmptyState::triggered, filter(), &QLineEdit::clear);
    connect(m_table, &TableView::currentIdChanged, this, [this](qint64 id) {
        if (id > 0)
            showRecord(RecordId{id});
    });
    connect(m_model.get(), &LiveTableModel::loaded, this, &RecordsPage::onLoaded);
    connect(m_details, &RecordDetailsPane::identityOpened, this, &RecordsPage::identityOpened);
    connect(m_details, &RecordDetailsPane::linkWanted, this, &RecordsPage::linkWanted);
    connect(m_details, &RecordDetailsPane::providerOpened, this, &RecordsPage::providerOpened);
    connect(m_details, &RecordDetailsPane::callOpened, this, &RecordsPage::callOpened);
    connect(m_details, &RecordDetailsPane::olderWanted, this, &RecordsPage::readHistory);
    attach(m_model.get());
    explainEmpty();
}

RecordsPage::~RecordsPage() = default;

void RecordsPage::buildTable()
{
    const auto make = [this]<typename Model>(std::unique_ptr<Model> model) {
        m_listing = model.get();
        m_model = std::move(model);
        m_table->setModel(m_model.get());
    };
    if (m_endpoint == Endpoint::Activities) {
        make(std::make_unique<ActivityTableModel>(workspace()));
        using Model = ActivityTableModel;
        m_table->setObjectName(u"activityTable"_s);
        m_table->setAccessibleName(tr("Activities"));
        m_table->setWidths({18, 26, 26, 22, 18, 14, 14, 18, 18, 18}, Model::RecordColumn,
                           {Model::CreatedColumn, Model::ChangedColumn, Model::ContactColumn});
        m_table->setNeverCut({Model::MomentColumn});
    } else {
        make(std::make_unique<SaleTableModel>(workspace()));
        using Model = SaleTableModel;
        m_table->setObjectName(u"saleTable"_s);
        m_table->setAccessibleName(tr("Sales"));
        m_table->setWidths({18, 18, 24, 22, 18, 14, 12, 11, 14, 9, 7, 14, 18, 18, 18}, Model::RecordColumn,
                           {Model::ConnectionsColumn, Model::GasColumn, Model::ReturnColumn,
                            Model::PowerColumn, Model::CreatedColumn, Model::ChangedColumn,
                            Model::ContactColumn});
        m_table->setNeverCut({Model::SoldColumn});
    }
    m_table->letColumnsBeChosen();
}

FilterAssistant *RecordsPage::buildAssistant()
{
    const bool activities = m_endpoint == Endpoint::Activities;
    auto *edit = addFilter(activities ? tr("Filter, such as  type:Sale  agent:\"Bo\"  value:>100  since:7d")
                                      : tr("Filter, such as  product:\"Gas\"  value:>100  cancelled"));
    const auto read = [this](const QString &text) -> std::optional<FilterError> {
        const auto filter = readRecordFilter(m_endpoint, text, QDateTime::currentMSecsSinceEpoch(),
                                             workspace().directory()->zone);
        if (const auto *error = std::get_if<FilterError>(&filter))
            return *error;
        m_filter = std::get<RecordFilter>(filter);
        return std::nullopt;
    };
    const auto complete = [this](const QString &text, qsizetype cursor) {
        auto known = m_names;
        known.types = m_listing->types();
        known.providers = providerNames(workspace());
        return completeRecordFilter(m_endpoint, text, cursor, known);
    };
    return new FilterAssistant(edit, {read, complete, u"filters/"_s + objectName()}, this);
}

QWidget *RecordsPage::buildQuickRow()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(style::Gap);
    row->addWidget(m_assistant->addQuickFilter(u"onlyUnlinked"_s, tr("Not Linked"), u"unlinked"_s));
    row->addWidget(m_assistant->addQuickFilter(u"onlyLastWeek"_s, tr("Last 7 Days"), u"since:7d"_s));
    if (m_endpoint == Endpoint::Sales)
        row->addWidget(m_assistant->addQuickFilter(u"onlyCancelled"_s, tr("Cancelled"), u"cancelled"_s));
    row->addStretch(1);
    m_byChange = new QPushButton(icon(Symbol::History), tr("Last Changed First"), bar);
    m_byChange->setObjectName(u"byChange"_s);
    m_byChange->setCheckable(true);
    const QKeySequence key(u"Ctrl+L"_s);
    addToggleKey(*this, *m_byChange, key);
    m_byChange->setToolTip(tr("Show what came in or changed last first, not the newest moment (%1)")
                               .arg(key.toString(QKeySequence::NativeText)));
    connect(m_byChange, &QPushButton::toggled, this, &RecordsPage::applyFilter);
    row->addWidget(m_byChange);
    row->addWidget(m_table->makeColumnsButton(this));
    return bar;
}

void RecordsPage::applyFilter()
{
    if (!m_assistant->problem().isEmpty())
        return;
    beginSearch();
    m_listing->setQuery(m_filter, m_byChange->isChecked() ? RecordOrder::Change : RecordOrder::Moment);
    explainEmpty();
}

void RecordsPage::explainEmpty()
{
    if (!m_listing->isComplete() && m_model->isLoaded())
        m_table->emptyState()->setContent(Symbol::Filter, searchSentence(m_listing->searched()),
                                          tr("Clear Filter"));
    else if (!filter()->text().trimmed().isEmpty())
        m_table->emptyState()->setContent(Symbol::Filter, tr("No record fits this filter."),
                                          tr("Clear Filter"));
    else if (m_endpoint == Endpoint::Activities)
        m_table->emptyState()->setContent(
            Symbol::Activities,
            tr("Activities appear here as soon as a provider calls its activities webhook."));
    else
        m_table->emptyState()->setContent(
            Symbol::Sales, tr("Sales appear here as soon as a provider calls its sales webhook."));
}

void RecordsPage::onLoaded()
{
    const auto rows = m_model->rowCount();
    setFound(rows, m_listing->searched());
    if (rows == 0)
        explainEmpty();
    if (rows > 0 && std::exchange(m_showFirst, false))
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void RecordsPage::showRecordsOf(const QString &externalId)
{
    const auto wanted = filterTerm(u"id"_s, externalId);
    m_showFirst = true;
    if (filter()->text() == wanted)
        onLoaded(); // it is listed already
    else
        showOnly(wanted);
}

void RecordsPage::showRecord(RecordId record)
{
    m_shown = record;
    readShown();
}

void RecordsPage::readShown()
{
    if (!m_shown.isValid() || !isVisible())
        return;
    read<RecordSheet>(
        [endpoint = m_endpoint, record = m_shown](Connection &db) {
            return endpoint == Endpoint::Activities ? readSheet<Activity>(db, record)
                                                    : readSheet<Sale>(db, record);
        },
        [this](const RecordSheet &sheet) {
            if (sheet.id != m_shown)
                return; // another was chosen meanwhile
            if (sheet != m_details->record())
                m_details->setRecord(sheet, workspace().directory()->zone);
            m_side->setCurrentWidget(m_details);
            readHistory({});
        });
}

void RecordsPage::readHistory(std::optional<CallId> olderThan)
{
    read<QList<RecordCall>>(
        [endpoint = m_endpoint, record = m_shown, olderThan](Connection &db) {
            return RecordStore(db).history(endpoint, record, callsAtOnce + 1, olderThan);
        },
        [this, record = m_shown, olderThan](QList<RecordCall> calls) {
            if (record != m_shown)
                return;
            const bool more = calls.size() > callsAtOnce;
            if (more)
                calls.removeLast();
            if (olderThan)
                m_details->addHistory(calls, more);
            else
                m_details->setHistory(calls, more);
        });
}

void RecordsPage::onChanged(Changes changes)
{
    const auto own = m_endpoint == Endpoint::Activities ? Change::Activities : Change::Sales;
    if (changes.testAnyFlags(Changes(own) | Change::Identities | Change::Entities | Change::Providers))
        m_again->start();
    if (changes.testFlag(Change::Entities) && isVisible())
        learnNames();
}

void RecordsPage::learnNames()
{
    read<KnownNames>(
        [](Connection &db) -> Result<KnownNames> {
            KnownNames names;
            for (const auto &[kind, into] :
                 {std::pair(EntityKind::Agent, &names.agents), std::pair(EntityKind::Team, &names.teams),
                  std::pair(EntityKind::Product, &names.products)}) {
                const auto some = namesOf(db, kind);
                if (!some)
                    return some.error();
                *into = *some;
            }
            return names;
        },
        [this](const KnownNames &names) { m_names = names; });
}

void RecordsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    learnNames();
    readShown();
}

void RecordsPage::savePlace(QSettings &settings) const
{
    Page::savePlace(settings);
    m_assistant->savePlace(settings);
    m_table->saveColumns(settings);
    settings.setValue(u"%1/byChange"_s.arg(objectName()), m_byChange->isChecked());
}

void RecordsPage::restorePlace(const QSettings &settings)
{
    Page::restorePlace(settings);
    m_assistant->restorePlace(settings);
    m_table->restoreColumns(settings);
    m_byChange->setChecked(settings.value(u"%1/byChange"_s.arg(objectName())).toBool());
}

} // namespace salesdesk
