// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

/// What is installed beside the program says the same as the program: completions and man page name every
/// command and option of the table of commands, and the desktop's files are valid.
class TestPackaging final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manPageNamesEveryCommand();
    void completesEveryCommand_data();
    void completesEveryCommand();
    void zshKnowsEveryCommand();
    void scriptsParse_data();
    void scriptsParse();
    void desktopFilesAreValid_data();
    void desktopFilesAreValid();

private:
    struct Run {
        int status = -1;
        QString output; ///< both channels
    };
    static Run run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForFinished())
            return {-1, program + u": "_s + process.errorString()};
        return {process.exitCode(), QString::fromUtf8(process.readAll())};
    }
    static QString linuxFile(const QString &name)
    {
        return QStringLiteral(SALESDESK_SOURCE) + u"/packaging/linux/"_s + name;
    }
    static QString textOf(const QString &name)
    {
        QFile file(linuxFile(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    static QStringList optionsOf(const Command &command)
    {
        QStringList options;
        for (const auto &name : QString(command.options).split(u' ', Qt::SkipEmptyParts))
            options.append(u"--"_s + name);
        return options;
    }
    /// What the shell offers for a line whose last word is `current`.
    static QStringList offered(const QString &shell, const QStringList &words, const QString &current)
    {
        const auto line = QStringList{u"salesdesk"_s} + words + QStringList{current};
        Run done;
        if (shell == u"bash"_s)
            done = run(shell,
                       QStringList{u"--norc"_s, u"-c"_s,
                                   u"source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _salesdesk; "
                                   "printf '%s\\n' \"${COMPREPLY[@]}\""_s,
                                   linuxFile(u"completions/salesdesk.bash"_s)} +
                           line);
        else
            done = run(shell, {u"--no-config"_s, u"-c"_s, u"source $argv[1]; complete -C \"$argv[2]\""_s,
                               linuxFile(u"completions/salesdesk.fish"_s), line.join(u' ')});
        QStringList words_;
        for (const auto &one : done.output.split(u'\n', Qt::SkipEmptyParts))
            words_.append(one.section(u'\t', 0, 0));
        return words_;
    }
};

void TestPackaging::manPageNamesEveryCommand()
{
    auto page = textOf(u"salesdesk.1"_s);
    QVERIFY(!page.isEmpty());
    page.remove(QRegularExpression(u"^\\.(B|BI|IB|BR) "_s, QRegularExpression::MultilineOption));
    page.replace(u"\\-"_s, u"-"_s).replace(u"\\ "_s, u" "_s).remove(u'"').remove(u"\\&"_s);
    page.replace(QRegularExpression(u" +"_s), u" "_s);
    const auto lines = page.split(u'\n');
    for (const auto &command : commands()) {
        const QString name(command.name);
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const QString &text) {
            return text == name || text.startsWith(name + u' ');
        });
        QVERIFY2(line != lines.end(), qPrintable(u"salesdesk.1 does not name: "_s + name));
        for (const auto &option : optionsOf(command))
            QVERIFY2(line->contains(option),
                     qPrintable(u"salesdesk.1 does not name %1 of %2"_s.arg(option, name)));
    }
}

void TestPackaging::completesEveryCommand_data()
{
    QTest::addColumn<QString>("shell");
    QTest::newRow("bash") << u"bash"_s;
    QTest::newRow("fish") << u"fish"_s;
}

void TestPackaging::completesEveryCommand()
{
    QFETCH(QString, shell);
    QHash<QString, QStringList> asked; // by the words before the last one, so that each is asked once
    for (const auto &command : commands()) {
        const auto words = QString(command.name).split(u' ');
        for (qsizetype depth = 0; depth < words.size(); ++depth) {
            const auto before = words.mid(0, depth);
            const auto line = before.join(u' ');
            if (!asked.contains(line))
                asked.insert(line, offered(shell, before, {}));
            QVERIFY2(asked.value(line).contains(words[depth]),
                     qPrintable(u"%1 does not offer %2 after “%3”"_s.arg(shell, words[depth], line)));
        }
        const auto options = offered(shell, words, u"--"_s);
        for (const auto &option : optionsOf(command) + QStringList{u"--data"_s, u"--json"_s, u"--help"_s})
            QVERIFY2(options.contains(option),
                     qPrintable(u"%1 does not offer %2 of “%3”"_s.arg(shell, option, command.name)));
    }
}

void TestPackaging::zshKnowsEveryCommand()
{
    // Its completion runs within its line editor alone: the text is read.
    const auto text = textOf(u"completions/_salesdesk"_s);
    QVERIFY(!text.isEmpty());
    static const QRegularExpression group(u"^ +([a-z]+) '([a-z ]+)'$"_s, QRegularExpression::MultilineOption);
    QHash<QString, QStringList> groups;
    for (const auto &match : group.globalMatch(text))
        groups.insert(match.captured(1), match.captured(2).split(u' '));
    static const QRegularExpression first(u"'1:command:\\(([a-z ]+)\\)'"_s);
    const auto names = first.match(text).captured(1).split(u' ');
    for (const auto &command : commands()) {
        const auto words = QString(command.name).split(u' ');
        QVERIFY2(names.contains(words.first()), qPrintable(words.first()));
        if (words.size() > 1)
            QVERIFY2(groups.value(words[0]).contains(words[1]), qPrintable(QString(command.name)));
        for (const auto &option : optionsOf(command))
            QVERIFY2(text.contains(option), qPrintable(option));
    }
}

void TestPackaging::scriptsParse_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("file");
    QTest::newRow("bash") << u"bash"_s << u"completions/salesdesk.bash"_s;
    QTest::newRow("zsh") << u"zsh"_s << u"completions/_salesdesk"_s;
    QTest::newRow("fish") << u"fish"_s << u"completions/salesdesk.fish"_s;
}

void TestPackaging::scriptsParse()
{
    QFETCH(QString, shell);
    QFETCH(QString, file);
    const auto done = run(shell, {u"-n"_s, linuxFile(file)});
    QVERIFY2(done.status == 0, qPrintable(done.output));
}

void TestPackaging::desktopFilesAreValid_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("desktop entry") << u"desktop-file-validate"_s
                                   << QStringList{linuxFile(u"org.salesdesk.SalesDesk.desktop"_s)};
    QTest::newRow("metainfo") << u"appstreamcli"_s
                              << QStringList{u"validate"_s, u"--no-net"_s,
                                             linuxFile(u"org.salesdesk.SalesDesk.metainfo.xml"_s)};
}

void TestPackaging::desktopFilesAreValid()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    const auto done = run(program, arguments);
    QVERIFY2(done.status == 0, qPrintable(done.output));
}

QTEST_GUILESS_MAIN(TestPackaging)
#include "tst_packaging.moc"
