// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/volumebox.h"

#include "model/domain/rhythm.h"
#include "ui/callchart.h"
#include "ui/callcolors.h"
#include "ui/card.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 dayOfQuarters = 96 * QuarterMs;
constexpr std::array classes{'2', '4', '5'};

QIcon swatch(const QColor &colour)
{
    constexpr int side = 10;
    QPixmap pixmap(side, side);
    pixmap.fill(colour);
    return {pixmap};
}

} // namespace

VolumeBox::VolumeBox(const CallVolume &volume, QWidget *parent)
    : QWidget(parent)
    , m_volume(volume)
    , m_card(new Card(tr("Calls"), this))
    , m_chart(new CallChart(volume, this))
    , m_whole(new QPushButton(icon(Symbol::Undo), tr("Whole Range"), this))
{
    setObjectName(u"volumeBox"_s);
    m_whole->setObjectName(u"endZoom"_s);
    m_whole->setToolTip(tr("Ends the zoom (Esc)"));
    m_whole->hide();
    m_card->header()->addWidget(m_whole);
    auto *ranges = new QButtonGroup(this);
    for (const auto &[text, name, days] :
         {std::tuple(tr("24 Hours"), u"lastDay"_s, 1), std::tuple(tr("7 Days"), u"lastWeek"_s, 7),
          std::tuple(tr("30 Days"), u"lastMonth"_s, 30)}) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setChecked(days == 1);
        ranges->addButton(button);
        m_card->header()->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, days = days] { m_chart->showLast(days * dayOfQuarters); });
    }
    auto *figures = new QHBoxLayout;
    figures->setSpacing(style::Gap);
    for (size_t i = 0; i < classes.size(); ++i) {
        auto *button = new QPushButton(this);
        button->setObjectName(u"calls%1xx"_s.arg(QLatin1Char(classes[i])));
        button->setFlat(true);
        button->setCursor(Qt::PointingHandCursor);
        button->setToolTip(tr("Shows these calls in the log."));
        connect(button, &QPushButton::clicked, this, [this, i] {
            Q_EMIT callsWanted(
                u"status:%1xx %2"_s.arg(QLatin1Char(classes[i])).arg(during(m_chart->from(), m_chart->to())));
        });
        figures->addWidget(button);
        m_figures.append(button);
    }
    figures->addStretch(1);
    m_card->content()->addLayout(figures);
    m_card->content()->addWidget(m_chart, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_whole, &QPushButton::clicked, m_chart, &CallChart::endZoom);
    connect(m_chart, &CallChart::changed, this, &VolumeBox::showFigures);
    connect(m_chart, &CallChart::chosen, this,
            [this](qint64 from, qint64 to) { Q_EMIT callsWanted(during(from, to)); });
    showFigures();
}

void VolumeBox::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_chart->setZone(zone);
}

void VolumeBox::refresh()
{
    if (!m_chart->isZoomed())
        m_chart->endZoom();
}

bool VolumeBox::stepBack()
{
    return m_chart->stepBack();
}

void VolumeBox::showFigures()
{
    const auto total = m_chart->total();
    const QLocale locale;
    const std::array texts{tr("%1 accepted").arg(locale.toString(total.accepted)),
                           tr("%1 refused").arg(locale.toString(total.refused)),
                           tr("%1 failed").arg(locale.toString(total.failed))};
    const auto colours = callColors(palette(), palette().color(QPalette::Base));
    for (size_t i = 0; i < texts.size(); ++i) {
        auto *button = m_figures[static_cast<qsizetype>(i)];
        button->setText(texts[i]);
        button->setIcon(swatch(colours[i]));
    }
    m_whole->setVisible(m_chart->isZoomed());
    m_card->setNote(m_volume.isComplete() ? QString() : tr("The log is still being counted."));
}

QString VolumeBox::during(qint64 from, qint64 to) const
{
    const auto text = [this](qint64 at) {
        return QDateTime::fromMSecsSinceEpoch(at, m_zone).toString(u"yyyy-MM-dd'T'HH:mm"_s);
    };
    return u"since:%1 until:%2"_s.arg(text(from), text(to));
}

} // namespace salesdesk
