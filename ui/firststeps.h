// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/standing.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace salesdesk
{

/// The way of a newcomer: a provider, a first call, a first link. Each step says what it is for and has its
/// button; what is done is ticked off, and after the last one it is gone. GUI thread; owned by the overview.
class FirstSteps final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstSteps)
public:
    explicit FirstSteps(QWidget *parent = nullptr);

    void showStanding(const Standing &standing);

Q_SIGNALS:
    void providerWanted();
    void testCallWanted();
    void linkWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Step {
        QLabel *icon;
        QLabel *text;
        QPushButton *button;
    };
    void draw();

    QList<Step> m_steps;
    int m_done = 0; ///< how many from the first one on
};

} // namespace salesdesk
