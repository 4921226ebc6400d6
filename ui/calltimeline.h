// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/callhistogram.h"

#include <QTimeZone>
#include <QWidget>

namespace salesdesk
{

/// Accepted and refused calls over time, as bars. Dragging over them, or the arrow keys with Shift and then
/// Return, chooses a stretch of time. GUI thread; owned by its page.
class CallTimeLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallTimeLine)
public:
    explicit CallTimeLine(const CallHistogram &histogram, QWidget *parent = nullptr);

    void setZone(const QTimeZone &zone);
    /// Bars of one line, and no captions.
    void setBrief(bool brief);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// From and to, UTC ms.
    void chosen(qint64 from, qint64 to);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int captionHeight() const;
    [[nodiscard]] QRect barArea() const;
    [[nodiscard]] int barCount() const;
    [[nodiscard]] QList<CallCount> bars() const;
    [[nodiscard]] int barAt(int x) const;
    /// When a bar begins.
    [[nodiscard]] qint64 timeOf(int bar) const;
    [[nodiscard]] QString timeText(qint64 at) const;
    [[nodiscard]] QString countText(const CallCount &count) const;
    [[nodiscard]] QString chosenText() const;
    void paintBars(QPainter &painter) const;
    void paintCaptions(QPainter &painter) const;
    void choose(int from, int to);
    void refresh();

    const CallHistogram &m_histogram;
    QTimeZone m_zone = QTimeZone::utc();
    qint64 m_from = 0; ///< of the whole, UTC ms
    qint64 m_to = 0;
    bool m_brief = false;
    int m_anchor = -1; ///< of the choice under way; -1 for none
    int m_end = -1;
};

} // namespace salesdesk
