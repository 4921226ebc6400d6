// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fieldtree.h"

#include "ui/captionheader.h"
#include "ui/style.h"

#include <QResizeEvent>
#include <QStyledItemDelegate>
#include <QTextDocument>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

// A body can be one value of 64 KiB.
constexpr int mostLinesOfCell = 6;
constexpr qsizetype mostCharacters = 1000;
constexpr qsizetype longWord = 20; // such as an address, that may go on in the next line anywhere

/// As wide as the text in one line, and as high as it is at the width of its column.
class WrappingDelegate final : public QStyledItemDelegate
{
public:
    explicit WrappingDelegate(FieldTree *tree)
        : QStyledItemDelegate(tree)
        , m_tree(*tree)
    {
    }

    [[nodiscard]] QString displayText(const QVariant &value, const QLocale &) const override
    {
        const auto text = value.toString();
        QString shown;
        qsizetype word = 0;
        for (qsizetype end = 0; end <= qMin(text.size(), mostCharacters); ++end) {
            if (end < qMin(text.size(), mostCharacters) && !text[end].isSpace())
                continue;
            for (const auto character : QStringView(text).mid(word, end - word)) {
                shown += character;
                if (end - word > longWord && !character.isHighSurrogate())
                    shown += QChar(0x200B); // a place to break that is not seen
            }
            if (end < text.size())
                shown += text[end];
            word = end + 1;
        }
        return text.size() > mostCharacters ? shown + u'…' : shown;
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool spanned = index.column() == 0 && m_tree.isFirstColumnSpanned(index.row(), index.parent());
        int room = spanned ? m_tree.viewport()->width() : m_tree.columnWidth(index.column());
        if (index.column() == 0) {
            for (auto up = m_tree.rootIsDecorated() ? index : index.parent(); up.isValid(); up = up.parent())
                room -= m_tree.indentation();
        }
        auto wrapped = option;
        wrapped.rect = QRect(0, 0, room, 1);
        const int high = QStyledItemDelegate::sizeHint(wrapped, index).height();
        auto whole = option;
        whole.features.setFlag(QStyleOptionViewItem::WrapText, false);
        const auto line = QStyledItemDelegate::sizeHint(whole, index);
        return {spanned ? 0 : line.width(),
                qBound(line.height(), high, line.height() * mostLinesOfCell) + style::Unit};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->displayAlignment = option->decorationAlignment = Qt::AlignLeft | Qt::AlignTop;
    }

private:
    const FieldTree &m_tree;
};

} // namespace

FieldTree::FieldTree(const QString &name, const QString &label, const QStringList &titles, QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(name);
    setAccessibleName(label);
    auto *header = new CaptionHeader(this);
    header->setStretchLastSection(true);
    header->setInset(style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1);
    setHeader(header);
    setHeaderLabels(titles);
    setItemDelegate(new WrappingDelegate(this));
    setWordWrap(true);
    setRootIsDecorated(false);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideRight);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the columns share what there is
    connect(header, &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
    fitColumns();
}

QTreeWidgetItem *FieldTree::addRow(const QStringList &texts, QTreeWidgetItem *under)
{
    auto *item = under ? new QTreeWidgetItem(under, texts) : new QTreeWidgetItem(this, texts);
    for (int column = 0; column < texts.size(); ++column)
        item->setToolTip(column, Qt::convertFromPlainText(texts[column]));
    return item;
}

QTreeWidgetItem *FieldTree::addChange(const FieldChange &change, QTreeWidgetItem *under)
{
    const auto nothing = u"—"_s;
    auto *item =
        addRow({change.field, change.before.value_or(nothing), change.after.value_or(nothing)}, under);
    item->setForeground(1, style::color(change.before ? Tone::Bad : Tone::Muted, palette()));
    item->setForeground(2, style::color(change.after ? Tone::Good : Tone::Muted, palette()));
    return item;
}

void FieldTree::addNote(const QString &sentence, QTreeWidgetItem *under)
{
    addRow({sentence}, under)->setFirstColumnSpanned(true);
}

void FieldTree::fitColumns()
{
    const int last = columnCount() - 1;
    const int room = viewport()->width();
    QList<int> titles;
    QList<int> widths;
    for (int column = 0; column <= last; ++column) {
        titles.append(header()->fontMetrics().horizontalAdvance(headerItem()->text(column)) + 2 * style::Gap +
                      style::Unit);
        widths.append(qMax(sizeHintForColumn(column) + style::Gap, titles.last()));
    }
    // The last one has what words there are. No title is cut off.
    const int others = room - qMax(qMin(widths.at(last), room * 2 / 5), titles.at(last));
    int most = room;
    const auto widthOf = [&](int column) { return qMax(qMin(widths.at(column), most), titles.at(column)); };
    const auto taken = [&] {
        int sum = 0;
        for (int column = 0; column < last; ++column)
            sum += widthOf(column);
        return sum;
    };
    while (most > header()->minimumSectionSize() && taken() > others)
        --most;
    for (int column = 0; column < last; ++column)
        setColumnWidth(column, widthOf(column));
    fitHeight();
}

void FieldTree::growTo(int lines)
{
    m_mostLines = lines;
    fitHeight();
}

void FieldTree::fitHeight()
{
    if (m_mostLines == 0)
        return;
    int high = header()->sizeHint().height();
    for (int row = 0; row < topLevelItemCount(); ++row)
        high += indexRowSizeHint(model()->index(row, 0));
    const int line = fontMetrics().height() + style::Unit;
    setMinimumHeight(qMin(high + line, m_mostLines * line));
}

void FieldTree::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitColumns();
}

} // namespace salesdesk
