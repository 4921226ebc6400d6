// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/desk.h"

#include "ui/banner.h"
#include "ui/tableview.h"

#include <QAction>
#include <QLineEdit>
#include <QPaintEvent>
#include <QTest>

namespace salesdesk
{

/// What of a widget is painted first.
class FirstPaint final : public QObject
{
public:
    QRegion region;

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && region.isEmpty())
            region = static_cast<QPaintEvent *>(event)->region();
        return false;
    }
};

/// A page of the window with a filter and a table, on a desk with one provider, "CRM", and what a test does
/// to it.
template <typename P>
class ListPage
{
protected:
    template <typename T>
    T *child(const QString &name) const
    {
        auto *found = m_page->template findChild<T *>(name);
        if (!found)
            qFatal("There is no %s.", qPrintable(name));
        return found;
    }
    [[nodiscard]] int rows() const { return m_table->model()->rowCount(); }
    [[nodiscard]] QString said() const { return m_page->banner()->text(); }
    [[nodiscard]] QString typed() const { return child<QLineEdit>(QStringLiteral("filter"))->text(); }
    void type(const QString &text) { child<QLineEdit>(QStringLiteral("filter"))->setText(text); }
    void trigger(const QString &action) { child<QAction>(action)->trigger(); }
    void choose(int row) { m_table->setCurrentIndex(m_table->model()->index(row, 0)); }

    void setUp()
    {
        m_desk = std::make_unique<Desk>();
        m_crm = m_desk->addProvider(QStringLiteral("CRM"));
    }
    void tearDown()
    {
        m_page.reset();
        m_desk.reset();
    }
    void show(std::unique_ptr<P> page, const QString &table, int width)
    {
        m_page = std::move(page);
        m_table = child<TableView>(table);
        m_page->resize(width, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    std::unique_ptr<Desk> m_desk;
    ProviderStore::Added m_crm;
    std::unique_ptr<P> m_page;
    TableView *m_table = nullptr;
};

} // namespace salesdesk
