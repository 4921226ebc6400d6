// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/receivercontrol.h"
#include "model/store/standing.h"
#include "model/tables/callvolume.h"
#include "ui/page.h"

class QGridLayout;

namespace salesdesk
{

class Card;
class FigureList;
class FirstSteps;
class MetricBox;
class ReceiverBox;
class VolumeBox;

/// The first screen: how the receiver is, what came in and what of it failed, who fell silent, what waits to
/// be linked, and the saved metrics. Everything on it leads to the screen that has more. GUI thread; owned by
/// the window.
class OverviewPage final : public Page
{
    Q_OBJECT
public:
    OverviewPage(Workspace &workspace, ReceiverControl &receiver, QWidget *parent = nullptr);

    /// Esc ends the chart's zoom first.
    void stepBack() override;

Q_SIGNALS:
    /// Asks for the log, filtered.
    void callsWanted(const QString &filter);
    /// Asks for the queue, of one kind or whole.
    void queueWanted(std::optional<salesdesk::EntityKind> kind);
    void providerWanted();
    void testCallWanted();
    void startWanted();
    void otherPortWanted();
    void settingsWanted();
    /// A provider keeps silent longer than it usually does: said once each time, in a sentence.
    void fellSilent(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildCards();
    void arrange();
    void loadStanding();
    void showVolume();
    void showProviders();
    void showCauses();
    void showWaiting();
    [[nodiscard]] qint64 midnight() const;
    [[nodiscard]] QTimeZone zone() const;
    [[nodiscard]] QString nameOf(ProviderId provider) const;

    CallVolume m_volume;
    Standing m_standing;
    QList<CallVolume::Cause> m_shownCauses;
    QHash<ProviderId, bool> m_silent;
    FirstSteps *m_firstSteps;
    ReceiverBox *m_receiverBox;
    VolumeBox *m_volumeBox;
    MetricBox *m_metricBox;
    Card *m_providersCard = nullptr;
    Card *m_causesCard = nullptr;
    Card *m_waitingCard = nullptr;
    FigureList *m_providers = nullptr;
    FigureList *m_causes = nullptr;
    FigureList *m_waiting = nullptr;
    QGridLayout *m_cards;
    QTimer m_soon;  ///< gathers changes
    QTimer m_clock; ///< moves the chart and the silences on
    int m_columns = 0;
};

} // namespace salesdesk
