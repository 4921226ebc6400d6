// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datapane.h"

#include "model/store/maintenance.h"
#include "model/tables/sentences.h"
#include "ui/copyfield.h"
#include "ui/formlabel.h"
#include "ui/style.h"
#include "ui/workstrip.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

DataPane::DataPane(Page &page, DesktopControl &desktop, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_desktop(desktop)
    , m_strip(new WorkStrip(this))
{
    setObjectName(u"dataPane"_s);
    const auto &folder = page.workspace().folder();
    auto *where = new CopyField(u"dataFolder"_s, this);
    where->setLabel(tr("Data folder"));
    where->setText(QDir::toNativeSeparators(folder));
    const bool inFile = desktop.keyPlace() == DesktopControl::KeyPlace::File;
    auto *key = style::plainLabel(
        inFile ? tr("In the file master.key in the data folder. Keep a copy of it with your backups: without "
                    "it, keys work but cannot be shown.")
               : tr("In the desktop's keychain. On another computer, keys work but cannot be shown."),
        this);
    key->setObjectName(u"keyPlace"_s);
    key->setWordWrap(true);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(style::Margin);
    grid->setVerticalSpacing(style::Margin);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString &label, QWidget *widget) {
        grid->addWidget(formLabel(label, *widget, this), row, 0, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(widget, row++, 1);
    };
    const auto addWork = [&](const QString &label, const QString &name, const QString &verb,
                             const QString &note, void (DataPane::*action)()) {
        auto *button = new QPushButton(verb, this);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, action);
        m_buttons.append(button);
        auto *text = style::mutedLabel(note, this);
        text->setFont(style::caption(font()));
        text->setWordWrap(true);
        auto *box = new QWidget(this);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(style::Unit);
        column->addWidget(button, 0, Qt::AlignLeft);
        column->addWidget(text);
        add(label, box);
    };
    add(tr("Data folder"), where);
    add(tr("Master key"), key);
    addWork(tr("Backup"), u"backUp"_s, tr("Back Up…"),
            tr("A consistent copy of the database, made and verified while calls come in."),
            &DataPane::askForBackup);
    addWork(tr("Check"), u"checkData"_s, tr("Check"),
            tr("Reads the whole database, and compares counts and sums with the records."), &DataPane::check);
    addWork(tr("Restore"), u"restoreData"_s, tr("Restore…"),
            tr("Puts a backup in the database's place. What is there now is kept beside it."),
            &DataPane::askForRestore);

    connect(m_strip, &WorkStrip::cancelled, this, [this] { m_stop->store(true); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, style::Margin, style::Margin, style::Margin);
    column->setSpacing(style::Gap);
    column->addLayout(grid);
    column->addSpacing(style::Gap);
    column->addWidget(m_strip);
    column->addStretch(1);
}

DataPane::~DataPane()
{
    if (!m_strip->isBusy())
        return;
    m_stop->store(true);
    m_wait();
}

template <typename T, typename Then>
void DataPane::work(const QString &sentence, const std::function<QFuture<Result<T>>(const StopFlag &)> &begin,
                    Then then)
{
    m_stop = std::make_shared<std::atomic_bool>(false);
    const auto future = begin(m_stop);
    m_wait = [running = future]() mutable { running.waitForFinished(); };
    m_page.banner()->hide();
    m_strip->begin(sentence, 0);
    for (auto *button : std::as_const(m_buttons))
        button->setEnabled(false);
    whenFinished(future, this, [this, then](const Result<T> &answer) {
        m_strip->end();
        for (auto *button : std::as_const(m_buttons))
            button->setEnabled(true);
        if (answer.ok())
            then(*answer);
        else if (m_stop->load())
            m_page.banner()->showMessage(Tone::Info, tr("Cancelled. Nothing was changed."));
        else
            m_page.banner()->showFailure(answer.error());
    });
}

void DataPane::askForBackup()
{
    const auto name = u"salesdesk-%1.db"_s.arg(QDateTime::currentDateTime().toString(u"yyyy-MM-dd-HHmm"_s));
    auto *dialog = new QFileDialog(this, tr("Back Up"), QDir::homePath(), tr("Databases (*.db)"));
    dialog->setObjectName(u"backupDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // An existing file is never overwritten: the copy says so itself.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &DataPane::backUp);
    dialog->open();
}

void DataPane::backUp(const QString &file)
{
    work<Done>(
        tr("The backup is being made and verified."),
        [this, file](const StopFlag &stop) { return backupAside(m_page.workspace().folder(), file, stop); },
        [this, file](Done) {
            m_page.banner()->showMessage(Tone::Good,
                                         tr("The backup %1 is made and verified: %2.")
                                             .arg(QDir::toNativeSeparators(file),
                                                  QLocale().formattedDataSize(QFileInfo(file).size())));
        });
}

void DataPane::check()
{
    work<QStringList>(
        tr("The database is being checked."),
        [this](const StopFlag &stop) { return checkAside(m_page.workspace().folder(), stop); },
        [this](const QStringList &problems) {
            if (problems.isEmpty()) {
                m_page.banner()->showMessage(Tone::Good, tr("The database is sound."));
                return;
            }
            QStringList first;
            for (const auto &problem : problems.mid(0, 3))
                first.append(spoken(problem));
            m_page.banner()->showError(tr("The database is not sound. Restore a backup. %n problem(s): %1",
                                          nullptr, static_cast<int>(problems.size()))
                                           .arg(first.join(u' ')));
        });
}

void DataPane::askForRestore()
{
    auto *dialog =
        new QFileDialog(this, tr("Restore"), QDir::homePath(), tr("Databases (*.db);;All files (*)"));
    dialog->setObjectName(u"restoreDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DataPane::restore);
    dialog->open();
}

void DataPane::restore(const QString &file)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Restore"), {}, QMessageBox::Cancel, this);
    box->setObjectName(u"restoreBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(
        tr("Put %1 in the place of the database? The receiver stops for a moment, and what came in after "
           "that backup is not in it. The present database is kept as salesdesk.db.before-restore.")
            .arg(QDir::toNativeSeparators(file)));
    box->setDefaultButton(QMessageBox::Cancel);
    auto *yes = box->addButton(tr("Restore"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, file] { stage(file); });
    box->open();
}

void DataPane::stage(const QString &file)
{
    // While the receiver goes on: only putting the copy in place makes it stop.
    work<Done>(
        tr("The backup is being verified and copied."),
        [this, file](const StopFlag &stop) {
            return stageRestoreAside(file, m_page.workspace().folder(), stop);
        },
        [this](Done) { m_desktop.restore(); });
}

} // namespace salesdesk
