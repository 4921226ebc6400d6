// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace salesdesk
{

/// The guide for administrators, with its chapters at the left. GUI thread; owned by the window.
class GuideWindow final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuideWindow)
public:
    explicit GuideWindow(QWidget *parent);

private:
    void listChapters();
    void goTo(int chapter);

    QListWidget *m_chapters;
    QTextBrowser *m_text;
};

} // namespace salesdesk
