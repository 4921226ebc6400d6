// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/filleddesk.h"

#include "model/tables/livetablemodel.h"
#include "ui/mainwindow.h"
#include "ui/tableview.h"

#include <QCoreApplication>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

namespace salesdesk
{

/// Until what is shown has been read and laid out.
inline void settle(const QWidget &window)
{
    for (const auto *table : window.findChildren<TableView *>()) {
        if (const auto *model = qobject_cast<LiveTableModel *>(table->model()); model && table->isVisible())
            QTRY_VERIFY2(model->isLoaded(),
                         qPrintable(table->objectName() + table->parentWidget()->objectName()));
    }
    for (int round = 0; round < 5; ++round)
        QCoreApplication::processEvents();
}

/// Calls `look` with the name of every screen, and of every tab on it, while it is shown, the first row of
/// its tables chosen.
template <typename Look>
void visitEveryScreen(MainWindow &window, Look look)
{
    for (int number = 0; number < static_cast<int>(MainWindow::Screen::Count); ++number) {
        window.showScreen(static_cast<MainWindow::Screen>(number));
        settle(window);
        for (auto *table : window.findChildren<TableView *>()) {
            if (table->isVisible() && table->model()->rowCount() > 0)
                table->setCurrentIndex(table->model()->index(0, 0));
        }
        settle(window);
        const auto name = QStringLiteral("screen %1").arg(number);
        look(name);
        for (auto *tabs : window.findChildren<QTabWidget *>()) {
            for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
                if (!tabs->isTabVisible(tab))
                    continue;
                tabs->setCurrentIndex(tab);
                settle(window);
                look(name + QStringLiteral(", tab %1").arg(tab));
            }
        }
        auto *forms = window.findChild<QTabBar *>(QStringLiteral("kitForms"));
        for (int form = 1; forms->isVisible() && form < forms->count(); ++form) {
            forms->setCurrentIndex(form);
            settle(window);
            look(name + QStringLiteral(", form %1").arg(form));
        }
    }
}

} // namespace salesdesk
