// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/jsontext.h"

namespace salesdesk
{

void appendJsonString(QByteArray &to, QStringView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    const QByteArray utf8 = text.toUtf8();
    to.reserve(to.size() + utf8.size() + 2);
    to += '"';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            to += '\\';
            to += c;
        } else if (c == '\n') {
            to += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            to += "\\u00";
            to += hex[byte >> 4];
            to += hex[byte & 0xf];
        } else {
            to += c;
        }
    }
    to += '"';
}

} // namespace salesdesk
