// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formlabel.h"

#include "ui/style.h"

#include <QLabel>
#include <QVBoxLayout>

namespace salesdesk
{

namespace
{

constexpr int labelCharacters = 25;

int firstLineHeight(const QWidget &field)
{
    if (qobject_cast<const QLabel *>(&field))
        return field.fontMetrics().height(); // however many lines it has
    if (const auto *column = qobject_cast<const QVBoxLayout *>(field.layout()))
        return column->itemAt(0)->sizeHint().height();
    return field.sizeHint().height();
}

} // namespace

void levelWith(QLabel *label, const QWidget &field)
{
    label->setFixedHeight(qMax(label->sizeHint().height(), firstLineHeight(field)));
}

QLabel *formLabel(const QString &text, const QWidget &field, QWidget *parent)
{
    auto *label = style::plainLabel(text, parent);
    label->setMinimumWidth(label->fontMetrics().averageCharWidth() * labelCharacters);
    levelWith(label, field);
    return label;
}

} // namespace salesdesk
