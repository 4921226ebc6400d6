// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is cut off: every screen in both languages, light and dark, at the usual size and at twice it.
#include "tests/ui/everyscreen.h"

#include "ui/datapane.h"
#include "ui/language.h"
#include "ui/queuepage.h"
#include "ui/sidebar.h"
#include "ui/style.h"
#include "ui/workstrip.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

/// What of a window's texts is cut off.
class Inspector
{
public:
    explicit Inspector(const QString &where)
        : m_where(where)
    {
    }

    void inspect(const QWidget &window)
    {
        for (const auto *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisibleTo(&window) || widget->window() != &window)
                continue;
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                inspectLabel(*label);
            else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
                inspectTabs(*tabs);
            else if (const auto *header = qobject_cast<const QHeaderView *>(widget))
                inspectHeader(*header);
            else if (const auto *choice = qobject_cast<const QComboBox *>(widget))
                inspectChoice(*choice);
            else if (const auto *list = qobject_cast<const QListWidget *>(widget))
                inspectList(*list);
            else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                inspectButton(*button);
            else if (const auto *field = qobject_cast<const QLineEdit *>(widget))
                inspectField(*field);
            inspectPlace(*widget, window);
        }
    }
    [[nodiscard]] const QStringList &faults() const { return m_faults; }

private:
    void fault(const QWidget &widget, const QString &text, int needed, int has)
    {
        const auto said = u"%1: %2 \"%3\" \"%4\" needs %5, has %6"_s.arg(
            m_where, QLatin1StringView(widget.metaObject()->className()), widget.objectName(), text,
            QString::number(needed), QString::number(has));
        if (!m_faults.contains(said))
            m_faults.append(said);
    }
    void inspectLabel(const QLabel &label)
    {
        const auto text = label.text();
        if (text.isEmpty() || label.textFormat() == Qt::RichText)
            return;
        const auto room = label.contentsRect();
        if (label.wordWrap()) {
            const auto needed = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 100'000),
                                                                 Qt::TextWordWrap | Qt::AlignLeft, text);
            if (needed.height() > room.height() + 1)
                fault(label, text, needed.height(), room.height());
            return;
        }
        const int needed = label.fontMetrics().size(Qt::TextShowMnemonic, text).width();
        if (needed > room.width() + 1)
            fault(label, text, needed, room.width());
    }
    void inspectTabs(const QTabBar &tabs)
    {
        for (int tab = 0; tab < tabs.count(); ++tab) {
            if (!tabs.isTabVisible(tab))
                continue;
            const int needed = tabs.fontMetrics().size(Qt::TextShowMnemonic, tabs.tabText(tab)).width();
            const auto rect = tabs.tabRect(tab);
            if (needed > rect.width() || rect.left() < 0 || rect.right() > tabs.width())
                fault(tabs, tabs.tabText(tab), rect.left() + needed, tabs.width());
        }
    }
    void inspectHeader(const QHeaderView &header)
    {
        if (header.orientation() != Qt::Horizontal || !header.model())
            return;
        for (int section = 0; section < header.count(); ++section) {
            if (header.isSectionHidden(section))
                continue;
            auto text = header.model()->headerData(section, Qt::Horizontal).toString();
            if (header.isSortIndicatorShown() && header.sortIndicatorSection() == section)
                text += u" ↓"_s;
            const int needed = header.fontMetrics().horizontalAdvance(text) + 2 * style::Gap;
            if (!text.isEmpty() && needed > header.sectionSize(section) + 1)
                fault(header, text, needed, header.sectionSize(section));
        }
    }
    void inspectChoice(const QComboBox &choice)
    {
        QStyleOptionComboBox option;
        option.initFrom(&choice);
        option.editable = choice.isEditable();
        const auto room = choice.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                         QStyle::SC_ComboBoxEditField, &choice);
        const int needed = choice.fontMetrics().horizontalAdvance(choice.currentText());
        if (needed > room.width() + 1)
            fault(choice, choice.currentText(), needed, room.width());
    }
    void inspectList(const QListWidget &list)
    {
        // Where the middle of a text may be left out, the whole is in its tool tip; so it is where only icons
        // are.
        const auto *bar = qobject_cast<const SideBar *>(&list);
        if (list.textElideMode() == Qt::ElideMiddle || (bar && bar->isCollapsed()))
            return;
        for (int row = 0; row < list.count(); ++row) {
            const auto text = list.item(row)->text();
            const int needed = list.fontMetrics().horizontalAdvance(text);
            if (needed > list.viewport()->width() && !text.isEmpty())
                fault(list, text, needed, list.viewport()->width());
        }
    }
    void inspectButton(const QAbstractButton &button)
    {
        if (button.text().isEmpty())
            return;
        const auto *tool = qobject_cast<const QToolButton *>(&button);
        if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
            return;
        const int icon = button.icon().isNull() ? 0 : button.iconSize().width() + style::Unit;
        const int needed = button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width() + icon;
        if (needed > button.width() || button.fontMetrics().height() > button.height())
            fault(button, button.text(), needed, button.width());
    }
    void inspectField(const QLineEdit &field)
    {
        const auto text = field.text().isEmpty() ? field.placeholderText() : QString();
        const int needed = field.fontMetrics().horizontalAdvance(text);
        if (needed > field.contentsRect().width() - 4)
            fault(field, text, needed, field.contentsRect().width() - 4);
    }
    /// Sideways out of what is round it: nobody scrolls there, or nobody can.
    void inspectPlace(const QWidget &widget, const QWidget &window)
    {
        if (!qobject_cast<const QLabel *>(&widget) && !qobject_cast<const QAbstractButton *>(&widget) &&
            !qobject_cast<const QComboBox *>(&widget) && !qobject_cast<const QLineEdit *>(&widget))
            return;
        for (const auto *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
            const int right = widget.mapTo(parent, QPoint(widget.width(), 0)).x();
            if (right > parent->width() + 1) {
                fault(widget, u"sticks out of "_s + parent->objectName(), right, parent->width());
                break;
            }
            if (parent == &window)
                break;
        }
    }

    QString m_where;
    QStringList m_faults;
};

} // namespace

class tst_fit final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void theKeysOfTheQueueFitASmallScreen();
    void cleanup();

private:
    void look(const QWidget &window, const QString &where);
    void lookAtDialog(const QString &name, const QString &where);
    void lookAtQueueDialogs();
    void lookAtProviderDialogs();
    void lookAtCallDialogs();
    void lookAtSettingsDialogs();
    void lookAtOtherDialogs();
    void trigger(const QKeySequence &key);
    void click(const QString &page, const QString &button);

    std::unique_ptr<Desk> m_full;
    std::unique_ptr<Desk> m_empty;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_faults;
};

void tst_fit::initTestCase()
{
    style::apply(*qApp);
    m_full = std::make_unique<Desk>();
    fill(*m_full);
    m_empty = std::make_unique<Desk>();
}

void tst_fit::cleanup()
{
    m_window.reset();
}

void tst_fit::nothingIsCutOff_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QSize>("size");
    for (const auto &language : {u"en"_s, u"nl"_s}) {
        for (const bool dark : {false, true}) {
            for (const int scale : {1, 2})
                QTest::addRow("%s, %s, %d %%", qPrintable(language), dark ? "dark" : "light", scale * 100)
                    << language << dark << scale << (scale == 1 ? QSize(1280, 800) : QSize(1920, 1080));
        }
        QTest::addRow("%s, narrow", qPrintable(language)) << language << false << 1 << QSize(880, 600);
    }
}

void tst_fit::nothingIsCutOff()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(int, scale);
    QFETCH(QSize, size);
    QFont font(u"DejaVu Sans"_s);
    font.setPointSizeF(10.0 * scale);
    QApplication::setFont(font);
    QApplication::setPalette(dark ? style::darkPalette() : style::lightPalette());
    language::use(language);
    m_faults.clear();
    for (auto *desk : {m_full.get(), m_empty.get()}) {
        m_window =
            std::make_unique<MainWindow>(*desk->workspace, desk->receiver, desk->desktop, desk->master);
        m_window->resize(size);
        m_window->show();
        visitEveryScreen(*m_window, [this](const QString &where) { look(*m_window, where); });
        if (desk == m_full.get()) {
            lookAtQueueDialogs();
            lookAtProviderDialogs();
            lookAtCallDialogs();
            lookAtSettingsDialogs();
            lookAtOtherDialogs();
        }
        m_window.reset();
    }
    for (const auto &fault : std::as_const(m_faults))
        qWarning("%s", qPrintable(fault));
    QCOMPARE(m_faults.size(), 0);
}

/// The queue is worked with its keys: these are all in sight also where a large font meets a small screen.
void tst_fit::theKeysOfTheQueueFitASmallScreen()
{
    QFont font(u"DejaVu Sans"_s);
    font.setPointSizeF(20);
    QApplication::setFont(font);
    for (const auto &language : {u"en"_s, u"nl"_s}) {
        language::use(language);
        m_faults.clear();
        m_window = std::make_unique<MainWindow>(*m_full->workspace, m_full->receiver, m_full->desktop,
                                                m_full->master);
        m_window->resize(1280, 800);
        m_window->show();
        m_window->showScreen(MainWindow::Screen::Unlinked);
        look(*m_window, u"the queue"_s);
        const auto faults = m_faults.filter(u"QPushButton"_s);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        m_window.reset();
    }
}

void tst_fit::look(const QWidget &window, const QString &where)
{
    settle(window);
    Inspector inspector(where);
    inspector.inspect(window);
    m_faults += inspector.faults();
}

void tst_fit::lookAtDialog(const QString &name, const QString &where)
{
    QDialog *dialog = nullptr;
    QTRY_VERIFY2((dialog = m_window->findChild<QDialog *>(name)) && dialog->isVisible(), qPrintable(name));
    look(*dialog, where);
    if (dialog->width() > m_window->width() || dialog->height() > m_window->height())
        m_faults.append(u"%1: %2 x %3 is larger than the screen"_s.arg(
            where, QString::number(dialog->width()), QString::number(dialog->height())));
    dialog->reject();
    QTRY_VERIFY2(!dialog || !m_window->findChild<QDialog *>(name) ||
                     !m_window->findChild<QDialog *>(name)->isVisible(),
                 qPrintable(name));
}

void tst_fit::click(const QString &page, const QString &button)
{
    auto *found = m_window->findChild<QWidget *>(page)->findChild<QAbstractButton *>(button);
    QVERIFY2(found, qPrintable(button));
    QTRY_VERIFY2(found->isEnabled(), qPrintable(button));
    found->click();
}

void tst_fit::lookAtQueueDialogs()
{
    m_window->showScreen(MainWindow::Screen::Unlinked);
    auto *table =
        m_window->findChild<QWidget *>(u"unlinkedPage"_s)->findChild<TableView *>(u"identityTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->setCurrentIndex(table->model()->index(0, 0));
    click(u"unlinkedPage"_s, u"bulkCreate"_s);
    lookAtDialog(u"bulkDialog"_s, u"create in bulk"_s);
    click(u"unlinkedPage"_s, u"bulkAccept"_s);
    lookAtDialog(u"bulkDialog"_s, u"accept in bulk"_s);
    click(u"unlinkedPage"_s, u"link"_s);
    lookAtDialog(u"entityChooser"_s, u"choose"_s);
    click(u"unlinkedPage"_s, u"history"_s);
    lookAtDialog(u"historyDialog"_s, u"history"_s);
    QFile sheet(m_full->folder.filePath(u"sheet.csv"_s));
    QVERIFY(sheet.open(QIODevice::WriteOnly));
    sheet.write("identity,external_id,decision,entity\r\n1,70,create,\r\n1,70,marry,\r\n2,4,ignore,\r\n"
                "3,nobody,link,Bo Jansen\r\n4,,,\r\n");
    sheet.close();
    m_window->findChild<QueuePage *>()->importFrom(sheet.fileName());
    lookAtDialog(u"importDialog"_s, u"import"_s);
}

void tst_fit::trigger(const QKeySequence &key)
{
    for (auto *action : m_window->findChildren<QAction *>()) {
        if (action->shortcut() == key)
            action->trigger();
    }
}

void tst_fit::lookAtProviderDialogs()
{
    const auto page = u"providersPage"_s;
    m_window->showScreen(MainWindow::Screen::Providers);
    auto *name = m_window->findChild<QLabel *>(u"providerName"_s);
    QTRY_VERIFY(!name->text().isEmpty());
    click(page, u"newProvider"_s);
    auto *dialog = m_window->findChild<QDialog *>(u"newProviderDialog"_s);
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(name->text());
    dialog->findChild<QPushButton *>(u"create"_s)->click();
    QTRY_VERIFY(dialog->findChild<QFrame *>(u"banner"_s)->isVisible()); // the name is taken
    lookAtDialog(u"newProviderDialog"_s, u"new provider"_s);
    const auto more = m_window->findChild<QToolButton *>(u"providerMore"_s)->menu()->actions();
    more.at(0)->trigger();
    lookAtDialog(u"renameDialog"_s, u"rename"_s);
    more.at(1)->trigger();
    lookAtDialog(u"archiveBox"_s, u"archive"_s);
    click(page, u"addKey"_s);
    lookAtDialog(u"addKeyDialog"_s, u"add a key"_s);
    click(page, u"revokeKey"_s);
    lookAtDialog(u"revokeBox"_s, u"revoke"_s);
    click(page, u"revealKey"_s);
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"revealedKey"_s)->isVisible());
    look(*m_window, u"a revealed key"_s);
    m_window->showScreen(MainWindow::Screen::Overview);
    click(u"overviewPage"_s, u"addMetric"_s);
    lookAtDialog(u"metricDialog"_s, u"metric"_s);
}

void tst_fit::lookAtCallDialogs()
{
    m_window->showScreen(MainWindow::Screen::Calls);
    settle(*m_window);
    auto *page = m_window->findChild<QWidget *>(u"callLogPage"_s);
    auto *table = page->findChild<TableView *>(u"callTable"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    auto *rehearse = page->findChild<QAction *>(u"rehearse"_s);
    QTRY_VERIFY(rehearse->isEnabled());
    rehearse->trigger();
    lookAtDialog(u"rehearsalDialog"_s, u"dry run"_s);
    click(u"callLogPage"_s, u"failures"_s);
    look(*m_window, u"failures"_s);
    click(u"callLogPage"_s, u"failures"_s);
}

void tst_fit::lookAtSettingsDialogs()
{
    m_window->showScreen(MainWindow::Screen::Settings);
    auto *tabs = m_window->findChild<QTabWidget *>(u"settingTabs"_s);
    tabs->setCurrentIndex(0);
    auto *address = m_window->findChild<QLineEdit *>(u"listen.address"_s);
    address->selectAll();
    QTest::keyClicks(address, u"0.0.0.0"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"exposureBanner"_s)->isVisible());
    look(*m_window, u"an address for everybody"_s);
    m_window->findChild<QWidget *>(u"exposureBanner"_s)
        ->findChild<QAbstractButton *>(u"bannerClose"_s)
        ->click();
    tabs->setCurrentIndex(tabs->count() - 1);
    // (Choosing a file is a dialog of the desktop's, or Qt's.)
    m_window->findChild<DataPane *>(u"dataPane"_s)->restore(u"/backups/salesdesk-2026-11-20.db"_s);
    lookAtDialog(u"restoreBox"_s, u"restore"_s);
    auto *strip = m_window->findChild<DataPane *>(u"dataPane"_s)->findChild<WorkStrip *>();
    strip->begin(u"The backup is being made and verified."_s, 0);
    QTRY_VERIFY(strip->isVisible());
    look(*m_window, u"long work"_s);
    strip->end();
}

void tst_fit::lookAtOtherDialogs()
{
    trigger(QKeySequence(u"Ctrl+K"_s));
    m_window->findChild<QLineEdit *>(u"finderText"_s)->setText(u"deal"_s);
    QTRY_VERIFY(m_window->findChild<QListWidget *>(u"finderList"_s)->count() > 0);
    lookAtDialog(u"finder"_s, u"finder"_s);
    trigger(QKeySequence(u"Ctrl+F1"_s));
    lookAtDialog(u"aboutBox"_s, u"about"_s);
    trigger(QKeySequence(u"F1"_s));
    lookAtDialog(u"guide"_s, u"guide"_s);
    m_window->showScreen(MainWindow::Screen::Agents);
    settle(*m_window);
    click(u"agentsPage"_s, u"addEntity"_s);
    lookAtDialog(u"entityDialog"_s, u"new agent"_s);
    auto *agents = m_window->findChild<QWidget *>(u"agentsPage"_s)->findChild<TableView *>(u"entityTable"_s);
    agents->setCurrentIndex(agents->model()->index(0, 0));
    click(u"agentsPage"_s, u"mergeEntity"_s);
    lookAtDialog(u"entityChooser"_s, u"merge"_s);
    click(u"agentsPage"_s, u"editEntity"_s);
    lookAtDialog(u"entityDialog"_s, u"edit agent"_s);
}

QTEST_MAIN(tst_fit)
#include "tst_fit.moc"
