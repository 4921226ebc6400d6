// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"
#include "ui/style.h"

#include <QTest>

#include <cmath>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

/// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto a = luminance(one);
    const auto b = luminance(other);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

} // namespace

class tst_style final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastIsEnough_data();
    void contrastIsEnough();
    void palettesAreReadable();
    void highContrastIsHigher();
    void followsTheSystem();
    void fontsAreRatios();
    void iconsFollowTheirTone();
};

void tst_style::contrastIsEnough_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Tone>("tone");
    for (const bool dark : {false, true}) {
        for (const auto tone : {Tone::Good, Tone::Warning, Tone::Bad, Tone::Info, Tone::Muted})
            QTest::addRow("tone %d, %s", static_cast<int>(tone), dark ? "dark" : "light") << dark << tone;
    }
}

void tst_style::contrastIsEnough()
{
    QFETCH(bool, dark);
    QFETCH(Tone, tone);
    const auto palette = dark ? style::darkPalette() : style::lightPalette();
    QCOMPARE(style::isDark(palette), dark);
    const auto colour = style::color(tone, palette);
    const auto base = palette.color(QPalette::Base);
    const auto selected = style::tinted(palette.color(QPalette::Highlight), base, 0.18);
    for (const auto &ground : {base, palette.color(QPalette::Window), style::tinted(colour, base), selected})
        QVERIFY2(
            contrast(colour, ground) >= 4.5,
            qPrintable(u"%1 on %2: %3"_s.arg(colour.name(), ground.name()).arg(contrast(colour, ground))));
}

void tst_style::palettesAreReadable()
{
    for (const auto &palette : {style::lightPalette(), style::darkPalette()}) {
        QVERIFY(contrast(palette.color(QPalette::Text), palette.color(QPalette::Base)) >= 7);
        QVERIFY(contrast(palette.color(QPalette::WindowText), palette.color(QPalette::Window)) >= 7);
        QVERIFY(contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) >= 7);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Link), palette.color(QPalette::Window)) >= 4.5);
    }
}

void tst_style::highContrastIsHigher()
{
    for (const bool dark : {false, true}) {
        const auto palette = style::contrastPalette(dark);
        QCOMPARE(style::isDark(palette), dark);
        for (const auto &[text, ground] :
             {std::pair(QPalette::Text, QPalette::Base), std::pair(QPalette::WindowText, QPalette::Window),
              std::pair(QPalette::ButtonText, QPalette::Button)})
            QVERIFY(contrast(palette.color(text), palette.color(ground)) >= 15);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 7);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >=
                4.5);
        QVERIFY(contrast(style::line(palette), palette.color(QPalette::Window)) >= 3);
    }
}

void tst_style::followsTheSystem()
{
    const auto window = [] { return QGuiApplication::palette().color(QPalette::Window); };
    style::follow(true, false);
    QCOMPARE(window(), style::darkPalette().color(QPalette::Window));
    style::follow({}, true); // no preference: as it is
    QCOMPARE(window(), style::contrastPalette(true).color(QPalette::Window));
    style::follow(false, false);
    QCOMPARE(window(), style::lightPalette().color(QPalette::Window));
}

void tst_style::fontsAreRatios()
{
    QFont font;
    font.setPointSizeF(20);
    QCOMPARE(style::title(font).pointSizeF(), 27.0);
    QCOMPARE(style::caption(font).pointSizeF(), 18.0);
    font.setPixelSize(20);
    QCOMPARE(style::title(font).pixelSize(), 27);
}

void tst_style::iconsFollowTheirTone()
{
    for (int number = 0; number <= static_cast<int>(Symbol::Stop); ++number) {
        const auto image = icon(static_cast<Symbol>(number), Tone::Bad).pixmap(20, 20).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height() && !drawn; ++y) {
            for (int x = 0; x < image.width() && !drawn; ++x)
                drawn = image.pixelColor(x, y).alpha() > 200 && image.pixelColor(x, y).red() > 100;
        }
        QVERIFY2(drawn, qPrintable(u"icon %1 is empty"_s.arg(number)));
    }
}

QTEST_MAIN(tst_style)
#include "tst_style.moc"
