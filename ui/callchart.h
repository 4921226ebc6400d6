// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/callvolume.h"

#include <QTimeZone>
#include <QWidget>

namespace salesdesk
{

/// Calls over time as bars, by the class of their status. Dragging over bars zooms into them, a click on one
/// asks for its calls; so do the arrow keys with Shift and Return. GUI thread; owned by its box.
class CallChart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallChart)
public:
    explicit CallChart(const CallVolume &volume, QWidget *parent = nullptr);

    void setZone(const QTimeZone &zone);
    /// Shows the last `spanMs` up to now, moving on as time does; ends a zoom.
    void showLast(qint64 spanMs);
    /// Shows a part of it.
    void zoomTo(qint64 from, qint64 to);
    /// Gives up the choice under way, else the zoom; false when there is neither.
    bool stepBack();
    void endZoom() { showLast(m_spanMs); }
    [[nodiscard]] bool isZoomed() const { return m_zoomed; }
    /// What is shown, UTC ms.
    [[nodiscard]] qint64 from() const { return m_from; }
    [[nodiscard]] qint64 to() const { return m_to; }
    /// All that is shown, as one.
    [[nodiscard]] CallVolume::Bar total() const;
    /// When the chosen bars are and what they count; empty while none is chosen.
    [[nodiscard]] QString chosenText() const;
    /// Where the bar of this moment is drawn.
    [[nodiscard]] QRect barRect(qint64 at) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Other times or other counts are shown.
    void changed();
    /// The calls of a bar are wanted: from and to, UTC ms.
    void chosen(qint64 from, qint64 to);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void refresh();
    void choose(int anchor, int end);
    void finishChoice();
    [[nodiscard]] CallVolume::Bar sum(int first, int last) const;
    [[nodiscard]] qint64 aligned(qint64 at) const;
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] int leftOf(qsizetype bar) const;
    [[nodiscard]] int barAt(int x) const;
    [[nodiscard]] QString timeText(qint64 at) const;
    [[nodiscard]] QString barText(const CallVolume::Bar &bar) const;
    void paintScale(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;
    void paintChosen(QPainter &painter) const;

    const CallVolume &m_volume;
    QTimeZone m_zone = QTimeZone::utc();
    QList<CallVolume::Bar> m_bars;
    qint64 m_top = 1; ///< of the scale
    qint64 m_spanMs = 0;
    qint64 m_stretchMs = 0;
    qint64 m_from = 0;
    qint64 m_to = 0;
    bool m_zoomed = false;
    int m_anchor = -1; ///< bars of the choice under way; -1 for none
    int m_end = -1;
    int m_hovered = -1;
};

} // namespace salesdesk
