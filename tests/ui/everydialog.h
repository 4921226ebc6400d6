// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/desk.h"

#include <functional>

class QKeySequence;
class QWidget;

namespace salesdesk
{

class MainWindow;

/// Opens every dialog of a window on a filled desk (fill()), and what else only a person's act brings up, one
/// after the other, and closes it again.
class EveryDialog final
{
public:
    /// Called with what is shown, dialog or window, and what it is.
    using Look = std::function<void(QWidget &shown, const QString &where)>;

    EveryDialog(MainWindow &window, Desk &desk, Look look);
    void visit();

private:
    void lookAtDialog(const QString &name, const QString &where);
    void lookAtQueueDialogs();
    void lookAtProviderDialogs();
    void lookAtCallDialogs();
    void lookAtSettingsDialogs();
    void lookAtOtherDialogs();
    void trigger(const QKeySequence &key);
    void click(const QString &page, const QString &button);

    MainWindow &m_window;
    Desk &m_desk;
    Look m_look;
};

} // namespace salesdesk
