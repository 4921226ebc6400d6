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
    /// What is wrong with the files as they are now, and what to do; empty when nothing is.
    [[nodiscard]] QString problem(const QDateTime &now);

private:
    /// What tells that a file is another than before.
    struct Stamp {
        QDateTime written;
        QDateTime changed; ///< its name, owner or rights, too
        qint64 size = 0;
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };
    struct Stamps {
        Stamp certificate;
        Stamp key;
        friend bool operator==(const Stamps &, const Stamps &) = default;
    };
    [[nodiscard]] static Stamp stampOf(const QString &file);
    void readAgainIfChanged();

    QString m_certificateFile;
    QString m_keyFile;
    Stamps m_stamps; // of the files that were read last, good or bad
    QSslConfiguration m_configuration;
    QString m_rejected; // why the files that were read last are not in use
};

} // namespace salesdesk
