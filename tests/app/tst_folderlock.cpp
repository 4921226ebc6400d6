// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folderlock.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_FolderLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesTheFolderForItsUserAlone();
    void hasOneOwnerAtATime();
    void saysWhenTheFolderCannotBeUsed();
    void findsAPlaceForTheSocket();
};

void tst_FolderLock::makesTheFolderForItsUserAlone()
{
    const QTemporaryDir dir;
    FolderLock lock(dir.filePath(u"a/b"_s));
    const auto ours = lock.tryLock();
    QVERIFY(ours && *ours);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(dir.filePath(u"a/b"_s)) & others));
    QVERIFY(!(QFile::permissions(dir.filePath(u"a/b/salesdesk.lock"_s)) & others));
}

void tst_FolderLock::hasOneOwnerAtATime()
{
    const QTemporaryDir dir;
    FolderLock second(dir.path());
    {
        FolderLock first(dir.path());
        QVERIFY(first.tryLock().value());
        QVERIFY(first.tryLock().value());
        QVERIFY(!second.tryLock().value());
    }
    QVERIFY(second.tryLock().value());
}

void tst_FolderLock::saysWhenTheFolderCannotBeUsed()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    FolderLock lock(file.fileName());
    const auto ours = lock.tryLock();
    QVERIFY(!ours);
    QCOMPARE(ours.error().code, ErrorCode::StorageFailed);
    QVERIFY(ours.error().detail.contains(u"--data"_s));
}

void tst_FolderLock::findsAPlaceForTheSocket()
{
    const QTemporaryDir dir;
    QVERIFY(QDir().mkpath(dir.filePath(u"x"_s)));
    QCOMPARE(QFileInfo(FolderLock(dir.filePath(u"x"_s)).socketPath()).path(),
             QFileInfo(dir.filePath(u"x"_s)).canonicalFilePath());
    const auto deep = dir.filePath(QString(100, u'd'));
    QVERIFY(QDir().mkpath(deep));
    const auto path = FolderLock(deep).socketPath();
    QVERIFY(path.size() < 100);
    QCOMPARE(FolderLock(deep + u"/."_s).socketPath(), path);
    QVERIFY(FolderLock(dir.path()).socketPath() != path);
}

QTEST_GUILESS_MAIN(tst_FolderLock)
#include "tst_folderlock.moc"
