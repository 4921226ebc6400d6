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

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};

} // namespace salesdesk
