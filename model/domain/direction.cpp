// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/direction.h"

namespace salesdesk
{

QString withoutDirections(QString text)
{
    return text.removeIf([](QChar c) {
        switch (c.direction()) {
        case QChar::DirLRE:
        case QChar::DirRLE:
        case QChar::DirLRO:
        case QChar::DirRLO:
        case QChar::DirPDF:
        case QChar::DirLRI:
        case QChar::DirRLI:
        case QChar::DirFSI:
        case QChar::DirPDI:
            return true;
        default:
            return false;
        }
    });
}

} // namespace salesdesk
