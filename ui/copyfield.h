// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <chrono>

class QPlainTextEdit;
class QPushButton;

namespace salesdesk
{

/// A text to be carried elsewhere, in the fixed font, whole however narrow the window is, with a Copy button
/// that says when it is done. GUI thread; owned by its parent.
class CopyField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CopyField)
public:
    enum class Content { Plain, Secret };
    explicit CopyField(const QString &name, QWidget *parent = nullptr, Content content = Content::Plain);

    /// What it holds, for a screen reader.
    void setLabel(const QString &label);
    void setText(const QString &text);
    [[nodiscard]] QString text() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QPlainTextEdit *m_text;
    QPushButton *m_copy;
};

/// Puts `text` on the clipboard and lets the button say so for a moment.
void copyText(QPushButton *button, const QString &text);
/// The same for a key: after a while the clipboard is cleared, when it still holds it.
void copySecret(QPushButton *button, const QString &secret,
                std::chrono::milliseconds clearAfter = std::chrono::minutes(1));

} // namespace salesdesk
