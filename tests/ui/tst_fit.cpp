// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is cut off: every screen in both languages, light and dark, at the usual size and at twice it.
// Pictures of all that it sees go into the folder that SALESDESK_SCREENS names.
#include "tests/ui/everydialog.h"
#include "tests/ui/everyscreen.h"

#include "ui/language.h"
#include "ui/sidebar.h"
#include "ui/style.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStyle>
#include <QTabBar>
#include <QTableView>
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
            else if (const auto *table = qobject_cast<const QTableView *>(widget))
                inspectNumbers(*table);
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
    /// Of words in a cell the whole is in a tool tip; a number that is cut off reads as another number.
    void inspectNumbers(const QTableView &table)
    {
        const auto *model = table.model();
        const int last = table.rowAt(table.viewport()->height() - 1);
        for (int column = 0; model && column < model->columnCount(); ++column) {
            const auto where = model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
            if (table.isColumnHidden(column) || !Qt::Alignment(where).testFlag(Qt::AlignRight))
                continue;
            for (int row = qMax(0, table.rowAt(0)); row <= (last < 0 ? model->rowCount() - 1 : last); ++row) {
                const auto text = model->index(row, column).data().toString();
                const int needed = table.fontMetrics().horizontalAdvance(text) + 2 * style::Gap;
                if (needed > table.columnWidth(column) + 1)
                    fault(table, text, needed, table.columnWidth(column));
            }
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
    void cleanup();

private:
    void look(QWidget &window, const QString &where);
    void inspectKeys(const QString &where);

    std::unique_ptr<Desk> m_full;
    std::unique_ptr<Desk> m_empty;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_faults;
    int m_pictures = 0;
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
        QTest::addRow("%s, 200 %% on a small screen", qPrintable(language))
            << language << false << 2 << QSize(1280, 800);
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
        if (desk == m_full.get())
            EveryDialog(*m_window, *desk, [this](QWidget &shown, const QString &where) {
                look(shown, where);
            }).visit();
        m_window.reset();
    }
    for (const auto &fault : std::as_const(m_faults))
        qWarning("%s", qPrintable(fault));
    QCOMPARE(m_faults.size(), 0);
}

void tst_fit::look(QWidget &window, const QString &where)
{
    settle(window);
    if (qEnvironmentVariableIsSet("SALESDESK_SCREENS")) {
        auto name = u"%1 %2 %3"_s.arg(QLatin1StringView(QTest::currentDataTag()))
                        .arg(++m_pictures, 3, 10, QChar(u'0'))
                        .arg(where);
        name.replace(QRegularExpression(u"[^A-Za-z0-9]+"_s), u"-"_s);
        const QDir folder(qEnvironmentVariable("SALESDESK_SCREENS"));
        QVERIFY(window.grab().save(folder.filePath(name + u".png"_s)));
    }
    Inspector inspector(where);
    inspector.inspect(window);
    m_faults += inspector.faults();
    if (&window == m_window.get())
        inspectKeys(where);
    if (window.width() > m_window->width() || window.height() > m_window->height())
        m_faults.append(u"%1: %2 x %3 is larger than the screen"_s.arg(where, QString::number(window.width()),
                                                                       QString::number(window.height())));
}

/// With the key of a menu a button of a page would do nothing.
void tst_fit::inspectKeys(const QString &where)
{
    QSet<QKeySequence> ofMenus;
    for (const auto *action : m_window->menuBar()->actions())
        ofMenus.insert(QKeySequence::mnemonic(action->text()));
    for (const auto *button : m_window->findChildren<QAbstractButton *>()) {
        const auto key = QKeySequence::mnemonic(button->text());
        if (button->window() == m_window.get() && !key.isEmpty() && ofMenus.contains(key))
            m_faults.append(u"%1: \"%2\" has the key of a menu"_s.arg(where, button->text()));
    }
}

QTEST_MAIN(tst_fit)
#include "tst_fit.moc"
