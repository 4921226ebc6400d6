// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tableview.h"

#include "model/tables/tables.h"
#include "ui/rowdelegate.h"
#include "ui/style.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Column titles in caption size over a hairline, in line with the texts below them.
class CaptionHeader final : public QHeaderView
{
public:
    explicit CaptionHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setFont(style::caption(font()));
        setHighlightSections(false);
        setMinimumSectionSize(style::Group);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save();
        painter->fillRect(rect, palette().color(QPalette::Base));
        painter->setPen(style::line(palette()));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setPen(style::color(Tone::Muted, palette()));
        painter->setFont(font());
        const auto cell = rect.adjusted(style::Gap, 0, -style::Gap, 0);
        const auto text = model()->headerData(section, orientation()).toString();
        const auto where = model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt();
        painter->drawText(cell, where | Qt::TextSingleLine,
                          fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint() const override { return {0, fontMetrics().height() + 10}; }
};

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
    connect(m_newer, &QPushButton::clicked, this, [this] { verticalScrollBar()->setValue(0); });
    // Relative times move on: only what is visible is painted again.
    m_clock.setInterval(15s);
    connect(&m_clock, &QTimer::timeout, viewport(), [this] { viewport()->update(); });
    m_clock.start();
    m_tidy.setSingleShot(true);
    m_tidy.setInterval(0);
    connect(&m_tidy, &QTimer::timeout, this, &TableView::hideBlankColumns);
}

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::keepPlace);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::afterChange);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TableView::afterChange);
    connect(model, &QAbstractItemModel::modelReset, this, &TableView::afterChange);
    connect(model, &QAbstractItemModel::dataChanged, &m_tidy, qOverload<>(&QTimer::start));
    afterChange();
}

void TableView::setWidths(const QList<int> &characters, int stretch)
{
    m_characters = characters;
    m_stretch = stretch;
    const int one = fontMetrics().averageCharWidth();
    for (int column = 0; column < static_cast<int>(characters.size()); ++column)
        setColumnWidth(column, characters.at(column) * one + 2 * style::Gap);
    fitStretch();
}

void TableView::fitStretch()
{
    if (m_stretch < 0 || !model())
        return;
    int others = 0;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (column != m_stretch && !isColumnHidden(column))
            others += columnWidth(column);
    }
    const int least = m_characters.value(m_stretch) * fontMetrics().averageCharWidth() + 2 * style::Gap;
    setColumnWidth(m_stretch, qMax(least, viewport()->width() - others));
}

qint64 TableView::currentId() const
{
    return currentIndex().isValid() ? currentIndex().data(IdRole).toLongLong() : 0;
}

void TableView::selectId(qint64 id)
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const auto index = model()->index(row, 0);
        if (index.data(IdRole).toLongLong() == id) {
            setCurrentIndex(index);
            return;
        }
    }
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentIdChanged(current.isValid() ? current.data(IdRole).toLongLong() : 0);
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
    fitStretch();
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
    m_tidy.start();
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
    m_newerCount += count;
    m_newer->setText(tr("%n new", nullptr, m_newerCount));
    m_newer->adjustSize();
    m_newer->move((viewport()->width() - m_newer->width()) / 2, style::Gap);
    m_newer->show();
    m_newer->raise();
}

void TableView::hideBlankColumns()
{
    for (int column = 0; column < model()->columnCount(); ++column) {
        // Invalid where the page decides which columns there are.
        const auto blank = model()->headerData(column, Qt::Horizontal, BlankColumnRole);
        if (blank.isValid())
            setColumnHidden(column, blank.toBool() && model()->rowCount() > 0);
    }
    fitStretch();
}

} // namespace salesdesk
