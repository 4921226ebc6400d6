// SPDX-License-Identifier: GPL-3.0-or-later
// The .ts files are complete and of the present source, and the program speaks what they say.
#include "model/tables/linktexts.h"
#include "ui/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_translations final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areComplete_data();
    void areComplete();
    void keepWhatTheSourceHas_data() { areComplete_data(); }
    void keepWhatTheSourceHas();
    void theGuidesSayTheSame();
    void speakTheLanguageThatIsSet();
    void followTheSystemWhenNothingIsSet();

private:
    struct Message {
        QString context;
        QString source;
        QString comment;
        QString state; ///< "", "unfinished", "vanished" or "obsolete"
        QStringList translations;
        bool plural = false;
        [[nodiscard]] QString key() const { return context + u'|' + source + u'|' + comment; }
    };
    static QString file(const QString &language)
    {
        return QStringLiteral(SALESDESK_SOURCE "/resources/translations/salesdesk_%1.ts").arg(language);
    }
    static QList<Message> messages(const QString &path)
    {
        QFile in(path);
        if (!in.open(QIODevice::ReadOnly))
            return {};
        QXmlStreamReader xml(&in);
        QList<Message> all;
        QString context;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto element = xml.name();
            if (element == "name"_L1)
                context = xml.readElementText();
            else if (element == "message"_L1)
                all.append({context, {}, {}, {}, {}, xml.attributes().value("numerus"_L1) == "yes"_L1});
            else if (element == "source"_L1)
                all.last().source = xml.readElementText();
            else if (element == "comment"_L1)
                all.last().comment = xml.readElementText();
            else if (element == "translation"_L1) {
                all.last().state = xml.attributes().value("type"_L1).toString();
                if (!all.last().plural)
                    all.last().translations.append(xml.readElementText());
            } else if (element == "numerusform"_L1)
                all.last().translations.append(xml.readElementText());
        }
        return xml.hasError() ? QList<Message>() : all;
    }
    /// The placeholders of a text, sorted: "%1", "%n".
    static QStringList placeholders(const QString &text)
    {
        static const QRegularExpression place(u"%(?:[1-9]|n)"_s);
        QStringList all;
        for (const auto &found : place.globalMatch(text))
            all.append(found.captured());
        all.sort();
        return all;
    }
    static qsizetype mnemonics(const QString &text)
    {
        static const QRegularExpression mnemonic(u"&\\w"_s);
        return text.count(mnemonic);
    }
};

void tst_translations::areComplete_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("Dutch") << u"nl"_s;
    QTest::newRow("English, its plurals alone") << u"en"_s;
}

void tst_translations::areComplete()
{
    QFETCH(QString, language);
    const QTemporaryDir folder;
    const auto copy = folder.filePath(u"fresh_%1.ts"_s.arg(language));
    QVERIFY(QFile::copy(file(language), copy));
    const QString root = QStringLiteral(SALESDESK_SOURCE);
    QStringList arguments{u"-I"_s, root, u"-locations"_s, u"none"_s, u"-no-ui-lines"_s, u"-silent"_s};
    if (language == "en"_L1)
        arguments += u"-pluralonly"_s;
    for (const auto &room : {u"app"_s, u"ui"_s, u"model"_s, u"receiver"_s})
        arguments += root + u'/' + room;
    QProcess lupdate;
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(SALESDESK_LUPDATE), arguments + QStringList{u"-ts"_s, copy});
    QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
    QCOMPARE(lupdate.exitCode(), 0);
    const auto said = QString::fromLocal8Bit(lupdate.readAll());
    QVERIFY2(!said.contains("lacks Q_OBJECT"_L1) && !said.contains("Cannot evaluate"_L1), qPrintable(said));

    QStringList faults;
    const auto all = messages(copy);
    QVERIFY(all.size() > (language == "en"_L1 ? 2 : 500));
    for (const auto &message : all) {
        if (!message.state.isEmpty())
            faults.append(u"%1: %2"_s.arg(message.state, message.key()));
        else if (message.translations.isEmpty() || message.translations.contains(QString()))
            faults.append(u"missing: %1"_s.arg(message.key()));
    }
    QVERIFY2(faults.isEmpty(),
             qPrintable(u"cmake --build build/dev --target translations, then translate:\n"_s +
                        faults.join(u'\n')));
}

void tst_translations::keepWhatTheSourceHas()
{
    QFETCH(QString, language);
    QStringList faults;
    for (const auto &message : messages(file(language))) {
        for (const auto &text : message.translations) {
            const auto &source = message.source;
            const auto same = [&](const QString &end) { return source.endsWith(end) == text.endsWith(end); };
            if (placeholders(source) != placeholders(text))
                faults.append(u"placeholders: %1"_s.arg(message.key()));
            if (mnemonics(source) != mnemonics(text))
                faults.append(u"mnemonic: %1"_s.arg(message.key()));
            if (!same(u"…"_s) || !same(u"."_s) || !same(u" "_s) ||
                source.startsWith(u' ') != text.startsWith(u' '))
                faults.append(u"beginning or end: %1"_s.arg(message.key()));
            if (text.contains(u'!'))
                faults.append(u"exclamation mark: %1"_s.arg(message.key()));
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

/// Chapter by chapter: headings, rows of tables, steps, and what stands between backquotes.
void tst_translations::theGuidesSayTheSame()
{
    const auto outline = [](const QString &name) {
        QStringList lines;
        QFile file(QStringLiteral(SALESDESK_SOURCE "/resources/guide/") + name);
        if (!file.open(QIODevice::ReadOnly))
            return lines;
        static const QRegularExpression code(u"`[^`]+`"_s);
        const auto text = QString::fromUtf8(file.readAll());
        for (const auto &line : text.split(u'\n')) {
            if (line.startsWith(u'#'))
                lines.append(line.section(u' ', 0, 0));
            else if (line.startsWith(u"    "_s))
                lines.append(line); // an example, word for word
            else if (line.startsWith(u'|'))
                lines.append(u"row of %1"_s.arg(line.count(u'|')));
            else if (!line.isEmpty() && line.at(0).isDigit())
                lines.append(line.section(u'.', 0, 0));
        }
        QStringList codes;
        for (const auto &found : code.globalMatch(text))
            codes.append(found.captured());
        codes.sort(); // a language's order of words is its own
        return lines + codes;
    };
    const auto english = outline(u"guide.md"_s);
    QVERIFY(english.size() > 100);
    QCOMPARE(outline(u"guide_nl.md"_s), english);
}

void tst_translations::speakTheLanguageThatIsSet()
{
    const auto settings = [] { return QCoreApplication::translate("salesdesk::SettingsPage", "Settings"); };
    const auto fresh = [](int count) {
        return QCoreApplication::translate("salesdesk::TableView", "%Ln new", {}, count);
    };
    const auto cancel = [] { return QCoreApplication::translate("QPlatformTheme", "Cancel"); };
    language::use(u"nl"_s);
    QCOMPARE(settings(), u"Instellingen"_s);
    QCOMPARE(fresh(2), u"2 nieuwe"_s);
    QCOMPARE(cancel(), u"Annuleren"_s); // Qt's own
    QCOMPARE(QLocale().toString(1234.5, 'f', 1), u"1.234,5"_s);
    QCOMPARE(deciderText(u"e-mail rule"_s), u"e-mailregel"_s); // stored in English
    QCOMPARE(deciderText(u"team rule"_s), u"teamregel"_s);
    QCOMPARE(deciderText(u"anna"_s), u"anna"_s);
    language::use(u"en"_s);
    QCOMPARE(settings(), u"Settings"_s);
    QCOMPARE(fresh(2), u"2 new"_s);
    QCOMPARE(cancel(), u"Cancel"_s);
    QCOMPARE(QCoreApplication::translate("salesdesk::Tray", "%n refused call(s) not looked at yet", {}, 1),
             u"1 refused call not looked at yet"_s);
    QCOMPARE(QLocale().decimalPoint(), u"."_s);
}

void tst_translations::followTheSystemWhenNothingIsSet()
{
    QCOMPARE(language::meantBy(u"nl"_s), u"nl"_s);
    QCOMPARE(language::meantBy(u"en"_s), u"en"_s);
    QCOMPARE(language::meantBy({}), u"en"_s); // the tests' system speaks none of the two
}

QTEST_GUILESS_MAIN(tst_translations)
#include "tst_translations.moc"
