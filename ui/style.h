// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/tone.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <optional>

class QApplication;
class QLabel;
class QWidget;

/// How the window looks: distances, type and colours, all in one place. GUI thread.
namespace salesdesk::style
{

// Everything stands on a grid of 4 px.
inline constexpr int Unit = 4;
inline constexpr int Gap = 2 * Unit;
inline constexpr int Margin = 4 * Unit;
inline constexpr int Group = 6 * Unit;
inline constexpr int Radius = 6;
inline constexpr int ControlRadius = 3; ///< of buttons and fields
/// Of the symbols that stand alone, in px: 20 with the usual letters, more with larger ones.
[[nodiscard]] int iconSize();
/// Under this window width the side bar shows icons alone.
inline constexpr int NarrowWindow = 112; ///< digits: 900 px at the usual size

/// Sets Fusion and a light or dark palette, whichever the platform asks for. Once, before the first widget.
void apply(QApplication &application);
/// The two palettes; apply() and tests take one.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

/// Black on white or white on black, for those who ask their desktop for more contrast.
[[nodiscard]] QPalette contrastPalette(bool dark);
/// Takes another palette while the program runs. `dark` nothing: light or dark stays as it is.
void follow(std::optional<bool> dark, bool highContrast);

[[nodiscard]] bool isDark(const QPalette &palette);
/// Whether it is one of contrastPalette().
[[nodiscard]] bool isHighContrast(const QPalette &palette);
/// At least 4.5:1 on the window's, the base and the chip's ground; 7:1 in high contrast.
[[nodiscard]] QColor color(Tone tone, const QPalette &palette);
/// The ground of a chip or a banner: the tone's colour at 15 % over `ground`.
[[nodiscard]] QColor tinted(const QColor &color, const QColor &ground, double share = 0.15);
/// A hairline between areas.
[[nodiscard]] QColor line(const QPalette &palette);
/// The edge of what can be used: at least 3:1 on the window's, the base and the button's ground.
[[nodiscard]] QColor outline(const QPalette &palette);
/// The ground of a button that is on.
[[nodiscard]] QColor pressed(const QPalette &palette);

/// A chosen row or entry.
struct Chosen {
    QColor ground;
    QColor text;
    QColor muted;
};
/// Over `ground`, a tint of the accent; in high contrast the accent itself.
[[nodiscard]] Chosen chosen(const QPalette &palette, QPalette::ColorRole ground);

/// Fonts are ratios of the system font, so that 200 % works.
[[nodiscard]] QFont scaled(const QFont &font, double ratio, QFont::Weight weight = QFont::Normal);
/// So many average characters wide and lines high, and no larger than the window it is over.
void sizeDialog(QWidget &dialog, int characters, int lines);

[[nodiscard]] QFont title(const QFont &font);
[[nodiscard]] QFont section(const QFont &font);
[[nodiscard]] QFont caption(const QFont &font);
/// The system's fixed font at the size of `font`, for IDs, keys and payloads.
[[nodiscard]] QFont fixed(const QFont &font);

/// A label that shows `text` as it is: never as HTML.
[[nodiscard]] QLabel *plainLabel(const QString &text = {}, QWidget *parent = nullptr);
/// One in the muted tone that follows the palette.
[[nodiscard]] QLabel *mutedLabel(const QString &text = {}, QWidget *parent = nullptr);
/// Gives a label made by mutedLabel() another tone.
void setTone(QLabel *label, Tone tone);
[[nodiscard]] QLabel *sectionLabel(const QString &text, QWidget *parent = nullptr);

} // namespace salesdesk::style
