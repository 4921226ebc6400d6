// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tableview.h"

#include "model/tables/tables.h"
#include "ui/captionheader.h"
#include "ui/rowdelegate.h"
#include "ui/style.h"

#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>
#include <numeric>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// So many rows are measured for the width of their column, from the first one that is seen.
constexpr int measuredRows = 100;
/// Measuring takes some milliseconds: not for each of the rows that come in all the time.
constexpr auto measurePause = 1s;
/// No column becomes narrower than this.
constexpr int leastCharacters = 7;

/// At once while there is little to measure, and now and then afterwards.
void startSoon(QTimer &tidy, const QAbstractItemModel &model, const QList<int> &measured)
{
    const bool urgent = measured.isEmpty() || model.rowCount() < measuredRows;
    if (!tidy.isActive() || urgent)
        tidy.start(urgent ? 0ms : measurePause);
}

} // namespace

TableView::TableView(QWidget *parent)
    : QTableView(parent)
    , m_delegate(new RowDelegate(this))
    , m_empty(new EmptyState(viewport()))
    , m_newer(new QPushButton(viewport()))
{
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    auto *header = new CaptionHeader(this);
    header->setSectionsClickable(false);
    setHorizontalHeader(header);

    m_newer->setObjectName(u"newerRows"_s);
    m_newer->setIcon(icon(Symbol::Newer));
    m_newer->setCursor(Qt::ArrowCursor);
    m_newer->hide();
    connect(m_newer, &QPushButton::clicked, this, [this] {
        clearSelection(); // with a chosen row the list would stay by it
        setCurrentIndex({});
        setFocus();
        verticalScrollBar()->setValue(0);
    });
    // Relative times move on: only what is visible is painted again.
    m_clock.setInterval(5s);
    connect(&m_clock, &QTimer::timeout, viewport(), [this] { viewport()->update(); });
    m_clock.start();
    m_tidy.setSingleShot(true);
    connect(&m_tidy, &QTimer::timeout, this, &TableView::tidy);
}

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::keepPlace);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::afterChange);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::chooseAgain);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TableView::afterChange);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &TableView::noteRowsInView);
    connect(model, &QAbstractItemModel::layoutChanged, this, &TableView::returnToRowsInView);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (currentIndex().isValid())
            m_unlisted = currentId();
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_needs.clear();
        afterChange();
    });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this] { startSoon(m_tidy, *this->model(), m_needs); });
    afterChange();
}

void TableView::setWidths(const QList<int> &characters, int stretch, const QList<int> &dispensable)
{
    m_characters = characters;
    m_stretch = stretch;
    m_dispensable = dispensable;
    tidy();
}

void TableView::setNeverCut(const QList<int> &columns)
{
    m_whole = columns;
    tidy();
}

void TableView::setSortable(int column, Qt::SortOrder order)
{
    horizontalHeader()->setSortIndicator(column, order);
    setSortingEnabled(true);
    horizontalHeader()->setSectionsClickable(true);
}

void TableView::measure()
{
    const auto count = model()->columnCount();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    m_needs.resize(count);
    m_least.resize(count);
    const auto rows = model()->rowCount();
    const auto first = qMax(0, rowAt(0));
    const auto end = qMin(rows, first + measuredRows);
    for (int column = 0; column < count; ++column) {
        // Invalid where a column is shown even when it is blank.
        const auto blank = model()->headerData(column, Qt::Horizontal, BlankColumnRole);
        if (m_characters.value(column) == 0 || m_chosenOut.contains(column) || (rows > 0 && blank.toBool())) {
            m_needs[column] = 0;
            continue;
        }
        const auto title = model()->headerData(column, Qt::Horizontal).toString();
        const auto arrow = isSortingEnabled() ? u" ↓"_s : QString();
        m_least[column] =
            horizontalHeader()->fontMetrics().horizontalAdvance(title + arrow) + 2 * style::Gap + style::Unit;
        const auto widest = model()->headerData(column, Qt::Horizontal, WidestTextRole).toString();
        int need = m_least.at(column);
        if (rows > 0 && !widest.isEmpty())
            need = qMax(need, fontMetrics().horizontalAdvance(widest) + 2 * style::Gap + style::Unit);
        for (int row = first; row < end; ++row)
            need = qMax(need, m_delegate->sizeHint(option, model()->index(row, column)).width());
        // Only grows, so that columns do not go to and fro while rows come and go.
        m_needs[column] = qMax(m_needs.at(column), need);
        if (m_whole.contains(column))
            m_least[column] = m_needs.at(column);
    }
}

QList<int> TableView::roomyColumns() const
{
    QList<int> widths;
    for (int column = 0; column < m_needs.size(); ++column)
        widths.append(
            m_needs.at(column) == 0
                ? 0
                : qMax(m_least.at(column),
                       m_characters.value(column) * fontMetrics().averageCharWidth() + 2 * style::Gap));
    return widths;
}

QList<int> TableView::compactColumns() const
{
    const auto roomy = roomyColumns();
    const auto room = viewport()->width();
    QList<int> widths;
    for (int column = 0; column < roomy.size(); ++column)
        widths.append(qMin(roomy.at(column), m_needs.at(column)));
    const auto total = [&widths] { return std::accumulate(widths.cbegin(), widths.cend(), 0); };
    for (const auto column : m_dispensable) {
        if (total() <= room)
            break;
        widths[column] = 0;
    }
    const auto isNumber = [this](int column) {
        const auto where = model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        return Qt::Alignment(where).testFlag(Qt::AlignRight);
    };
    // A number that is cut off reads as another number.
    const auto leastOf = [&](int column) {
        return isNumber(column) ? m_needs.at(column)
                                : qMax(m_least.at(column),
                                       leastCharacters * fontMetrics().averageCharWidth() + 2 * style::Gap);
    };
    int least = 0;
    for (int column = 0; column < widths.size(); ++column)
        least += qMin(widths.at(column), leastOf(column));
    // Words leave from the end where even the least of all is too much.
    for (int column = static_cast<int>(widths.size()) - 1; column >= 0 && least > room; --column) {
        if (column == m_stretch || isNumber(column))
            continue;
        least -= qMin(widths.at(column), leastOf(column));
        widths[column] = 0;
    }
    int left = room - total();
    if (left < 0) { // all shrink towards the least, the widest ones most
        int slack = 0;
        for (int column = 0; column < widths.size(); ++column)
            slack += qMax(0, widths.at(column) - leastOf(column));
        for (int column = 0; column < widths.size(); ++column) {
            if (const int spare = widths.at(column) - leastOf(column); spare > 0)
                widths[column] -= qMin(spare, spare * -left / slack + 1);
        }
        return widths;
    }
    int wish = 0;
    for (int column = 0; column < roomy.size(); ++column)
        wish += widths.at(column) > 0 ? roomy.at(column) - widths.at(column) : 0;
    for (int column = 0; column < roomy.size() && wish > 0; ++column) {
        if (widths.at(column) > 0)
            widths[column] += static_cast<int>(qint64(roomy.at(column) - widths.at(column)) * left / wish);
    }
    return widths;
}

void TableView::fitColumns()
{
    if (m_stretch < 0 || !model() || m_needs.size() != model()->columnCount())
        return;
    auto widths = roomyColumns();
    int spare = viewport()->width() - std::accumulate(widths.cbegin(), widths.cend(), 0);
    if (spare < 0)
        widths = compactColumns();
    // What would be cut off takes room that nobody needs.
    const auto grow = [&](int column) {
        const int more = qBound(0, m_needs.at(column) - widths.at(column), qMax(0, spare));
        widths[column] += more;
        spare -= more;
    };
    grow(m_stretch);
    for (int column = 0; column < widths.size(); ++column)
        grow(column);
    const int others = std::accumulate(widths.cbegin(), widths.cend(), 0) - widths.at(m_stretch);
    widths[m_stretch] = qMax(widths.at(m_stretch), viewport()->width() - others);
    for (const auto &[column, width] : m_sized.asKeyValueRange()) {
        if (widths.value(column) > 0)
            widths[column] = width;
    }
    const QScopedValueRollback fitting(m_fitting, true);
    for (int column = 0; column < widths.size(); ++column) {
        setColumnHidden(column, widths.at(column) == 0);
        if (widths.at(column) > 0)
            setColumnWidth(column, widths.at(column));
    }
}

qint64 TableView::currentId() const
{
    return currentIndex().isValid() ? currentIndex().data(IdRole).toLongLong() : 0;
}

void TableView::selectId(qint64 id)
{
    const auto found = model()->rowCount() == 0
                           ? QModelIndexList()
                           : model()->match(model()->index(0, 0), IdRole, id, 1, Qt::MatchExactly);
    if (found.isEmpty())
        m_unlisted = id;
    else
        setCurrentIndex(found.first());
}

void TableView::enter()
{
    setFocus();
    if (!currentIndex().isValid() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
}

void TableView::allowSeveral()
{
    setSelectionMode(ExtendedSelection);
}

void TableView::letColumnsBeChosen()
{
    auto *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setToolTip(tr("Drag to move or size a column; right-click to choose columns"));
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        QMenu menu(this);
        fillColumnMenu(&menu);
        menu.exec(header->mapToGlobal(at));
    });
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_fitting && width > 0)
            m_sized.insert(column, width);
    });
}

QPushButton *TableView::makeColumnsButton(QWidget *parent)
{
    auto *button = new QPushButton(icon(Symbol::Columns), tr("Columns"), parent);
    button->setObjectName(u"columns"_s);
    button->setToolTip(tr("Choose the columns"));
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillColumnMenu(menu);
    });
    return button;
}

void TableView::fillColumnMenu(QMenu *menu)
{
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (m_characters.value(column) == 0)
            continue;
        auto *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_chosenOut.contains(column));
        action->setEnabled(column != m_stretch);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            if (shown)
                m_chosenOut.remove(column);
            else
                m_chosenOut.insert(column);
            tidy();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Standard Columns"), this, [this] {
        m_chosenOut.clear();
        m_sized.clear();
        auto *header = horizontalHeader();
        for (int column = 0; column < header->count(); ++column)
            header->moveSection(header->visualIndex(column), column);
        tidy();
    });
}

void TableView::saveColumns(QSettings &settings) const
{
    QVariantList order;
    QVariantList out;
    QVariantMap sized;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual)
        order.append(horizontalHeader()->logicalIndex(visual));
    for (const auto column : m_chosenOut)
        out.append(column);
    for (const auto &[column, width] : m_sized.asKeyValueRange())
        sized.insert(QString::number(column), width);
    settings.setValue(u"columns/%1/order"_s.arg(objectName()), order);
    settings.setValue(u"columns/%1/hidden"_s.arg(objectName()), out);
    settings.setValue(u"columns/%1/widths"_s.arg(objectName()), sized);
}

void TableView::restoreColumns(const QSettings &settings)
{
    const auto order = settings.value(u"columns/%1/order"_s.arg(objectName())).toList();
    if (order.size() == horizontalHeader()->count()) {
        for (int visual = 0; visual < order.size(); ++visual) {
            const auto from = horizontalHeader()->visualIndex(order.at(visual).toInt());
            if (from >= 0)
                horizontalHeader()->moveSection(from, visual);
        }
    }
    m_chosenOut.clear();
    const auto out = settings.value(u"columns/%1/hidden"_s.arg(objectName())).toList();
    for (const auto &column : out)
        m_chosenOut.insert(column.toInt());
    m_chosenOut.remove(m_stretch);
    m_sized.clear();
    const auto sized = settings.value(u"columns/%1/widths"_s.arg(objectName())).toMap();
    for (const auto &[column, width] : sized.asKeyValueRange())
        m_sized.insert(column.toInt(), qMax(width.toInt(), horizontalHeader()->minimumSectionSize()));
    tidy();
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid())
        m_unlisted = 0;
    Q_EMIT currentIdChanged(current.isValid() ? current.data(IdRole).toLongLong() : 0);
}

// Not when one has scrolled on meanwhile: the rows come in pieces.
void TableView::chooseAgain()
{
    if (m_unlisted > 0 && verticalScrollBar()->value() == 0)
        selectId(m_unlisted);
}

void TableView::focusInEvent(QFocusEvent *event)
{
    // Who comes by a key has chosen nothing yet.
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): QAbstractItemView's would choose the first row.
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void TableView::leaveEvent(QEvent *event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

void TableView::setHoveredRow(int row)
{
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
    fitColumns();
    m_newer->move((viewport()->width() - m_newer->width()) / 2, style::Gap);
}

void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    // Qt moves child widgets of the viewport along with its contents.
    m_empty->setGeometry(viewport()->rect());
    m_newer->move((viewport()->width() - m_newer->width()) / 2, style::Gap);
    if (verticalScrollBar()->value() == 0) {
        m_newerCount = 0;
        m_newer->hide();
    }
}

void TableView::afterChange()
{
    const bool empty = model()->rowCount() == 0;
    m_empty->setVisible(empty);
    horizontalHeader()->setVisible(!empty);
    if (empty)
        m_newer->hide();
    startSoon(m_tidy, *model(), m_needs);
}

void TableView::keepPlace(const QModelIndex &, int first, int last)
{
    const bool reading = verticalScrollBar()->value() > 0 || (currentIndex().isValid() && first == 0);
    if (first > rowAt(0) && first > 0)
        return;
    if (!reading || model()->rowCount() == last - first + 1)
        return;
    const int count = last - first + 1;
    updateGeometries();
    const int moved = verticalScrollBar()->value() + count * verticalHeader()->defaultSectionSize();
    if (verticalScrollBar()->maximum() < moved)
        return; // everything is in view
    verticalScrollBar()->setValue(moved);
    viewport()->update(); // scrolling moved the picture, but the rows are where they were
    m_newerCount += count;
    m_newer->setText(tr("%Ln new", nullptr, m_newerCount));
    m_newer->adjustSize();
    m_newer->move((viewport()->width() - m_newer->width()) / 2, style::Gap);
    m_newer->show();
    m_newer->raise();
}

// A sort that a person asked for has a hint, and begins at the top.
void TableView::noteRowsInView(const QList<QPersistentModelIndex> &,
                               QAbstractItemModel::LayoutChangeHint hint)
{
    m_inView.clear();
    if (hint != QAbstractItemModel::NoLayoutChangeHint || verticalScrollBar()->value() == 0)
        return;
    const int last = rowAt(viewport()->height() - 1);
    for (int row = rowAt(0); row >= 0 && row <= (last < 0 ? model()->rowCount() - 1 : last); ++row)
        m_inView.append({QPersistentModelIndex(model()->index(row, 0)), row});
}

/// Where most rows went, the view goes: one of them may have moved far away.
void TableView::returnToRowsInView()
{
    QList<int> moves;
    for (const auto &[index, row] : std::exchange(m_inView, {})) {
        if (index.isValid())
            moves.append(index.row() - row);
    }
    if (moves.isEmpty())
        return;
    std::nth_element(moves.begin(), moves.begin() + moves.size() / 2, moves.end());
    auto *bar = verticalScrollBar();
    bar->setValue(bar->value() + moves.at(moves.size() / 2) * verticalHeader()->defaultSectionSize());
    viewport()->update(); // as in keepPlace()
}

void TableView::tidy()
{
    if (m_characters.isEmpty() || !model())
        return;
    measure();
    fitColumns();
}

} // namespace salesdesk
