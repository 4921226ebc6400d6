// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/callsentences.h"
#include "model/tables/sentences.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

/// Says every sentence in capitals, and turns the places of "linking %1 to %2" round.
class Shouting final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        if (qstrcmp(context, "Sentences") != 0)
            return {};
        if (qstrcmp(text, "linking %1 to %2") == 0)
            return u"TO %2 %1"_s;
        return QString::fromUtf8(text).toUpper();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class tst_sentences final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QCoreApplication::installTranslator(&m_translator); }
    void cleanup() { QCoreApplication::removeTranslator(&m_translator); }
    void areSpoken_data();
    void areSpoken();
    void everyErrorIsKnown();
    void ofACallAreSpoken_data();
    void ofACallAreSpoken();
    void everySentenceOfACallIsKnown();

private:
    Shouting m_translator;
};

void tst_sentences::areSpoken_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("one without a place") << u"There is nothing to undo."_s << u"THERE IS NOTHING TO UNDO."_s;
    QTest::newRow("a name stays as it is")
        << u"There is a provider called \"Crm\" already. Choose another name."_s
        << u"THERE IS A PROVIDER CALLED \"Crm\" ALREADY. CHOOSE ANOTHER NAME."_s;
    QTest::newRow("a word of the model's within")
        << u"The agent needs a name."_s << u"THE AGENT NEEDS A NAME."_s;
    QTest::newRow("a sentence within a sentence, turned round")
        << u"Undone: linking agent crm:77 (Bo J.) to Bo Jansen."_s
        << u"UNDONE: TO Bo Jansen AGENT crm:77 (Bo J.)."_s;
    QTest::newRow("what looks like a place")
        << u"There is a provider called \"%1 %2\" already. Choose another name."_s
        << u"THERE IS A PROVIDER CALLED \"%1 %2\" ALREADY. CHOOSE ANOTHER NAME."_s;
    QTest::newRow("the longer of two that fit")
        << u"\"A\" was merged into \"B\". Link the agent identity \"1\" to that one."_s
        << u"\"A\" WAS MERGED INTO \"B\". LINK THE AGENT IDENTITY \"1\" TO THAT ONE."_s;
    QTest::newRow("one that is not known") << u"Bo Jansen agrees."_s << u"Bo Jansen agrees."_s;
}

void tst_sentences::areSpoken()
{
    QFETCH(QString, english);
    QFETCH(QString, shown);
    QCOMPARE(spoken(english), shown);
}

/// Where the model gives an error, its sentence is known; else a person would read English among Dutch.
void tst_sentences::everyErrorIsKnown()
{
    // A fault of the program itself.
    const QStringList internal{u"A statement was given %1 values."_s, u"SQLite has no query_only."_s};
    // Put together: as they are known here.
    const QStringList parts{u"The step cannot be %1: %2 was changed since. Set it as it should be instead."_s,
                            u"%1 takes 1 to %2 characters."_s, u"%1 takes %2."_s,
                            u"There is no %1 \"%2\". \"salesdesk %1 list\" shows them."_s};
    static const QRegularExpression error(
        u"ErrorCode::\\w+\\s*,\\s*(?:\\w+\\s*\\?\\s*)?u\"((?:[^\"\\\\]|\\\\.|\"\\s*u?\")*)\"_s(\\s*\\+\\s*cause)?"_s);
    QStringList unknown;
    int seen = 0;
    QDirIterator files(QStringLiteral(SALESDESK_SOURCE) + u"/model"_s, {u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(file.readAll());
        for (const auto &found : error.globalMatch(text)) {
            static const QRegularExpression seam(u"\"\\s*u?\""_s);
            auto sentence = found.captured(1);
            // A literal that goes on in the next line; an escaped quotation mark is none.
            sentence.replace(u"\\\""_s, u"\x01"_s).remove(seam).replace(u"\x01"_s, u"\""_s);
            if (!found.captured(2).isEmpty())
                sentence += u" (%1)"_s;
            ++seen;
            if (!isSpoken(sentence) && !internal.contains(sentence) && !parts.contains(sentence))
                unknown.append(QFileInfo(file).fileName() + u": "_s + sentence);
        }
    }
    QVERIFY(seen > 60);
    QVERIFY2(unknown.isEmpty(), qPrintable(u"Not in model/tables/sentences.cpp:\n"_s + unknown.join(u'\n')));
}

void tst_sentences::ofACallAreSpoken_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a sentence within a sentence") << u"A comma may not stand before } (line 1, column 11)."_s
                                                  << u"A COMMA MAY NOT STAND BEFORE } (LINE 1, COLUMN 11)."_s;
    QTest::newRow("two sentences that belong together")
        << u"The body's charset is latin1. Send application/json, application/x-www-form-urlencoded or "
           "multipart/form-data, in UTF-8."_s
        << u"THE BODY'S CHARSET IS latin1. SEND APPLICATION/JSON, APPLICATION/X-WWW-FORM-URLENCODED OR "
           "MULTIPART/FORM-DATA, IN UTF-8."_s;
    QTest::newRow("two that do not") << u"agent_id \"7. A\" is not known for Zap. Inc, and agent_name is "
                                        u"missing: send agent_name once, and "
                                        "the agent is created. agent_team_id \"4\" is not known for Zap. "
                                        "Inc, and agent_team_name is missing: "
                                        "send agent_team_name once, and the team is created."_s
                                     << u"agent_id \"7. A\" IS NOT KNOWN FOR Zap. Inc, AND agent_name IS "
                                        u"MISSING: SEND agent_name ONCE, AND "
                                        "THE AGENT IS CREATED. agent_team_id \"4\" IS NOT KNOWN FOR Zap. "
                                        "Inc, AND agent_team_name IS MISSING: "
                                        "SEND agent_team_name ONCE, AND THE TEAM IS CREATED."_s;
    QTest::newRow("a percent sign that is no place")
        << u"A % in the form is not followed by two hexadecimal digits: write % itself as %25."_s
        << u"A % IN THE FORM IS NOT FOLLOWED BY TWO HEXADECIMAL DIGITS: WRITE % ITSELF AS %25."_s;
    QTest::newRow("one that an older SalesDesk wrote")
        << u"It was wrong. Mend it."_s << u"It was wrong. Mend it."_s;
}

void tst_sentences::ofACallAreSpoken()
{
    QFETCH(QString, english);
    QFETCH(QString, shown);
    QCOMPARE(spokenOfCall(english), shown);
    QCOMPARE(spokenOfCall(english), shown); // from what is kept, too
}

/// Whatever makes a call's answer is known; else a person would read English among Dutch.
void tst_sentences::everySentenceOfACallIsKnown()
{
    // Not logged: health, what is said before a provider is known, and titles.
    static const QRegularExpression elsewhere(
        u"^(?:SalesDesk is shutting down|More calls wait|Send a valid API key|There is nothing at this path|"
        "There is no such provider: )"_s);
    static const QRegularExpression literal(u"u\"((?:[^\"\\\\\\n]|\\\\.|\"\\s*u?\")*)\"_s"_s);
    static const QRegularExpression seam(u"\"\\s*u?\""_s);
    static const QRegularExpression words(u"^(?:%1 |\"%1\" |[A-Za-z_-]+ )+[a-z]+ .*[a-z]"_s);
    QStringList unknown;
    int seen = 0;
    for (const auto &name :
         {u"model/intake/fieldreader.cpp"_s, u"model/intake/formbody.cpp"_s, u"model/intake/jsonbody.cpp"_s,
          u"model/intake/jsonsyntax.cpp"_s, u"model/intake/mediatype.cpp"_s, u"model/intake/multipart.cpp"_s,
          u"model/intake/field.cpp"_s, u"model/intake/readcall.cpp"_s, u"model/domain/signature.cpp"_s,
          u"receiver/admission.cpp"_s, u"receiver/callorigin.cpp"_s, u"receiver/httpconnection.cpp"_s,
          u"receiver/httpcall.cpp"_s}) {
        QFile file(QStringLiteral(SALESDESK_SOURCE) + u'/' + name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        const auto text = QString::fromUtf8(file.readAll());
        for (const auto &found : literal.globalMatch(text)) {
            auto sentence = found.captured(1);
            sentence.replace(u"\\\""_s, u"\x01"_s).remove(seam).replace(u"\x01"_s, u"\""_s);
            sentence.replace(u"\\\\"_s, u"\\"_s);
            if (!words.match(sentence).hasMatch() || elsewhere.match(sentence).hasMatch())
                continue;
            ++seen;
            if (name.endsWith(u"fieldreader.cpp"_s))
                sentence = u"%1 "_s + sentence.replace(u"%1"_s, u"%2"_s);
            if (!isSpokenOfCall(sentence.trimmed()) && !isSpokenOfCall(u"%1"_s + sentence))
                unknown.append(name + u": "_s + sentence);
        }
    }
    QVERIFY2(seen > 65, qPrintable(QString::number(seen)));
    QVERIFY2(unknown.isEmpty(),
             qPrintable(u"Not in model/tables/callsentences.cpp:\n"_s + unknown.join(u'\n')));
}

QTEST_GUILESS_MAIN(tst_sentences)
#include "tst_sentences.moc"
