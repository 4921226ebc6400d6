// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/jsonlayout.h"

#include <QPlainTextEdit>
#include <QSet>

namespace salesdesk
{

/// A body for reading: JSON is laid out, coloured and folds at its objects and lists, with the arrows at its
/// left or Alt+Left and Alt+Right; anything else stands as it came. Read-only, always plain text. GUI thread;
/// owned by its parent.
class JsonView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonView)
public:
    explicit JsonView(QWidget *parent = nullptr);

    void setBody(const QByteArray &body);
    /// Shows the bytes as they came.
    void setRaw(bool raw);
    [[nodiscard]] bool isRaw() const { return m_raw; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Margin;
    void show();
    void colour();
    void setFolded(int line, bool folded);
    void applyFolds();
    void paintMargin(QPaintEvent *event);
    void pressMargin(int y);
    [[nodiscard]] const JsonLayout::Fold *foldAt(int line) const;

    Margin *m_margin;
    QByteArray m_body;
    std::optional<JsonLayout> m_layout;
    QSet<int> m_folded; ///< first lines
    bool m_raw = false;
};

} // namespace salesdesk
