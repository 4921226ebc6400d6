// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plainfusion.h"

#include "ui/icons.h"
#include "ui/style.h"

#include <QApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// QPushButton reckons with so much between icon and words.
constexpr int iconGapOfQt = 4;
constexpr int iconGap = iconGapOfQt + style::Unit / 2;
/// Pixels: what sizes in pixels are made for.
constexpr int usualFontHeight = 17;
constexpr int buttonPadding = style::Unit;

bool isFocused(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus);
}

/// The edge of what can be used, over the one that Fusion drew.
void drawEdge(const QStyleOption &option, const QRect &rect, double radius, bool accented, QPainter *painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, radius > 0);
    const auto edge = style::outline(option.palette);
    painter->setPen(accented ? option.palette.color(QPalette::Active, QPalette::Highlight)
                    : option.state.testFlag(QStyle::State_Enabled)
                        ? edge
                        : style::tinted(edge, option.palette.color(QPalette::Window), 0.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void drawButton(const QStyleOption &option, QPainter *painter)
{
    const auto &palette = option.palette;
    const auto accent = palette.color(QPalette::Active, QPalette::Highlight);
    const auto text = palette.color(QPalette::ButtonText);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    auto ground = palette.color(QPalette::Button);
    if (on)
        ground = style::pressed(palette);
    else if (enabled && button && button->features.testFlag(QStyleOptionButton::DefaultButton))
        ground = style::tinted(accent, ground);
    if (option.state.testFlag(QStyle::State_Sunken))
        ground = style::tinted(text, ground, 0.12);
    else if (enabled && option.state.testFlag(QStyle::State_MouseOver))
        ground = style::tinted(text, ground, 0.05);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(option.rect, style::ControlRadius, style::ControlRadius);
    painter->restore();
    const bool focused = isFocused(option) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
    drawEdge(option, option.rect, style::ControlRadius, on || focused, painter);
}

} // namespace

PlainFusion::PlainFusion()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

int PlainFusion::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *data) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0
                                                       : QProxyStyle::styleHint(hint, option, widget, data);
}

int PlainFusion::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_FocusFrameHMargin: // a cell's words stand where those of its column's head do; Qt adds one pixel
        return qobject_cast<const QTableView *>(widget) ? style::Gap - 1 : usual;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ButtonIconSize:
    case PM_SmallIconSize: { // as large as the words beside it
        const auto height = (widget ? widget->fontMetrics() : QFontMetrics(QApplication::font())).height();
        return usual * qMax(height, usualFontHeight) / usualFontHeight;
    }
    default:
        return usual;
    }
}

QIcon PlainFusion::standardIcon(StandardPixmap standard, const QStyleOption *option,
                                const QWidget *widget) const
{
    return standard == SP_MessageBoxWarning ? icon(Symbol::Warning, Tone::Warning)
                                            : QProxyStyle::standardIcon(standard, option, widget);
}

QSize PlainFusion::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    auto wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (type == CT_PushButton && button && !button->text.isEmpty())
        wanted.rwidth() += 2 * buttonPadding + (button->icon.isNull() ? 0 : iconGap - iconGapOfQt);
    return wanted;
}

void PlainFusion::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case PE_FrameLineEdit:
    case PE_Frame:
        drawEdge(*option, option->rect, style::ControlRadius, isFocused(*option), painter);
        return;
    case PE_PanelButtonCommand:
        drawButton(*option, painter);
        return;
    case PE_FrameMenu:
        drawEdge(*option, option->rect, 0, false, painter);
        return;
    case PE_IndicatorCheckBox:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        drawEdge(*option, option->rect, 0, false, painter);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void PlainFusion::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButtonLabel && button && !button->icon.isNull() && !button->text.isEmpty()) {
        drawLabel(*button, painter, widget);
        return;
    }
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (element == CE_MenuItem && item && item->state.testFlag(State_Selected) && !item->icon.isNull()) {
        drawMenuItem(*item, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    // Fusion's edges are darker than the window: black on black.
    if (!style::isHighContrast(option->palette))
        return;
    if (element == CE_TabBarTabShape || element == CE_ProgressBarGroove)
        drawEdge(*option, option->rect, 0, false, painter);
    if (element == CE_TabBarTabShape && option->state.testFlag(State_Selected))
        painter->fillRect(QRect(option->rect.topLeft(), QSize(option->rect.width(), style::Unit)),
                          option->palette.color(QPalette::Active, QPalette::Highlight));
}

void PlainFusion::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox) // whose frame Fusion draws one pixel within it
        drawEdge(*option, option->rect.adjusted(0, 1, 0, -1), style::ControlRadius, isFocused(*option),
                 painter);
    else if (control == CC_ScrollBar && style::isHighContrast(option->palette))
        drawEdge(*option, subControlRect(control, option, SC_ScrollBarSlider, widget), 0, false, painter);
}

void PlainFusion::drawLabel(const QStyleOptionButton &button, QPainter *painter, const QWidget *widget) const
{
    auto room = button.rect;
    if (button.features.testFlag(QStyleOptionButton::HasMenu))
        room.setWidth(room.width() - pixelMetric(PM_MenuButtonIndicator, &button, widget));
    const int flags = Qt::AlignLeft | Qt::AlignVCenter |
                      (styleHint(SH_UnderlineShortcut, &button, widget, nullptr) ? Qt::TextShowMnemonic
                                                                                 : Qt::TextHideMnemonic);
    const auto size = button.iconSize;
    const int words = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int whole = std::min(room.width(), size.width() + iconGap + words);
    const QRect line(room.left() + (room.width() - whole) / 2, room.top(), whole, room.height());
    const QRect symbol(line.left(), line.center().y() - size.height() / 2 + 1, size.width(), size.height());
    const bool enabled = button.state.testFlag(State_Enabled);
    button.icon.paint(painter, visualRect(button.direction, button.rect, symbol), Qt::AlignCenter,
                      enabled ? QIcon::Normal : QIcon::Disabled);
    drawItemText(painter,
                 visualRect(button.direction, button.rect, line.adjusted(size.width() + iconGap, 0, 0, 0)),
                 flags, button.palette, enabled, button.text, QPalette::ButtonText);
}

/// With an icon in the colour of the chosen text.
void PlainFusion::drawMenuItem(const QStyleOptionMenuItem &item, QPainter *painter,
                               const QWidget *widget) const
{
    auto chosen = item;
    const int side = pixelMetric(PM_SmallIconSize, &item, widget);
    chosen.icon =
        QIcon(item.icon.pixmap(QSize(side, side), painter->device()->devicePixelRatio(), QIcon::Selected));
    QProxyStyle::drawControl(CE_MenuItem, &chosen, painter, widget);
}

} // namespace salesdesk
