// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datapane.h"
#include "ui/finderdialog.h"
#include "ui/guidewindow.h"
#include "ui/mainwindow.h"
#include "ui/page.h"
#include "ui/screenentry.h"
#include "ui/settingspage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMessageBox>

namespace salesdesk
{

using namespace Qt::StringLiterals;

void MainWindow::buildMenus()
{
    const auto current = [this] { return page(m_screen); };
    const auto onSettings = [this](void (DataPane::*job)()) {
        return [this, job] {
            showScreen(Screen::Settings);
            auto *settings = page<SettingsPage>(Screen::Settings);
            settings->showData();
            (settings->data()->*job)();
        };
    };
    auto *file = menuBar()->addMenu(tr("&File"));
    file->addAction(icon(Symbol::Add), tr("&New Provider…"), QKeySequence(u"Ctrl+Shift+P"_s), this,
                    &MainWindow::newProvider);
    file->addSeparator();
    file->addAction(icon(Symbol::Archive), tr("&Back Up…"), QKeySequence(u"Ctrl+Shift+B"_s), this,
                    onSettings(&DataPane::askForBackup));
    file->addAction(tr("&Restore…"), QKeySequence(u"Ctrl+Alt+R"_s), this,
                    onSettings(&DataPane::askForRestore));
    file->addAction(tr("&Check Database"), QKeySequence(u"Ctrl+Alt+C"_s), this, onSettings(&DataPane::check));
    file->addSeparator();
    if (m_desktop.hasTray())
        file->addAction(tr("Close to the &Tray"), QKeySequence(u"Ctrl+W"_s), this, &QWidget::close);
    file->addAction(tr("&Quit"), QKeySequence(u"Ctrl+Q"_s), this, &MainWindow::quit);

    auto *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addAction(icon(Symbol::Filter), tr("&Go to Anything…"), QKeySequence(u"Ctrl+K"_s), this,
                    &MainWindow::openFinder);
    edit->addAction(tr("&Filter"), QKeySequence(QKeySequence::Find), this,
                    [current] { current()->focusFilter(); });
    edit->addAction(tr("One Step &Back"), QKeySequence(Qt::Key_Escape), this,
                    [current] { current()->stepBack(); });

    auto *view = menuBar()->addMenu(tr("&View"));
    for (int number = 0; number < static_cast<int>(Screen::Count); ++number) {
        const auto entry = entryOf(static_cast<Screen>(number));
        view->addAction(icon(entry.symbol), entry.name, QKeySequence(entry.key), this,
                        [this, number, current] {
                            showScreen(static_cast<Screen>(number));
                            current()->focusContent();
                        });
    }

    auto *receiver = menuBar()->addMenu(tr("&Receiver"));
    receiver->addAction(icon(Symbol::Start), tr("&Start"), QKeySequence(u"Ctrl+Shift+R"_s), this,
                        &MainWindow::startReceiver);
    receiver->addAction(icon(Symbol::Stop), tr("S&top"), QKeySequence(u"Ctrl+Shift+S"_s), this,
                        [this] { m_receiver.stop(); });
    receiver->addSeparator();
    receiver->addAction(icon(Symbol::Start), tr("Send T&est Call"), QKeySequence(u"Ctrl+Shift+T"_s), this,
                        &MainWindow::sendTestCall);
    receiver->addAction(icon(Symbol::Copy), tr("&Copy Address"), QKeySequence(u"Ctrl+Shift+C"_s), this,
                        [this] { QGuiApplication::clipboard()->setText(m_receiver.status().url); });

    auto *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(icon(Symbol::Info), tr("&Guide"), QKeySequence(u"F1"_s), this, [this] {
        auto *guide = new GuideWindow(this);
        guide->setAttribute(Qt::WA_DeleteOnClose);
        guide->show();
    });
    help->addAction(tr("&About SalesDesk"), QKeySequence(u"Ctrl+F1"_s), this, [this] {
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About SalesDesk"), {}, QMessageBox::Close, this);
        box->setObjectName(u"aboutBox"_s);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setIconPixmap(applicationIcon().pixmap(64, 64));
        box->setText(
            tr("SalesDesk %1, a webhook receiver and its administration. Qt %2. Free software under the "
               "GPL, version 3 or later.")
                .arg(QStringLiteral(SALESDESK_VERSION), QString::fromLatin1(qVersion())));
        box->open();
    });
}

} // namespace salesdesk
