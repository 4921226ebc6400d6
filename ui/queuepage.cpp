// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queuepage.h"

#include "model/store/entitystore.h"
#include "model/store/providerstore.h"
#include "ui/flowlayout.h"
#include "ui/identityfilterbar.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

QueuePage::QueuePage(Workspace &workspace, QWidget *parent)
    : Page(u"unlinkedPage"_s, tr("Unlinked Identities"), workspace, parent)
    , m_model(workspace, m_suggester)
    , m_scan(workspace, m_suggester)
    , m_table(new TableView(this))
    , m_pane(new IdentityPane(this))
{
    buildHeader();
    m_table->setObjectName(u"identityTable"_s);
    m_table->setAccessibleName(tr("Unlinked identities"));
    m_table->setModel(&m_model);
    m_table->setWidths(
        {13, 16, 12, 20, 22, 12, 9, 15, 10, 0, 20, 7, 24, 0, 14}, IdentityTableModel::NameColumn,
        {IdentityTableModel::SeenColumn, IdentityTableModel::TeamColumn, IdentityTableModel::EmailColumn,
         IdentityTableModel::ReasonColumn, IdentityTableModel::KindColumn, IdentityTableModel::ScoreColumn});
    m_table->setSortable(IdentityTableModel::ValueColumn, Qt::DescendingOrder);
    m_table->installEventFilter(this);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_pane);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(6 * (fontMetrics().height() + style::Unit));
    scroll->setMinimumWidth(40 * fontMetrics().averageCharWidth());
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_table);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    setSplitter(splitter);
    content()->addWidget(splitter, 1);
    content()->addWidget(banner()); // below the rows, so that these stay where they are when it comes
    buildKeys();

    connect(m_table->emptyState(), &EmptyState::triggered, m_bar, &IdentityFilterBar::clear);
    connect(m_table, &TableView::currentIdChanged, this, &QueuePage::onCurrent);
    connect(m_table, &QTableView::doubleClicked, m_choose, &QPushButton::click);
    connect(m_pane, &IdentityPane::chosen, this, &QueuePage::takeOffer);
    connect(&m_model, &LiveTableModel::loaded, this, &QueuePage::onLoaded);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_table->currentIndex().row();
                if (row >= first.row() && row <= last.row())
                    onCurrent();
            });
    connect(&m_scan, &QueueScan::finished, this, &QueuePage::showBulk);
    connect(&m_scan, &QueueScan::progressed, this, [this](qint64 compared, qint64 of) {
        m_comparing->setText(
            tr("Compared %1 of %2.").arg(QLocale().toString(compared), QLocale().toString(of)));
    });
    connect(&m_scan, &QueueScan::failed, banner(), &Banner::showError);
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        if (changes.testFlag(Change::Providers))
            loadProviders();
    });
    connect(banner(), &Banner::triggered, this, [this] {
        if (m_cancel)
            m_cancel();
        else if (m_same)
            sameForNamesakes();
        else
            undo();
    });
    attach(&m_model);
    loadProviders();
    applyFilter();
    judgeKeys();
    showBulk();
}

void QueuePage::buildHeader()
{
    auto *text = addFilter(tr("Name, ID or e-mail address"));
    m_bar = new IdentityFilterBar(text, filterRow(),
                                  {{tr("Waiting"), IdentityState::Unlinked},
                                   {tr("Waiting and ignored"), IdentityState::Waiting},
                                   {tr("Ignored"), IdentityState::Ignored}},
                                  this);
    connect(m_bar, &IdentityFilterBar::changed, this, &QueuePage::applyFilter);
    auto *history = addAction(Symbol::History, u"history"_s, tr("History…"), QKeySequence(u"Ctrl+H"_s));
    auto *import = addAction(Symbol::Import, u"import"_s, tr("Import…"), QKeySequence(u"Ctrl+Shift+I"_s));
    auto *exporting = addAction(Symbol::Export, u"export"_s, tr("Export…"), QKeySequence(u"Ctrl+E"_s));
    connect(history, &QPushButton::clicked, this, &QueuePage::showHistory);
    connect(import, &QPushButton::clicked, this, &QueuePage::askImportPath);
    connect(exporting, &QPushButton::clicked, this, &QueuePage::askExportPath);
}

QPushButton *QueuePage::addKey(const QString &name, const QString &text, Qt::Key key, const QString &keyText,
                               void (QueuePage::*act)())
{
    auto *button = new QPushButton(u"%1  %2"_s.arg(text, keyText), this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(u"%1 (%2)"_s.arg(text, keyText));
    button->setFocusPolicy(Qt::NoFocus); // the keys stay with the table
    m_keys.insert(key, button);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void QueuePage::buildKeys()
{
    auto *bulk = new FlowLayout(style::Gap);
    m_bulkAccept = addKey(u"bulkAccept"_s, {}, Qt::Key_A, u"A"_s, &QueuePage::bulkAccept);
    m_bulkCreate = addKey(u"bulkCreate"_s, {}, Qt::Key_C, u"C"_s, &QueuePage::bulkCreate);
    bulk->addWidget(m_bulkAccept);
    bulk->addWidget(m_bulkCreate);
    m_comparing = style::mutedLabel({}, this);
    m_comparing->setObjectName(u"comparing"_s);
    bulk->addWidget(m_comparing);
    auto *back = addKey(u"undo"_s, tr("Undo"), Qt::Key_Z, u"Z"_s, &QueuePage::undo);
    auto *forth = addKey(u"redo"_s, tr("Redo"), Qt::Key_Y, u"Y"_s, &QueuePage::redo);
    back->setShortcut(QKeySequence(QKeySequence::Undo));
    forth->setShortcut(QKeySequence(QKeySequence::Redo));
    auto *upper = new QHBoxLayout;
    upper->setSpacing(style::Unit);
    upper->addLayout(bulk, 1);
    upper->addWidget(back, 0, Qt::AlignTop);
    upper->addWidget(forth, 0, Qt::AlignTop);
    content()->addLayout(upper);

    auto *row = new FlowLayout(style::Unit);
    m_accept = addKey(u"accept"_s, tr("Accept"), Qt::Key_Return, tr("Enter"), &QueuePage::accept);
    m_choose = addKey(u"link"_s, tr("Choose…"), Qt::Key_Slash, u"/"_s, &QueuePage::choose);
    m_create = addKey(u"create"_s, tr("Create"), Qt::Key_N, u"N"_s, &QueuePage::create);
    m_ignore = addKey(u"ignore"_s, tr("Ignore"), Qt::Key_I, u"I"_s, &QueuePage::ignore);
    m_reject = addKey(u"reject"_s, tr("Not This"), Qt::Key_X, u"X"_s, &QueuePage::reject);
    m_skip = addKey(u"skip"_s, tr("Skip"), Qt::Key_S, u"S"_s, &QueuePage::skip);
    m_keys.insert(Qt::Key_Enter, m_accept);
    for (auto *button : {m_accept, m_choose, m_create, m_ignore, m_reject, m_skip})
        row->addWidget(button);
    content()->addLayout(row);
}

bool QueuePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const auto modifiers = press->modifiers() & ~Qt::KeypadModifier;
    const int key = press->key();
    if (modifiers == Qt::ShiftModifier && key == Qt::Key_Z) {
        redo();
        return true;
    }
    // On some keyboards "/" needs Shift.
    if (modifiers != Qt::NoModifier && !(modifiers == Qt::ShiftModifier && key == Qt::Key_Slash))
        return false;
    if (key >= Qt::Key_1 && key < Qt::Key_1 + IdentityPane::MaxCandidates) {
        takeOffer(key - Qt::Key_1);
        return true;
    }
    if (key == Qt::Key_D) {
        sameForNamesakes();
        return true;
    }
    if (auto *button = m_keys.value(key)) {
        button->click(); // nothing where it is disabled
        return true;
    }
    // Other letters would search in the first column.
    return !press->text().isEmpty() && press->text().front().isLetterOrNumber();
}

void QueuePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_scan.setActive(true);
    // The stack gives the focus to the first field after this: the keys are for the table.
    QMetaObject::invokeMethod(m_table, qOverload<>(&QWidget::setFocus), Qt::QueuedConnection);
}

void QueuePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_scan.setActive(false);
}

void QueuePage::applyFilter()
{
    const auto wanted = m_bar->filter();
    m_model.setFilter(wanted);
    m_scan.setFilter(wanted);
    showBulk();
    explainEmpty();
}

void QueuePage::loadProviders()
{
    read<QList<Provider>>([](Connection &db) { return ProviderStore(db).list(); },
                          [this](const QList<Provider> &providers) { m_bar->setProviders(providers); });
}

void QueuePage::onLoaded()
{
    if (m_wanted.isValid() && m_model.rowOf(m_wanted.value)) {
        m_table->selectId(m_wanted.value);
        m_wanted = {};
    }
    if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, 0));
    onCurrent();
    explainEmpty();
    read<qint64>([wanted = m_model.filter()](Connection &db) { return IdentityStore(db).count(wanted); },
                 [this](qint64 count) { setCount(QLocale().toString(count)); });
}

void QueuePage::onCurrent()
{
    judgeKeys();
    const auto *row = current();
    if (!row) {
        m_pane->showNothing();
        return;
    }
    const auto &directory = workspace().directory();
    m_pane->showIdentity(row->identity, directory->zone);
    askOffers(row->identity);
}

void QueuePage::askOffers(const Identity &identity)
{
    using Offers = QList<IdentityPane::Offer>;
    using Answer = std::optional<Offers>; // nothing while there are entities to be learned
    read<Answer>(
        [identity, suggester = m_suggester](Connection &db) -> Result<Answer> {
            const auto learned = suggester->learn(db);
            if (!learned.ok())
                return learned.error();
            if (!*learned)
                return Answer();
            const auto candidates = suggester->candidates(db, identity, IdentityPane::MaxCandidates);
            if (!candidates.ok())
                return candidates.error();
            Offers offers;
            for (const auto &candidate : *candidates) {
                const auto entity = EntityStore(db).get(candidate.entity);
                if (entity.ok()) // else it went meanwhile
                    offers.append({candidate, *entity});
            }
            return Answer(offers);
        },
        [this, identity](const Answer &offers) {
            if (offers)
                m_pane->setOffers(identity.id, *offers, workspace().directory()->zone);
            else if (const auto *row = current(); row && row->id == identity.id)
                askOffers(identity);
        });
}

void QueuePage::judgeKeys()
{
    const auto *row = current();
    m_accept->setEnabled(row && row->best);
    m_reject->setEnabled(row && row->best);
    for (auto *button : {m_choose, m_create, m_ignore, m_skip})
        button->setEnabled(row != nullptr);
    const auto text = row && row->identity.ignored ? tr("Stop Ignoring") : tr("Ignore");
    m_ignore->setText(u"%1  I"_s.arg(text));
}

void QueuePage::showBulk()
{
    const bool done = m_scan.isDone();
    const auto &found = m_scan.findings();
    const auto locale = QLocale();
    const int sure = done ? m_scan.countFrom(LinkRules::BulkScore) : 0;
    const auto nobody = done ? found.nobody.size() : 0;
    const auto score = locale.toString(LinkRules::BulkScore, 'f', 2);
    m_bulkAccept->setText(u"%1  A"_s.arg(done ? tr("Accept %1 above %2…").arg(locale.toString(sure), score)
                                              : tr("Accept those above %1…").arg(score)));
    m_bulkCreate->setText(
        u"%1  C"_s.arg(done ? tr("Create %1 without a candidate…").arg(locale.toString(nobody))
                            : tr("Create those without a candidate…")));
    if (done)
        m_comparing->clear();
    // With a lower score there may be more to accept.
    m_bulkAccept->setEnabled(done && !found.sure.isEmpty());
    m_bulkCreate->setEnabled(done && nobody > 0);
}

void QueuePage::explainEmpty()
{
    auto *empty = m_table->emptyState();
    if (m_bar->isNarrowed())
        empty->setContent(Symbol::Filter, tr("Nothing fits this filter."), tr("Clear Filter"));
    else
        empty->setContent(Symbol::Good, tr("Nothing waits to be linked. Agents, teams and products that a "
                                           "provider names for the first time appear here."));
}

const ListedIdentity *QueuePage::current() const
{
    return m_model.rowOf(m_table->currentId());
}

void QueuePage::showKind(std::optional<EntityKind> kind)
{
    m_bar->showKind(kind);
}

} // namespace salesdesk
