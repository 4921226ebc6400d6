// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/queuescan.h"

#include <QDialog>

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTableView;

namespace salesdesk
{

class BulkTableModel;

/// What a bulk decision would take: how many, all of them to look at (the least certain first), each of which
/// can be left out. GUI thread; owned by the queue's page.
class BulkDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BulkDialog)
public:
    enum class Task { Accept, Create };
    /// `zone`: in which the day is told that somebody was linked.
    BulkDialog(Task task, const QueueScan::Findings &findings, const QTimeZone &zone,
               QWidget *parent = nullptr);

    [[nodiscard]] QList<Choice> choices() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say();
    void changeScore(double by);
    void showRows();
    void fitColumns();

    Task m_task;
    int m_ambiguous;
    int m_generic;
    int m_resembling;
    BulkTableModel *m_model;
    QTableView *m_table;
    int m_waitingWidth = 0;
    QLabel *m_summary;
    QDoubleSpinBox *m_score = nullptr;
    QPushButton *m_accept;
};

} // namespace salesdesk
