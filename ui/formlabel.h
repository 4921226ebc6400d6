// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;
class QWidget;

namespace salesdesk
{

/// Makes a label as high as the first line of `field`, at whose top it stands: their words are level then.
void levelWith(QLabel *label, const QWidget &field);
/// The label of a row in a form; all of them are equally wide. `field` stands beside it.
[[nodiscard]] QLabel *formLabel(const QString &text, const QWidget &field, QWidget *parent);

} // namespace salesdesk
