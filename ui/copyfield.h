// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace salesdesk
{

/// A text to be carried elsewhere, in the fixed font, with a Copy button that says when it is done. GUI
/// thread; owned by its parent.
class CopyField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CopyField)
public:
    explicit CopyField(const QString &name, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;

private:
    QLineEdit *m_text;
    QPushButton *m_copy;
};

/// Puts `text` on the clipboard and lets the button say so for a moment.
void copyText(QPushButton *button, const QString &text);

} // namespace salesdesk
