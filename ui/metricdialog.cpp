// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metricdialog.h"

#include "ui/style.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

QString byText(Metric::By by)
{
    switch (by) {
    case Metric::By::Agent:
        return MetricDialog::tr("by agent");
    case Metric::By::Team:
        return MetricDialog::tr("by team");
    case Metric::By::Product:
        return MetricDialog::tr("by product");
    case Metric::By::Type:
        return MetricDialog::tr("by type");
    case Metric::By::Day:
        return MetricDialog::tr("by day");
    }
    Q_UNREACHABLE();
}

QString periodText(Metric::Period period)
{
    switch (period) {
    case Metric::Period::Today:
        return MetricDialog::tr("today");
    case Metric::Period::Week:
        return MetricDialog::tr("this week");
    case Metric::Period::Month:
        return MetricDialog::tr("this month");
    case Metric::Period::Year:
        return MetricDialog::tr("this year");
    }
    Q_UNREACHABLE();
}

template <typename Value>
void addChoice(QComboBox *box, const QString &text, Value value, Value chosen)
{
    box->addItem(text, static_cast<int>(value));
    if (value == chosen)
        box->setCurrentIndex(box->count() - 1);
}

} // namespace

QString metricText(const Metric &metric)
{
    const bool sales = metric.source == Metric::Source::Sales;
    const bool value = metric.measure == Metric::Measure::Value;
    QStringList words{
        sales ? (value ? MetricDialog::tr("value of sales") : MetricDialog::tr("number of sales"))
              : (value ? MetricDialog::tr("value of activities") : MetricDialog::tr("number of activities"))};
    if (!metric.types.isEmpty())
        words.append(metric.types.join(u" + "_s));
    words << byText(metric.by) << periodText(metric.period);
    auto text = words.join(u", "_s);
    text[0] = text[0].toUpper();
    return text;
}

MetricDialog::MetricDialog(const Metric &metric, const QStringList &types, QWidget *parent)
    : QDialog(parent)
    , m_metric(metric)
    , m_name(new QLineEdit(metric.name, this))
    , m_source(new QComboBox(this))
    , m_measure(new QComboBox(this))
    , m_by(new QComboBox(this))
    , m_period(new QComboBox(this))
    , m_types(new QListWidget(this))
    , m_typesLabel(new QLabel(tr("Typ&es"), this))
{
    setObjectName(u"metricDialog"_s);
    setWindowTitle(metric.id > 0 ? tr("Edit Metric") : tr("New Metric"));
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(100);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_name->setPlaceholderText(tr("For example: Demos planned"));
    m_source->setObjectName(u"source"_s);
    addChoice(m_source, tr("Activities"), Metric::Source::Activities, metric.source);
    addChoice(m_source, tr("Sales"), Metric::Source::Sales, metric.source);
    m_measure->setObjectName(u"measure"_s);
    addChoice(m_measure, tr("Number"), Metric::Measure::Count, metric.measure);
    addChoice(m_measure, tr("Value in euros"), Metric::Measure::Value, metric.measure);
    m_by->setObjectName(u"by"_s);
    m_period->setObjectName(u"period"_s);
    for (const auto period :
         {Metric::Period::Today, Metric::Period::Week, Metric::Period::Month, Metric::Period::Year})
        addChoice(m_period, periodText(period), period, metric.period);
    m_types->setObjectName(u"types"_s);
    m_typesLabel->setBuddy(m_types);
    m_types->setMaximumHeight(fontMetrics().height() * 8);
    auto all = types;
    for (const auto &type : metric.types) { // one that no longer comes in stays chosen
        if (!all.contains(type))
            all.append(type);
    }
    for (const auto &type : all) {
        auto *item = new QListWidgetItem(type, m_types);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(metric.types.contains(type) ? Qt::Checked : Qt::Unchecked);
    }
    auto *note =
        style::mutedLabel(tr("Without a type that is ticked, all types count. Sales that were cancelled do "
                             "not count, nor do records that nobody is linked to yet."),
                          this);
    note->setWordWrap(true);
    note->setFont(style::caption(font()));

    auto *form = new QFormLayout;
    form->setSpacing(style::Gap);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Of"), m_source);
    form->addRow(m_typesLabel, m_types);
    form->addRow(tr("&Count"), m_measure);
    form->addRow(tr("&Grouped"), m_by);
    form->addRow(tr("&Period"), m_period);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save->setObjectName(u"accept"_s);
    save->setDefault(true);
    const auto allow = [this, save] { save->setEnabled(!m_name->text().trimmed().isEmpty()); };
    allow();
    connect(m_name, &QLineEdit::textChanged, this, allow);
    connect(m_source, &QComboBox::currentIndexChanged, this, &MetricDialog::judge);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Margin, style::Margin, style::Margin, style::Margin);
    column->setSpacing(style::Margin);
    column->addLayout(form);
    column->addWidget(note);
    column->addWidget(buttons);
    fillGroupings();
    judge();
}

void MetricDialog::judge()
{
    fillGroupings();
    const bool activities = filledIn().source == Metric::Source::Activities;
    m_types->setEnabled(activities && m_types->count() > 0);
    m_typesLabel->setEnabled(activities);
}

void MetricDialog::fillGroupings()
{
    const auto chosen =
        m_by->count() > 0 ? static_cast<Metric::By>(m_by->currentData().toInt()) : m_metric.by;
    const bool sales = filledIn().source == Metric::Source::Sales;
    m_by->clear();
    for (const auto by :
         {Metric::By::Agent, Metric::By::Team, Metric::By::Product, Metric::By::Type, Metric::By::Day}) {
        if (by != (sales ? Metric::By::Type : Metric::By::Product))
            addChoice(m_by, byText(by), by, chosen);
    }
}

Metric MetricDialog::filledIn() const
{
    auto metric = m_metric;
    metric.name = m_name->text().trimmed();
    metric.source = static_cast<Metric::Source>(m_source->currentData().toInt());
    metric.measure = static_cast<Metric::Measure>(m_measure->currentData().toInt());
    metric.by = static_cast<Metric::By>(m_by->currentData().toInt());
    metric.period = static_cast<Metric::Period>(m_period->currentData().toInt());
    metric.types.clear();
    for (int row = 0; row < m_types->count() && metric.source == Metric::Source::Activities; ++row) {
        if (m_types->item(row)->checkState() == Qt::Checked)
            metric.types.append(m_types->item(row)->text());
    }
    return metric;
}

} // namespace salesdesk
