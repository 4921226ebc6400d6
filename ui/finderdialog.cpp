// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finderdialog.h"

#include "model/tables/sentences.h"
#include "model/tables/whenfinished.h"
#include "ui/screenentry.h"
#include "ui/style.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int shownOfAKind = 6;
constexpr int FindingRole = Qt::UserRole + 1;

struct KindEntry {
    Symbol symbol;
    QString name;
};

KindEntry kindOf(const Finding &finding)
{
    switch (finding.kind) {
    case Finding::Kind::Screen:
        return {entryOf(static_cast<MainWindow::Screen>(finding.id)).symbol, FinderDialog::tr("Screen")};
    case Finding::Kind::Provider:
        return {Symbol::Providers, FinderDialog::tr("Provider")};
    case Finding::Kind::Agent:
        return {Symbol::Agents, FinderDialog::tr("Agent")};
    case Finding::Kind::Team:
        return {Symbol::Teams, FinderDialog::tr("Team")};
    case Finding::Kind::Product:
        return {Symbol::Products, FinderDialog::tr("Product")};
    case Finding::Kind::Identity:
        return {Symbol::Identities, FinderDialog::tr("Identity")};
    case Finding::Kind::Activity:
        return {Symbol::Activities, FinderDialog::tr("Activity")};
    case Finding::Kind::Sale:
        return {Symbol::Sales, FinderDialog::tr("Sale")};
    case Finding::Kind::Call:
        return {Symbol::Calls, FinderDialog::tr("Call")};
    }
    Q_UNREACHABLE();
}

QList<Finding> screensLike(const QString &text)
{
    QList<Finding> found;
    for (int number = 0; number < static_cast<int>(MainWindow::Screen::Count); ++number) {
        const auto entry = entryOf(static_cast<MainWindow::Screen>(number));
        if (entry.name.contains(text, Qt::CaseInsensitive))
            found.append({Finding::Kind::Screen,
                          number,
                          entry.name,
                          QKeySequence(entry.key).toString(QKeySequence::NativeText),
                          {}});
    }
    return found;
}

} // namespace

FinderDialog::FinderDialog(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_text(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_note(style::mutedLabel({}, this))
{
    setObjectName(u"finder"_s);
    setWindowTitle(tr("Go to Anything"));
    m_text->setObjectName(u"finderText"_s);
    m_text->setPlaceholderText(tr("A name, an ID or a number"));
    m_text->setAccessibleName(tr("What to find"));
    m_text->addAction(icon(Symbol::Filter, Tone::Muted), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    m_list->setObjectName(u"finderList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({style::iconSize(), style::iconSize()});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_note->setObjectName(u"finderNote"_s);
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Margin, style::Margin, style::Margin, style::Margin);
    column->setSpacing(style::Gap);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    style::sizeDialog(*this, 80, 24);

    m_pause.setSingleShot(true);
    m_pause.setInterval(120ms);
    connect(m_text, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &FinderDialog::search);
    connect(m_list, &QListWidget::itemActivated, this, &FinderDialog::choose);
    connect(m_list, &QListWidget::itemClicked, this, &FinderDialog::choose);
    connect(m_text, &QLineEdit::returnPressed, this, &FinderDialog::choose);
    search();
}

bool FinderDialog::eventFilter(QObject *watched, QEvent *event)
{
    // Up and down move in the list while letters go into the text.
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int row = m_list->currentRow() + (key->key() == Qt::Key_Down ? 1 : -1);
            if (row >= 0 && row < m_list->count())
                m_list->setCurrentRow(row);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

FinderDialog::~FinderDialog()
{
    if (m_stop)
        m_stop->store(true);
}

void FinderDialog::search()
{
    const int asked = ++m_asked;
    if (m_stop)
        m_stop->store(true);
    const auto text = m_text->text().trimmed();
    if (text.isEmpty()) {
        show({});
        return;
    }
    auto found =
        m_workspace.read<Findings>([text](Connection &db) { return findAnything(db, text, shownOfAKind); });
    whenFinished(found, this, [this, asked, text](const Result<Findings> &answer) {
        if (asked != m_asked)
            return;
        if (!answer.ok()) {
            show({});
            m_note->setText(spoken(answer.error().detail));
            return;
        }
        m_first = *answer;
        show(m_first);
        searchWithin(text);
    });
}

/// All IDs are looked at for it: it comes after what indexes know.
void FinderDialog::searchWithin(const QString &text)
{
    m_stop = std::make_shared<std::atomic_bool>(false);
    auto found = m_workspace.read<Findings>(
        [text, stop = m_stop](Connection &db) { return findWithin(db, text, stop, shownOfAKind); });
    whenFinished(found, this, [this, asked = m_asked](const Result<Findings> &answer) {
        if (asked != m_asked)
            return;
        if (answer.ok())
            take(*answer);
        m_goes = false;
        if (m_list->count() == 0)
            m_note->setText(tr("Nothing has this in its name or ID."));
    });
}

/// Records that have the text within their ID come behind all that begins with it, so that nothing moves.
void FinderDialog::take(const Findings &findings)
{
    auto all = m_first;
    for (const auto &[kind, count] : findings.counts.asKeyValueRange())
        all.counts.insert(kind, count);
    for (const auto &finding : findings.found) {
        const auto shown = std::count_if(all.found.cbegin(), all.found.cend(),
                                         [&](const Finding &other) { return other.kind == finding.kind; });
        if (shown < shownOfAKind)
            all.found.append(finding);
    }
    const int row = m_list->currentRow();
    show(all);
    m_list->setCurrentRow(qMax(0, row));
}

void FinderDialog::show(const Findings &findings)
{
    m_list->clear();
    const auto all = screensLike(m_text->text().trimmed()) + findings.found;
    for (qsizetype at = 0; at < all.size(); ++at) {
        const auto &finding = all.at(at);
        const auto kind = kindOf(finding);
        QStringList parts{finding.name, kind.name};
        if (!finding.detail.isEmpty())
            parts.append(finding.detail);
        auto *item = new QListWidgetItem(icon(kind.symbol), parts.join(u"  ·  "_s), m_list);
        item->setData(FindingRole, QVariant::fromValue(finding));
        item->setToolTip(u"%1"_s.arg(finding.name.toHtmlEscaped()));
        const auto count = findings.counts.value(finding.kind);
        const bool last = std::none_of(all.cbegin() + at + 1, all.cend(), [&finding](const Finding &later) {
            return later.kind == finding.kind;
        });
        if (count > shownOfAKind && last)
            addRest(finding.kind, count - shownOfAKind);
    }
    m_list->setCurrentRow(0);
    m_note->setText(m_list->count() == 0 ? QString()
                    : m_text->text().isEmpty()
                        ? tr("Finds screens, providers, agents, teams, products, identities, "
                             "records by their ID and calls "
                             "by their number.")
                        : tr("Up and down choose, Enter goes there. More letters find less."));
    if (m_list->count() > 0 && std::exchange(m_goes, false))
        choose();
}

void FinderDialog::addRest(Finding::Kind kind, qint64 number)
{
    const auto text = m_text->text().trimmed();
    const Finding all{kind, 0, text, {}, text};
    auto *item = new QListWidgetItem(icon(kindOf(all).symbol, Tone::Muted),
                                     tr("and %Ln more", nullptr, static_cast<int>(number)), m_list);
    item->setData(FindingRole, QVariant::fromValue(all));
}

void FinderDialog::choose()
{
    if (m_pause.isActive()) { // Enter came before the answer to the last letter
        m_pause.stop();
        m_goes = true;
        search();
        return;
    }
    const auto *item = m_list->currentItem();
    if (!item)
        return;
    const auto finding = qvariant_cast<Finding>(item->data(FindingRole));
    accept();
    Q_EMIT chosen(finding);
}

} // namespace salesdesk
