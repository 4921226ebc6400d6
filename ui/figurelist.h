// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/tone.h"

#include <QList>
#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace salesdesk
{

/// A row of a FigureList.
struct Figure {
    QString text;
    QString detail;                ///< muted, behind the text
    QString figure;                ///< at the right
    double share = 0;              ///< 0 to 1: how far a bar behind the row reaches
    std::optional<Tone> tone = {}; ///< of the detail, which then has the tone's icon before it
    friend bool operator==(const Figure &, const Figure &) = default;
};

/// A few rows with a figure each, which may lead somewhere when they are clicked. GUI thread; owned by its
/// parent.
class FigureList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureList)
public:
    /// `tip`: where a click leads; rows lead nowhere when it is empty. `nothing`: said when there is no row.
    FigureList(const QString &name, const QString &tip, const QString &nothing, QWidget *parent = nullptr);

    void setNothing(const QString &nothing);
    /// Rows that were there before stay the widgets they were, so that the keyboard's focus does.
    void setFigures(const QList<Figure> &figures);
    [[nodiscard]] const QList<Figure> &figures() const { return m_figures; }

Q_SIGNALS:
    void chosen(int row);

private:
    QString m_tip;
    QList<Figure> m_figures;
    QList<QWidget *> m_rows;
    QLabel *m_nothing;
    QVBoxLayout *m_column;
};

} // namespace salesdesk
