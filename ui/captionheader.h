// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace salesdesk
{

/// Column titles in caption size over a hairline, in line with the texts below them. GUI thread.
class CaptionHeader final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaptionHeader)
public:
    explicit CaptionHeader(QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    /// How far its titles stand from a column's edge, where that is not a gap.
    void setInset(int pixels) { m_inset = pixels; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    int m_inset;
};

} // namespace salesdesk
