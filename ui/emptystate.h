// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace salesdesk
{

/// What an empty list shows: an icon, one sentence about what will be here, and at most one action that gets
/// there. GUI thread; owned by its parent.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)
public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setContent(Symbol symbol, const QString &sentence, const QString &action = {});

Q_SIGNALS:
    void triggered();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawIcon();
    void fitSentence();

    Symbol m_symbol = Symbol::Info;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace salesdesk
