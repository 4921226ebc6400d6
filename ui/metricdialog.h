// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/metric.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace salesdesk
{

/// Asks for a metric: what is counted, of which types, by what and in which period. GUI thread.
class MetricDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetricDialog)
public:
    /// `types`: of the activities there are, the most frequent first.
    MetricDialog(const Metric &metric, const QStringList &types, QWidget *parent = nullptr);

    /// The metric, as it is filled in.
    [[nodiscard]] Metric filledIn() const;

private:
    void judge();
    void fillGroupings();

    Metric m_metric;
    QLineEdit *m_name;
    QComboBox *m_source;
    QComboBox *m_measure;
    QComboBox *m_by;
    QComboBox *m_period;
    QListWidget *m_types;
    QLabel *m_typesLabel;
};

/// What a metric is, in words: "Count of activities, Demo and Sale, by agent, this month".
[[nodiscard]] QString metricText(const Metric &metric);

} // namespace salesdesk
