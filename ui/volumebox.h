// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/callvolume.h"

#include <QTimeZone>
#include <QWidget>

class QPushButton;

namespace salesdesk
{

class CallChart;
class Card;

/// The chart of calls over time with its three ranges, and how many calls these are; a click on a figure or a
/// bar leads to the log. GUI thread; owned by the overview.
class VolumeBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VolumeBox)
public:
    explicit VolumeBox(const CallVolume &volume, QWidget *parent = nullptr);

    void setZone(const QTimeZone &zone);
    /// Moves on with the time.
    void refresh();
    /// Ends the zoom; false when there is none.
    bool stepBack();

Q_SIGNALS:
    void callsWanted(const QString &filter);

private:
    void showFigures();
    [[nodiscard]] QString during(qint64 from, qint64 to) const;

    const CallVolume &m_volume;
    QTimeZone m_zone = QTimeZone::utc();
    Card *m_card;
    CallChart *m_chart;
    QList<QPushButton *> m_figures; ///< accepted, refused, failed
    QPushButton *m_whole;
};

} // namespace salesdesk
