// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figurelist.h"

#include "ui/icons.h"
#include "ui/style.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

Symbol symbolOf(Tone tone)
{
    return tone == Tone::Good ? Symbol::Good : tone == Tone::Info ? Symbol::Info : Symbol::Warning;
}

/// One row, drawn: text, detail and figure, over its bar.
class FigureRow final : public QAbstractButton
{
public:
    FigureRow(bool leads, QWidget *parent)
        : QAbstractButton(parent)
    {
        setEnabled(leads);
        setFocusPolicy(leads ? Qt::StrongFocus : Qt::NoFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        if (leads)
            setCursor(Qt::PointingHandCursor);
    }

    void setFigure(const Figure &figure, const QString &tip)
    {
        m_figure = figure;
        QStringList words{figure.text};
        if (!figure.detail.isEmpty())
            words.append(figure.detail);
        if (!figure.figure.isEmpty())
            words.append(figure.figure);
        setAccessibleName(words.join(u", "_s));
        setAccessibleDescription(tip);
        const auto whole = words.join(u'\n') + (tip.isEmpty() ? QString() : u'\n' + tip);
        setToolTip(Qt::convertFromPlainText(whole));
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() + 10};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {fontMetrics().averageCharWidth() * 16, sizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto base = palette().color(QPalette::Active, QPalette::Base);
        const auto words = palette().color(QPalette::Active, QPalette::Text);
        const auto accent = palette().color(QPalette::Active, QPalette::Highlight);
        painter.setPen(Qt::NoPen);
        if (m_figure.share > 0) {
            painter.setBrush(style::tinted(accent, base, style::isHighContrast(palette()) ? 0.25 : 0.16));
            painter.drawRoundedRect(QRectF(0, 2, qMax(4.0, m_figure.share * width()), height() - 4), 3, 3);
        }
        if (isEnabled() && underMouse()) {
            auto hovered = words;
            hovered.setAlphaF(0.06F);
            painter.setBrush(hovered);
            painter.drawRoundedRect(rect(), 3, 3);
        }
        if (hasFocus()) {
            painter.setPen(accent);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        }
        const auto inside = rect().adjusted(style::Gap, 0, -style::Gap, 0);
        const int figureWidth = fontMetrics().horizontalAdvance(m_figure.figure);
        painter.setPen(words);
        painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, m_figure.figure);
        int left = inside.left();
        const int right = inside.right() - figureWidth - (figureWidth > 0 ? style::Margin : 0);
        const int wanted = fontMetrics().horizontalAdvance(m_figure.text) + 1;
        const int room = right - left;
        // The detail gives way first, as far as its half of the row.
        const int textWidth =
            m_figure.detail.isEmpty() ? room : qMin(wanted, qMax(room / 2, room - detailWidth()));
        painter.drawText(QRect(left, 0, textWidth, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(m_figure.text, Qt::ElideRight, textWidth));
        left += textWidth + style::Gap;
        if (m_figure.detail.isEmpty() || left >= right)
            return;
        const auto font = style::caption(this->font());
        painter.setFont(font);
        painter.setPen(style::color(m_figure.tone.value_or(Tone::Muted), palette()));
        if (m_figure.tone) {
            const int size = fontMetrics().height();
            salesdesk::icon(symbolOf(*m_figure.tone), *m_figure.tone)
                .paint(&painter, QRect(left, (height() - size) / 2, size, size));
            left += size + style::Unit;
        }
        painter.drawText(QRect(left, 0, right - left, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(m_figure.detail, Qt::ElideRight, right - left));
    }

private:
    [[nodiscard]] int detailWidth() const
    {
        return QFontMetrics(style::caption(font())).horizontalAdvance(m_figure.detail) + style::Gap + 2 +
               (m_figure.tone ? fontMetrics().height() + style::Unit : 0);
    }

    Figure m_figure;
};

} // namespace

FigureList::FigureList(const QString &name, const QString &tip, const QString &nothing, QWidget *parent)
    : QWidget(parent)
    , m_tip(tip)
    , m_nothing(style::mutedLabel(nothing, this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(name);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(style::Gap, style::Unit, style::Gap, style::Unit);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_column->addWidget(m_nothing);
    m_column->addStretch(1);
}

void FigureList::setNothing(const QString &nothing)
{
    m_nothing->setText(nothing);
}

void FigureList::setFigures(const QList<Figure> &figures)
{
    m_figures = figures;
    m_nothing->setVisible(figures.isEmpty());
    while (m_rows.size() > figures.size())
        delete m_rows.takeLast();
    while (m_rows.size() < figures.size()) {
        const int number = static_cast<int>(m_rows.size());
        auto *row = new FigureRow(!m_tip.isEmpty(), this);
        row->setObjectName(u"%1%2"_s.arg(objectName()).arg(number));
        connect(row, &QAbstractButton::clicked, this, [this, number] { Q_EMIT chosen(number); });
        m_column->insertWidget(number + 1, row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < figures.size(); ++i)
        static_cast<FigureRow *>(m_rows[i])->setFigure(figures[i], m_tip);
}

} // namespace salesdesk
