// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/signature.h"

#include <QList>

#include <sodium.h>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maxId = 255;

QByteArray hmac(const SignedMessage &message, QByteArrayView secret)
{
    const auto bytes = [](QByteArrayView view) {
        return reinterpret_cast<const unsigned char *>(view.data());
    };
    const auto size = [](QByteArrayView view) { return static_cast<size_t>(view.size()); };
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(secret), size(secret));
    for (const QByteArrayView part :
         {message.id, QByteArrayView("."), message.timestamp, QByteArrayView("."), message.body})
        crypto_auth_hmacsha256_update(&state, bytes(part), size(part));
    QByteArray mac(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char *>(mac.data()));
    return mac;
}

Error wrong(const QString &detail)
{
    return {ErrorCode::InvalidArgument, detail};
}

} // namespace

Result<Done> verifySignature(const SignedMessage &message, QByteArrayView secret, qint64 now)
{
    if (message.id.isEmpty() || message.timestamp.isEmpty() || message.signatures.isEmpty())
        return wrong(
            u"The provider requires signatures: webhook-id, webhook-timestamp or webhook-signature is missing."_s);
    if (message.id.size() > maxId)
        return wrong(u"webhook-id has more than %1 characters."_s.arg(maxId));
    bool isNumber = false;
    const auto seconds = message.timestamp.toByteArray().toLongLong(&isNumber);
    if (!isNumber || seconds < 0)
        return wrong(u"webhook-timestamp is not a number of seconds since 1970."_s);
    const auto apart = seconds - now / 1000;
    if (apart > SignatureTolerance || apart < -SignatureTolerance) {
        return wrong(u"webhook-timestamp is %1 s from this computer's clock, more than %2 s: set the clocks "
                     u"right, or sign "
                     "again when sending again."_s.arg(apart)
                         .arg(SignatureTolerance));
    }
    const auto expected = hmac(message, secret);
    bool found = false;
    for (const auto &part : message.signatures.toByteArray().split(' ')) {
        if (!part.startsWith("v1,"))
            continue;
        const auto given = QByteArray::fromBase64(part.sliced(3));
        // All are compared, whichever fits.
        if (given.size() == expected.size() &&
            sodium_memcmp(given.constData(), expected.constData(), static_cast<size_t>(expected.size())) == 0)
            found = true;
    }
    if (!found)
        return wrong(u"No v1 signature in webhook-signature fits the body: check the signing secret."_s);
    return Done{};
}

QByteArray makeSignature(const SignedMessage &message, QByteArrayView secret)
{
    return "v1," + hmac(message, secret).toBase64();
}

QByteArray makeSigningSecret()
{
    QByteArray secret(32, '\0');
    randombytes_buf(secret.data(), static_cast<size_t>(secret.size()));
    return secret;
}

QString toSecretText(QByteArrayView secret)
{
    return u"whsec_"_s + QString::fromLatin1(secret.toByteArray().toBase64());
}

} // namespace salesdesk
