// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calltimeline.h"

#include "model/tables/texts.h"
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

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int barWidth = 4;
constexpr int fewestBars = 60;
constexpr int barGap = 1;
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

QSize CallTimeLine::sizeHint() const
{
    const QFontMetrics caption(style::caption(font()));
    return {400, fontMetrics().height() * 2 + caption.height() + style::Gap};
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
    qint64 accepted = 0;
    qint64 refused = 0;
    for (const auto &count : counts) {
        accepted += count.accepted;
        refused += count.refused;
    }
    const QLocale locale;
    setAccessibleDescription(
        tr("%1 accepted and %2 refused calls. Shift with the arrow keys chooses a stretch of "
           "time, Return shows its calls.")
            .arg(locale.toString(accepted), locale.toString(refused)));
    update();
}

QRect CallTimeLine::barArea() const
{
    const QFontMetrics caption(style::caption(font()));
    return rect().adjusted(0, 2, 0, -caption.height() - style::Unit);
}

int CallTimeLine::barCount() const
{
    const auto room = std::max(1, barArea().width() / (barWidth + barGap));
    // No narrower than what is counted together, or there would be holes.
    const auto stretches = (m_to - m_from) / std::max<qint64>(1, m_histogram.stretchMs());
    return static_cast<int>(std::clamp<qint64>(stretches, 1, room));
}

QList<CallTimeLine::Bar> CallTimeLine::bars() const
{
    QList<Bar> bars(barCount());
    for (const auto &count : m_histogram.counts()) {
        const auto bar = (count.at - m_from) * bars.size() / std::max<qint64>(1, m_to - m_from);
        auto &sum = bars[std::clamp<qsizetype>(bar, 0, bars.size() - 1)];
        sum.accepted += count.accepted;
        sum.refused += count.refused;
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

void CallTimeLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto area = barArea();
    const auto muted = style::color(Tone::Muted, palette());
    painter.setPen(style::line(palette()));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setFont(style::caption(font()));
    const QRect captions(0, area.bottom() + style::Unit, width(), height() - area.bottom() - style::Unit);
    if (m_to <= m_from) {
        painter.setPen(muted);
        painter.drawText(captions, Qt::AlignLeft | Qt::AlignVCenter, tr("No calls in this time"));
        return;
    }
    const auto all = bars();
    qint64 most = 1;
    for (const auto &bar : all)
        most = std::max(most, bar.accepted + bar.refused);
    if (m_anchor >= 0) {
        const auto left = std::min(m_anchor, m_end) * area.width() / barCount();
        const auto right = (std::max(m_anchor, m_end) + 1) * area.width() / barCount();
        painter.fillRect(
            QRect(area.left() + left, area.top(), right - left, area.height()),
            style::tinted(palette().color(QPalette::Highlight), palette().color(QPalette::Window), 0.25));
    }
    const auto good =
        style::tinted(style::color(Tone::Good, palette()), palette().color(QPalette::Window), 0.75);
    const auto bad = style::color(Tone::Bad, palette());
    for (int i = 0; i < all.size(); ++i) {
        const auto left = area.left() + i * area.width() / static_cast<int>(all.size());
        const auto right = area.left() + (i + 1) * area.width() / static_cast<int>(all.size());
        const auto span = [&](qint64 calls) {
            return calls == 0 ? 0 : std::max(2, static_cast<int>(calls * (area.height() - 2) / most));
        };
        const int accepted = span(all[i].accepted);
        const int refused = std::min(span(all[i].refused), area.height() - 2);
        const int wide = std::max(1, right - left - barGap);
        const int bottom = area.bottom();
        painter.fillRect(left, bottom - accepted, wide, accepted, good);
        // On top, and never out of sight however few.
        painter.fillRect(left, std::max(area.top(), bottom - accepted - refused), wide, refused, bad);
    }
    painter.setPen(muted);
    painter.drawText(captions, Qt::AlignLeft | Qt::AlignVCenter, timeText(m_from));
    painter.drawText(captions, Qt::AlignRight | Qt::AlignVCenter, timeText(m_to));
    // The legend says in words what the colours are.
    const auto first = tr("accepted");
    const auto second = tr("refused");
    const auto &metrics = painter.fontMetrics();
    const int box = metrics.ascent() / 2;
    int x = (width() - metrics.horizontalAdvance(first + second) - 2 * box - 3 * style::Gap) / 2;
    for (const auto &[text, colour] : {std::pair(first, good), std::pair(second, bad)}) {
        painter.fillRect(x, captions.center().y() - box / 2, box, box, colour);
        x += box + style::Unit;
        painter.drawText(QRect(x, captions.top(), metrics.horizontalAdvance(text) + 2, captions.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text) + 2 * style::Gap;
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(area.adjusted(0, -1, -1, 0));
    }
}

bool CallTimeLine::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_to > m_from) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto bar = barAt(help->pos().x());
        const auto one = bars().at(bar);
        const QLocale locale;
        QToolTip::showText(help->globalPos(),
                           tr("%1 to %2\n%3 accepted, %4 refused\nDrag to see the calls of a stretch of time")
                               .arg(timeText(timeOf(bar)), timeText(timeOf(bar + 1)),
                                    locale.toString(one.accepted), locale.toString(one.refused)),
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
