// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace salesdesk
{

/// One call in full: outcome per field, request, headers, answer, what it changed, its time as sent, as read
/// and in UTC. All of it as plain text. GUI thread; owned by the call log's page.
class CallDetailsPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallDetailsPane)
public:
    explicit CallDetailsPane(QWidget *parent = nullptr);

    void setCall(const CallDetails &call, const QTimeZone &zone);

private:
    [[nodiscard]] QPlainTextEdit *addTab(const QString &name, const QString &title, bool fixed);

    QLabel *m_title;
    QTabWidget *m_tabs;
    QPlainTextEdit *m_outcome;
    QPlainTextEdit *m_request;
    QPlainTextEdit *m_headers;
    QPlainTextEdit *m_answer;
    QPlainTextEdit *m_changes;
};

} // namespace salesdesk
