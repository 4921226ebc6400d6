// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page.h"

#include "ui/style.h"

#include <QAbstractItemView>
#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 briefSearchMs = 200;

/// "45 %": never 100 while there is something left.
QString percentOf(double share)
{
    return QLocale().toString(std::min(99, static_cast<int>(share * 100)));
}
} // namespace

Page::Page(const QString &name, const QString &title, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_banner(new Banner(this))
    , m_count(style::mutedLabel({}, this))
    , m_actions(new QHBoxLayout)
    , m_filterRow(new QHBoxLayout)
    , m_content(new QVBoxLayout)
{
    setObjectName(name);
    auto *heading = style::plainLabel(title, this);
    heading->setFont(style::title(font()));
    heading->setObjectName(u"pageTitle"_s);
    m_count->setObjectName(u"pageCount"_s);
    m_actions->setSpacing(style::Gap);
    m_actions->addWidget(heading);
    m_actions->addWidget(m_count);
    m_actions->addStretch(1);
    m_filterRow->setSpacing(style::Gap);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Margin, style::Margin, style::Margin, style::Gap);
    column->setSpacing(style::Gap);
    column->addLayout(m_actions);
    column->addWidget(m_banner);
    column->addLayout(m_filterRow);
    column->addLayout(m_content, 1);
}

void Page::focusFilter()
{
    if (m_filter) {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    }
}

void Page::focusContent()
{
    if (isAncestorOf(window()->focusWidget()))
        return;
    for (auto *list : findChildren<QAbstractItemView *>()) {
        if (list->isVisible() && list->focusPolicy() != Qt::NoFocus) {
            list->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void Page::showOnly(const QString &text)
{
    if (m_filter)
        m_filter->setText(text);
}

void Page::stepBack()
{
    if (m_filter && !m_filter->text().isEmpty())
        m_filter->clear();
    else
        m_banner->hide();
}

void Page::savePlace(QSettings &settings) const
{
    if (m_splitter)
        settings.setValue(u"splitter/%1"_s.arg(objectName()), m_splitter->saveState());
}

void Page::restorePlace(const QSettings &settings)
{
    if (m_splitter)
        m_placed = m_splitter->restoreState(settings.value(u"splitter/%1"_s.arg(objectName())).toByteArray());
}

void Page::attach(LiveTableModel *model)
{
    m_models.append(model);
    connect(model, &LiveTableModel::failed, m_banner, &Banner::showError);
    model->setActive(isVisible());
}

void Page::setCount(const QString &text)
{
    m_count->setText(text);
}

void Page::setSplitter(QSplitter *splitter, int lines)
{
    m_splitter = splitter;
    m_wideLines = lines;
}

void Page::setFound(qint64 count, double searched)
{
    const auto number = QLocale().toString(count);
    if (count == 0)
        m_count->clear();
    else if (searched >= 1)
        m_count->setText(number);
    else if (m_sinceSearch.isValid() && m_sinceSearch.elapsed() > briefSearchMs)
        m_count->setText(tr("%1+ in the first %2 %").arg(number, percentOf(searched)));
    else
        m_count->setText(number + u'+');
}

QString Page::searchSentence(double searched) const
{
    return m_sinceSearch.isValid() && m_sinceSearch.elapsed() > briefSearchMs
               ? tr("Nothing in the newest %1 % of all yet; the search goes on.").arg(percentOf(searched))
               : QString();
}

QPushButton *Page::addAction(Symbol symbol, const QString &name, const QString &text, const QKeySequence &key)
{
    auto *button = new QPushButton(icon(symbol), text, this);
    button->setObjectName(name);
    if (!key.isEmpty()) {
        button->setShortcut(key);
        button->setToolTip(u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
    }
    m_actions->addWidget(button);
    return button;
}

QLineEdit *Page::addFilter(const QString &placeholder)
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setPlaceholderText(placeholder);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setToolTip(
        tr("Filter (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(Symbol::Filter, Tone::Muted), QLineEdit::LeadingPosition)->setText(tr("Filter"));
    m_filterRow->addWidget(m_filter, 1);
    return m_filter;
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    placeSplitter();
    for (auto *model : m_models)
        model->setActive(true);
}

void Page::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    for (auto *model : m_models)
        model->setActive(false);
}

void Page::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeSplitter();
}

void Page::placeSplitter()
{
    if (!m_splitter || !isVisible()) // a page that was never shown has no size of its own
        return;
    const auto orientation = width() >= m_wideLines * fontMetrics().height() ? Qt::Horizontal : Qt::Vertical;
    if (m_placed && orientation == m_splitter->orientation())
        return;
    m_placed = true;
    m_splitter->setOrientation(orientation);
    // Qt would share the room out by what was there before, or by size hints; it is shared out as it grows.
    QList<int> parts;
    for (int part = 0; part < m_splitter->count(); ++part)
        parts.append(m_splitter->widget(part)->sizePolicy().horizontalStretch());
    const int all = std::accumulate(parts.cbegin(), parts.cend(), 0);
    const int room = orientation == Qt::Horizontal ? width() : height();
    for (auto &part : parts)
        part = room * part / qMax(1, all);
    m_splitter->setSizes(parts);
}

Decider thisPerson()
{
    auto name = qEnvironmentVariable("USER");
    if (name.isEmpty())
        name = qEnvironmentVariable("LOGNAME", u"administrator"_s);
    return {Decider::Kind::Person, name};
}

} // namespace salesdesk
