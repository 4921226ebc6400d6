// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QPointer>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace salesdesk
{

/// Long work in the page, never modal: what it is, how far, how fast, how long still, and Cancel. Not to be
/// seen in the first 200 ms. When it is over, the keyboard is where it was when it began. GUI thread; owned
/// by its parent.
class WorkStrip final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkStrip)
public:
    explicit WorkStrip(QWidget *parent = nullptr);

    /// `total`: how many there will be; 0: nobody knows.
    void begin(const QString &what, qint64 total);
    void setDone(qint64 done);
    void end();
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void cancelled();

private:
    void showProgress();

    QLabel *m_what;
    QProgressBar *m_bar;
    QLabel *m_rate;
    QPushButton *m_cancel;
    QPointer<QWidget> m_focusBefore;
    QTimer m_appear;
    QTimer m_redraw;
    QElapsedTimer m_since;
    qint64 m_total = 0;
    qint64 m_done = 0;
    bool m_busy = false;
};

} // namespace salesdesk
