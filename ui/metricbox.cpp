// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metricbox.h"

#include "model/store/metricstore.h"
#include "model/tables/texts.h"
#include "ui/card.h"
#include "ui/figurelist.h"
#include "ui/metricdialog.h"
#include "ui/style.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostRows = 8;

QString amountText(const Metric &metric, const MetricRow &row)
{
    return metric.measure == Metric::Measure::Value ? moneyText(row.value) : QLocale().toString(row.records);
}

double amountOf(const Metric &metric, const MetricRow &row)
{
    return static_cast<double>(metric.measure == Metric::Measure::Value ? row.value.value : row.records);
}

QString labelOf(const Metric &metric, const MetricRow &row)
{
    return metric.by == Metric::By::Day ? QLocale().toString(row.day, u"ddd d MMM"_s) : row.label;
}

MetricRow totalOf(const QList<MetricRow> &rows)
{
    MetricRow total;
    for (const auto &row : rows) {
        total.records += row.records;
        total.value.value += row.value.value;
    }
    return total;
}

QString whyUncounted(const Metric &metric)
{
    switch (metric.by) {
    case Metric::By::Agent:
    case Metric::By::Type:
    case Metric::By::Day:
        return MetricBox::tr("their agents are not linked yet");
    case Metric::By::Team:
        return MetricBox::tr("their teams are not linked yet, or their agents are on none");
    case Metric::By::Product:
        return MetricBox::tr("their products are not linked yet");
    }
    Q_UNREACHABLE();
}

} // namespace

MetricBox::MetricBox(Page &page, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_counter(page.workspace())
    , m_grid(new QGridLayout)
{
    setObjectName(u"metricBox"_s);
    auto *add = new QPushButton(icon(Symbol::Add), tr("Add Metric…"), this);
    add->setObjectName(u"addMetric"_s);
    auto *header = new QHBoxLayout;
    header->addWidget(style::sectionLabel(tr("Metrics"), this));
    header->addStretch(1);
    header->addWidget(add);
    auto *nothing =
        style::mutedLabel(tr("A metric is a number of activities or sales, or what they are worth, by "
                             "agent, team, product, type or day. Those you add are kept here."),
                          this);
    nothing->setWordWrap(true);
    m_empty = nothing;
    m_grid->setSpacing(style::Margin);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Gap);
    column->addLayout(header);
    column->addWidget(nothing);
    column->addLayout(m_grid);
    connect(add, &QPushButton::clicked, this, &MetricBox::add);
    connect(&m_counter, &MetricCounter::changed, this, &MetricBox::refresh);
    connect(&m_counter, &MetricCounter::failed, page.banner(), &Banner::showError);
}

void MetricBox::setColumns(int columns)
{
    if (m_columns == columns)
        return;
    m_columns = columns;
    arrange();
}

std::optional<Metric> MetricBox::metricOf(qint64 number) const
{
    for (const auto &metric : m_counter.metrics()) {
        if (metric.id == number)
            return metric;
    }
    return std::nullopt;
}

void MetricBox::refresh()
{
    const auto &metrics = m_counter.metrics();
    QList<MetricCard> cards;
    for (const auto &metric : metrics) {
        const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                        [&metric](const MetricCard &one) { return one.metric == metric.id; });
        if (found == m_cards.end()) {
            cards.append(makeCard(metric.id));
        } else {
            cards.append(*found);
            m_cards.erase(found);
        }
        show(cards.last(), metric);
    }
    for (const auto &gone : m_cards)
        delete gone.card;
    m_cards = cards;
    m_empty->setVisible(cards.isEmpty());
    arrange();
}

void MetricBox::arrange()
{
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        const int place = static_cast<int>(i);
        m_grid->addWidget(m_cards[i].card, place / m_columns, place % m_columns);
    }
}

MetricBox::MetricCard MetricBox::makeCard(qint64 metric)
{
    MetricCard card;
    card.metric = metric;
    card.card = new Card({}, this);
    card.card->setObjectName(u"metric%1"_s.arg(metric));
    card.list = new FigureList(u"metricRows%1-"_s.arg(metric), {}, tr("Nothing was counted in this period."),
                               card.card);
    card.uncounted = new QPushButton(card.card);
    card.uncounted->setObjectName(u"uncounted%1"_s.arg(metric));
    card.uncounted->setFlat(true);
    card.uncounted->setIcon(icon(Symbol::Unlinked, Tone::Warning));
    card.uncounted->setCursor(Qt::PointingHandCursor);
    auto *more = new QPushButton(icon(Symbol::More), {}, card.card);
    more->setObjectName(u"moreMetric%1"_s.arg(metric));
    more->setAccessibleName(tr("Change or remove this metric"));
    more->setToolTip(more->accessibleName());
    more->setFlat(true);
    auto *menu = new QMenu(more);
    menu->addAction(icon(Symbol::Edit), tr("&Edit…"), this, [this, metric] {
        if (const auto there = metricOf(metric))
            edit(*there);
    });
    menu->addAction(icon(Symbol::Clear), tr("&Remove"), this, [this, metric] {
        if (const auto there = metricOf(metric))
            remove(*there);
    });
    more->setMenu(menu);
    card.card->header()->addWidget(more, 0, Qt::AlignTop);
    card.card->content()->addWidget(card.list, 1);
    card.card->content()->addWidget(card.uncounted, 0, Qt::AlignLeft);
    connect(card.uncounted, &QPushButton::clicked, this, &MetricBox::linkWanted);
    return card;
}

void MetricBox::show(const MetricCard &card, const Metric &metric) const
{
    const auto sum = m_counter.sum(metric.id);
    card.card->setNote(metricText(metric));
    if (!sum) {
        card.card->setTitle(metric.name);
        card.list->setFigures({});
        card.uncounted->hide();
        return;
    }
    card.card->setTitle(u"%1: %2"_s.arg(metric.name, amountText(metric, totalOf(sum->rows))));
    auto rows = sum->rows;
    if (metric.by == Metric::By::Day)
        std::reverse(rows.begin(), rows.end()); // the newest at the top
    double most = 0;
    for (const auto &row : rows)
        most = std::max(most, amountOf(metric, row));
    QList<Figure> figures;
    const auto shown = rows.size() > mostRows ? mostRows - 1 : rows.size();
    for (const auto &row : rows.first(shown)) {
        figures.append({labelOf(metric, row),
                        {},
                        amountText(metric, row),
                        most > 0 ? std::max(0.0, amountOf(metric, row) / most) : 0});
    }
    if (const auto left = rows.mid(shown); !left.isEmpty())
        figures.append({tr("and %n more", nullptr, static_cast<int>(left.size())),
                        {},
                        amountText(metric, totalOf(left)),
                        0});
    card.list->setFigures(figures);
    const auto &uncounted = sum->uncounted;
    card.uncounted->setVisible(uncounted.records > 0);
    const auto many = metric.source == Metric::Source::Sales
                          ? tr("%Ln sale(s) not counted", nullptr, static_cast<int>(uncounted.records))
                          : tr("%Ln activities not counted", nullptr, static_cast<int>(uncounted.records));
    card.uncounted->setText(
        uncounted.value.value == 0 ? many : tr("%1, worth %2").arg(many, moneyText(uncounted.value)));
    card.uncounted->setToolTip(tr("Not counted: %1. A click opens the queue.").arg(whyUncounted(metric)));
}

void MetricBox::add()
{
    edit({});
}

void MetricBox::edit(const Metric &metric)
{
    m_page.read<QStringList>([](Connection &db) { return MetricStore(db).activityTypes(); },
                             [this, metric](const QStringList &types) {
                                 auto *dialog = new MetricDialog(metric, types, this);
                                 dialog->setAttribute(Qt::WA_DeleteOnClose);
                                 connect(dialog, &QDialog::accepted, this,
                                         [this, dialog] { save(dialog->filledIn()); });
                                 dialog->open();
                             });
}

void MetricBox::save(const Metric &metric)
{
    m_page.write<Metric>([metric](Connection &db) { return MetricStore(db).save(metric); },
                         [](const Metric &) {});
}

void MetricBox::remove(const Metric &metric)
{
    m_page.write<Done>([metric](Connection &db) { return MetricStore(db).remove(metric.id); },
                       [this, metric](Done) {
                           m_removed = metric;
                           m_page.banner()->showMessage(
                               Tone::Info, tr("The metric %1 is removed.").arg(metric.name), tr("Undo"));
                       });
}

void MetricBox::undoRemove()
{
    if (!m_removed)
        return;
    m_removed->id = 0;
    save(*std::exchange(m_removed, std::nullopt));
    m_page.banner()->hide();
}

} // namespace salesdesk
