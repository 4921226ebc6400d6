// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calllogpage.h"

#include "model/store/callindex.h"
#include "model/store/callstore.h"
#include "ui/callactions.h"
#include "ui/calldetailspane.h"
#include "ui/calltimeline.h"
#include "ui/callwork.h"
#include "ui/failurespane.h"
#include "ui/filterassistant.h"
#include "ui/pagekeys.h"
#include "ui/style.h"
#include "ui/tableview.h"
#include "ui/workstrip.h"

#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
/// A page of fewer lines keeps them for the rows.
constexpr int lowPage = 28;
} // namespace

CallLogPage::CallLogPage(Workspace &workspace, const ReceiverControl &receiver, const MasterKey &master,
                         QWidget *parent)
    : Page(u"callLogPage"_s, tr("Call Log"), workspace, parent)
    , m_model(workspace)
    , m_histogram(workspace)
    , m_table(new TableView(this))
    , m_details(new CallDetailsPane(this))
    , m_side(new QStackedWidget(this))
    , m_views(new QStackedWidget(this))
    , m_assistant(buildAssistant())
    , m_work(new CallWork(*this))
    , m_failures(new FailuresPane(*this, *m_work))
    , m_timeLine(new CallTimeLine(m_histogram, this))
    , m_indexNote(style::mutedLabel({}, this))
    , m_replay(addAction(Symbol::Replay, u"replayMenu"_s, tr("Replay"), {}))
    , m_export(addAction(Symbol::Export, u"exportMenu"_s, tr("Export"), {}))
    , m_failuresButton(
          addAction(Symbol::Failures, u"failures"_s, tr("Failures"), QKeySequence(u"Ctrl+Shift+F"_s)))
{
    filter()->setFont(style::fixed(font()));
    filterRow()->addWidget(m_assistant->savedButton());
    m_views->addWidget(buildLog());
    m_views->addWidget(m_failures);
    content()->addWidget(m_work->strip());
    content()->addWidget(m_views, 1);
    auto *actions = new CallActions(*this, *m_table, m_model, *m_work, receiver, master);
    m_replay->setMenu(actions->replayMenu());
    m_export->setMenu(actions->exportMenu());
    m_failuresButton->setCheckable(true);

    connect(m_failuresButton, &QPushButton::toggled, this, &CallLogPage::setFailuresShown);
    connect(m_assistant, &FilterAssistant::changed, this, &CallLogPage::applyFilter);
    connect(m_assistant, &FilterAssistant::entered, m_table, &TableView::enter);
    connect(m_table->emptyState(), &EmptyState::triggered, filter(), &QLineEdit::clear);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CallLogPage::onChosen);
    connect(&m_model, &LiveTableModel::loaded, this, &CallLogPage::onLoaded);
    connect(&m_histogram, &CallHistogram::failed, banner(), &Banner::showError);
    connect(m_timeLine, &CallTimeLine::chosen, this, [this](qint64 from, qint64 to) {
        const auto term = [zone = this->workspace().directory()->zone](QLatin1StringView name, qint64 at) {
            return name + QDateTime::fromMSecsSinceEpoch(at, zone).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
        };
        filter()->setText(replacedTerms(filter()->text(), {u"since:"_s, u"until:"_s},
                                        term("since:"_L1, from) + u' ' + term("until:"_L1, to)));
    });
    connect(m_failures, &FailuresPane::callsWanted, this, &CallLogPage::showOnly);
    connect(m_details, &CallDetailsPane::recordOpened, this, &CallLogPage::recordOpened);
    connect(m_details, &CallDetailsPane::identityOpened, this, &CallLogPage::identityOpened);
    connect(m_details, &CallDetailsPane::providerOpened, this, &CallLogPage::providerOpened);
    connect(m_details, &CallDetailsPane::callOpened, this, &CallLogPage::openCall);
    attach(&m_model);
    attach(m_failures->model());
    m_failures->model()->setActive(false);
    explainEmpty();
}

QWidget *CallLogPage::buildLog()
{
    auto *log = new QWidget(m_views);
    auto *column = new QVBoxLayout(log);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Gap);
    auto *row = new QHBoxLayout;
    row->setSpacing(style::Gap);
    buildFilters(row);
    m_indexNote->setObjectName(u"indexNote"_s);
    m_indexNote->setWordWrap(true);
    m_indexNote->hide();
    m_timeLine->setObjectName(u"timeLine"_s);

    m_table->setObjectName(u"callTable"_s);
    m_table->setAccessibleName(tr("Calls"));
    m_table->setModel(&m_model);
    m_table->setWidths({16, 18, 11, 28, 26, 11, 26, 10, 10, 30}, CallTableModel::RecordColumn,
                       {CallTableModel::TypeColumn, CallTableModel::SizeColumn,
                        CallTableModel::DurationColumn, CallTableModel::AgentColumn,
                        CallTableModel::EndpointColumn});
    m_table->setNeverCut({CallTableModel::TimeColumn, CallTableModel::StatusColumn});
    m_table->allowSeveral();
    m_table->letColumnsBeChosen();
    auto *hint = new EmptyState(m_side);
    hint->setContent(Symbol::Calls, tr("Choose a call to see all of it, or two to compare them."));
    m_side->addWidget(hint);
    m_side->addWidget(m_details);
    auto *splitter = new QSplitter(Qt::Vertical, log);
    splitter->setObjectName(u"callSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 3);
    setSplitter(splitter, 64); // its columns give way

    column->addLayout(row);
    for (auto *widget : {static_cast<QWidget *>(m_assistant->problemLabel()),
                         static_cast<QWidget *>(m_indexNote), static_cast<QWidget *>(m_timeLine)})
        column->addWidget(widget);
    column->addWidget(splitter, 1);
    return log;
}

FilterAssistant *CallLogPage::buildAssistant()
{
    auto *edit = addFilter(tr("Filter, such as  status:4xx  since:2h"));
    const auto read = [this](const QString &text) -> std::optional<FilterError> {
        const auto filter =
            readCallFilter(text, QDateTime::currentMSecsSinceEpoch(), workspace().directory()->zone);
        if (const auto *error = std::get_if<FilterError>(&filter))
            return *error;
        m_filter = std::get<CallFilter>(filter);
        return std::nullopt;
    };
    const auto complete = [this](const QString &text, qsizetype cursor) {
        return completeCallFilter(text, cursor, providerNames(workspace()));
    };
    return new FilterAssistant(edit, {read, complete, u"filters"_s}, this);
}

void CallLogPage::buildFilters(QLayout *row)
{
    auto *buttons = static_cast<QHBoxLayout *>(row);
    buttons->addWidget(m_assistant->addQuickFilter(u"onlyFailed"_s, tr("Failed"), u"status:4xx,5xx"_s));
    buttons->addWidget(m_assistant->addQuickFilter(u"onlyLastHour"_s, tr("Last Hour"), u"since:1h"_s));
    buttons->addWidget(
        m_assistant->addQuickFilter(u"onlyActivities"_s, tr("Activities"), u"endpoint:activities"_s));
    buttons->addWidget(m_assistant->addQuickFilter(u"onlySales"_s, tr("Sales"), u"endpoint:sales"_s));
    buttons->addStretch(1);
    m_fold = new QPushButton(icon(Symbol::Fold), tr("Fold"), this);
    m_fold->setObjectName(u"fold"_s);
    m_fold->setCheckable(true);
    const QKeySequence key(u"Ctrl+L"_s);
    addToggleKey(*this, *m_fold, key);
    m_fold->setToolTip(tr("Show refusals with the same cause that follow each other as one row (%1)")
                           .arg(key.toString(QKeySequence::NativeText)));
    connect(m_fold, &QPushButton::toggled, &m_model, &CallTableModel::setFolded);
    buttons->addWidget(m_fold);
    buttons->addWidget(m_table->makeColumnsButton(this));
}

void CallLogPage::applyFilter()
{
    if (!m_assistant->problem().isEmpty())
        return;
    beginSearch();
    m_model.setQuery({.filter = m_filter});
    m_histogram.setQuery(m_model.query());
    explainEmpty();
}

void CallLogPage::setFailuresShown(bool shown)
{
    m_failuresButton->setChecked(shown);
    m_views->setCurrentIndex(shown ? 1 : 0);
    for (auto *widget : {static_cast<QWidget *>(filter()), static_cast<QWidget *>(m_assistant->savedButton()),
                         static_cast<QWidget *>(m_replay), static_cast<QWidget *>(m_export)})
        widget->setVisible(!shown);
    m_failures->model()->setActive(shown && isVisible());
    showCount();
    (shown ? m_failures->table() : m_table)->setFocus();
}

void CallLogPage::showOnly(const QString &text)
{
    setFailuresShown(false);
    Page::showOnly(text);
}

void CallLogPage::stepBack()
{
    if (m_views->currentIndex() == 1)
        setFailuresShown(false);
    else
        Page::stepBack();
}

void CallLogPage::savePlace(QSettings &settings) const
{
    Page::savePlace(settings);
    m_assistant->savePlace(settings);
    m_table->saveColumns(settings);
    settings.setValue(u"callLog/folded"_s, m_fold->isChecked());
}

void CallLogPage::restorePlace(const QSettings &settings)
{
    Page::restorePlace(settings);
    m_assistant->restorePlace(settings);
    m_table->restoreColumns(settings);
    m_fold->setChecked(settings.value(u"callLog/folded"_s).toBool());
}

void CallLogPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_low = height() < lowPage * fontMetrics().lineSpacing();
    m_timeLine->setBrief(m_low);
    showSide();
}

/// In a low page an empty pane would take the room of the rows.
void CallLogPage::showSide()
{
    m_side->setVisible(!m_low || m_side->currentWidget() == m_details);
}

void CallLogPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_timeLine->setZone(workspace().directory()->zone);
    m_histogram.setActive(true);
    m_failures->model()->setActive(m_views->currentIndex() == 1);
}

void CallLogPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_histogram.setActive(false);
}

void CallLogPage::onLoaded()
{
    showCount();
    if (m_model.rowCount() == 0)
        explainEmpty();
    const auto &terms = m_model.query().filter.terms;
    const bool inBodies = std::any_of(terms.cbegin(), terms.cend(), [](const CallFilter::Term &term) {
        return term.field == CallFilter::Field::Body;
    });
    if (!inBodies) {
        noteIndex(0);
        return;
    }
    read<qint64>(
        [](Connection &db) -> Result<qint64> {
            const auto done = indexedTo(db);
            if (!done)
                return done.error();
            const auto all = CallSearch(db).all();
            if (!all)
                return all.error();
            return qMax<qint64>(0, all->last - qMax(done->value, all->first - 1));
        },
        [this](qint64 left) { noteIndex(left); });
}

void CallLogPage::showCount()
{
    const bool failures = m_views->currentIndex() == 1; // these are counted in rows
    setFound(failures ? 0 : m_model.callCount(), m_model.searched());
}

void CallLogPage::noteIndex(qint64 left)
{
    m_indexNote->setText(
        tr("The index of bodies is catching up: %1 calls are searched without it, which takes "
           "longer.")
            .arg(QLocale().toString(left)));
    m_indexNote->setVisible(left > 0);
}

void CallLogPage::explainEmpty()
{
    if (!m_model.isComplete() && m_model.isLoaded())
        m_table->emptyState()->setContent(Symbol::Filter, searchSentence(m_model.searched()),
                                          tr("Clear Filter"));
    else if (filter()->text().trimmed().isEmpty())
        m_table->emptyState()->setContent(
            Symbol::Calls,
            tr("Every call to a provider's webhook appears here, refused ones too, as it comes in."));
    else
        m_table->emptyState()->setContent(Symbol::Filter, tr("No call fits this filter."),
                                          tr("Clear Filter"));
}

void CallLogPage::onChosen()
{
    const auto chosen = m_table->selectionModel()->selectedRows();
    if (chosen.size() == 2) {
        const auto [older, newer] =
            std::minmax({chosen.first().data(IdRole).toLongLong(), chosen.last().data(IdRole).toLongLong()});
        compare(CallId{older}, CallId{newer});
    } else if (m_table->currentId() > 0) {
        showCall(CallId{m_table->currentId()});
    }
}

// What is shown is what the keys act on: it is the chosen row, or there is none until it is listed.
void CallLogPage::openCall(CallId call)
{
    m_table->setCurrentIndex({});
    m_table->clearSelection();
    m_table->selectId(call.value);
    if (m_table->currentId() != call.value)
        showCall(call);
}

void CallLogPage::showCall(CallId call)
{
    m_shown = call;
    read<CallDetails>([call](Connection &db) { return CallStore(db).details(call); },
                      [this, call](const CallDetails &details) {
                          if (m_shown != call)
                              return; // another was chosen meanwhile
                          m_details->setCall(details, workspace().directory()->zone);
                          showDetails();
                      });
}

void CallLogPage::compare(CallId older, CallId newer)
{
    using Pair = std::pair<CallDetails, CallDetails>;
    m_shown = newer;
    read<Pair>(
        [older, newer](Connection &db) -> Result<Pair> {
            const CallStore calls(db);
            const auto first = calls.details(older);
            if (!first)
                return first.error();
            const auto second = calls.details(newer);
            if (!second)
                return second.error();
            return Pair{*first, *second};
        },
        [this, newer](const Pair &pair) {
            if (m_shown != newer)
                return;
            m_details->setCall(pair.second, workspace().directory()->zone);
            m_details->setComparison(pair.first, pair.second);
            showDetails();
        });
}

void CallLogPage::showDetails()
{
    m_side->setCurrentWidget(m_details);
    if (!m_side->isHidden())
        return;
    m_side->show();
    // The row that was chosen stays in view when the table has become lower for it.
    QTimer::singleShot(0, m_table, [this] { m_table->scrollTo(m_table->currentIndex()); });
}

} // namespace salesdesk
