// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

#include <QTimeZone>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QTabWidget;

namespace salesdesk
{

class CallComparison;
class FieldTree;
class JsonView;

/// One call in full: what became of it, field by field, its request, headers and answer, and the record
/// before and after it. Two calls: what differs. All of it as plain text. GUI thread; owned by its page.
class CallDetailsPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallDetailsPane)
public:
    explicit CallDetailsPane(QWidget *parent = nullptr);

    void setCall(const CallDetails &call, const QTimeZone &zone);
    /// The chosen call against another one.
    void setComparison(const CallDetails &older, const CallDetails &newer);
    [[nodiscard]] const CallDetails &call() const { return m_call; }
    /// A rehearsed call is in no log: it has no number and leads nowhere.
    void setRehearsed() { m_rehearsed = true; }

Q_SIGNALS:
    void recordOpened(salesdesk::Endpoint endpoint, const QString &externalId);
    void identityOpened(const QString &externalId);
    void providerOpened(salesdesk::ProviderId provider);
    void callOpened(salesdesk::CallId call);

private:
    [[nodiscard]] QWidget *buildOutcome();
    [[nodiscard]] QWidget *buildRequest();
    [[nodiscard]] QPushButton *addLink(const QString &name, const QString &tip);
    void showFacts(const QTimeZone &zone);
    void showFields();
    void showChanges();
    void showHeaders();
    void showLinks();
    void setCompared(bool compared);

    CallDetails m_call;
    bool m_rehearsed = false;
    QLabel *m_title;
    QTabWidget *m_tabs;
    int m_tabBefore = 0; ///< the tab to go back to when one call is shown again
    QPushButton *m_record;
    QPushButton *m_agent;
    QPushButton *m_provider;
    QPushButton *m_replayOf;
    QLabel *m_sentence;
    QGridLayout *m_facts;
    FieldTree *m_fields;
    JsonView *m_body;
    QLabel *m_truncated;
    FieldTree *m_headers;
    JsonView *m_answer;
    FieldTree *m_changes;
    CallComparison *m_difference;
};

} // namespace salesdesk
