// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style.h"

#include "ui/icons.h"
#include "ui/plainfusion.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QProxyStyle>
#include <QStyleHints>

namespace salesdesk::style
{

using namespace Qt::StringLiterals;

namespace
{

struct Ground {
    QRgb window;
    QRgb base;
    QRgb button;
    QRgb text;
    QRgb highlight;
    QRgb highlightedText;
    QRgb link;
    QRgb placeholder;
    QRgb disabled;
    QRgb midlight;
    QRgb mid;
};
constexpr Ground lightGround{0xfff5f6f8, 0xffffffff, 0xffffffff, 0xff1b1f27, 0xff2f6fdb, 0xffffffff,
                             0xff1d5bc4, 0xff69707d, 0xff9aa1ac, 0xffe4e7ec, 0xffc9ced6};
constexpr Ground darkGround{0xff17191d, 0xff1e2126, 0xff2a2e35, 0xffe7e9ee, 0xff3371dd, 0xffffffff,
                            0xff8ab4ff, 0xff969eab, 0xff676e7a, 0xff343941, 0xff444a54};

// What is chosen stands on the accent itself: dark on white, light on black.
constexpr Ground lightContrast{0xffffffff, 0xffffffff, 0xffffffff, 0xff000000, 0xff003c9e, 0xffffffff,
                               0xff003c9e, 0xff3a3a3a, 0xff5a5a5a, 0xff6e6e6e, 0xff404040};
constexpr Ground darkContrast{0xff000000, 0xff000000, 0xff101010, 0xffffffff, 0xffa9c8ff, 0xff000000,
                              0xffa9c8ff, 0xffd0d0d0, 0xffb0b0b0, 0xff9a9a9a, 0xffd0d0d0};

struct Tint {
    QRgb light;
    QRgb dark;
    QRgb lightContrast;
    QRgb darkContrast;
};
constexpr Tint good{0xff136c37, 0xff62cf8d, 0xff0b4a25, 0xff7be3a5};
constexpr Tint warning{0xff855000, 0xffe8b658, 0xff553300, 0xfff2c66d};
constexpr Tint bad{0xffb3231a, 0xffff938a, 0xff85110a, 0xffffb0a9};
constexpr Tint info{0xff1c58bd, 0xff8ab4ff, 0xff003c9e, 0xffa9c8ff};
constexpr Tint muted{0xff565e6b, 0xffa3abb8, 0xff3a3a3a, 0xffd0d0d0};

const Tint &tintOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return good;
    case Tone::Warning:
        return warning;
    case Tone::Bad:
        return bad;
    case Tone::Info:
        return info;
    case Tone::Muted:
        return muted;
    }
    Q_UNREACHABLE();
}

QPalette makePalette(const Ground &ground)
{
    QPalette palette(QColor(ground.text), QColor(ground.button), QColor(ground.midlight),
                     QColor(ground.mid).darker(150), QColor(ground.mid), QColor(ground.text),
                     QColor(Qt::white), QColor(ground.base), QColor(ground.window));
    palette.setColor(QPalette::AlternateBase, QColor(ground.window));
    palette.setColor(QPalette::Midlight, QColor(ground.midlight));
    palette.setColor(QPalette::ToolTipBase, QColor(ground.base));
    palette.setColor(QPalette::ToolTipText, QColor(ground.text));
    palette.setColor(QPalette::PlaceholderText, QColor(ground.placeholder));
    palette.setColor(QPalette::Highlight, QColor(ground.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(ground.highlightedText));
    palette.setColor(QPalette::Link, QColor(ground.link));
    palette.setColor(QPalette::LinkVisited, QColor(ground.link));
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0, 60));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(ground.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(ground.mid));
    return palette;
}

/// A label in a tone; the colour is set anew when the palette changes.
class TonedLabel final : public QLabel
{
public:
    TonedLabel(const QString &text, QWidget *parent)
        : QLabel(text, parent)
    {
        setForegroundRole(QPalette::WindowText); // on a table's ground, too
        recolour();
    }

    void setTone(Tone tone)
    {
        m_tone = tone;
        recolour();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            recolour();
    }

private:
    void recolour()
    {
        const auto wanted = color(m_tone, palette());
        if (palette().color(QPalette::Active, QPalette::WindowText) == wanted)
            return;
        auto changed = palette();
        changed.setColor(QPalette::WindowText, wanted);
        setPalette(changed);
    }

    Tone m_tone = Tone::Muted;
};

} // namespace

QPalette lightPalette()
{
    return makePalette(lightGround);
}

QPalette darkPalette()
{
    return makePalette(darkGround);
}

QPalette contrastPalette(bool dark)
{
    return makePalette(dark ? darkContrast : lightContrast);
}

void follow(std::optional<bool> dark, bool highContrast)
{
    const bool darkened = dark.value_or(isDark(QGuiApplication::palette()));
    const auto wanted = highContrast ? contrastPalette(darkened) : darkened ? darkPalette() : lightPalette();
    if (wanted != QGuiApplication::palette())
        QApplication::setPalette(wanted);
}

void apply(QApplication &application)
{
    const bool dark = isDark(QGuiApplication::palette());
    QApplication::setStyle(new PlainFusion); // Qt owns it
    QApplication::setWindowIcon(applicationIcon());
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    // Before 6.5 Qt has no signal for this: the palette at the start decides.
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, &application,
                     [](Qt::ColorScheme scheme) {
                         follow(scheme == Qt::ColorScheme::Dark, isHighContrast(QGuiApplication::palette()));
                     });
#else
    Q_UNUSED(application)
#endif
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

bool isHighContrast(const QPalette &palette)
{
    // Nobody else has black on white, or white on black.
    const auto text = palette.color(QPalette::Active, QPalette::Text);
    return text == QColor(Qt::black) || text == QColor(Qt::white);
}

QColor color(Tone tone, const QPalette &palette)
{
    const auto &tint = tintOf(tone);
    if (isHighContrast(palette))
        return QColor(isDark(palette) ? tint.darkContrast : tint.lightContrast);
    return QColor(isDark(palette) ? tint.dark : tint.light);
}

QColor tinted(const QColor &color, const QColor &ground, double share)
{
    const auto mix = [share](int over, int under) { return qRound(share * over + (1 - share) * under); };
    return {mix(color.red(), ground.red()), mix(color.green(), ground.green()),
            mix(color.blue(), ground.blue())};
}

QColor line(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Midlight);
}

QColor outline(const QPalette &palette)
{
    return tinted(color(Tone::Muted, palette), palette.color(QPalette::Active, QPalette::Window),
                  isHighContrast(palette) ? 1 : 0.7);
}

QColor pressed(const QPalette &palette)
{
    return tinted(palette.color(QPalette::Active, QPalette::Highlight),
                  palette.color(QPalette::Active, QPalette::Button), 0.3);
}

Chosen chosen(const QPalette &palette, QPalette::ColorRole ground)
{
    const auto accent = palette.color(QPalette::Active, QPalette::Highlight);
    if (isHighContrast(palette)) {
        const auto text = palette.color(QPalette::Active, QPalette::HighlightedText);
        return {accent, text, text};
    }
    return {tinted(accent, palette.color(QPalette::Active, ground), 0.18),
            palette.color(QPalette::Active, QPalette::Text), color(Tone::Muted, palette)};
}

int iconSize()
{
    constexpr int usual = 20;
    constexpr int most = 28; // the side bar takes no more of a small screen
    return qBound(usual, QFontMetrics(QApplication::font()).height() * 5 / 4, most);
}

QFont scaled(const QFont &font, double ratio, QFont::Weight weight)
{
    QFont result(font);
    if (font.pointSizeF() > 0)
        result.setPointSizeF(font.pointSizeF() * ratio);
    else
        result.setPixelSize(qRound(font.pixelSize() * ratio));
    result.setWeight(weight);
    return result;
}

void sizeDialog(QWidget &dialog, int characters, int lines)
{
    const auto metrics = dialog.fontMetrics();
    QSize size(metrics.averageCharWidth() * characters, metrics.height() * lines);
    if (const auto *parent = dialog.parentWidget())
        size = size.boundedTo(parent->window()->size() - QSize(2 * Margin, 2 * Margin));
    dialog.resize(size);
}

QFont title(const QFont &font)
{
    return scaled(font, 1.35, QFont::DemiBold);
}

QFont section(const QFont &font)
{
    return scaled(font, 1.1, QFont::DemiBold);
}

QFont caption(const QFont &font)
{
    return scaled(font, 0.9);
}

QFont fixed(const QFont &font)
{
    auto result = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font.pointSizeF() > 0)
        result.setPointSizeF(font.pointSizeF());
    else
        result.setPixelSize(font.pixelSize());
    return result;
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

QLabel *mutedLabel(const QString &text, QWidget *parent)
{
    auto *label = new TonedLabel({}, parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

void setTone(QLabel *label, Tone tone)
{
    if (auto *toned = dynamic_cast<TonedLabel *>(label))
        toned->setTone(tone);
}

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(text, parent);
    label->setFont(section(label->font()));
    return label;
}

} // namespace salesdesk::style
