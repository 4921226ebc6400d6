// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"
#include "model/tables/tone.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace salesdesk
{

/// A strip at the top of a page that says what happened and what to do, with at most one button. Hidden until
/// show…() is called. GUI thread; owned by its parent.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)
public:
    explicit Banner(QWidget *parent = nullptr);

    /// `text` is shown as it is. With `action` a button stands behind it: see triggered().
    void showMessage(Tone tone, const QString &text, const QString &action = {});
    /// In the window's language. What contradicts what is there (nothing to undo, a name taken) is no failure
    /// and is shown as a warning.
    void showFailure(const Error &error);
    /// An error's sentence, or one of the window's own; in the window's language.
    void showError(const QString &sentence);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Tone tone() const { return m_tone; }

Q_SIGNALS:
    void triggered();
    /// Its cross was clicked.
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void drawIcon();

    Tone m_tone = Tone::Info;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace salesdesk
