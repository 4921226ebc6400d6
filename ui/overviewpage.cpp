// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overviewpage.h"

#include "model/domain/callfilter.h"
#include "model/domain/rhythm.h"
#include "model/tables/sentences.h"
#include "model/tables/texts.h"
#include "ui/card.h"
#include "ui/figurelist.h"
#include "ui/firststeps.h"
#include "ui/metricbox.h"
#include "ui/receiverbox.h"
#include "ui/style.h"
#include "ui/volumebox.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr qsizetype mostCauses = 8;
constexpr qint64 minuteMs = 60'000;

/// "40 min", "5 h", "3 days": of some length, roughly.
QString lengthText(qint64 ms)
{
    const auto minutes = ms / minuteMs;
    if (minutes < 90)
        return OverviewPage::tr("%1 min").arg(minutes);
    if (minutes < 48 * 60)
        return OverviewPage::tr("%1 h").arg((minutes + 30) / 60);
    return OverviewPage::tr("%1 days").arg((minutes + 720) / 1440);
}

} // namespace

OverviewPage::OverviewPage(Workspace &workspace, ReceiverControl &receiver, QWidget *parent)
    : Page(u"overviewPage"_s, tr("Overview"), workspace, parent)
    , m_volume(workspace)
    , m_firstSteps(new FirstSteps(this))
    , m_receiverBox(new ReceiverBox(this))
    , m_volumeBox(new VolumeBox(m_volume, this))
    , m_metricBox(new MetricBox(*this, this))
    , m_cards(new QGridLayout)
{
    buildCards();
    m_firstSteps->hide();
    auto *inside = new QWidget(this);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, style::Gap, style::Gap);
    column->setSpacing(style::Margin);
    for (auto *box : QList<QWidget *>{m_firstSteps, m_receiverBox, m_volumeBox})
        column->addWidget(box);
    column->addLayout(m_cards);
    column->addWidget(m_metricBox);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"overviewScroll"_s);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    content()->addWidget(scroll, 1);

    connect(&receiver, &ReceiverControl::statusChanged, m_receiverBox, &ReceiverBox::showReceiver);
    m_receiverBox->showReceiver(receiver.status());
    connect(m_receiverBox, &ReceiverBox::startWanted, this, &OverviewPage::startWanted);
    connect(m_receiverBox, &ReceiverBox::otherPortWanted, this, &OverviewPage::otherPortWanted);
    connect(m_receiverBox, &ReceiverBox::settingsWanted, this, &OverviewPage::settingsWanted);
    connect(m_firstSteps, &FirstSteps::providerWanted, this, &OverviewPage::providerWanted);
    connect(m_firstSteps, &FirstSteps::testCallWanted, this, &OverviewPage::testCallWanted);
    connect(m_firstSteps, &FirstSteps::linkWanted, this, [this] { Q_EMIT queueWanted({}); });
    connect(m_volumeBox, &VolumeBox::callsWanted, this, &OverviewPage::callsWanted);
    connect(m_metricBox, &MetricBox::linkWanted, this, [this] { Q_EMIT queueWanted({}); });
    connect(banner(), &Banner::triggered, m_metricBox, &MetricBox::undoRemove);
    connect(&m_volume, &CallVolume::changed, this, &OverviewPage::showVolume);
    connect(&m_volume, &CallVolume::failed, banner(), &Banner::showError);
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &OverviewPage::loadStanding);
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        constexpr Changes ours =
            Change::Providers | Change::Identities | Change::Decisions | Change::Seen | Change::Settings;
        if ((changes & ours) != 0 && !m_soon.isActive())
            m_soon.start();
    });
    m_clock.setInterval(1min);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_volumeBox->refresh();
        showVolume();
    });
    m_clock.start();
    // Also behind a closed window: somebody is to be told when a provider falls silent.
    m_volume.setActive(true);
    loadStanding();
}

void OverviewPage::buildCards()
{
    const auto build = [this](const QString &title, FigureList *list) {
        auto *card = new Card(title, this);
        card->content()->addWidget(list, 1);
        return card;
    };
    const auto toLog = tr("A click shows these calls in the log.");
    m_causes = new FigureList(u"cause"_s, toLog, tr("No call was refused or failed today."), this);
    m_waiting = new FigureList(u"waiting"_s, tr("A click opens the queue."), {}, this);
    m_providers = new FigureList(u"provider"_s, toLog, tr("There is no provider yet."), this);
    m_causesCard = build(tr("Failures Today"), m_causes);
    m_waitingCard = build(tr("Waiting to Be Linked"), m_waiting);
    m_providersCard = build(tr("Providers"), m_providers);
    m_cards->setSpacing(style::Margin);
    connect(m_causes, &FigureList::chosen, this, [this](int row) {
        if (row >= m_shownCauses.size())
            return;
        const auto &cause = m_shownCauses[row];
        const auto since = QDateTime::fromMSecsSinceEpoch(midnight(), zone()).toString(u"yyyy-MM-dd"_s);
        Q_EMIT callsWanted(u"%1 reason:%2 since:%3"_s.arg(filterTerm(u"provider"_s, nameOf(cause.provider)),
                                                          QString(toText(cause.reason)), since));
    });
    connect(m_waiting, &FigureList::chosen, this,
            [this](int row) { Q_EMIT queueWanted(m_standing.waiting.at(row).kind); });
    connect(m_providers, &FigureList::chosen, this, [this](int row) {
        Q_EMIT callsWanted(filterTerm(u"provider"_s, m_standing.providers.at(row).name));
    });
}

void OverviewPage::arrange()
{
    const int columns = width() > fontMetrics().averageCharWidth() * 110 ? 2 : 1;
    m_metricBox->setColumns(width() > fontMetrics().averageCharWidth() * 170 ? 3 : columns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    m_cards->setColumnStretch(0, 1);
    m_cards->setColumnStretch(1, columns == 2 ? 1 : 0);
    m_cards->addWidget(m_causesCard, 0, 0);
    m_cards->addWidget(m_waitingCard, columns == 2 ? 0 : 1, columns == 2 ? 1 : 0);
    m_cards->addWidget(m_providersCard, columns == 2 ? 1 : 2, 0, 1, columns);
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_metricBox->setActive(true);
    m_volumeBox->refresh();
    showVolume();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_metricBox->setActive(false);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void OverviewPage::stepBack()
{
    if (!m_volumeBox->stepBack())
        Page::stepBack();
}

QTimeZone OverviewPage::zone() const
{
    return workspace().directory()->zone;
}

qint64 OverviewPage::midnight() const
{
    const auto today = QDateTime::currentDateTimeUtc().toTimeZone(zone()).date();
    return today.startOfDay(zone()).toMSecsSinceEpoch();
}

QString OverviewPage::nameOf(ProviderId provider) const
{
    for (const auto &one : workspace().directory()->providers) {
        if (one.id == provider)
            return one.name;
    }
    return {};
}

void OverviewPage::loadStanding()
{
    read<Standing>([](Connection &db) { return readStanding(db); },
                   [this](const Standing &standing) {
                       m_standing = standing;
                       m_volumeBox->setZone(zone());
                       m_firstSteps->showStanding(standing);
                       showWaiting();
                       showVolume();
                   });
}

void OverviewPage::showVolume()
{
    showProviders();
    showCauses();
}

void OverviewPage::showProviders()
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    QList<Figure> figures;
    for (const auto &provider : m_standing.providers) {
        const auto last = m_volume.lastAccepted(provider.id);
        const auto silence = m_volume.isComplete()
                                 ? silenceOf(m_volume.acceptedQuarters(provider.id), now, zone())
                                 : std::nullopt;
        const bool silent = silence && silence->isUnusual();
        Figure figure{provider.name, {}, {}, 0, {}};
        if (last)
            figure.figure = tr("last accepted %1").arg(relativeTime(*last, now, zone()));
        else if (m_volume.isComplete())
            figure.figure = tr("none accepted in 30 days");
        if (silent) {
            figure.tone = Tone::Warning;
            figure.detail = tr("Silent for %1. In the hours it calls in, it rarely pauses for more than %2.")
                                .arg(lengthText(now - *last), lengthText(silence->usualMs));
            if (!m_silent.value(provider.id))
                Q_EMIT fellSilent(u"%1: %2"_s.arg(provider.name, figure.detail));
        }
        if (m_volume.isComplete())
            m_silent[provider.id] = silent;
        figures.append(figure);
    }
    m_providers->setFigures(figures);
}

void OverviewPage::showCauses()
{
    const auto causes = m_volume.causes(midnight());
    m_shownCauses = causes.first(std::min(mostCauses, causes.size()));
    QList<Figure> figures;
    qint64 all = 0;
    for (const auto &cause : causes)
        all += cause.calls;
    for (const auto &cause : m_shownCauses) {
        auto phrase = phraseOf(cause.reason);
        phrase[0] = phrase[0].toUpper();
        figures.append({phrase,
                        nameOf(cause.provider),
                        QLocale().toString(cause.calls),
                        static_cast<double>(cause.calls) / static_cast<double>(all),
                        {}});
    }
    m_causes->setFigures(figures);
    m_causesCard->setNote(causes.size() > mostCauses ? tr("and %n more cause(s)", nullptr,
                                                          static_cast<int>(causes.size() - mostCauses))
                                                     : QString());
}

void OverviewPage::showWaiting()
{
    const QLocale locale;
    QList<Figure> figures;
    for (const auto &waiting : m_standing.waiting) {
        const auto count = static_cast<int>(waiting.identities);
        const auto text = waiting.kind == EntityKind::Agent  ? tr("%Ln agent(s)", nullptr, count)
                          : waiting.kind == EntityKind::Team ? tr("%Ln team(s)", nullptr, count)
                                                             : tr("%Ln product(s)", nullptr, count);
        figures.append({text,
                        tr("%Ln record(s)", nullptr, static_cast<int>(waiting.records)),
                        waiting.value.value == 0 ? QString() : moneyText(waiting.value),
                        0,
                        {}});
    }
    m_waiting->setNothing(m_standing.hasRecords ? tr("Everything that came in is linked.")
                                                : tr("Nothing has come in yet."));
    m_waiting->setFigures(figures);
}

} // namespace salesdesk
