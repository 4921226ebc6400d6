// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fieldtree.h"

#include "ui/style.h"

#include <QHeaderView>
#include <QTextDocument>

namespace salesdesk
{

using namespace Qt::StringLiterals;

FieldTree::FieldTree(const QString &name, const QString &label, const QStringList &titles, QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(name);
    setAccessibleName(label);
    setHeaderLabels(titles);
    setRootIsDecorated(false);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    header()->setFont(style::caption(font()));
    header()->setSectionsMovable(false);
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
    // The last one takes what is left, and no less than its title needs.
    const int last = columnCount() - 1;
    header()->setMinimumSectionSize(header()->sectionSizeHint(last));
    setColumnWidth(last, header()->minimumSectionSize());
    const int most = fontMetrics().averageCharWidth() * 36;
    for (int column = 0; column + 1 < columnCount(); ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, qMin(columnWidth(column) + style::Margin, most));
    }
}

} // namespace salesdesk
