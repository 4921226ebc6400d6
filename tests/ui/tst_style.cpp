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

struct Look {
    const char *name;
    QPalette palette;
    bool dark;
    double text; ///< the least contrast of words on their ground
};

QList<Look> looks()
{
    return {{"light", style::lightPalette(), false, 4.5},
            {"dark", style::darkPalette(), true, 4.5},
            {"light, high contrast", style::contrastPalette(false), false, 7},
            {"dark, high contrast", style::contrastPalette(true), true, 7}};
}

constexpr double leastOfEdges = 3;

} // namespace

class tst_style final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastIsEnough_data();
    void contrastIsEnough();
    void edgesAreSeen_data();
    void edgesAreSeen();
    void highContrastIsHigher();
    void followsTheSystem();
    void fontsAreRatios();
    void iconsFollowTheirTone();
};

void tst_style::contrastIsEnough_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const auto &look : looks()) {
        const auto of = [&look](QPalette::ColorRole role) {
            return look.palette.color(QPalette::Active, role);
        };
        const auto add = [&look](const QString &what, const QColor &text, const QColor &ground) {
            QTest::addRow("%s: %s", look.name, qPrintable(what)) << text << ground << look.text;
        };
        const auto base = of(QPalette::Base);
        const auto window = of(QPalette::Window);
        const auto button = of(QPalette::Button);
        add(u"text"_s, of(QPalette::Text), base);
        add(u"text of the window"_s, of(QPalette::WindowText), window);
        add(u"hint in a field"_s, of(QPalette::PlaceholderText), base);
        add(u"tool tip"_s, of(QPalette::ToolTipText), of(QPalette::ToolTipBase));
        add(u"link"_s, of(QPalette::Link), window);
        add(u"link on base"_s, of(QPalette::Link), base);
        add(u"chosen text"_s, of(QPalette::HighlightedText), of(QPalette::Highlight));
        add(u"button"_s, of(QPalette::ButtonText), button);
        add(u"button that is on"_s, of(QPalette::ButtonText), style::pressed(look.palette));
        add(u"default button"_s, of(QPalette::ButtonText), style::tinted(of(QPalette::Highlight), button));
        const auto row = style::chosen(look.palette, QPalette::Base);
        add(u"chosen row"_s, row.text, row.ground);
        add(u"muted in a chosen row"_s, row.muted, row.ground);
        const auto entry = style::chosen(look.palette, QPalette::Window);
        add(u"chosen entry of the side bar"_s, entry.text, entry.ground);
        add(u"count in a chosen entry"_s, entry.muted, entry.ground);
        for (const auto tone : {Tone::Good, Tone::Warning, Tone::Bad, Tone::Info, Tone::Muted}) {
            const auto colour = style::color(tone, look.palette);
            const auto number = static_cast<int>(tone);
            add(u"tone %1 on base"_s.arg(number), colour, base);
            add(u"tone %1 on the window"_s.arg(number), colour, window);
            add(u"tone %1 in a chip"_s.arg(number), colour, style::tinted(colour, base));
            add(u"tone %1 on a tint of the accent"_s.arg(number), colour,
                style::tinted(of(QPalette::Highlight), base, 0.18));
            add(u"tone %1 in a banner"_s.arg(number), colour, style::tinted(colour, window));
        }
    }
}

void tst_style::contrastIsEnough()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    QVERIFY2(contrast(text, ground) >= least,
             qPrintable(u"%1 on %2: %3"_s.arg(text.name(), ground.name()).arg(contrast(text, ground))));
}

void tst_style::edgesAreSeen_data()
{
    QTest::addColumn<QColor>("edge");
    QTest::addColumn<QColor>("ground");
    for (const auto &look : looks()) {
        const auto accent = look.palette.color(QPalette::Highlight);
        for (const auto &[name, role] :
             {std::pair("window", QPalette::Window), std::pair("base", QPalette::Base)}) {
            const auto ground = look.palette.color(role);
            QTest::addRow("%s: edge on %s", look.name, name) << style::outline(look.palette) << ground;
            QTest::addRow("%s: focus on %s", look.name, name) << accent << ground;
        }
        QTest::addRow("%s: edge of a button", look.name)
            << style::outline(look.palette) << look.palette.color(QPalette::Button);
    }
    for (const bool dark : {false, true}) {
        const auto palette = style::contrastPalette(dark);
        const auto shade = dark ? "dark" : "light";
        QTest::addRow("%s, high contrast: line", shade)
            << style::line(palette) << palette.color(QPalette::Window);
        for (const auto role : {QPalette::Base, QPalette::Window})
            QTest::addRow("%s, high contrast: chosen beside role %d", shade, role)
                << style::chosen(palette, role).ground << palette.color(role);
    }
}

void tst_style::edgesAreSeen()
{
    QFETCH(QColor, edge);
    QFETCH(QColor, ground);
    QVERIFY2(contrast(edge, ground) >= leastOfEdges,
             qPrintable(u"%1 on %2: %3"_s.arg(edge.name(), ground.name()).arg(contrast(edge, ground))));
}

void tst_style::highContrastIsHigher()
{
    for (const auto &look : looks()) {
        QCOMPARE(style::isDark(look.palette), look.dark);
        QCOMPARE(style::isHighContrast(look.palette), look.text > 4.5);
        for (const auto &[text, ground] :
             {std::pair(QPalette::Text, QPalette::Base), std::pair(QPalette::WindowText, QPalette::Window),
              std::pair(QPalette::ButtonText, QPalette::Button)})
            QVERIFY(contrast(look.palette.color(text), look.palette.color(ground)) >=
                    (look.text > 4.5 ? 15 : 7));
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
