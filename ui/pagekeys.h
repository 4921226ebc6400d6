// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QPushButton>
#include <QShortcut>
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

/// A key that checks or unchecks `button`, which is on `page`. The button's own shortcut would take the
/// keyboard from where one is.
inline void addToggleKey(QWidget &page, QPushButton &button, const QKeySequence &key)
{
    QObject::connect(new QShortcut(key, &page), &QShortcut::activated, &button, &QPushButton::toggle);
}

} // namespace salesdesk
