// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/secrets.h"

#include <algorithm>

#include <sodium.h>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

static_assert(MasterKey::Size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

void initialise()
{
    // Fails only where the system has no randomness: nothing can be done safely then.
    static const int ready = sodium_init();
    if (ready < 0)
        qFatal("libsodium cannot be initialised: the system gives no random numbers.");
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

size_t sizeOf(QByteArrayView view)
{
    return static_cast<size_t>(view.size());
}

QString randomText(int bytes)
{
    initialise();
    QByteArray random(bytes, '\0');
    randombytes_buf(random.data(), sizeOf(random));
    return QString::fromLatin1(
        random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

MasterKey MasterKey::generate()
{
    initialise();
    MasterKey key;
    randombytes_buf(key.m_bytes.data(), key.m_bytes.size());
    return key;
}

Result<MasterKey> MasterKey::fromBytes(QByteArrayView bytes)
{
    initialise();
    if (sizeOf(bytes) != Size)
        return {ErrorCode::InvalidArgument,
                u"A master key has %1 bytes, this has %2."_s.arg(Size).arg(bytes.size())};
    MasterKey key;
    std::copy_n(bytesOf(bytes), Size, key.m_bytes.begin());
    return key;
}

MasterKey::~MasterKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

QByteArray MasterKey::bytes() const
{
    return {reinterpret_cast<const char *>(m_bytes.data()), static_cast<qsizetype>(m_bytes.size())};
}

QByteArray MasterKey::seal(QByteArrayView secret, QByteArrayView context) const
{
    QByteArray sealed(nonceSize + secret.size() + tagSize, '\0');
    auto *nonce = bytesOf(sealed);
    randombytes_buf(nonce, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonceSize, nullptr, bytesOf(secret), sizeOf(secret),
                                               bytesOf(context), sizeOf(context), nullptr, nonce,
                                               m_bytes.data());
    return sealed;
}

Result<QByteArray> MasterKey::open(QByteArrayView sealed, QByteArrayView context) const
{
    const Error failed{
        ErrorCode::SecretUnavailable,
        u"It was sealed with another master key. Put that key back, or make a new one and revoke this."_s};
    if (sealed.size() < nonceSize + tagSize)
        return failed;
    QByteArray secret(sealed.size() - nonceSize - tagSize, '\0');
    const auto *nonce = bytesOf(sealed);
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytesOf(secret), nullptr, nullptr, nonce + nonceSize, sizeOf(sealed) - nonceSize, bytesOf(context),
        sizeOf(context), nonce, m_bytes.data());
    return opened == 0 ? Result<QByteArray>(secret) : failed;
}

NewKey makeKey(const MasterKey &master, QByteArrayView providerPublicId)
{
    NewKey key;
    key.text = u"sdk_"_s + randomText(32);
    const auto utf8 = key.text.toUtf8();
    key.sha256 = sha256(utf8);
    key.sealed = master.seal(utf8, providerPublicId);
    key.hint = u"sdk_••••••"_s + key.text.last(4);
    return key;
}

QString makePublicId()
{
    return u"p_"_s + randomText(16);
}

QByteArray sha256(QByteArrayView text)
{
    QByteArray hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(bytesOf(hash), bytesOf(text), sizeOf(text));
    return hash;
}

} // namespace salesdesk
