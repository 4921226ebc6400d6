// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callchart.h"

#include "model/domain/rhythm.h"
#include "ui/callcolors.h"
#include "ui/chartrole.h"
#include "ui/style.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 dayMs = 96 * QuarterMs;
constexpr int mostBars = 120;

/// The shortest stretch of which a span has few enough.
qint64 barStretch(qint64 spanMs)
{
    constexpr std::array stretches{QuarterMs,     2 * QuarterMs,  4 * QuarterMs,
                                   8 * QuarterMs, 16 * QuarterMs, 24 * QuarterMs};
    for (const auto stretch : stretches) {
        if (spanMs / stretch <= mostBars)
            return stretch;
    }
    return dayMs;
}

/// A round number not below `most`, of which a half is whole, too.
qint64 roundTop(qint64 most)
{
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 step : {2, 4, 6, 10}) {
            if (step * power >= most)
                return step * power;
        }
    }
}

/// Round distances between times that are written.
qint64 tickStep(qint64 leastMs)
{
    constexpr qint64 hour = 4 * QuarterMs;
    for (const auto step : {QuarterMs, 2 * QuarterMs, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, dayMs,
                            2 * dayMs, 5 * dayMs}) {
        if (step >= leastMs)
            return step;
    }
    return 7 * dayMs;
}

} // namespace

CallChart::CallChart(const CallVolume &volume, QWidget *parent)
    : QWidget(parent)
    , m_volume(volume)
{
    setObjectName(u"callChart"_s);
    installChartRole(); // before anything is said of it
    setAccessibleName(tr("Calls over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&volume, &CallVolume::changed, this, &CallChart::refresh);
    showLast(dayMs);
}

void CallChart::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    refresh();
}

qint64 CallChart::aligned(qint64 at) const
{
    // Bars begin at round hours of the zone.
    const auto offset = QDateTime::fromMSecsSinceEpoch(at, m_zone).offsetFromUtc() * 1000LL;
    return (at + offset) / m_stretchMs * m_stretchMs - offset;
}

void CallChart::showLast(qint64 spanMs)
{
    m_spanMs = spanMs;
    m_zoomed = false;
    refresh();
}

void CallChart::zoomTo(qint64 from, qint64 to)
{
    m_zoomed = true;
    m_stretchMs = barStretch(to - from);
    m_from = aligned(from);
    m_to = std::max(to, m_from + m_stretchMs);
    refresh();
}

void CallChart::refresh()
{
    if (!m_zoomed) {
        m_stretchMs = barStretch(m_spanMs);
        m_to = aligned(QDateTime::currentMSecsSinceEpoch()) + m_stretchMs;
        m_from = m_to - m_spanMs;
    }
    m_bars = m_volume.bars(m_from, m_to, m_stretchMs);
    qint64 most = 1;
    for (const auto &bar : std::as_const(m_bars))
        most = std::max(most, bar.accepted + bar.refused + bar.failed);
    m_top = roundTop(most);
    choose(m_anchor, m_end);
    Q_EMIT changed();
}

/// -1 for none; what the bars are is said to those who do not see them.
void CallChart::choose(int anchor, int end)
{
    const int last = static_cast<int>(m_bars.size()) - 1;
    m_anchor = std::min(anchor, last);
    m_end = std::min(end, last);
    setAccessibleDescription(
        m_anchor >= 0 ? chosenText()
                      : tr("%1. Shift with the arrow keys and Return zoom in, an arrow key and Return show "
                           "the calls of a bar, Escape shows all again.")
                            .arg(barText(total())));
    update();
}

CallVolume::Bar CallChart::sum(int first, int last) const
{
    CallVolume::Bar sum{m_from + first * m_stretchMs, 0, 0, 0};
    for (int i = first; i <= last; ++i) {
        sum.accepted += m_bars[i].accepted;
        sum.refused += m_bars[i].refused;
        sum.failed += m_bars[i].failed;
    }
    return sum;
}

CallVolume::Bar CallChart::total() const
{
    return sum(0, static_cast<int>(m_bars.size()) - 1);
}

QString CallChart::chosenText() const
{
    if (m_anchor < 0)
        return {};
    const auto first = std::min(m_anchor, m_end);
    const auto last = std::max(m_anchor, m_end);
    const auto chosen = sum(first, last);
    return tr("%1 to %2\n%3")
        .arg(timeText(chosen.at), timeText(m_from + (last + 1) * m_stretchMs), barText(chosen));
}

QSize CallChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 9};
}

QSize CallChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 7};
}

QRect CallChart::plot() const
{
    const QFontMetrics metrics(style::caption(font()));
    constexpr qint64 usual = 10000; // up to it the chart stays where it is
    const int scale = metrics.horizontalAdvance(QLocale().toString(qMax(usual, m_top)));
    return rect().adjusted(scale + style::Gap, metrics.height() / 2, -1, -metrics.height() - style::Gap);
}

int CallChart::leftOf(qsizetype bar) const
{
    return plot().left() + static_cast<int>(bar * plot().width() / std::max<qsizetype>(1, m_bars.size()));
}

int CallChart::barAt(int x) const
{
    const auto bars = static_cast<int>(m_bars.size());
    return std::clamp((x - plot().left()) * bars / std::max(1, plot().width()), 0, bars - 1);
}

QRect CallChart::barRect(qint64 at) const
{
    const auto bar = (at - m_from) / m_stretchMs;
    return {leftOf(bar), plot().top(), leftOf(bar + 1) - leftOf(bar), plot().height()};
}

QString CallChart::timeText(qint64 at) const
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(at, m_zone);
    const auto time = moment.toString(u"HH:mm"_s);
    return m_to - m_from <= dayMs ? time
                                  : u"%1 %2"_s.arg(QLocale().toString(moment.date(), u"ddd d MMM"_s), time);
}

QString CallChart::barText(const CallVolume::Bar &bar) const
{
    const QLocale locale;
    return tr("%1 accepted, %2 refused, %3 failed")
        .arg(locale.toString(bar.accepted), locale.toString(bar.refused), locale.toString(bar.failed));
}

void CallChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(style::caption(font()));
    if (m_anchor >= 0) {
        const auto first = leftOf(std::min(m_anchor, m_end));
        painter.fillRect(
            QRect(first, plot().top(), leftOf(std::max(m_anchor, m_end) + 1) - first, plot().height()),
            style::tinted(palette().color(QPalette::Highlight), palette().color(QPalette::Base), 0.25));
    } else if (m_hovered >= 0) {
        const auto first = leftOf(m_hovered);
        painter.fillRect(
            QRect(first, plot().top(), leftOf(m_hovered + 1) - first, plot().height()),
            style::tinted(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.08));
    }
    paintScale(painter);
    paintBars(painter);
    paintTimes(painter);
    paintChosen(painter);
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(plot().adjusted(0, 0, 0, 0));
    }
}

void CallChart::paintScale(QPainter &painter) const
{
    const auto area = plot();
    const QLocale locale;
    const auto &metrics = painter.fontMetrics();
    for (const qint64 value : {qint64(0), m_top / 2, m_top}) {
        const int y = area.bottom() - static_cast<int>(value * (area.height() - 1) / m_top);
        painter.setPen(style::line(palette()));
        painter.drawLine(area.left(), y, area.right(), y);
        painter.setPen(style::color(Tone::Muted, palette()));
        painter.drawText(QRect(0, y - metrics.height() / 2, area.left() - style::Gap, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, locale.toString(value));
    }
}

void CallChart::paintBars(QPainter &painter) const
{
    const auto area = plot();
    const auto colours = callColors(palette(), palette().color(QPalette::Base));
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        const int left = leftOf(i);
        const int gap = leftOf(i + 1) - left > 4 ? 1 : 0;
        const int wide = std::max(1, leftOf(i + 1) - left - gap);
        const auto &bar = m_bars[i];
        int bottom = area.bottom();
        qint64 below = 0;
        size_t colour = 0;
        for (const auto calls : {bar.accepted, bar.refused, bar.failed}) {
            below += calls;
            // However few, it is seen.
            const int y =
                calls == 0 ? bottom
                           : std::min(bottom - 2,
                                      area.bottom() - static_cast<int>(below * (area.height() - 1) / m_top));
            painter.fillRect(left, y, wide, bottom - y, colours[colour++]);
            bottom = y;
        }
    }
}

void CallChart::paintTimes(QPainter &painter) const
{
    const auto area = plot();
    const auto &metrics = painter.fontMetrics();
    const int top = area.bottom() + style::Unit;
    const int wide = metrics.horizontalAdvance(u"Wed 30 Nov"_s) + 3 * style::Gap;
    const auto room = std::max<qint64>(1, area.width() / std::max(1, wide));
    const auto step = tickStep((m_to - m_from) / room);
    painter.setPen(style::color(Tone::Muted, palette()));
    for (qsizetype bar = 0; bar < m_bars.size(); ++bar) {
        const auto local = QDateTime::fromMSecsSinceEpoch(m_bars[bar].at, m_zone);
        const auto sinceMidnight = local.time().msecsSinceStartOfDay();
        const bool whole = step < dayMs
                               ? sinceMidnight % step == 0
                               : sinceMidnight == 0 && local.date().toJulianDay() % (step / dayMs) == 0;
        const int x = leftOf(bar);
        if (!whole || x + wide / 2 > width())
            continue;
        painter.drawLine(x, area.bottom(), x, area.bottom() + 3);
        const bool midnight = sinceMidnight == 0;
        painter.drawText(
            QRect(x, top, wide, metrics.height() + style::Unit), Qt::AlignLeft | Qt::AlignVCenter,
            midnight ? QLocale().toString(local.date(), u"ddd d MMM"_s) : local.toString(u"HH:mm"_s));
    }
}

/// The words of the tool tip, beside what is chosen.
void CallChart::paintChosen(QPainter &painter) const
{
    if (m_anchor < 0)
        return;
    const auto area = plot();
    const auto text = chosenText();
    const auto size = painter.fontMetrics().size(0, text) + QSize(2 * style::Gap, style::Gap);
    const int left = leftOf(std::min(m_anchor, m_end)) - style::Unit;
    const int right = leftOf(std::max(m_anchor, m_end) + 1) + style::Unit;
    const int x = right + size.width() <= area.right() ? right : std::max(area.left(), left - size.width());
    const QRect box(QPoint(x, area.top() + style::Unit), size);
    painter.setPen(style::color(Tone::Muted, palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRect(box);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(box.adjusted(style::Gap, 0, -style::Gap, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    painter.setBrush(Qt::NoBrush);
}

bool CallChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_bars.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto &bar = m_bars[barAt(help->pos().x())];
        QToolTip::showText(help->globalPos(),
                           tr("%1 to %2\n%3\nA click shows these calls, dragging zooms in.")
                               .arg(timeText(bar.at), timeText(bar.at + m_stretchMs), barText(bar)),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void CallChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_bars.isEmpty())
        return;
    const int bar = barAt(event->position().toPoint().x());
    choose(bar, bar);
}

void CallChart::mouseMoveEvent(QMouseEvent *event)
{
    if (m_bars.isEmpty())
        return;
    m_hovered = barAt(event->position().toPoint().x());
    if (m_anchor >= 0 && event->buttons().testFlag(Qt::LeftButton))
        choose(m_anchor, m_hovered);
    update();
}

void CallChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_anchor >= 0)
        finishChoice();
}

void CallChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

void CallChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    choose(-1, -1);
}

void CallChart::finishChoice()
{
    const auto first = std::min(m_anchor, m_end);
    const auto last = std::max(m_anchor, m_end);
    choose(-1, -1);
    const auto from = m_from + first * m_stretchMs;
    const auto to = m_from + (last + 1) * m_stretchMs;
    if (first == last)
        Q_EMIT chosen(from, to);
    else
        zoomTo(from, to);
}

void CallChart::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left;
    if ((left || event->key() == Qt::Key_Right) && !m_bars.isEmpty()) {
        const int last = static_cast<int>(m_bars.size()) - 1;
        const int end = m_anchor < 0 ? (left ? last : 0) : std::clamp(m_end + (left ? -1 : 1), 0, last);
        const bool more = m_anchor >= 0 && event->modifiers().testFlag(Qt::ShiftModifier);
        choose(more ? m_anchor : end, end);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_anchor >= 0) {
        finishChoice();
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool CallChart::stepBack()
{
    if (m_anchor < 0 && !m_zoomed)
        return false;
    if (m_anchor >= 0)
        choose(-1, -1);
    else
        endZoom();
    return true;
}

} // namespace salesdesk
