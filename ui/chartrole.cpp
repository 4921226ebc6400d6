// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartrole.h"

#include "ui/callchart.h"
#include "ui/calltimeline.h"

#include <QAccessibleWidget>

namespace salesdesk
{

namespace
{

QAccessibleInterface *chart(const QString &, QObject *object)
{
    if (qobject_cast<CallChart *>(object) || qobject_cast<CallTimeLine *>(object))
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Chart);
    return nullptr;
}

} // namespace

void installChartRole()
{
    QAccessible::installFactory(&chart); // once, however often
}

} // namespace salesdesk
