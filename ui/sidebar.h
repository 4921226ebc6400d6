// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/icons.h"

#include <QListWidget>

namespace salesdesk
{

/// The list of screens, with a count where work waits; icons alone when collapsed. GUI thread; owned by the
/// window.
class SideBar final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideBar)
public:
    explicit SideBar(QWidget *parent = nullptr);

    void addScreen(Symbol symbol, const QString &name, const QKeySequence &key);
    /// Nothing is shown for 0. What waits for somebody has a dot when the bar is collapsed.
    void setCount(int row, qint64 count, bool waits);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }

private:
    /// As wide as the widest name with its count.
    void fit();

    bool m_collapsed = false;
};

} // namespace salesdesk
