// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QLineEdit>
#include <QWidget>

namespace salesdesk
{

/// What a screen reader finds of a page: how many controls can be seen, and which of them have no name.
struct SeenControls {
    int count = 0;
    QStringList nameless;
};

[[nodiscard]] inline SeenControls controlsOf(const QWidget &page)
{
    SeenControls seen;
    const auto widgets = page.findChildren<QWidget *>();
    for (auto *widget : widgets) {
        const bool control =
            (widget->focusPolicy() & Qt::TabFocus) != 0 || qobject_cast<QAbstractButton *>(widget);
        // Parts of a control (a line of a box, the corner of a list) speak through it.
        if (!control || !widget->isVisible() || widget->focusProxy() ||
            qobject_cast<QLineEdit *>(widget->parentWidget()))
            continue;
        ++seen.count;
        const auto *interface = QAccessible::queryAccessibleInterface(widget);
        const bool inner = widget->objectName().startsWith(QStringLiteral("qt_"));
        if (!inner && (!interface || interface->text(QAccessible::Name).isEmpty()))
            seen.nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                 widget->objectName());
    }
    return seen;
}

} // namespace salesdesk
