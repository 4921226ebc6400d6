// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees in Dutch is Dutch: what is the same in both languages is neither's, or is named here.
#include "tests/ui/everydialog.h"
#include "tests/ui/everyscreen.h"

#include "model/store/connection.h"
#include "ui/language.h"
#include "ui/style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabBar>

#include <algorithm>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

/// Every text of a window: what is written, what appears under the pointer, and what a screen reader says.
class Texts
{
public:
    void takeFrom(const QWidget &window, const QString &where)
    {
        m_where = where;
        for (const auto *action : window.findChildren<QAction *>()) {
            take(action->text());
            take(action->toolTip());
        }
        for (const auto *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisibleTo(&window))
                continue;
            take(widget->toolTip());
            take(widget->accessibleName());
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                take(label->text());
            else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                take(button->text());
            else if (const auto *field = qobject_cast<const QLineEdit *>(widget))
                take(field->placeholderText());
            else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
                takeTabs(*tabs);
            else if (const auto *choice = qobject_cast<const QComboBox *>(widget))
                takeRows(*choice->model());
            else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
                     view && view->model())
                takeRows(*view->model());
        }
    }
    [[nodiscard]] const QHash<QString, QString> &all() const { return m_all; }

private:
    void take(const QString &text)
    {
        static const QRegularExpression breaks(u"\\n|<br>|</?p>"_s);
        for (const auto &part : text.split(breaks)) {
            const auto line = part.simplified();
            if (line.isEmpty())
                continue;
            m_all.insert(line, m_where);
            for (const auto &piece : line.split(u" · "_s))
                m_all.insert(piece, m_where);
        }
    }
    void takeTabs(const QTabBar &tabs)
    {
        for (int tab = 0; tab < tabs.count(); ++tab)
            take(tabs.tabText(tab));
    }
    void takeRows(const QAbstractItemModel &model)
    {
        for (int column = 0; column < model.columnCount(); ++column) {
            take(model.headerData(column, Qt::Horizontal).toString());
            for (int row = 0; row < model.rowCount(); ++row) {
                take(model.index(row, column).data().toString());
                take(model.index(row, column).data(Qt::ToolTipRole).toString());
            }
        }
    }

    QString m_where;
    QHash<QString, QString> m_all; ///< the text, and where it was seen
};

/// What people and senders wrote, and what the log keeps word for word: it is shown as it is.
QStringList dataOf(Desk &desk)
{
    auto read = desk.workspace->read<QStringList>([](Connection &db) -> Result<QStringList> {
        QStringList all;
        for (const auto &table : {u"provider"_s, u"api_key"_s, u"entity"_s, u"identity"_s, u"activity"_s,
                                  u"sale"_s, u"call"_s, u"call_content"_s}) {
            auto columns = db.query(u"SELECT name FROM pragma_table_info(?)"_s, {table});
            QStringList names;
            while (columns.ok() && columns->next())
                names.append(u"CAST("_s + columns->text(0) + u" AS TEXT)"_s);
            auto rows = db.query(u"SELECT %1 FROM %2"_s.arg(names.join(u','), table));
            while (rows.ok() && rows->next()) {
                for (int column = 0; column < names.size(); ++column)
                    all.append(rows->text(column).simplified());
            }
        }
        return all;
    });
    return read.result().value();
}

} // namespace

class tst_dutch final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsTranslated();
};

void tst_dutch::everyTextIsTranslated()
{
    style::apply(*qApp);
    Desk full;
    fill(full);
    Desk empty;
    const auto read = [&](const QString &language) {
        language::use(language);
        Texts texts;
        for (auto *desk : {&full, &empty}) {
            MainWindow window(*desk->workspace, desk->receiver, desk->desktop, desk->master);
            window.resize(1600, 1000);
            window.show();
            visitEveryScreen(window, [&](const QString &where) { texts.takeFrom(window, where); });
            if (desk == &full)
                EveryDialog(window, *desk, [&texts](const QWidget &shown, const QString &where) {
                    texts.takeFrom(shown, where);
                }).visit();
        }
        return texts.all();
    };
    const auto english = read(u"en"_s);
    const auto dutch = read(u"nl"_s);
    QVERIFY(english.size() > 500);
    QVERIFY(dutch.size() > 500);
    const auto data = dataOf(full);
    QVERIFY(data.size() > 1000);
    const auto written = data.join(u'\n');
    const auto isOneOf = [&](const QString &text) {
        return data.contains(text) || (text.size() > 20 && written.contains(text.simplified()));
    };
    const auto isData = [&](const QString &text) {
        const auto parts = text.split(u" · "_s);
        return isOneOf(text) || std::all_of(parts.cbegin(), parts.cend(), isOneOf);
    };
    // Names of HTTP, of fields and of formats, and words of both languages.
    static const QRegularExpression same(
        u"^(?:"
        // words of both languages
        "SalesDesk|Teams?|Products?|Status|Type|Score|Records?|Filter|Start|Webhooks?|Label|Later|Help|bytes|"
        "Teams \\(Ctrl\\+6\\)|Filter \\(Ctrl\\+F\\)|product|team|E-mail|In conflict|\\d+ "
        "(?:records|teams?)|Gas, m³|In UTC|Headers?|"
        // keys, and what names an identity
        "Ctrl\\+.|Zapier webhooks, ID \\d+|"
        // moments, and what a filter is made of
        "\\d{4}-\\d\\d-\\d\\d .*|(?:status|endpoint|since):\\S+|unlinked|cancelled|"
        // languages name themselves
        "English|Nederlands|"
        // programs and formats
        "curl|Make|PowerShell|Zapier(?: webhooks)?|CSV…|HAR 1.2…|JSON Lines…|JSON|"
        // a key's beginning and end; fields; heads of HTTP
        "sdk_\\S+|agent|provider|moment|type|value|energy_meta\\.\\S+|true|Authorization|Host|Bearer .*|"
        "[a-z]+(?:_[a-z]+)+|[A-Z][a-z]+(?:-[A-Z][a-z]+)+"
        ")$"_s);
    static const QRegularExpression word(u"\\p{L}{3,}"_s);
    QStringList untranslated;
    for (auto it = dutch.cbegin(); it != dutch.cend(); ++it) {
        auto plain = it.key();
        plain.remove(u'&'); // of a key
        if (english.contains(it.key()) && word.match(plain).hasMatch() && !same.match(plain).hasMatch() &&
            !isData(it.key()))
            untranslated.append(it.value() + u": "_s + it.key());
    }
    untranslated.sort();
    for (const auto &text : std::as_const(untranslated))
        qWarning("%s", qPrintable(text));
    QCOMPARE(untranslated.size(), 0);
}

QTEST_MAIN(tst_dutch)
#include "tst_dutch.moc"
