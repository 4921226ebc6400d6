// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/metriccounter.h"
#include "ui/page.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace salesdesk
{

class Card;
class FigureList;

/// The saved metrics, a card each, and the ways to add, change and remove one. GUI thread; owned by the
/// overview.
class MetricBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetricBox)
public:
    explicit MetricBox(Page &page, QWidget *parent = nullptr);

    /// Nothing is counted before it is active.
    void setActive(bool active) { m_counter.setActive(active); }
    /// How many cards stand beside each other.
    void setColumns(int columns);
    /// Opens the dialog for a new one.
    void add();
    /// Puts back what was removed last.
    void undoRemove();

Q_SIGNALS:
    /// Those that are not counted are to be linked.
    void linkWanted();

private:
    struct MetricCard {
        qint64 metric = 0;
        Card *card = nullptr;
        FigureList *list = nullptr;
        QPushButton *uncounted = nullptr;
    };
    void refresh();
    void arrange();
    [[nodiscard]] MetricCard makeCard(qint64 metric);
    void show(const MetricCard &card, const Metric &metric) const;
    void edit(const Metric &metric);
    void save(const Metric &metric);
    void remove(const Metric &metric);
    [[nodiscard]] std::optional<Metric> metricOf(qint64 number) const;

    Page &m_page;
    MetricCounter m_counter;
    QGridLayout *m_grid;
    QWidget *m_empty;
    QList<MetricCard> m_cards;
    std::optional<Metric> m_removed;
    int m_columns = 2;
};

} // namespace salesdesk
