// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar.h"

#include "ui/style.h"

#include <QKeySequence>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int CountRole = Qt::UserRole + 1;
constexpr int WaitsRole = Qt::UserRole + 2;

class ScreenDelegate final : public QStyledItemDelegate
{
public:
    explicit ScreenDelegate(SideBar *bar)
        : QStyledItemDelegate(bar)
        , m_bar(bar)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, qMax(option.fontMetrics.height(), style::iconSize()) + 3 * style::Unit};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const auto &palette = option.palette;
        const auto row = option.rect.adjusted(style::Gap, 1, -style::Gap, -1);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const auto text = palette.color(QPalette::WindowText);
        auto colours = style::chosen(palette, QPalette::Window);
        if (!selected)
            colours = {style::tinted(text, palette.color(QPalette::Window), 0.06), text,
                       style::color(Tone::Muted, palette)};
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.ground);
            painter->drawRoundedRect(row, style::Radius, style::Radius);
        }
        const QRect symbol(row.left() + style::Gap, row.center().y() - style::iconSize() / 2 + 1,
                           style::iconSize(), style::iconSize());
        const bool inverted = selected && style::isHighContrast(palette);
        qvariant_cast<QIcon>(index.data(Qt::DecorationRole))
            .paint(painter, symbol, Qt::AlignCenter, inverted ? QIcon::Selected : QIcon::Normal);
        const auto count = index.data(CountRole).toLongLong();
        if (!m_bar->isCollapsed())
            paintText(painter, row, symbol, index.data().toString(), count, option.font, colours);
        else if (index.data(WaitsRole).toBool())
            paintDot(painter, symbol,
                     inverted ? colours.text : palette.color(QPalette::Active, QPalette::Highlight));
        painter->restore();
    }

private:
    static void paintDot(QPainter *painter, const QRect &symbol, const QColor &colour)
    {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawEllipse(QPointF(symbol.right() + 2, symbol.top() + 1), 4, 4);
    }

    static void paintText(QPainter *painter, const QRect &row, const QRect &symbol, const QString &text,
                          qint64 count, const QFont &font, const style::Chosen &colours)
    {
        auto right = row.right() - style::Gap;
        if (count > 0) {
            const auto small = style::caption(font);
            const auto number = QLocale().toString(count);
            const int width = QFontMetrics(small).horizontalAdvance(number);
            painter->setFont(small);
            painter->setPen(colours.muted);
            painter->drawText(QRect(right - width, row.top(), width, row.height()),
                              Qt::AlignRight | Qt::AlignVCenter, number);
            right -= width + style::Gap;
        }
        painter->setFont(font);
        painter->setPen(colours.text);
        const int left = symbol.right() + style::Gap + 2;
        painter->drawText(QRect(left, row.top(), right - left, row.height()),
                          Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, right - left));
    }

    SideBar *m_bar;
};

} // namespace

SideBar::SideBar(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"sideBar"_s);
    setAccessibleName(tr("Screens"));
    setItemDelegate(new ScreenDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setAutoFillBackground(false);
    setCollapsed(false);
}

void SideBar::addScreen(Symbol symbol, const QString &name, const QKeySequence &key)
{
    auto *item = new QListWidgetItem(icon(symbol), name, this);
    item->setToolTip(u"%1 (%2)"_s.arg(name, key.toString(QKeySequence::NativeText)));
    fit();
}

void SideBar::setCount(int row, qint64 count, bool waits)
{
    auto *one = item(row);
    one->setData(CountRole, count);
    one->setData(WaitsRole, waits && count > 0);
    one->setData(Qt::AccessibleTextRole, count > 0 ? u"%1, %2"_s.arg(one->text()).arg(count) : one->text());
    fit();
}

void SideBar::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    fit();
    viewport()->update();
}

void SideBar::fit()
{
    const int symbols = style::iconSize() + 4 * style::Gap;
    const QFontMetrics numbers(style::caption(font()));
    int words = 17 * fontMetrics().averageCharWidth();
    for (int row = 0; row < count(); ++row) {
        const auto waiting = item(row)->data(CountRole).toLongLong();
        words =
            qMax(words,
                 2 * style::Gap + fontMetrics().horizontalAdvance(item(row)->text()) +
                     (waiting > 0 ? style::Gap + numbers.horizontalAdvance(QLocale().toString(waiting)) : 0));
    }
    setFixedWidth(m_collapsed ? symbols : symbols + words);
}

} // namespace salesdesk
