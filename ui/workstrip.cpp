// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workstrip.h"

#include "model/tables/texts.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

WorkStrip::WorkStrip(QWidget *parent)
    : QFrame(parent)
    , m_what(style::plainLabel({}, this))
    , m_bar(new QProgressBar(this))
    , m_rate(style::mutedLabel({}, this))
    , m_cancel(new QPushButton(icon(Symbol::Clear), tr("Cancel"), this))
{
    setObjectName(u"workStrip"_s);
    m_bar->setObjectName(u"workBar"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_cancel->setObjectName(u"cancelWork"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(style::Gap);
    row->addWidget(m_what);
    row->addWidget(m_bar, 1);
    row->addWidget(m_rate);
    row->addWidget(m_cancel);
    hide();
    m_appear.setSingleShot(true);
    m_appear.setInterval(200ms);
    connect(&m_appear, &QTimer::timeout, this, &QWidget::show);
    m_redraw.setInterval(250ms);
    connect(&m_redraw, &QTimer::timeout, this, &WorkStrip::showProgress);
    connect(m_cancel, &QPushButton::clicked, this, &WorkStrip::cancelled);
}

void WorkStrip::begin(const QString &what, qint64 total)
{
    m_focusBefore = window()->focusWidget();
    m_what->setText(what);
    m_total = total;
    m_done = 0;
    m_busy = true;
    m_since.start();
    showProgress();
    m_appear.start();
    m_redraw.start();
}

void WorkStrip::setDone(qint64 done)
{
    m_done = done;
}

void WorkStrip::end()
{
    m_busy = false;
    m_appear.stop();
    m_redraw.stop();
    // Or Qt would hand it on to whatever comes next.
    if (window()->focusWidget() == m_cancel && m_focusBefore)
        m_focusBefore->setFocus();
    hide();
}

void WorkStrip::showProgress()
{
    const QLocale locale;
    const auto elapsed = m_since.elapsed();
    m_bar->setMaximum(m_total > 0 ? 1000 : 0);
    if (m_total == 0) {
        m_rate->setText(tr("%n s", nullptr, static_cast<int>(elapsed / 1000)));
        return;
    }
    m_bar->setValue(static_cast<int>(std::min<qint64>(1000, m_done * 1000 / m_total)));
    auto text = tr("%1 of %2").arg(locale.toString(m_done), locale.toString(m_total));
    if (elapsed > 1000 && m_done > 0) {
        const auto rate = m_done * 1000 / elapsed;
        text += u"  ·  "_s + tr("%1 a second").arg(locale.toString(rate));
        if (rate > 0 && m_total > m_done)
            text += u"  ·  "_s + timeLeftText((m_total - m_done) / rate + 1);
    }
    m_rate->setText(text);
}

} // namespace salesdesk
