// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/masterkeystore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

/// Where there is no desktop, and so no keychain.
class TestMasterKeyStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void makesAKeyForAFolderWithoutOne();
    void givesTheSameKeyAgain();
    void saysWhatIsWrongWithTheFile_data();
    void saysWhatIsWrongWithTheFile();
    void asksTheKeychainWhereTheFolderSaysSo();
    void saysThatTheFolderCannotBeWritten();
};

void TestMasterKeyStore::initTestCase()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("DISPLAY");
    qunsetenv("WAYLAND_DISPLAY");
}

void TestMasterKeyStore::makesAKeyForAFolderWithoutOne()
{
    const QTemporaryDir folder;
    const auto key = masterKeyOf(folder.path());
    QVERIFY(key);
    QCOMPARE(keyStoreKind(folder.path()), u"file"_s);
    const QFileInfo file(folder.filePath(u"master.key"_s));
    QCOMPARE(file.size(), qint64(MasterKey::Size));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(file.permissions() & others));
    QVERIFY(!QFile::exists(folder.filePath(u"keystore"_s)));
}

void TestMasterKeyStore::givesTheSameKeyAgain()
{
    const QTemporaryDir folder;
    const QTemporaryDir other;
    const auto first = masterKeyOf(folder.path());
    const auto again = masterKeyOf(folder.path());
    QVERIFY(first && again);
    QCOMPARE(again->bytes(), first->bytes());
    QVERIFY(masterKeyOf(other.path())->bytes() != first->bytes());
}

void TestMasterKeyStore::saysWhatIsWrongWithTheFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("it is empty") << QByteArray();
    QTest::newRow("it is cut off") << QByteArray(31, 'k');
    QTest::newRow("it is too long") << QByteArray(33, 'k');
}

void TestMasterKeyStore::saysWhatIsWrongWithTheFile()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"master.key"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    const auto key = masterKeyOf(folder.path());
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::SecretUnavailable);
    QVERIFY2(key.error().detail.contains(file.fileName()), qPrintable(key.error().detail));
    // A new one in its place would make the providers' keys unreadable for ever.
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestMasterKeyStore::asksTheKeychainWhereTheFolderSaysSo()
{
    const QTemporaryDir folder;
    QFile marker(folder.filePath(u"keystore"_s));
    QVERIFY(marker.open(QIODevice::WriteOnly));
    marker.write("master-key-of-a-test\n");
    marker.close();
    QCOMPARE(keyStoreKind(folder.path()), u"keychain"_s);
    const auto key = masterKeyOf(folder.path());
    QVERIFY(!key); // there is no keychain here, and no other key is made
    QCOMPARE(key.error().code, ErrorCode::SecretUnavailable);
    QVERIFY(!QFile::exists(folder.filePath(u"master.key"_s)));
}

void TestMasterKeyStore::saysThatTheFolderCannotBeWritten()
{
    const QTemporaryDir folder;
    const auto key = masterKeyOf(folder.filePath(u"nowhere"_s));
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::StorageFailed);
    QVERIFY2(key.error().detail.contains(u"nowhere/master.key"_s), qPrintable(key.error().detail));
}

QTEST_GUILESS_MAIN(TestMasterKeyStore)
#include "tst_masterkeystore.moc"
