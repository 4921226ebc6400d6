// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenentry.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

ScreenEntry entryOf(MainWindow::Screen screen)
{
    using Screen = MainWindow::Screen;
    switch (screen) {
    case Screen::Overview:
        return {Symbol::Overview, MainWindow::tr("Overview"), u"Ctrl+0"_s};
    case Screen::Providers:
        return {Symbol::Providers, MainWindow::tr("Providers"), u"Ctrl+1"_s};
    case Screen::Calls:
        return {Symbol::Calls, MainWindow::tr("Call Log"), u"Ctrl+2"_s};
    case Screen::Unlinked:
        return {Symbol::Unlinked, MainWindow::tr("Unlinked"), u"Ctrl+3"_s};
    case Screen::Identities:
        return {Symbol::Identities, MainWindow::tr("Identities"), u"Ctrl+4"_s};
    case Screen::Agents:
        return {Symbol::Agents, MainWindow::tr("Agents"), u"Ctrl+5"_s};
    case Screen::Teams:
        return {Symbol::Teams, MainWindow::tr("Teams"), u"Ctrl+6"_s};
    case Screen::Products:
        return {Symbol::Products, MainWindow::tr("Products"), u"Ctrl+7"_s};
    case Screen::Activities:
        return {Symbol::Activities, MainWindow::tr("Activities"), u"Ctrl+8"_s};
    case Screen::Sales:
        return {Symbol::Sales, MainWindow::tr("Sales"), u"Ctrl+9"_s};
    case Screen::Settings:
        return {Symbol::Settings, MainWindow::tr("Settings"), u"Ctrl+,"_s};
    case Screen::Count:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace salesdesk
