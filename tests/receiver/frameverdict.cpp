// SPDX-License-Identifier: GPL-3.0-or-later
// What the framer makes of streams of bytes, for comparison with another implementation (compareframing.py).
// Input: any number of streams, each a decimal length, a line feed and so many bytes. Output, a line for each
// stream: its requests as "METHOD TARGET HEXBODY;", then how it ended: "open", "closed" or "refused: WHY".
#include "receiver/requestframer.h"

#include <algorithm>
#include <iostream>
#include <random>
#include <string>

using namespace salesdesk;

namespace
{

std::string verdict(QByteArrayView stream, std::minstd_rand &random)
{
    std::string said;
    while (true) {
        RequestFramer framer({16384, 65536});
        // In pieces: where they end must not matter.
        while (!stream.isEmpty() && framer.state() != RequestFramer::State::Complete &&
               framer.state() != RequestFramer::State::Refused) {
            const auto piece = std::min<qsizetype>(stream.size(), 1 + static_cast<qsizetype>(random() % 40));
            const auto used = framer.feed(stream.first(piece));
            stream = stream.sliced(used);
        }
        if (framer.state() == RequestFramer::State::Refused)
            return said + "refused: " + framer.refusal().detail.toStdString();
        if (framer.state() != RequestFramer::State::Complete)
            return said + "open";
        const auto &head = framer.head();
        said += head.method.toByteArray().toStdString() + ' ' + head.target.toByteArray().toStdString() +
                ' ' + framer.body().toHex().toStdString() + ';';
        if (!head.keepAlive)
            return said + "closed";
    }
}

} // namespace

int main()
{
    std::minstd_rand random(1);
    std::string length;
    while (std::getline(std::cin, length)) {
        std::string stream(std::stoul(length), '\0');
        if (!std::cin.read(stream.data(), static_cast<std::streamsize>(stream.size())))
            return 1;
        std::cout << verdict(QByteArrayView(stream.data(), static_cast<qsizetype>(stream.size())), random)
                  << '\n';
    }
    return 0;
}
