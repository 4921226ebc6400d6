// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/recordformats.h"
#include "model/store/recordstore.h"

#include <QTimeZone>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QTabWidget;

namespace salesdesk
{

class FieldTree;
class JsonView;

/// One record, of either kind, as the pane shows it.
struct RecordSheet {
    Endpoint endpoint = Endpoint::Activities;
    RecordId id;
    ProviderId provider;
    QString providerName;
    QString externalId;
    std::optional<QString> team; ///< whom it counts for: the team that was sent, else the agent's own
    bool valueIsMoney = true;
    QList<RecordField> fields;
    QList<Identity> identities;
    friend bool operator==(const RecordSheet &, const RecordSheet &) = default;
};

/// One record in full: whom it belongs to, and by which identities; its fields, times as read and in UTC; the
/// calls that made and changed it, each with what it changed; and its JSON. All of it as plain text. GUI
/// thread; owned by its page.
class RecordDetailsPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordDetailsPane)
public:
    explicit RecordDetailsPane(QWidget *parent = nullptr);

    void setRecord(const RecordSheet &sheet, const QTimeZone &zone);
    /// The newest calls of the record that is shown; `more`: there are older ones.
    void setHistory(const QList<RecordCall> &calls, bool more);
    void addHistory(const QList<RecordCall> &older, bool more);
    [[nodiscard]] const RecordSheet &record() const { return m_sheet; }
    [[nodiscard]] QByteArray json() const { return recordJson(m_sheet.fields); }

Q_SIGNALS:
    void identityOpened(const QString &externalId);
    /// The identity is not linked: where it can be.
    void linkWanted(salesdesk::EntityKind kind, const QString &externalId);
    void providerOpened(salesdesk::ProviderId provider);
    void callOpened(salesdesk::CallId call);
    void olderWanted(salesdesk::CallId than);

private:
    [[nodiscard]] QWidget *buildRecord();
    [[nodiscard]] QWidget *buildHistory();
    void showBelongs();
    void showFields();
    void addCall(const RecordCall &call);
    void showHistoryEnd(bool more);
    void openCurrentCall();

    RecordSheet m_sheet;
    QTimeZone m_zone;
    QList<RecordCall> m_history;
    QLabel *m_title;
    QPushButton *m_provider;
    QTabWidget *m_tabs;
    QGridLayout *m_belongs = nullptr;
    FieldTree *m_fields = nullptr;
    FieldTree *m_calls = nullptr;
    QLabel *m_end = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_older = nullptr;
    JsonView *m_json;
};

} // namespace salesdesk
