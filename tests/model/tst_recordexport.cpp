// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "model/recordexport.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// Writing and cancelling are tst_callexport's: here is what stands in the file.
class TestRecordExport final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Desk> m_desk;

    QList<QByteArray> lines(const RecordQuery &query, ExportFormat format)
    {
        RecordExport work(*m_desk->workspace);
        QSignalSpy finished(&work, &RecordExport::finished);
        const auto file = m_desk->folder.filePath(u"records"_s);
        work.start(query, format, file, 450);
        if (!finished.wait() || !finished.first().first().toString().isEmpty())
            return {};
        QFile written(file);
        if (!written.open(QIODevice::ReadOnly))
            return {};
        auto all = written.readAll().split('\n');
        all.removeLast();
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = std::make_unique<Desk>();
        const auto crm = m_desk->addProvider(u"CRM"_s);
        for (int i = 0; i < 449; ++i) // more than two pages, many of the same moment
            m_desk->sendActivity(crm, QByteArray::number(i));
        m_desk->sendActivity(crm, "@last", R"(,"value":"-12.50","contact_key":"a, b")");
        m_desk->send(crm, Endpoint::Sales,
                     R"({"id":"s1","agent_id":"77","proposition_id":"9","proposition_name":"Gas",)"
                     R"("sold_at":"2025-12-10","contract_value":5254.21,"energy_meta":{"gas_usage":"007"}})");
    }

    void aSheetHasARowForEach()
    {
        const auto all = lines({}, ExportFormat::Csv);
        QCOMPARE(all.size(), 451);
        QCOMPARE(all.first(),
                 QByteArray("\xEF\xBB\xBFid,provider,type,agent_id,agent,agent_team_id,team,moment,"
                            "contact_key,value,value_is_money,created_at,updated_at\r"));
        // A formula is none, a number below zero stays one.
        QVERIFY2(all.at(1).startsWith("'@last,CRM,Sale,77,,,,2025-12-10T18:00:00Z,\"a, b\",-12.50,false,"),
                 all.at(1).constData());
        QSet<QByteArray> ids;
        for (const auto &line : all)
            ids.insert(line.first(line.indexOf(',')));
        QCOMPARE(ids.size(), 451);
    }

    void aLineHasWhatTheCommandPrints()
    {
        const auto all = lines({.endpoint = Endpoint::Sales}, ExportFormat::JsonLines);
        QCOMPARE(all.size(), 1);
        QVERIFY2(
            all.first().startsWith(
                R"({"id":"s1","provider":"CRM","agent_id":"77","agent":null,"agent_team_id":null,"team":null,)"
                R"("proposition_id":"9","product":null,"sold_at":"2025-12-10T05:00:00Z","cancelled_at":null,)"
                R"("is_retention":false,"contract_value":5254.21,"contact_key":null,"energy_meta":{)"),
            all.first().constData());
        QVERIFY(QJsonDocument::fromJson(all.first()).isObject());
    }

    void onlyWhatFits()
    {
        const auto filter = readRecordFilter(Endpoint::Activities, u"id:7,8", 0, QTimeZone::utc());
        QCOMPARE(lines({.filter = std::get<RecordFilter>(filter)}, ExportFormat::JsonLines).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRecordExport)
#include "tst_recordexport.moc"
