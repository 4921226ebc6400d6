// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"

#include <QDateTime>
#include <QSslConfiguration>

namespace salesdesk
{

/// The certificate and its key, read from files and read again when these change. Lives on the receiver
/// thread, owned by the gate.
class TlsFiles final
{
public:
    /// Reads the pair; two empty names switch TLS off. InvalidArgument with what is wrong with which file.
    [[nodiscard]] Result<Done> load(const QString &certificateFile, const QString &keyFile);
    [[nodiscard]] bool isEnabled() const { return !m_certificateFile.isEmpty(); }
    /// For the next connection: TLS 1.2 and up. While a changed pair is bad the last good one stays in use.
    [[nodiscard]] const QSslConfiguration &configuration();

private:
    struct Stamp {
        QDateTime changed;
        qint64 size = 0;
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };
    [[nodiscard]] static Stamp stampOf(const QString &file);

    QString m_certificateFile;
    QString m_keyFile;
    Stamp m_certificateStamp;
    Stamp m_keyStamp;
    QSslConfiguration m_configuration;
};

} // namespace salesdesk
