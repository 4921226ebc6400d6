// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"

#include <cstdio>

namespace salesdesk
{
namespace
{

bool writeTo(std::FILE *stream, QByteArrayView bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    return std::fwrite(bytes.data(), 1, size, stream) == size && std::fflush(stream) == 0;
}

} // namespace

bool StandardOutput::out(QByteArrayView bytes)
{
    return writeTo(stdout, bytes);
}

bool StandardOutput::err(QByteArrayView bytes)
{
    return writeTo(stderr, bytes);
}

} // namespace salesdesk
