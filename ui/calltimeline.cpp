// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calltimeline.h"

#include "ui/callcolors.h"
#include "ui/chartrole.h"
#include "ui/style.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int barWidth = 4;
constexpr int fewestBars = 60;
constexpr int barGap = 1;

void addTo(CallCount &sum, const CallCount &count)
{
    sum.accepted += count.accepted;
    sum.refused += count.refused;
    sum.failed += count.failed;
}
} // namespace

CallTimeLine::CallTimeLine(const CallHistogram &histogram, QWidget *parent)
    : QWidget(parent)
    , m_histogram(histogram)
{
    setObjectName(u"callTimeLine"_s);
    installChartRole(); // before anything is said of it
    setAccessibleName(tr("Calls over time"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&histogram, &CallHistogram::changed, this, &CallTimeLine::refresh);
}

void CallTimeLine::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    update();
}

void CallTimeLine::setBrief(bool brief)
{
    if (m_brief == brief)
        return;
    m_brief = brief;
    updateGeometry();
    update();
}

QSize CallTimeLine::sizeHint() const
{
    const int line = fontMetrics().height();
    return {400, m_brief ? line : line * 2 + captionHeight() + style::Gap};
}

QSize CallTimeLine::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void CallTimeLine::refresh()
{
    const auto &counts = m_histogram.counts();
    m_to = counts.isEmpty() ? 0 : counts.lastKey() + m_histogram.stretchMs();
    // A few calls are a few bars, and not one wall.
    m_from = counts.isEmpty() ? 0 : std::min(counts.firstKey(), m_to - fewestBars * m_histogram.stretchMs());
    CallCount total;
    for (const auto &count : counts)
        addTo(total, count);
    setAccessibleDescription(
        tr("%1. Shift with the arrow keys chooses a stretch of time, Return shows its calls.")
            .arg(countText(total)));
    update();
}

int CallTimeLine::captionHeight() const
{
    return QFontMetrics(style::caption(font())).height();
}

QRect CallTimeLine::barArea() const
{
    return rect().adjusted(0, 2, 0, m_brief ? 0 : -captionHeight() - style::Unit);
}

int CallTimeLine::barCount() const
{
    const auto room = std::max(1, barArea().width() / (barWidth + barGap));
    // No narrower than what is counted together, or there would be holes.
    const auto stretches = (m_to - m_from) / std::max<qint64>(1, m_histogram.stretchMs());
    return static_cast<int>(std::clamp<qint64>(stretches, 1, room));
}

QList<CallCount> CallTimeLine::bars() const
{
    QList<CallCount> bars(barCount());
    for (const auto &count : m_histogram.counts()) {
        const auto bar = (count.at - m_from) * bars.size() / std::max<qint64>(1, m_to - m_from);
        addTo(bars[std::clamp<qsizetype>(bar, 0, bars.size() - 1)], count);
    }
    return bars;
}

int CallTimeLine::barAt(int x) const
{
    const auto area = barArea();
    return std::clamp((x - area.left()) * barCount() / std::max(1, area.width()), 0, barCount() - 1);
}

qint64 CallTimeLine::timeOf(int bar) const
{
    return m_from + (m_to - m_from) * bar / barCount();
}

QString CallTimeLine::timeText(qint64 at) const
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(at, m_zone);
    const bool sameDay = QDateTime::fromMSecsSinceEpoch(m_from, m_zone).date() ==
                         QDateTime::fromMSecsSinceEpoch(m_to, m_zone).date();
    const auto time = QLocale().toString(moment.time(), QLocale::ShortFormat);
    return sameDay ? time : u"%1 %2"_s.arg(QLocale().toString(moment.date(), u"d MMM"_s), time);
}

QString CallTimeLine::countText(const CallCount &count) const
{
    const QLocale locale;
    return tr("%1 accepted, %2 refused, %3 failed")
        .arg(locale.toString(count.accepted), locale.toString(count.refused), locale.toString(count.failed));
}

/// What is under the stretch that is being chosen.
QString CallTimeLine::chosenText() const
{
    const auto [first, last] = std::minmax(m_anchor, m_end);
    const auto all = bars();
    CallCount chosen;
    for (int bar = first; bar <= last; ++bar)
        addTo(chosen, all.at(bar));
    return tr("%1 to %2:  %3").arg(timeText(timeOf(first)), timeText(timeOf(last + 1)), countText(chosen));
}

void CallTimeLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto area = barArea();
    painter.setPen(style::line(palette()));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (m_to > m_from)
        paintBars(painter);
    if (!m_brief)
        paintCaptions(painter);
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(area.adjusted(0, -1, -1, 0));
    }
}

void CallTimeLine::paintBars(QPainter &painter) const
{
    const auto area = barArea();
    const auto all = bars();
    const auto leftOf = [&](qsizetype bar) {
        return area.left() + static_cast<int>(bar * area.width() / all.size());
    };
    qint64 most = 1;
    for (const auto &bar : all)
        most = std::max(most, bar.accepted + bar.refused + bar.failed);
    const auto ground = palette().color(QPalette::Window);
    if (m_anchor >= 0) {
        const auto left = leftOf(std::min(m_anchor, m_end));
        painter.fillRect(QRect(left, area.top(), leftOf(std::max(m_anchor, m_end) + 1) - left, area.height()),
                         style::tinted(palette().color(QPalette::Highlight), ground, 0.25));
    }
    const auto colours = callColors(palette(), ground);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const int wide = std::max(1, leftOf(i + 1) - leftOf(i) - barGap);
        int bottom = area.bottom();
        size_t colour = 0;
        for (const auto calls : {all[i].accepted, all[i].refused, all[i].failed}) {
            // On top, and never out of sight however few.
            const int high =
                calls == 0 ? 0 : std::max(2, static_cast<int>(calls * (area.height() - 2) / most));
            const int top = std::max(area.top(), bottom - high);
            painter.fillRect(leftOf(i), top, wide, bottom - top, colours[colour++]);
            bottom = top;
        }
    }
}

void CallTimeLine::paintCaptions(QPainter &painter) const
{
    painter.setFont(style::caption(font()));
    painter.setPen(style::color(Tone::Muted, palette()));
    const auto area = barArea();
    const QRect captions(0, area.bottom() + style::Unit, width(), height() - area.bottom() - style::Unit);
    if (m_to <= m_from) {
        painter.drawText(captions, Qt::AlignLeft | Qt::AlignVCenter, tr("No calls"));
        return;
    }
    painter.drawText(captions, Qt::AlignLeft | Qt::AlignVCenter, timeText(m_from));
    painter.drawText(captions, Qt::AlignRight | Qt::AlignVCenter, timeText(m_to));
    if (m_anchor >= 0) {
        painter.drawText(captions, Qt::AlignCenter, chosenText());
        return;
    }
    // The legend says in words what the colours are.
    const std::array words{tr("accepted"), tr("refused"), tr("failed")};
    const auto colours = callColors(palette(), palette().color(QPalette::Window));
    const auto &metrics = painter.fontMetrics();
    const int box = metrics.ascent() / 2;
    int wide = 2 * 2 * style::Gap;
    for (const auto &word : words)
        wide += box + style::Unit + metrics.horizontalAdvance(word);
    int x = (width() - wide) / 2;
    for (size_t i = 0; i < words.size(); ++i) {
        painter.fillRect(x, captions.center().y() - box / 2, box, box, colours[i]);
        x += box + style::Unit;
        painter.drawText(QRect(x, captions.top(), metrics.horizontalAdvance(words[i]) + 2, captions.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, words[i]);
        x += metrics.horizontalAdvance(words[i]) + 2 * style::Gap;
    }
}

bool CallTimeLine::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_to > m_from) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto bar = barAt(help->pos().x());
        QToolTip::showText(
            help->globalPos(),
            tr("%1 to %2\n%3\nDrag to see the calls of a stretch of time")
                .arg(timeText(timeOf(bar)), timeText(timeOf(bar + 1)), countText(bars().at(bar))),
            this);
        return true;
    }
    return QWidget::event(event);
}

void CallTimeLine::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_to <= m_from)
        return;
    m_anchor = m_end = barAt(event->position().toPoint().x());
    update();
}

void CallTimeLine::mouseMoveEvent(QMouseEvent *event)
{
    if (m_anchor < 0)
        return;
    m_end = barAt(event->position().toPoint().x());
    update();
}

void CallTimeLine::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_anchor >= 0)
        choose(m_anchor, m_end);
}

void CallTimeLine::choose(int from, int to)
{
    m_anchor = m_end = -1;
    update();
    Q_EMIT chosen(timeOf(std::min(from, to)), timeOf(std::max(from, to) + 1));
}

void CallTimeLine::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left;
    if ((left || event->key() == Qt::Key_Right) && m_to > m_from) {
        const int last = barCount() - 1;
        if (m_anchor < 0)
            m_anchor = m_end = left ? last : 0;
        else
            m_end = std::clamp(m_end + (left ? -1 : 1), 0, last);
        if (!event->modifiers().testFlag(Qt::ShiftModifier))
            m_anchor = m_end;
        update();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_anchor >= 0) {
        choose(m_anchor, m_end);
    } else if (event->key() == Qt::Key_Escape && m_anchor >= 0) {
        m_anchor = m_end = -1;
        update();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace salesdesk
