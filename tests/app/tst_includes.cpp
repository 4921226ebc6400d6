// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// The one direction of ARCHITECTURE.md, read from every #include: app sees all, ui and receiver see model
/// alone, model sees itself; and the heavy modules of Qt stay in their rooms.
class TestIncludes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEdgeIsAllowed();
    void heavyModulesStayInTheirRooms_data();
    void heavyModulesStayInTheirRooms();
    void typesHaveOneMeaning();

private:
    struct Include {
        QString file; ///< "ui/page.h"
        QString what; ///< as written between the brackets
    };
    static const QList<Include> &includes();
    static QString room(const QString &file) { return file.section(u'/', 0, 0); }
};

const QList<TestIncludes::Include> &TestIncludes::includes()
{
    static const auto all = [] {
        QList<Include> found;
        static const QRegularExpression line(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s,
                                             QRegularExpression::MultilineOption);
        const QString root = QStringLiteral(SALESDESK_SOURCE);
        for (const auto &name : {u"app"_s, u"ui"_s, u"receiver"_s, u"model"_s}) {
            QDirIterator files(root + u'/' + name, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                const auto text = QString::fromUtf8(file.readAll());
                for (const auto &match : line.globalMatch(text))
                    found.append({file.fileName().sliced(root.size() + 1), match.captured(1)});
            }
        }
        return found;
    }();
    return all;
}

void TestIncludes::everyEdgeIsAllowed()
{
    const QHash<QString, QStringList> seen{
        {u"model"_s, {u"model"_s}},
        {u"receiver"_s, {u"receiver"_s, u"model"_s}},
        {u"ui"_s, {u"ui"_s, u"model"_s}},
        {u"app"_s, {u"app"_s, u"ui"_s, u"receiver"_s, u"model"_s}},
    };
    QVERIFY(includes().size() > 300);
    QStringList forbidden;
    for (const auto &[file, what] : includes()) {
        const auto target = room(what);
        const bool ours = what.contains(u'/') && seen.contains(target);
        if (ours && !seen[room(file)].contains(target))
            forbidden.append(file + u" includes "_s + what);
        if (room(file) == "receiver"_L1 && what.startsWith("model/store/"_L1))
            forbidden.append(file + u" includes "_s + what);
        if (file.startsWith("model/domain/"_L1) && ours && !what.startsWith("model/domain/"_L1))
            forbidden.append(file + u" includes "_s + what);
    }
    QVERIFY2(forbidden.isEmpty(), qPrintable(forbidden.join(u'\n')));
}

void TestIncludes::heavyModulesStayInTheirRooms_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("where");
    QTest::newRow("QtSql in the store") << u"^QSql|^QtSql"_s << u"^model/store/"_s;
    QTest::newRow("Boost in the framer") << u"^boost/"_s << u"^receiver/"_s;
    QTest::newRow("simdjson in the intake") << u"^simdjson"_s << u"^model/intake/"_s;
    QTest::newRow("libsodium in the domain") << u"^sodium"_s << u"^model/domain/"_s;
    QTest::newRow("widgets in the window")
        << u"^QWidget$|^QMainWindow$|^QDialog$|^QTableView$|^QMessageBox$|^QApplication$"_s
        << u"^(ui|app)/"_s;
    QTest::newRow("sockets outside of the model and the window")
        << u"^QTcp|^QLocal(Server|Socket)|^QSsl"_s << u"^(receiver|app)/"_s;
}

void TestIncludes::heavyModulesStayInTheirRooms()
{
    QFETCH(QString, pattern);
    QFETCH(QString, where);
    const QRegularExpression module(pattern);
    const QRegularExpression allowed(where);
    int used = 0;
    QStringList forbidden;
    for (const auto &[file, what] : includes()) {
        if (!module.match(what).hasMatch())
            continue;
        ++used;
        if (!allowed.match(file).hasMatch())
            forbidden.append(file + u" includes "_s + what);
    }
    QVERIFY(used > 0);
    QVERIFY2(forbidden.isEmpty(), qPrintable(forbidden.join(u'\n')));
}

/// Two types of one name in the one namespace are one to the linker, whichever it keeps.
void TestIncludes::typesHaveOneMeaning()
{
    static const QRegularExpression type(u"^(?:struct|class) ([A-Z]\\w*)(?: final)?(?:\\s*:[^;{]*)?\\s*\\{"_s,
                                         QRegularExpression::MultilineOption);
    QHash<QString, QStringList> headers;
    const QString root = QStringLiteral(SALESDESK_SOURCE);
    for (const auto &name : {u"app"_s, u"ui"_s, u"receiver"_s, u"model"_s}) {
        QDirIterator files(root + u'/' + name, {u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto text = QString::fromUtf8(file.readAll());
            for (const auto &match : type.globalMatch(text))
                headers[match.captured(1)].append(file.fileName());
        }
    }
    QVERIFY(headers.size() > 100);
    for (const auto &[name, files] : headers.asKeyValueRange())
        QVERIFY2(files.size() == 1, qPrintable(name + u" is in "_s + files.join(u", "_s)));
}

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
