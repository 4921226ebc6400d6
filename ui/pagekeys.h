// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QWidget>

namespace salesdesk
{

/// An action with a key of the page, except where a text that has the focus takes it. `owner` owns it and
/// acts.
template <typename Owner>
QAction *addPageKey(QWidget &page, Owner *owner, const QString &name, const QString &text,
                    const QKeySequence &key, void (Owner::*act)())
{
    auto *action = new QAction(text, owner);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(action, &QAction::triggered, owner, act);
    page.addActions({action});
    return action;
}

} // namespace salesdesk
