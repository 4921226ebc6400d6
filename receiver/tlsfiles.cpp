// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/tlsfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

Error bad(const QString &detail)
{
    return {ErrorCode::InvalidArgument, detail};
}

Result<QByteArray> contentOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return bad(u"%1 cannot be read (%2): give its whole path, and let this user read it."_s.arg(
            name, file.errorString()));
    return file.readAll();
}

QSslKey keyFrom(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

/// Both encodings hold the public numbers in the same order: the end of the certificate's is in the key's.
bool belongTogether(const QSslCertificate &certificate, const QSslKey &key)
{
    const auto publicKey = certificate.publicKey();
    return publicKey.algorithm() == key.algorithm() && publicKey.length() == key.length() &&
           key.toDer().contains(publicKey.toDer().right(32));
}

} // namespace

Result<Done> TlsFiles::load(const QString &certificateFile, const QString &keyFile)
{
    if (certificateFile.isEmpty() && keyFile.isEmpty()) {
        m_certificateFile.clear();
        return Done{};
    }
    if (keyFile.isEmpty())
        return bad(u"%1 needs its key beside it: choose the key's file, too."_s.arg(certificateFile));
    if (certificateFile.isEmpty())
        return bad(u"%1 needs its certificate beside it: choose the certificate's file, too."_s.arg(keyFile));
    const Stamps stamps{stampOf(certificateFile), stampOf(keyFile)};
    const auto certificatePem = contentOf(certificateFile);
    if (!certificatePem)
        return certificatePem.error();
    const auto keyPem = contentOf(keyFile);
    if (!keyPem)
        return keyPem.error();
    const auto chain = QSslCertificate::fromData(*certificatePem, QSsl::Pem);
    if (chain.isEmpty())
        return bad(
            u"%1 holds no certificate in PEM form: choose the certificate's file."_s.arg(certificateFile));
    const auto key = keyFrom(*keyPem);
    if (key.isNull())
        return bad(
            u"%1 holds no RSA or EC private key in PEM form without a password: choose the key's file."_s.arg(
                keyFile));
    if (!belongTogether(chain.first(), key))
        return bad(
            u"The key in %1 is not that of the certificate in %2: choose files that belong together."_s.arg(
                keyFile, certificateFile));
    m_configuration = QSslConfiguration::defaultConfiguration();
    m_configuration.setProtocol(QSsl::TlsV1_2OrLater);
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_configuration.setLocalCertificateChain(chain);
    m_configuration.setPrivateKey(key);
    m_certificateFile = certificateFile;
    m_keyFile = keyFile;
    m_stamps = stamps;
    return Done{};
}

void TlsFiles::readAgainIfChanged()
{
    if (!isEnabled())
        return;
    const Stamps stamps{stampOf(m_certificateFile), stampOf(m_keyFile)};
    if (stamps == m_stamps)
        return;
    m_stamps = stamps;
    const auto loaded = load(m_certificateFile, m_keyFile);
    m_rejected = loaded ? QString() : loaded.error().detail;
}

const QSslConfiguration &TlsFiles::configuration()
{
    readAgainIfChanged();
    return m_configuration;
}

QString TlsFiles::problem(const QDateTime &now)
{
    readAgainIfChanged();
    if (!m_rejected.isEmpty())
        return u"The files for TLS were changed, and those of before stay in use. %1"_s.arg(m_rejected);
    if (!isEnabled())
        return {};
    const auto certificate = m_configuration.localCertificate();
    const auto day = [](const QDateTime &time) { return time.toUTC().date().toString(Qt::ISODate); };
    if (certificate.expiryDate() < now)
        return u"The certificate in %1 expired on %2, so senders refuse it: put a new one there."_s.arg(
            m_certificateFile, day(certificate.expiryDate()));
    if (certificate.effectiveDate() > now)
        return u"The certificate in %1 is valid from %2 on only, so senders refuse it: check this computer's clock."_s
            .arg(m_certificateFile, day(certificate.effectiveDate()));
    return {};
}

TlsFiles::Stamp TlsFiles::stampOf(const QString &file)
{
    const QFileInfo info(file);
    return {info.lastModified(), info.metadataChangeTime(), info.size()};
}

} // namespace salesdesk
